import type { Component, Connection, Diagram, Id } from '#diagram/diagram.ts';
import type { Graph } from '#graph/graph.ts';

/** What of a record has a meaning: its place and size on the canvas have none. */
type Meaning = readonly unknown[];

const componentMeaning = ({ kind, name, boundary, properties }: Component): Meaning => [kind, name, boundary, properties];
const connectionMeaning = ({ from, to, label, properties }: Connection): Meaning => [from, to, label, properties];

const sameMeaning = (a: Meaning, b: Meaning): boolean => a.length === b.length && a.every((value, index) => value === b[index]);

/** What changed between two diagrams, as far as rules can see it. */
export interface Changes {
  /** Nothing that has a meaning. */
  readonly none: boolean;
  /** Whether the record itself differs; settings, entities and notes count for every record. */
  touches(id: Id): boolean;
  /** Whether the record, a connection of it, or the other end of one differs. */
  touchesAround(id: Id): boolean;
}

/** Compares by identity first, so that it costs little where little changed. */
export function changesBetween(before: Diagram, after: Diagram, graphBefore: Graph, graphAfter: Graph): Changes {
  const components = changedIds(before.components, after.components, componentMeaning);
  const connections = changedIds(before.connections, after.connections, connectionMeaning);
  const boundaries = changedIds(before.boundaries, after.boundaries, ({ name, boundary, properties }) => [name, boundary, properties]);
  const notes = changedIds(before.notes, after.notes, ({ text, properties }) => [text, properties]);
  const shared = before.settings !== after.settings || before.entities !== after.entities || notes.size > 0 || boundaries.size > 0;
  const order = !sameOrder(before.components, after.components);
  const direct = new Set([...components, ...connections]);
  const around = new Set(direct);
  for (const graph of [graphBefore, graphAfter]) {
    for (const { id, from, to } of graph.edges) {
      if (!direct.has(id) && !components.has(from.id) && !components.has(to.id)) continue;
      for (const near of [id, from.id, to.id]) around.add(near);
    }
  }
  const none = !shared && !order && direct.size === 0 && before.suppressions === after.suppressions;
  return { none, touches: (id) => shared || direct.has(id), touchesAround: (id) => shared || around.has(id) };
}

function changedIds<R>(before: ReadonlyMap<Id, R>, after: ReadonlyMap<Id, R>, meaning: (record: R) => Meaning): Set<Id> {
  const changed = new Set<Id>();
  if (before === after) return changed;
  for (const [id, record] of after) {
    const old = before.get(id);
    if (old === record) continue;
    if (!old || !sameMeaning(meaning(old), meaning(record))) changed.add(id);
  }
  for (const id of before.keys()) if (!after.has(id)) changed.add(id);
  return changed;
}

/** Order has a meaning only for which of two namesakes is the last. */
function sameOrder(before: ReadonlyMap<Id, Component>, after: ReadonlyMap<Id, Component>): boolean {
  if (before === after) return true;
  const other = after.keys();
  for (const id of before.keys()) if (other.next().value !== id) return false;
  return before.size === after.size;
}
