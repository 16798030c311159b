import { type Change, changesOf } from '#diagram/changes.ts';
import type { Component, Connection, Diagram, Id } from '#diagram/diagram.ts';
import { applyDiff, type Diff } from '#diagram/diff.ts';
import { putRecord } from '#diagram/edits.ts';
import { withoutReferences } from '#diagram/references.ts';

/** Takes one change back in a diagram that may lack others of them already; the same diagram where nothing is left to take back. */
export type StepBack = (diagram: Diagram) => Diagram;

const unseen: ReadonlySet<string> = new Set(['name', 'label', 'position', 'size', 'waypoints', 'ports', 'boundary', 'properties.rationale', 'properties.description', 'settings.lintConfig']);

/** The changes of a design, one by one, the large ones first. Names, notes, reasons, places and frames (also that of a region) change no design. */
export function stepsBack(before: Diagram, after: Diagram): readonly StepBack[] {
  const changes = changesOf(before, after);
  const of = (type: Change['type'], ...tables: readonly string[]) => changes.filter((change) => change.type === type && tables.includes(change.table));
  return [
    ...of('add', 'components').map(({ id }) => removing(id)),
    ...of('remove', 'components').map(({ id }) => restoring(before, id)),
    ...of('add', 'connections').map(({ id }) => removing(id)),
    ...of('remove', 'connections').flatMap(({ id }) => {
      const connection = before.connections.get(id);
      return connection && after.components.has(connection.from) && after.components.has(connection.to) ? [connecting(connection)] : [];
    }),
    ...rerouted(changes, before),
    ...changes.flatMap((change) => (change.type === 'set' && isSeen(change) ? [setting(change)] : [])),
  ];
}

const isSeen = ({ table, field }: Extract<Change, { readonly type: 'set' }>): boolean =>
  (table === 'components' || table === 'connections' || table === 'entities' || (table === 'diagram' && field.startsWith('settings.'))) && !unseen.has(field) && field !== 'from' && field !== 'to' && !field.startsWith('unknown');

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

const setting =
  ({ table, id, field, from, to }: Extract<Change, { readonly type: 'set' }>): StepBack =>
  (diagram) => {
    const fields = new Map([[field, [to, from] as const]]);
    if (table === 'diagram') return applyDiff(diagram, { diagram: fields });
    if (!diagram[table].has(id)) return diagram;
    const diff: Diff = { [table]: { added: new Map(), removed: new Map(), updated: new Map([[id, fields]]) } };
    return applyDiff(diagram, diff);
  };
