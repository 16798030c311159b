import { connectionProperties } from '#catalog/connection.ts';
import { entityProperties, settingsProperties } from '#catalog/diagram-fields.ts';
import { kindOf } from '#catalog/kinds.ts';
import { type Boundary, type Diagram, emptyDiagram } from '#diagram/diagram.ts';
import { withReadableIds } from '#diagram/readable-ids.ts';
import { profiles } from './profiles.ts';

/**
 * A diagram in the notation of designs, with readable ids; `designOf` reads it back. What a design may
 * not hold is left out: places, accepted findings, kinds and properties that this version does not know.
 */
export function designText(diagram: Diagram): string {
  const { settings, entities, components, connections, boundaries, notes } = withReadableIds(emptyDiagram, diagram);
  const drawn = [...components.values()].filter(({ kind }) => kindOf(kind));
  const ids = new Set(drawn.map(({ id }) => id));
  const members = (boundary: string): readonly string[] => [...boundaries.values(), ...drawn].filter((each) => each.boundary === boundary).map(({ id }) => id);
  return [
    line('settings', braces(settings, settingsProperties)),
    ...[...entities.values()].map(({ id, name, ...fields }) => line('entity', id, JSON.stringify(name), braces(fields, entityProperties))),
    ...drawn.map(({ id, kind, name, properties }) => line(kind, id, JSON.stringify(name), braces({ ...unstated(kind), ...properties }, kindOf(kind)?.properties ?? {}))),
    ...[...connections.values()]
      .filter(({ from, to }) => ids.has(from) && ids.has(to))
      .map(({ id, from, to, label, properties }) => line(from, '->', to, 'as', id, label === '' ? '' : JSON.stringify(label), braces(properties, connectionProperties))),
    ...innerFirst([...boundaries.values()]).map(({ id, name, properties }) => line('boundary', id, JSON.stringify(name), braces(properties), `[${members(id).join(', ')}]`)),
    ...[...notes.values()].map(({ id, text, properties }) => line('note', id, JSON.stringify(text), braces(properties))),
  ]
    .filter((each) => each !== 'settings')
    .join('\n');
}

const line = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ');

/** A kind that is also the name of a profile would state what the profile does: all of that is taken back first. */
const unstated = (kind: string): object => Object.fromEntries(Object.keys(Object.entries(profiles.components).find(([name]) => name === kind)?.[1].values ?? {}).map((name) => [name, unset]));
const unset = Symbol('unset');

/** Stated values in braces, of them only those that are declared; nothing where there are none. */
function braces(values: object, declared: object = values): string {
  const stated = Object.entries(values).filter(([name, value]) => value !== undefined && Object.hasOwn(declared, name));
  return stated.length === 0 ? '' : `{ ${stated.map(([name, value]) => `${name}: ${valueText(value)}`).join(', ')} }`;
}

/** Words stand without quotes where they can mean nothing else. */
function valueText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(valueText).join(', ')}]`;
  if (typeof value === 'object' && value !== null) return braces(value) || '{ }';
  if (typeof value === 'string') return /^[a-z][a-z-]*$/.test(value) && !reserved.has(value) ? value : JSON.stringify(value);
  return value === unset ? 'unset' : String(value);
}

const reserved: ReadonlySet<string> = new Set(['true', 'false', 'unset']);

/** Each frame after those that lie in it, as a frame can only name what is drawn. */
function innerFirst(boundaries: readonly Boundary[], around?: string): readonly Boundary[] {
  return boundaries.filter(({ boundary }) => boundary === around).flatMap((outer) => [...innerFirst(boundaries, outer.id), outer]);
}
