import { describe, expect, test } from 'vitest';
import { connectionProperties } from '#catalog/connection.ts';
import { kindOf } from '#catalog/kinds.ts';
import { designOf, mutantOf } from '#practice/design-notation.ts';
import { profiles } from '#practice/profiles.ts';
import type { Design, Mutant, Scenario } from '#practice/scenario.ts';

const reference = 'postgres db "Seats" { rationale: "ACID." }\nservice api "API" { instances: 4 }\nredlock seat-lock\napi -> seat-lock by acquire\napi -> db by db-write { dataFlows: [seat] }';

const design = (id: string, text: string, from?: string): Design => ({ id, title: id, about: '', text, ...(from === undefined ? {} : { from }) });

const scenarioWith = (...designs: Design[]): Scenario => ({
  id: 'tickets', title: 'Tickets', knownFrom: '', type: 'product', difficulty: 'easy', topics: [], brief: '', functional: [], nonFunctional: [],
  settings: { interviewType: 'product' },
  entities: [{ id: 'seat', name: 'Seat', about: 'A place.', alsoCalled: ['place'], mutability: 'mutable' }],
  phases: {}, checks: [], hints: [], mistakes: [], curveballs: [], pitch: '', designs, mutants: [],
});

const mutant = (text: string): Mutant => ({ what: 'no lock', text, fails: [] });

const scenario = scenarioWith(
  design('reference', reference),
  design('optimistic', 'remove seat-lock\nset api -> db { conditionalWrite: true }\nset entity seat { consistencyNeed: strong }', 'reference'),
  design('document', 'dynamodb db { shardKey: seatId }', 'optimistic'),
);

describe('a design', () => {
  test('starts from what the scenario says', () => {
    const diagram = designOf(scenario, 'reference');
    expect([diagram.title, diagram.settings]).toEqual(['Tickets', { interviewType: 'product' }]);
    expect([...diagram.entities.values()]).toEqual([{ id: 'seat', name: 'Seat', mutability: 'mutable' }]);
    expect(diagram.components.get('db')?.properties).toMatchObject({ technology: 'PostgreSQL', transactions: 'multi-item', rationale: 'ACID.' });
    expect(diagram.connections.get('c1')?.properties).toEqual({ interaction: 'acquire-lock', timeoutMs: 300 });
  });

  test('is made from another, which is made from another', () => {
    const diagram = designOf(scenario, 'document');
    expect([...diagram.components.values()].map(({ id, kind, name }) => [id, kind, name])).toEqual([['db', 'core-database', 'Seats'], ['api', 'service', 'API']]);
    expect(diagram.components.get('db')?.properties).toMatchObject({ technology: 'DynamoDB', shardKey: 'seatId' });
    expect(diagram.components.get('db')?.properties.rationale).toBeUndefined();
    expect(diagram.connections.get('c2')?.properties).toMatchObject({ conditionalWrite: true });
    expect(diagram.entities.get('seat')?.consistencyNeed).toBe('strong');
  });

  test('is drawn once', () => {
    expect(designOf(scenario, 'optimistic')).toBe(designOf(scenario, 'optimistic'));
  });
});

test('a mutant changes the design that it is tried on', () => {
  const change = mutant('set api { instances: 1 }');
  expect(mutantOf(scenario, change, 'reference').components.get('api')?.properties.instances).toBe(1);
  expect(mutantOf(scenario, change, 'document').components.has('seat-lock')).toBe(false);
  expect(designOf(scenario, 'reference').components.get('api')?.properties.instances).toBe(4);
});

test.each([
  ['no such design', [], 'tickets has no design reference.'],
  ['made from none', [design('reference', '', 'gone')], 'tickets has no design gone.'],
  ['made from itself', [design('reference', '', 'reference')], 'tickets, design reference: reference must stand before it.'],
  ['made from a later one', [design('reference', '', 'other'), design('other', '', 'reference')], 'tickets, design reference: other must stand before it.'],
  ['an unknown property', [design('reference', 'postgres db { replicsa: 2 }')], 'tickets, design reference: db has no property replicsa.'],
  ['of a connection too', [design('reference', `${reference}\nset c1 { timeout: 2 }`)], 'tickets, design reference: api -> seat-lock has no property timeout.'],
  ['of an entity', [design('reference', 'set entity seat { mutable: true }')], 'tickets, design reference: seat has no property mutable.'],
  ['of the diagram', [design('reference', 'set settings { retention: 3 }')], 'tickets, design reference: The diagram has no property retention.'],
  ['an unknown entity', [design('reference', `${reference}\nset c1 { dataFlows: [row] }`)], 'tickets, design reference: api -> seat-lock carries row, which is no entity.'],
  ['an unknown profile', [design('reference', 'mysql db')], 'tickets, design reference: mysql is neither a profile nor a kind. (in the line: mysql db)'],
])('%s is told', (_, designs, sentence) => {
  expect(() => designOf(scenarioWith(...designs), 'reference')).toThrow(sentence);
});

test('what no design can be read from is told for a mutant, too', () => {
  expect(() => mutantOf(scenario, mutant('remove seat-lock'), 'optimistic')).toThrow('tickets, no lock: There is no seat-lock. (in the line: remove seat-lock)');
});

test('profiles state what the catalog declares', () => {
  for (const [name, { kind, values }] of Object.entries(profiles.components)) {
    for (const property of Object.keys(values)) expect(kindOf(kind)?.properties, name).toHaveProperty(property);
  }
  for (const [name, values] of Object.entries(profiles.connections)) {
    for (const property of Object.keys(values)) expect(connectionProperties, name).toHaveProperty(property);
  }
});
