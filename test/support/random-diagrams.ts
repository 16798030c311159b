import fc from 'fast-check';
import { connectionProperties, interactions } from '#catalog/connection.ts';
import { boundaryProperties, entityProperties, noteProperties, settingsProperties } from '#catalog/diagram-fields.ts';
import { interactionsBetween } from '#catalog/interaction.ts';
import { kindOf, kinds } from '#catalog/kinds.ts';
import type { Property, ValueType } from '#catalog/property.ts';
import type { Boundary, Component, Connection, Diagram, Entity, Id, Note, Suppression } from '#diagram/diagram.ts';
import { rules } from '#rules/rules.ts';

type Values = Readonly<Record<string, unknown>>;
type Table = Readonly<Record<string, Property>>;

/** Texts that rules look for in what people write, beside blank and long ones. */
const texts = [
  '', ' ', 'orderId', 'created_at, tenantId', 'country', 'order 1', '2. seat', '/api', 'cmd: send', 'HTTP/2', 'hedged read', 'leader election', 'SQLite', 'RabbitMQ classic', 'Amazon SQS', 'Amazon SQS FIFO',
  'Kafka topic', 'S3', 'archive, read once', 'NoSQL scales better than SQL.', 'Postgres: ACID transactions keep orders.', '___', 'latency across regions is accepted', 'Wert für Größe', 'long-lived websockets',
];

const componentIds: readonly Id[] = Array.from({ length: 9 }, (_, index) => `n${index + 1}`);
const boundaryIds: readonly Id[] = ['b1', 'b2', 'b3'];
const entityIds: readonly Id[] = ['e1', 'e2', 'e3'];
const connectionIds: readonly Id[] = Array.from({ length: 14 }, (_, index) => `c${index + 1}`);

const mentioned = { component: componentIds, boundary: boundaryIds, entity: entityIds, record: [...componentIds, ...connectionIds] };

/** A value that the schema of this type accepts: usual, smallest, largest or strange. */
export function valueOf(type: ValueType): fc.Arbitrary<unknown> {
  switch (type.type) {
    case 'enum':
      return fc.constantFrom(...type.options);
    case 'integer':
    case 'number': {
      const { min = 0, max = 1e15, word } = type;
      const usual = fc.constantFrom(min, 1, 2, 3, 5, 30, 100, 1000, 5000, 86_400, 604_800, 2e6, 2e9, 1e15).filter((number) => number >= min && number <= max);
      return word === undefined ? usual : fc.oneof({ weight: 5, arbitrary: usual }, { weight: 1, arbitrary: fc.constant(word) });
    }
    case 'ratio':
      return fc.constantFrom(0, 0.01, 0.1, 0.5, 0.9, 0.99, 0.999, 1);
    case 'boolean':
      return fc.boolean();
    case 'text':
    case 'product':
      return fc.constantFrom(...texts);
    case 'reference':
      return fc.constantFrom(...mentioned[type.to]);
    case 'record':
      return valuesOf(type.fields, 1);
    case 'list':
      return type.item.type === 'reference' || type.item.type === 'enum' ? fc.uniqueArray(valueOf(type.item), { maxLength: 3 }) : fc.array(valueOf(type.item), { maxLength: 3 });
  }
}

/** Values for some names of a table; one in `sparsity + 1` is stated. */
const valuesOf = (table: Table, sparsity: number): fc.Arbitrary<Values> =>
  fc
    .record(Object.fromEntries(Object.entries(table).map(([name, property]) => [name, fc.oneof({ weight: sparsity, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: valueOf(property) })])))
    .map((values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)));

const sparsely = (table: Table): fc.Arbitrary<Values> => fc.oneof({ weight: 1, arbitrary: fc.constant({}) }, { weight: 2, arbitrary: valuesOf(table, 5) }, { weight: 2, arbitrary: valuesOf(table, 1) });

const component = (id: Id): fc.Arbitrary<Component> =>
  fc.constantFrom(...kinds).chain((kind) =>
    fc.record({
      id: fc.constant(id),
      kind: fc.constant(kind.id),
      name: fc.constantFrom(`Part ${id}`, kind.label, 'Orders', 'orders '),
      boundary: fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constantFrom(...boundaryIds) }),
      properties: sparsely(kind.properties),
    }),
  );

/** Arrows that mean something: between kinds that may be joined, with an interaction that they allow. */
const connection = (id: Id, components: readonly Component[]): fc.Arbitrary<Connection> =>
  fc.tuple(fc.constantFrom(...components), fc.constantFrom(...components), fc.nat(), sparsely(connectionProperties), fc.constantFrom(...texts)).map(([one, other, pick, values, label]) => {
    const isForward = interactionsBetween(one.kind, other.kind).length > 0;
    const [from, to] = isForward ? [one, other] : [other, one];
    const choices = [undefined, ...interactionsBetween(from.kind, to.kind)];
    const interaction = choices[pick % choices.length];
    const { interaction: _, ...rest } = values;
    return { id, from: from.id, to: to.id, label, properties: interaction ? { ...rest, interaction } : rest };
  });

/** Frames lie in frames before them, so that none lies in itself. */
const boundaries: fc.Arbitrary<readonly Boundary[]> = fc.tuple(
  ...boundaryIds.map((id, index) =>
    fc.record({ id: fc.constant(id), name: fc.constantFrom(id, 'VPC'), boundary: fc.constantFrom(undefined, ...boundaryIds.slice(0, index)), properties: valuesOf(boundaryProperties, 1) }),
  ),
);

