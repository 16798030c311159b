import { kindOf } from '#catalog/kinds.ts';
import { type Component, type Diagram, emptyDiagram, type Id } from './diagram.ts';
import { putRecord, tableOf, type Values, withProperties } from './edits.ts';
import { pairs, readChange, readRemoval, readStops, withSettings } from './sketch-changes.ts';
import { Scanner } from './sketch-scanner.ts';

/** Bundles of stated values by name: the heads of components, and what stands behind `by` at connections. */
export interface Profiles {
  readonly components: Readonly<Record<string, { readonly kind: string; readonly values: object }>>;
  readonly connections: Readonly<Record<string, object>>;
}

interface SketchOptions {
  /** The diagram that the text adds to and changes; the empty one unless given. */
  readonly base?: Diagram;
  /** With profiles, heads must be known, and connections must end at components. */
  readonly profiles?: Profiles;
}

/**
 * Draws a diagram from a few lines of text, for the examples of rules, for scenarios and for tests. One statement a line:
 *
 *   queue jobs "Email jobs" { ordering: none, maxDeliveryAttempts: 5, technology: "Amazon SQS" }
 *   api -> jobs -> mailer                     connections c1, c2, ... by order, interactions left to inference
 *   api -> db { access: write }               with stated values; `as e1` before them names it
 *   boundary vpc { boundaryType: vpc } [jobs, mailer]
 *   note n1 "Postgres: ACID keeps orders." { noteType: decision, attachedTo: [db] }
 *   entity order { lossTolerant: false }
 *   settings { availabilityTarget: 0.99 }
 *   accept queue/no-consumer on jobs "Drained by hand once a week."
 *
 * With profiles, values in braces override theirs, and `unset` takes one away:
 *
 *   postgres db "Orders" { readReplicas: unset }
 *   api -> db by db-write { transactional: true }
 *
 * What a line before it or the base has drawn can be changed. An id that is drawn again keeps its connections:
 *
 *   remove cache, c7, api -> db               components with their connections, one connection, all from api to db
 *   set db, api -> db { timeoutMs: 200, idempotent: unset }
 *   set entity order { lossTolerant: true }
 *   set settings { availabilityTarget: 0.9999 }
 *
 * Throws on a line that it cannot read, and says which.
 */
export function sketch(text: string, { base = emptyDiagram, profiles }: SketchOptions = {}): Diagram {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .reduce((diagram, line) => readLine(diagram, line, profiles), base);
}

function readLine(diagram: Diagram, text: string, profiles: Profiles | undefined): Diagram {
  try {
    const line = new Scanner(text);
    const next = readStatement(diagram, line, profiles);
    line.end();
    return next;
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)} (in the line: ${text})`, { cause: error });
  }
}

function readStatement(diagram: Diagram, line: Scanner, profiles: Profiles | undefined): Diagram {
  const head = line.word();
  if (line.takes('->')) return readConnections(diagram, head, line, profiles);
  if (head === 'settings') return withSettings(diagram, line.values());
  if (head === 'accept') return readSuppression(diagram, line);
  if (head === 'remove') return readRemoval(diagram, line);
  if (head === 'set') return readChange(diagram, line);
  const id = line.word();
  const text = line.text();
  const values = line.values();
  if (head === 'note') return putRecord(diagram, 'notes', { id, text: text ?? '', properties: stated(values) });
  if (head === 'entity') return putRecord(diagram, 'entities', { ...stated(values), id, name: text ?? id });
  if (head === 'boundary') {
    const members = (line.list() ?? []).map(String);
    return members.reduce((next, member) => enclose(next, member, id), putRecord(diagram, 'boundaries', { id, name: text ?? id, properties: stated(values) }));
  }
  const profile = profiles && named(profiles.components, head);
  if (profiles && !profile && !kindOf(head)) throw new Error(`${head} is neither a profile nor a kind.`);
  return putRecord(diagram, 'components', {
    ...placeOf(diagram.components.get(id)),
    id,
    kind: profile?.kind ?? head,
    name: text ?? diagram.components.get(id)?.name ?? id,
    properties: stated({ ...profile?.values, ...values }),
  });
}

function readConnections(diagram: Diagram, first: Id, line: Scanner, profiles: Profiles | undefined): Diagram {
  const stops = readStops(first, line);
  const unknown = profiles && stops.find((stop) => !diagram.components.has(stop));
  if (unknown !== undefined) throw new Error(`There is no component ${unknown}.`);
  const by = line.wordAfter('by');
  const profile = by === undefined ? {} : profiles && named(profiles.connections, by);
  if (!profile) throw new Error(`${by} is no profile of connections.`);
  const name = line.wordAfter('as');
  if (name !== undefined && (tableOf(diagram, name) || stops.length > 2)) throw new Error(`The id ${name} can name one record only.`);
  const label = line.text() ?? '';
  const properties = stated({ ...profile, ...line.values() });
  return pairs(stops).reduce((next, [from, to]) => {
    return putRecord(next, 'connections', { id: name ?? freeConnectionId(next), from, to, label, properties });
  }, diagram);
}

function readSuppression(diagram: Diagram, line: Scanner): Diagram {
  const rule = line.word();
  line.expect('on');
  const on = line.word();
  return putRecord(diagram, 'suppressions', { id: `${rule}@${on}`, rule, on, reason: line.text() ?? '', ...line.values() });
}

function freeConnectionId(diagram: Diagram): Id {
  let number = diagram.connections.size + 1;
  while (tableOf(diagram, `c${number}`)) number++;
  return `c${number}`;
}

/** The values without those that are unset. */
const stated = (values: Values): object => withProperties({ properties: {} }, values).properties;

const named = <T>(bundles: Readonly<Record<string, T>>, name: string): T | undefined => (Object.hasOwn(bundles, name) ? bundles[name] : undefined);

/** Where a component is, without what it is. */
function placeOf(component: Component | undefined): Partial<Pick<Component, 'position' | 'size' | 'boundary'>> {
  if (!component) return {};
  const { id: _id, kind: _kind, name: _name, properties: _properties, origins: _origins, unknown: _unknown, ...place } = component;
  return place;
}

function enclose(diagram: Diagram, member: Id, boundary: Id): Diagram {
  const component = diagram.components.get(member);
  if (component) return putRecord(diagram, 'components', { ...component, boundary });
  const inner = diagram.boundaries.get(member);
  if (inner) return putRecord(diagram, 'boundaries', { ...inner, boundary });
  throw new Error(`A boundary names ${member}, which no line before it draws.`);
}
