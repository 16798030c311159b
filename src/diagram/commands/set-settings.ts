import type { Settings } from '#catalog/diagram-fields.ts';
import type { Values } from '../edits.ts';
import { type Command, transaction } from '../transaction.ts';

/** States settings of the whole diagram; undefined takes one back to "not stated". */
export const setSettings: Command<{ readonly values: Values; readonly gesture?: string }> = (diagram, { values, gesture }) => {
  const settings: Settings = Object.fromEntries(Object.entries({ ...diagram.settings, ...values }).filter(([, value]) => value !== undefined));
  return transaction('Change settings', diagram, { ...diagram, settings }, gesture);
};

/** Names the diagram. */
export const setTitle: Command<{ readonly title: string; readonly gesture?: string }> = (diagram, { title, gesture }) =>
  transaction('Rename diagram', diagram, { ...diagram, title }, gesture);
