import { sameValue } from '#base/same-value.ts';
import type { Diagram, Id, RecordOf, TableName } from './diagram.ts';
import { notebookFields, notebookOf } from './notebook.ts';

/** One field before and after; undefined stands for "not there". */
export type FieldChange = readonly [from: unknown, to: unknown];

/** Changes by field. Fields of a bag are named with it: `properties.ordering`, `settings.interviewType`, `practice.captured.shorten`. */
export type FieldChanges = ReadonlyMap<string, FieldChange>;

export interface TableDiff<R> {
  readonly added: ReadonlyMap<Id, R>;
  readonly updated: ReadonlyMap<Id, FieldChanges>;
  readonly removed: ReadonlyMap<Id, R>;
}

/** What changed between two diagrams, field by field: undo, storage and other editors live on it. */
export type Diff = { readonly [T in TableName]?: TableDiff<RecordOf<T>> } & { readonly diagram?: FieldChanges };

export const tableNames = ['components', 'connections', 'boundaries', 'notes', 'entities', 'suppressions'] as const satisfies readonly TableName[];

const bags: ReadonlySet<string> = new Set(['properties', 'origins', 'settings', 'practice', 'unknown']);
const ownFields = ['title', 'settings', 'unknown'] as const;

type Fields = Readonly<Record<string, unknown>>;
type AnyTable = ReadonlyMap<Id, object>;

/** The difference as data. Cheap: records and tables that are the same object are not looked into. */
export function diffOf(before: Diagram, after: Diagram): Diff {
  const diff: { -readonly [K in keyof Diff]: unknown } = {};
  for (const name of tableNames) {
    const tableDiff = diffTable(before[name], after[name]);
    if (tableDiff) diff[name] = tableDiff;
  }
  const own = fieldChanges(pickOwn(before), pickOwn(after));
  if (own.size > 0) diff.diagram = own;
  return diff as Diff;
}

export const isEmptyDiff = (diff: Diff): boolean => Object.keys(diff).length === 0;

/** The diagram with the difference made. Changes of records that are gone are left out, so that diffs of two people can meet. */
export function applyDiff(diagram: Diagram, diff: Diff): Diagram {
  const next: { -readonly [K in keyof Diagram]: unknown } = { ...diagram };
  for (const name of tableNames) {
    const tableDiff = diff[name];
    if (tableDiff) next[name] = applyTable(diagram[name], tableDiff);
  }
  if (diff.diagram) Object.assign(next, withOwn(diagram, diff.diagram));
  return next as Diagram;
}

/** The difference that takes this one back. */
export function invertDiff(diff: Diff): Diff {
  const inverse: { -readonly [K in keyof Diff]: unknown } = {};
  for (const name of tableNames) {
    const tableDiff = diff[name];
    if (tableDiff) inverse[name] = { added: tableDiff.removed, removed: tableDiff.added, updated: mapValues(tableDiff.updated, invertFields) };
  }
  if (diff.diagram) inverse.diagram = invertFields(diff.diagram);
  return inverse as Diff;
}

/** Two differences that follow each other, as one. */
export function squashDiffs(first: Diff, second: Diff): Diff {
  const squashed: { -readonly [K in keyof Diff]: unknown } = {};
  for (const name of tableNames) {
    const a = first[name];
    const b = second[name];
    const both = a && b ? squashTables(a, b) : (a ?? b);
    if (both && both.added.size + both.updated.size + both.removed.size > 0) squashed[name] = both;
  }
  const own = first.diagram && second.diagram ? squashFields(first.diagram, second.diagram) : (first.diagram ?? second.diagram);
  if (own && own.size > 0) squashed.diagram = own;
  return squashed as Diff;
}

function diffTable(before: AnyTable, after: AnyTable): TableDiff<object> | undefined {
  if (before === after) return undefined;
  const added = new Map<Id, object>();
  const updated = new Map<Id, FieldChanges>();
  const removed = new Map<Id, object>();
  for (const [id, record] of after) {
    const old = before.get(id);
    if (!old) added.set(id, record);
    else if (old !== record) {
      const changes = fieldChanges(old as Fields, record as Fields);
      if (changes.size > 0) updated.set(id, changes);
    }
  }
  for (const [id, record] of before) if (!after.has(id)) removed.set(id, record);
  return added.size + updated.size + removed.size > 0 ? { added, updated, removed } : undefined;
}

