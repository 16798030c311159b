import type { Diagram, Id } from './diagram.ts';
import { tableOf, updateRecord, type Values, withProperties } from './edits.ts';
import type { Scanner } from './sketch-scanner.ts';
import { withoutRecords } from './without-records.ts';

/** What follows `remove`. */
export const readRemoval = (diagram: Diagram, line: Scanner): Diagram => withoutRecords(diagram, readTargets(diagram, line.word(), line));

/** What follows `set`. */
export function readChange(diagram: Diagram, line: Scanner): Diagram {
  const head = line.word();
  if (head === 'settings') return withSettings(diagram, line.values());
  if (head === 'entity') {
    const id = line.word();
    const values = line.values();
    if (!diagram.entities.has(id)) throw new Error(`There is no entity ${id}.`);
    return updateRecord(diagram, 'entities', id, (entity) => withProperties({ properties: entity }, values).properties);
  }
  const targets = readTargets(diagram, head, line);
  const values = line.values();
  return targets.reduce((next, id) => {
    const table = tableOf(next, id);
    return table ? updateRecord(next, table, id, (record) => withProperties(record, values)) : next;
  }, diagram);
}

/** Ids between commas; `a -> b` stands for all connections that go this way. */
function readTargets(diagram: Diagram, first: Id, line: Scanner): Id[] {
  const targets: Id[] = [];
  let head = first;
  for (;;) {
    if (line.takes('->')) targets.push(...pairs(readStops(head, line)).flatMap(([from, to]) => connectionsBetween(diagram, from, to)));
    else if (tableOf(diagram, head)) targets.push(head);
    else throw new Error(`There is no ${head}.`);
    if (!line.takes(',')) return targets;
    head = line.word();
  }
}

/** The stops of `first -> a -> b`, of which the first arrow has been read. */
export function readStops(first: Id, line: Scanner): Id[] {
  const stops = [first];
  do stops.push(line.word());
  while (line.takes('->'));
  return stops;
}

/** Each stop with the next one. */
export const pairs = (stops: readonly Id[]): (readonly [from: Id, to: Id])[] => stops.slice(1).map((to, index) => [stops[index] ?? to, to]);

function connectionsBetween(diagram: Diagram, from: Id, to: Id): Id[] {
  const found = [...diagram.connections.values()].filter((connection) => connection.from === from && connection.to === to);
  if (found.length === 0) throw new Error(`Nothing connects ${from} to ${to}.`);
  return found.map(({ id }) => id);
}

/** The diagram with these settings stated, and those that are unset taken back. */
export const withSettings = (diagram: Diagram, values: Values): Diagram => ({ ...diagram, settings: withProperties({ properties: diagram.settings }, values).properties });
