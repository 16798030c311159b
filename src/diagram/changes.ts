import type { CanvasRecord, Diagram, Id, TableName } from './diagram.ts';
import { diffOf, tableNames } from './diff.ts';

/** One thing that differs between two diagrams. */
export type Change =
  | { readonly type: 'add'; readonly table: TableName; readonly id: Id }
  | { readonly type: 'remove'; readonly table: TableName; readonly id: Id }
  /** `field` as in a diff: `name`, `properties.ordering`. The id of the diagram's own fields is `diagram`. */
  | { readonly type: 'set'; readonly table: TableName | 'diagram'; readonly id: Id; readonly field: string; readonly from: unknown; readonly to: unknown };

/** What a step does, in the order in which one would tell it: what comes, what changes, what goes. Who wrote a value is left out. */
export function changesOf(before: Diagram, after: Diagram): readonly Change[] {
  const diff = diffOf(before, after);
  const added: Change[] = [];
  const updated: Change[] = [];
  const removed: Change[] = [];
  for (const table of tableNames) {
    const changes = diff[table];
    if (!changes) continue;
    for (const id of changes.added.keys()) added.push({ type: 'add', table, id });
    for (const [id, fields] of changes.updated) {
      for (const [field, [from, to]] of fields) if (!field.startsWith('origins.')) updated.push({ type: 'set', table, id, field, from, to });
    }
    for (const id of changes.removed.keys()) removed.push({ type: 'remove', table, id });
  }
  for (const [field, [from, to]] of diff.diagram ?? []) updated.push({ type: 'set', table: 'diagram', id: 'diagram', field, from, to });
  return [...added, ...updated, ...removed];
}

/** What a step does to what is drawn: records by what happens to them. */
export interface DrawnChanges {
  readonly added: readonly CanvasRecord[];
  /** As they are afterwards. */
  readonly changed: readonly CanvasRecord[];
  /** As they were. */
  readonly removed: readonly CanvasRecord[];
}

/** The same for the canvas: a record that goes somewhere else is removed here and added there. */
export function drawnChanges(before: Diagram, after: Diagram): DrawnChanges {
  const added = new Map<Id, CanvasRecord>();
  const changed = new Map<Id, CanvasRecord>();
  const removed = new Map<Id, CanvasRecord>();
  const put = (into: Map<Id, CanvasRecord>, diagram: Diagram, id: Id): void => {
    const record = diagram.components.get(id) ?? diagram.connections.get(id) ?? diagram.boundaries.get(id) ?? diagram.notes.get(id);
    if (record) into.set(id, record);
  };
  for (const change of changesOf(before, after)) {
    if (change.type === 'add') put(added, after, change.id);
    else if (change.type === 'remove') put(removed, before, change.id);
    else if (isElsewhere(change.field)) {
      put(added, after, change.id);
      put(removed, before, change.id);
    } else put(changed, after, change.id);
  }
  for (const id of added.keys()) changed.delete(id);
  return { added: [...added.values()], changed: [...changed.values()], removed: [...removed.values()] };
}

/** Whether a field says where something is drawn. */
const isElsewhere = (field: string): boolean => field === 'position' || field === 'from' || field === 'to';
