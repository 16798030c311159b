import { type Change, changesOf } from '#diagram/changes.ts';
import type { Component, Connection, Diagram, Id, TableName } from '#diagram/diagram.ts';
import { applyDiff } from '#diagram/diff.ts';
import { putRecord } from '#diagram/edits.ts';
import { propertyOf } from '#diagram/property-of.ts';
import { withoutReferences } from '#diagram/references.ts';

/** Takes one change back in a diagram that may lack others of them already; the same diagram where nothing is left to take back. */
export type StepBack = (diagram: Diagram) => Diagram;

/**
 * The changes of a design that could be one too many, the large ones first. What joins a new component or goes on beside it belongs to it,
 * a connection that goes where another one comes is moved, and what a connection states follows what is decided anew at its ends. What is only said now,
 * sizes, names, notes, reasons, places and frames are never too much.
 */
export function stepsBack(before: Diagram, after: Diagram): readonly StepBack[] {
  const changes = changesOf(before, after);
  const of = (type: Change['type'], table: TableName): readonly Id[] => changes.filter((change) => change.type === type && change.table === table).map(({ id }) => id);
  const added = of('add', 'connections').flatMap((id) => after.connections.get(id) ?? []);
  const gaining = new Set(added.flatMap(({ from, to }) => [from, to]));
  const fresh = new Set(of('add', 'components'));
  const beside = new Set(added.flatMap(({ from, to }) => (fresh.has(from) || fresh.has(to) ? [from, to] : [])));
  const decided = (table: 'components' | 'connections'): ReadonlySet<Id> => new Set(of('set', table).filter((id) => changes.some((change) => change.table === table && change.id === id && isDecision(before, change))));
  const anew = decided('components');
  return [
    ...of('add', 'components').map(removing),
    ...of('remove', 'components').map((id) => restoring(before, id)),
    ...added.filter(({ from, to }) => !beside.has(from) && !beside.has(to)).map(({ id }) => removing(id)),
    ...of('remove', 'connections').flatMap((id) => {
      const connection = before.connections.get(id);
      return connection && after.components.has(connection.from) && after.components.has(connection.to) && !gaining.has(connection.from) && !gaining.has(connection.to) ? [connecting(connection)] : [];
    }),
    ...rerouted(changes, before),
    ...[...anew].map((id) => resetting('components', id, changes)),
    ...[...decided('connections')].filter((id) => endsOf(before, id).every((end) => !anew.has(end) && !gaining.has(end))).map((id) => resetting('connections', id, changes)),
  ];
}

/** Whether something that was stated is decided anew. */
const isDecision = (before: Diagram, change: Change): boolean =>
  change.type === 'set' && change.from !== undefined && change.to !== undefined && change.field.startsWith(bag) && decisions.has(propertyOf(before, change.id, change.field.slice(bag.length))?.type ?? '');

const bag = 'properties.';

const endsOf = (diagram: Diagram, id: Id): readonly Id[] => {
  const connection = diagram.connections.get(id);
  return connection ? [connection.from, connection.to] : [];
};

/** All that a record states otherwise, taken back together: a product brings many properties. */
const resetting =
  (table: 'components' | 'connections', id: Id, changes: readonly Change[]): StepBack =>
  (diagram) => {
    const fields = new Map(changes.flatMap((change) => (change.type === 'set' && change.table === table && change.id === id && change.field.startsWith(bag) ? [[change.field, [change.to, change.from] as const] as const] : [])));
    return diagram[table].has(id) ? applyDiff(diagram, { [table]: { added: new Map(), removed: new Map(), updated: new Map([[id, fields]]) } }) : diagram;
  };

const decisions: ReadonlySet<string> = new Set(['enum', 'boolean', 'product', 'reference']);

/** A component goes with its connections. */
const removing = (id: Id): StepBack => (diagram) => {
  if (!diagram.components.has(id) && !diagram.connections.has(id)) return diagram;
  const connections = [...diagram.connections].filter(([key, { from, to }]) => key !== id && from !== id && to !== id);
  const components = [...diagram.components].filter(([key]) => key !== id);
  return withoutReferences({ ...diagram, components: new Map(components), connections: new Map(connections) }, diagram, new Set([id]));
};

/** A component comes back with what joined it. */
const restoring = (before: Diagram, id: Id): StepBack => (diagram) => {
  const component: Component | undefined = before.components.get(id);
  if (!component) return diagram;
  const next = putRecord(diagram, 'components', component);
  const own = [...before.connections.values()].filter(({ from, to }) => (from === id || to === id) && next.components.has(from) && next.components.has(to));
  return own.filter((connection) => !next.connections.has(connection.id)).reduce((each, connection) => putRecord(each, 'connections', connection), next);
};

const connecting = (connection: Connection): StepBack => (diagram) =>
  diagram.connections.has(connection.id) || !diagram.components.has(connection.from) || !diagram.components.has(connection.to) ? diagram : putRecord(diagram, 'connections', connection);

/** Connections that go elsewhere: both ends are one change. */
function rerouted(changes: readonly Change[], before: Diagram): readonly StepBack[] {
  const ids = new Set(changes.flatMap((change) => (change.type === 'set' && change.table === 'connections' && (change.field === 'from' || change.field === 'to') ? [change.id] : [])));
  return [...ids].map((id): StepBack => (diagram) => {
    const [connection, old] = [diagram.connections.get(id), before.connections.get(id)];
    return connection && old && diagram.components.has(old.from) && diagram.components.has(old.to) ? putRecord(diagram, 'connections', { ...connection, from: old.from, to: old.to }) : diagram;
  });
}
