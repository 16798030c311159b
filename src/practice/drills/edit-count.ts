import { type Change, changesOf } from '#diagram/changes.ts';
import type { Diagram, TableName } from '#diagram/diagram.ts';

const counted: ReadonlySet<TableName | 'diagram'> = new Set(['components', 'connections', 'boundaries', 'entities']);
const ends: ReadonlySet<string> = new Set(['kind', 'from', 'to', 'boundary']);

/** The edits that mean something: a record that comes or goes, an end that moves, a property that changes. Names, places, notes, settings and acceptances are none. */
export const editsBetween = (before: Diagram, after: Diagram): readonly Change[] => changesOf(before, after).filter(isEdit);

/** How many edits lie between two diagrams: one for each record that came or went, and one for each changed field. */
export const editCount = (before: Diagram, after: Diagram): number => editsBetween(before, after).length;

function isEdit(change: Change): boolean {
  if (!counted.has(change.table)) return false;
  if (change.type !== 'set') return true;
  return change.table === 'entities' ? change.field !== 'name' : ends.has(change.field) || change.field.startsWith('properties.');
}