function fieldChanges(before: Fields, after: Fields, prefix = ''): Map<string, FieldChange> {
  const changes = new Map<string, FieldChange>();
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const from = own(before, field);
    const to = own(after, field);
    if (from === to) continue;
    if (prefix === '' && bags.has(field)) {
      for (const [name, change] of fieldChanges((from ?? {}) as Fields, (to ?? {}) as Fields, `${field}.`)) changes.set(name, change);
    } else if (!sameValue(from, to)) changes.set(prefix + field, [from, to]);
  }
  return changes;
}

/** A field of the record itself: names come from files, `toString` among them. */
const own = (record: Fields, field: string): unknown => (Object.hasOwn(record, field) ? record[field] : undefined);

function applyTable(table: AnyTable, diff: TableDiff<object>): AnyTable {
  const next = new Map(table);
  for (const id of diff.removed.keys()) next.delete(id);
  for (const [id, record] of diff.added) next.set(id, record);
  for (const [id, changes] of diff.updated) {
    const record = next.get(id);
    if (record) next.set(id, withChanges(record as Fields, changes));
  }
  return next;
}

function withChanges(record: Fields, changes: FieldChanges): Fields {
  const next: Record<string, unknown> = { ...record };
  for (const [path, [, to]] of changes) {
    const dot = path.indexOf('.');
    const bag = path.slice(0, Math.max(dot, 0));
    if (bags.has(bag)) next[bag] = withField((next[bag] ?? {}) as Fields, path.slice(dot + 1), to);
    else if (to === undefined) delete next[path];
    else next[path] = to;
  }
  for (const bag of ['origins', 'unknown']) if (next[bag] && Object.keys(next[bag] as Fields).length === 0) delete next[bag];
  return next;
}

function withField(bag: Fields, name: string, value: unknown): Fields {
  const { [name]: _, ...rest } = bag;
  return value === undefined ? rest : { ...bag, [name]: value };
}

const invertFields = (changes: FieldChanges): FieldChanges => mapValues(changes, ([from, to]): FieldChange => [to, from]);

function squashFields(first: FieldChanges, second: FieldChanges): FieldChanges {
  const squashed = new Map(first);
  for (const [field, [from, to]] of second) {
    const start = first.has(field) ? first.get(field)?.[0] : from;
    if (sameValue(start, to)) squashed.delete(field);
    else squashed.set(field, [start, to]);
  }
  return squashed;
}

function squashTables(first: TableDiff<object>, second: TableDiff<object>): TableDiff<object> {
  const added = new Map(first.added);
  const updated = new Map(first.updated);
  const removed = new Map(first.removed);
  for (const [id, record] of second.removed) {
    if (added.delete(id)) continue;
    const changes = updated.get(id);
    updated.delete(id);
    removed.set(id, changes ? withChanges(record as Fields, invertFields(changes)) : record);
  }
  for (const [id, record] of second.added) {
    const gone = removed.get(id);
    if (!gone) added.set(id, record);
    else {
      removed.delete(id);
      const changes = fieldChanges(gone as Fields, record as Fields);
      if (changes.size > 0) updated.set(id, changes);
    }
  }
  for (const [id, changes] of second.updated) {
    const record = added.get(id);
    const before = updated.get(id);
    if (record) added.set(id, withChanges(record as Fields, changes));
    else {
      const both = before ? squashFields(before, changes) : changes;
      if (both.size > 0) updated.set(id, both);
      else updated.delete(id);
    }
  }
  return { added, updated, removed };
}

function pickOwn(diagram: Diagram): Fields {
  const own = Object.fromEntries(ownFields.filter((field) => diagram[field] !== undefined).map((field) => [field, diagram[field]]));
  return diagram.practice ? { ...own, practice: notebookFields(diagram.practice) } : own;
}

/** The diagram's own fields with the changes made. */
function withOwn(diagram: Diagram, changes: FieldChanges): Fields {
  const before = pickOwn(diagram);
  const after = withChanges(before, changes);
  return after['practice'] === before['practice'] ? { ...after, practice: diagram.practice } : { ...after, practice: notebookOf(after['practice'] as Fields) };
}

function mapValues<A, B>(map: ReadonlyMap<string, A>, change: (value: A) => B): Map<string, B> {
  return new Map([...map].map(([key, value]) => [key, change(value)]));
}
