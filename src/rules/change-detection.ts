import type { Component, Connection, Diagram, Id } from '#diagram/diagram.ts';
import { graphOf } from '#graph/graph.ts';
import { isProxy } from '#graph/roles.ts';

/** What changed between two diagrams, as far as rules can see it. Where a box lies has no meaning. */
export interface Changes {
  /** Nothing that has a meaning. */
  readonly none: boolean;
  /** More than values: records, ends, kinds, labels, settings, entities, boundaries, notes, or what decides about the graph. */
  readonly structural: boolean;
  /** Settings, entities, boundaries or notes: every record may have a part in them. */
  readonly shared: boolean;
  /** Names of the properties whose values differ somewhere. */
  readonly properties: ReadonlySet<string>;
  /** Whether a component has another name. */
  readonly renamed: boolean;
  /** The records that differ. */
  readonly records: ReadonlySet<Id>;
  /** These, the connections at them, and the other ends of those. */
  readonly around: ReadonlySet<Id>;
}

/** Values that decide which connections and components the rules see at all. */
const shaping: ReadonlySet<string> = new Set(['interaction', 'isDeadLetterQueue', 'inScope']);

/** Compares by identity first, so that it costs little where little changed. */
export function changesBetween(before: Diagram, after: Diagram): Changes {
  const properties = new Set<string>();
  const note = (old: object, now: object): void => {
    for (const name of differing(old, now)) properties.add(name);
  };
  const routedTo = (id: Id): boolean => [before, after].some((diagram) => graphOf(diagram).into(id).some(({ from }) => isProxy(from)));
  let [renamed, reshaped] = [false, false];
  const components = changedIds(before.components, after.components, (old: Component | undefined, now: Component | undefined) => {
    reshaped ||= old?.kind !== now?.kind || old?.boundary !== now?.boundary;
    if (old?.name !== now?.name) {
      renamed = true;
      // Labels tell a proxy's targets apart by their names.
      reshaped ||= routedTo(old?.id ?? now?.id ?? '');
    }
    note(old?.properties ?? {}, now?.properties ?? {});
    return !old || !now || old.kind !== now.kind || old.boundary !== now.boundary || old.name !== now.name || old.properties !== now.properties;
  });
  const connections = changedIds(before.connections, after.connections, (old: Connection | undefined, now: Connection | undefined) => {
    const isReshaped = old?.from !== now?.from || old?.to !== now?.to || old?.label !== now?.label;
    reshaped ||= isReshaped;
    note(old?.properties ?? {}, now?.properties ?? {});
    return isReshaped || old?.properties !== now?.properties;
  });
  const boundaries = changedIds(before.boundaries, after.boundaries, (old, now) => old?.name !== now?.name || old?.boundary !== now?.boundary || old?.properties !== now?.properties);
  const notes = changedIds(before.notes, after.notes, (old, now) => old?.text !== now?.text || old?.properties !== now?.properties);
  const shared = before.settings !== after.settings || before.entities !== after.entities || notes.size > 0 || boundaries.size > 0;
  const structural = shared || reshaped || !sameOrder(before.components, after.components) || [...shaping].some((name) => properties.has(name));
  const records = new Set([...components, ...connections]);
  const none = !structural && records.size === 0 && before.suppressions === after.suppressions;
  return { none, structural, shared, properties, renamed, records, around: none ? records : around(records, [before, after]) };
}

/** Ids of the records that `differ`, of which one side may be missing. */
function changedIds<R>(before: ReadonlyMap<Id, R>, after: ReadonlyMap<Id, R>, differ: (old: R | undefined, now: R | undefined) => boolean): Set<Id> {
  const changed = new Set<Id>();
  if (before === after) return changed;
  for (const [id, now] of after) {
    const old = before.get(id);
    if (old !== now && differ(old, now)) changed.add(id);
  }
  for (const [id, old] of before) if (!after.has(id) && differ(old, undefined)) changed.add(id);
  return changed;
}

function* differing(old: object, now: object): Iterable<string> {
  if (old === now) return;
  const [a, b] = [new Map(Object.entries(old)), new Map(Object.entries(now))];
  for (const name of new Set([...a.keys(), ...b.keys()])) if (a.get(name) !== b.get(name)) yield name;
}

function around(records: ReadonlySet<Id>, diagrams: readonly Diagram[]): ReadonlySet<Id> {
  const near = new Set(records);
  for (const graph of diagrams.map(graphOf)) {
    for (const id of records) {
      const own = graph.edge(id);
      for (const edge of own ? [own] : [...graph.out(id), ...graph.into(id)]) for (const each of [edge.id, edge.from.id, edge.to.id]) near.add(each);
    }
  }
  return near;
}

/** Order has a meaning only for which of two namesakes is the last. */
function sameOrder(before: ReadonlyMap<Id, Component>, after: ReadonlyMap<Id, Component>): boolean {
  if (before === after) return true;
  const other = after.keys();
  for (const id of before.keys()) if (other.next().value !== id) return false;
  return before.size === after.size;
}
