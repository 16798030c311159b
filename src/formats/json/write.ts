import { connectionProperties } from '#catalog/connection.ts';
import { boundaryProperties, entityProperties, noteProperties, settingsProperties } from '#catalog/diagram-fields.ts';
import { kindOf } from '#catalog/kinds.ts';
import type { Diagram, Id, Notebook } from '#diagram/diagram.ts';
import { currentVersion } from '#diagram/migrations/migrations.ts';
import { namingKey } from '#diagram/notebook.ts';
import { knownFields } from './records.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The diagram as the text of a `.caveat.json` file: one record after the other, keys in a fixed order, so that differences read well. */
export function writeDiagram(diagram: Diagram): string {
  const settings = inOrder(diagram.settings, [...Object.keys(settingsProperties), 'lintConfig']);
  const file = {
    format: 'caveat-diagram',
    version: currentVersion,
    title: diagram.title,
    ...present('settings', settings),
    ...(diagram.practice ? { practice: practiceFields(diagram.practice) } : {}),
    ...present('entities', entries(diagram.entities, (entity) => inOrder(entity, ['name', ...Object.keys(entityProperties)], ['id']))),
    components: entries(diagram.components, (record) => recordFields(record, knownFields.components, Object.keys(kindOf(record.kind)?.properties ?? {}))),
    connections: entries(diagram.connections, (record) => recordFields(record, knownFields.connections, Object.keys(connectionProperties))),
    ...present('boundaries', entries(diagram.boundaries, (record) => recordFields(record, knownFields.boundaries, Object.keys(boundaryProperties)))),
    ...present('notes', entries(diagram.notes, (record) => recordFields(record, knownFields.notes, Object.keys(noteProperties)))),
    ...(diagram.suppressions.size > 0 ? { suppressions: [...diagram.suppressions.values()].map((record) => recordFields(record, knownFields.suppressions, [])) } : {}),
    ...diagram.unknown,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Entries of a table as own fields of an object, whatever their ids are called. */
function entries<R>(table: ReadonlyMap<Id, R>, write: (record: R) => Fields): Fields {
  return Object.fromEntries([...table].map(([id, record]) => [id, write(record)]));
}

const present = (name: string, fields: Fields): Fields => (Object.keys(fields).length > 0 ? { [name]: fields } : {});

/** The notebook without empty pages, lists in a fixed order: when something was ticked means nothing. */
function practiceFields({ unknown, ...notebook }: Notebook): Fields {
  const { captured = [], standsFor = {}, named = [] } = notebook;
  const fields = {
    ...notebook,
    captured: captured.length > 0 ? captured.toSorted() : undefined,
    standsFor: Object.keys(standsFor).length > 0 ? inOrder(standsFor, Object.keys(standsFor).toSorted()) : undefined,
    named: named.length > 0 ? named.toSorted((a, b) => (namingKey(a) < namingKey(b) ? -1 : 1)) : undefined,
  };
  return { ...inOrder(fields, knownFields.practice), ...unknown };
}

interface Written {
  readonly properties?: object;
  readonly origins?: object;
  readonly unknown?: Fields;
}

function recordFields(record: Written, known: readonly string[], propertyNames: readonly string[]): Fields {
  const fields = inOrder(Object.fromEntries(Object.entries(record).filter(([name]) => known.includes(name))), known);
  const stated = record.properties ? { properties: inOrder(record.properties, propertyNames) } : {};
  const origins = record.origins ? { origins: inOrder(record.origins, propertyNames) } : {};
  return { ...fields, ...stated, ...origins, ...record.unknown };
}

/** The fields with the known names first, in their order, then the others in their own, without some. */
function inOrder(bag: object, names: readonly string[], without: readonly string[] = []): Fields {
  const fields = Object.fromEntries(Object.entries(bag));
  const known = names.filter((name) => Object.hasOwn(fields, name));
  const others = Object.keys(fields).filter((name) => !known.includes(name) && !without.includes(name));
  return Object.fromEntries([...known, ...others].map((name) => [name, fields[name]]).filter(([, value]) => value !== undefined));
}
