import type { Id } from '../diagram.ts';
import { updateRecord, type Values, withProperties } from '../edits.ts';
import { type Command, transaction } from '../transaction.ts';

/** Makes a component one of another kind. Name, place, connections and values stay; values that the new kind does not know are kept unread. */
export const changeKind: Command<{ readonly id: Id; readonly kind: string; readonly values?: Values }> = (diagram, { id, kind, values = {} }) =>
  transaction('Change kind', diagram, updateRecord(diagram, 'components', id, (component) => withProperties({ ...component, kind }, values)));
