import type { Settings } from '#catalog/diagram-fields.ts';
import type { Diagram } from '../diagram.ts';
import { type Command, transaction } from '../transaction.ts';

/** Makes the diagram an answer to a scenario, under the scenario's settings. A notebook for the same scenario stays, one for another is closed. */
export const beginPractice: Command<{ readonly scenario: string; readonly settings: Settings }> = (diagram, { scenario, settings }) => {
  const practice = diagram.practice?.scenario === scenario ? diagram.practice : { scenario };
  const next: Diagram = { ...diagram, practice, settings: { ...diagram.settings, ...settings } };
  return transaction('Begin practice', diagram, next);
};
