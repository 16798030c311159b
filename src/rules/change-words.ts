import { kindOf } from '#catalog/kinds.ts';
import { entryOf } from '#catalog/palette.ts';
import { inSentence } from '#catalog/wording.ts';
import { type Change, changesOf } from '#diagram/changes.ts';
import type { Diagram, Id } from '#diagram/diagram.ts';
import { propertyLabel, propertyOf, propertyValueText } from '#diagram/property-of.ts';
import { displayName } from './display-name.ts';

/** One thing that a step does, in words. */
export interface ChangeLine {
  readonly type: 'adds' | 'sets' | 'removes';
  readonly text: string;
}

const types = { add: 'adds', set: 'sets', remove: 'removes' } as const;

/** What a step does, a line for each change: "Adds queue Jobs DLQ", "Sets Max attempts = 5 on Jobs". */
export function changeWords(before: Diagram, after: Diagram): readonly ChangeLine[] {
  const changes = changesOf(before, after);
  const reversed = new Set(changes.flatMap((change) => (isReversal(change, changes) ? [change.id] : [])));
  const told = changes.filter((change) => !(change.type === 'set' && reversed.has(change.id) && isRouting(change.field)));
  const lines = new Map(told.map((change): [string, ChangeLine] => {
    const text = lineOf(change, before, after, reversed);
    return [text, { type: change.type === 'set' && change.to === undefined ? 'removes' : types[change.type], text }];
  }));
  return [...lines.values()];
}

const isRouting = (field: string): boolean => field === 'to' || field === 'waypoints' || field === 'ports';

/** Whether a connection only changes its direction. */
function isReversal(change: Change, changes: readonly Change[]): boolean {
  if (change.type !== 'set' || change.field !== 'from') return false;
  return changes.some((other) => other.type === 'set' && other.id === change.id && other.field === 'to' && other.from === change.to && other.to === change.from);
}

function lineOf(change: Change, before: Diagram, after: Diagram, reversed: ReadonlySet<Id>): string {
  if (change.type === 'add') return added(change, after);
  if (change.type === 'remove') return removed(change, before);
  const { id, field, from, to } = change;
  const name = nameOf(before, id);
  const other = (value: unknown): string => (typeof value === 'string' ? displayName(after, value) : 'nothing');
  if (field.startsWith('properties.') || field.startsWith('settings.') || change.table === 'entities') return stated(change, name, after);
  switch (field) {
    case 'name':
    case 'label':
    case 'text':
      return from === '' || from === undefined ? `Names ${name} "${String(to)}"` : `Renames ${String(from)} to ${String(to)}`;
    case 'position':
      return `Moves ${name}`;
    case 'size':
      return `Resizes ${name}`;
    case 'waypoints':
    case 'ports':
      return `Draws ${name} anew`;
    case 'boundary':
      return to === undefined ? `Takes ${name} out of ${other(from)}` : `Puts ${name} into ${other(to)}`;
    case 'kind':
      return `Turns ${name} into a ${kindWord(String(to))}`;
    case 'from':
      return reversed.has(id) ? `Reverses ${name}` : `Lets ${name} start at ${other(to)}`;
    case 'to':
      return `Points ${name} at ${other(to)}`;
    default:
      return `Changes ${name}`;
  }
}

function stated({ table, id, field, to }: Extract<Change, { readonly type: 'set' }>, record: string, diagram: Diagram): string {
  const property = field.slice(field.indexOf('.') + 1);
  const label = propertyLabel(diagram, id, property);
  const name = table === 'entities' ? (diagram.entities.get(id)?.name ?? id) : record;
  return to === undefined ? `Clears ${label} on ${name}` : `Sets ${label} = ${propertyValueText(diagram, propertyOf(diagram, id, property), to)} on ${name}`;
}

function added({ table, id }: Change, diagram: Diagram): string {
  const connection = diagram.connections.get(id);
  if (connection) return `Connects ${displayName(diagram, connection.from)} to ${displayName(diagram, connection.to)}`;
  if (table === 'suppressions') return `Accepts ${diagram.suppressions.get(id)?.rule ?? id}`;
  return `Adds ${thing(table, id, diagram)}`;
}

function removed({ table, id }: Change, diagram: Diagram): string {
  const suppression = table === 'suppressions' ? diagram.suppressions.get(id) : undefined;
  return suppression ? `Withdraws the acceptance of ${suppression.rule} on ${displayName(diagram, suppression.on)}` : `Removes ${thing(table, id, diagram)}`;
}

/** A record with the word for what it is: "queue Jobs". */
function thing(table: Change['table'], id: Id, diagram: Diagram): string {
  const component = diagram.components.get(id);
  if (component) {
    const word = entryOf(component.kind, component.properties)?.label ?? kindWord(component.kind);
    return component.name.toLowerCase().startsWith(word.toLowerCase()) ? component.name : `${inSentence(word)} ${component.name}`;
  }
  if (table === 'notes') return 'a note';
  if (table === 'entities') return `data entity ${diagram.entities.get(id)?.name ?? id}`;
  return table === 'boundaries' ? `boundary ${nameOf(diagram, id)}` : nameOf(diagram, id);
}

const kindWord = (kind: string): string => inSentence(kindOf(kind)?.label ?? kind);

/** Connections by their ends: a label alone does not say which of them is meant. */
function nameOf(diagram: Diagram, id: Id): string {
  const connection = diagram.connections.get(id);
  return connection ? `the connection from ${displayName(diagram, connection.from)} to ${displayName(diagram, connection.to)}` : displayName(diagram, id);
}