const entities: fc.Arbitrary<readonly Entity[]> = fc.tuple(...entityIds.map((id) => valuesOf(entityProperties, 1).map((values) => ({ ...values, id, name: `Thing ${id}` }))));

const notes: fc.Arbitrary<readonly Note[]> = fc.tuple(...['t1', 't2'].map((id) => fc.record({ id: fc.constant(id), text: fc.constantFrom(...texts), properties: valuesOf(noteProperties, 1) })));

const suppressions: fc.Arbitrary<readonly Suppression[]> = fc.uniqueArray(
  fc.record({ rule: fc.constantFrom('queue/*', '*', 'no/such-rule', ...rules.map(({ id }) => id).filter((id) => id !== 'model/duplicate-name')), on: fc.constantFrom('diagram', ...componentIds, ...connectionIds, ...boundaryIds), reason: fc.constantFrom('', 'ok', 'We accept this risk for now.') }).map((each) => ({ ...each, id: `${each.rule}@${each.on}` })),
  { maxLength: 3, selector: ({ id }) => id },
);

const byId = <R extends { readonly id: Id }>(records: readonly R[]): ReadonlyMap<Id, R> => new Map(records.map((record) => [record.id, record]));

/** Diagrams that a file may hold: every kind, any values that the schema takes, arrows that mean something. */
export const anyDiagram: fc.Arbitrary<Diagram> = fc
  .integer({ min: 1, max: componentIds.length })
  .chain((count) => fc.tuple(...componentIds.slice(0, count).map(component)))
  .chain((components) =>
    fc.record({
      title: fc.constant('Random'),
      settings: valuesOf(settingsProperties, 1),
      components: fc.constant(byId(components)),
      connections: fc.nat(connectionIds.length).chain((count) => fc.tuple(...connectionIds.slice(0, count).map((id) => connection(id, components)))).map(byId),
      boundaries: boundaries.map(byId),
      notes: notes.map(byId),
      entities: entities.map(byId),
      suppressions: suppressions.map(byId),
    }),
  );

const strangeValue = fc.oneof(fc.constantFrom<unknown>(null, '', -1, 0, 1e308, Number.NaN, Infinity, true, 'many', [], {}, [null], { type: 5 }), fc.jsonValue({ maxDepth: 2 }));

const everyName: readonly string[] = [...new Set([...kinds.flatMap(({ properties }) => Object.keys(properties)), 'constructor', '__proto__x', 'toString'])];

/** Values under names that this kind does not have: kept as they came, never checked. */
const strangeValues = (kind: string): fc.Arbitrary<Values> =>
  fc.uniqueArray(fc.tuple(fc.constantFrom(...everyName.filter((name) => !Object.hasOwn(kindOf(kind)?.properties ?? {}, name))), strangeValue), { maxLength: 8, selector: ([name]) => name }).map((entries) => Object.fromEntries(entries));

const strangeComponent = (id: Id): fc.Arbitrary<Component> =>
  fc.constantFrom<string>('mystery', 'constructor', '', ...kinds.map((kind) => kind.id)).chain((kind) =>
    fc.record({ id: fc.constant(id), kind: fc.constant(kind), name: fc.constantFrom('', ' ', 'constructor', '💥'.repeat(20)), boundary: fc.constantFrom(undefined, ...boundaryIds, 'gone'), properties: fc.tuple(sparsely(kindOf(kind)?.properties ?? {}), strangeValues(kind)).map(([known, strange]) => ({ ...strange, ...known })) }),
  );

const anyEnd = fc.constantFrom(...componentIds, 'gone', 'b1', 't1', 'constructor');

/** Diagrams that no sane hand has drawn: dangling ends, loops, unknown kinds and names, frames inside each other, numbers out of any range. */
export const nonsense: fc.Arbitrary<Diagram> = fc.record({
  title: fc.constant(''),
  settings: fc.record({ availabilityTarget: fc.constantFrom(undefined, 0, 1), latencyTargetP99Ms: fc.constantFrom(undefined, 0, 1e308), peakToAverageRatio: fc.constantFrom(undefined, 0, 1e308), lintConfig: fc.constantFrom(undefined, {}, { preset: 'strict' as const }, { rules: { constructor: 'error' as const } }) }),
  components: fc.tuple(...componentIds.slice(0, 5).map(strangeComponent)).map(byId),
  connections: fc
    .tuple(...connectionIds.slice(0, 8).map((id) => fc.record({ id: fc.constant(id), from: anyEnd, to: anyEnd, label: fc.constantFrom('', ...texts), properties: fc.tuple(sparsely(connectionProperties), fc.constantFrom(undefined, ...interactions)).map(([values, interaction]) => ({ ...values, interaction, magic: 'kept' })) })))
    .map(byId),
  boundaries: fc.tuple(...boundaryIds.map((id) => fc.record({ id: fc.constant(id), name: fc.constant(''), boundary: fc.constantFrom(undefined, ...boundaryIds), properties: valuesOf(boundaryProperties, 1) }))).map(byId),
  notes: notes.map(byId),
  entities: entities.map(byId),
  suppressions: suppressions.map(byId),
});
