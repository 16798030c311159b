import { describe, expect, test } from 'vitest';
import { applyDiff } from '#diagram/diff.ts';
import type { Diagram } from '#diagram/diagram.ts';
import { sketch } from '#diagram/sketch.ts';
import { deleteMyData } from '#practice/curveballs/delete-my-data.ts';
import { exactlyOnce } from '#practice/curveballs/exactly-once.ts';
import { regionLost } from '#practice/curveballs/region-lost.ts';
import { tenTimesTheWrites } from '#practice/curveballs/ten-times-the-writes.ts';
import { applyCurveball, chooseCurveball } from '#practice/deal-curveball.ts';
import { designOf, mutantOf } from '#practice/design-notation.ts';
import { factSchema } from '#practice/facts.ts';
import { gradeAnswer } from '#practice/grade-answer.ts';
import type { Curveball, Scenario } from '#practice/scenario.ts';
import { concertTicketing } from '#practice/scenarios/concert-ticketing.ts';

const writes = tenTimesTheWrites({ writesPerSecond: 2000, buffered: 'booking' });
const deletion = deleteMyData({ entities: ['booking'] });
const once = exactlyOnce({ entity: 'booking' });
const region = regionLost({ reads: ['event'], writes: ['booking'] });
const all: readonly Curveball[] = [writes, deletion, once, region];

const after = (diagram: Diagram, curveball: Curveball): Diagram => {
  const step = applyCurveball(diagram, curveball);
  return step ? applyDiff(diagram, step.diff) : diagram;
};

test.each(all.map((curveball) => [curveball.id, curveball] as const))('%s asks in the vocabulary, with ids of its own', (_, { checks }) => {
  expect(checks.map(({ fact }) => factSchema.safeParse(fact).success)).toEqual(checks.map(() => true));
  expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
});

test('a scenario may say it in its own words, and ask for more', () => {
  const own = deleteMyData({ entities: ['booking'], title: 'Forget me', alsoChecks: [{ id: 'more', title: 'More.', fact: { fact: 'no-errors' } }] });
  expect([own.title, own.says === deletion.says, own.checks.map(({ id }) => id)]).toEqual(['Forget me', true, ['deleted-booking', 'more']]);
});

describe('what a curveball does to the calls of clients', () => {
  const calls = (values: string, rest = ''): Diagram => sketch(`client web\napi-gateway gate\nservice api\nweb -> gate as a { ${values} }\ngate -> api as b { ${rest} }`);
  const changed = (diagram: Diagram, curveball: Curveball = writes): unknown => {
    const { connections } = after(diagram, curveball);
    return ['a', 'b'].map((id) => connections.get(id)?.properties);
  };
  test.each([
    ['writes', 'access: write, peakRps: 100', '', [{ access: 'write', peakRps: 1000 }, {}]],
    ['reads stay', 'access: read, peakRps: 100', '', [{ access: 'read', peakRps: 100 }, {}]],
    ['a mixture shifts', 'access: read-write, peakRps: 1000, readFraction: 0.9', '', [{ access: 'read-write', peakRps: 1900, readFraction: 0.473684 }, {}]],
    ['the average follows', 'access: write, peakRps: 100, averageRps: 30', '', [{ access: 'write', peakRps: 1000, averageRps: 300 }, {}]],
    ['an open mixture stays', 'access: read-write, peakRps: 1000', '', [{ access: 'read-write', peakRps: 1000 }, {}]],
    ['what a gateway repeats follows', 'access: write, peakRps: 100', 'peakRps: 100', [{ access: 'write', peakRps: 1000 }, { peakRps: 1000 }]],
    ['what a gateway states otherwise stays', 'access: write, peakRps: 100', 'peakRps: 60', [{ access: 'write', peakRps: 1000 }, { peakRps: 60 }]],
  ])('%s', (_, values, rest, expected) => expect(changed(calls(values, rest))).toEqual(expected));

  test('systems of others that call in ask for more too, jobs do not', () => {
    const diagram = sketch('external-system shops\nscheduled-job nightly\nservice api\nshops -> api as a { access: write, peakRps: 100 }\nnightly -> api as b { access: write, peakRps: 100 }');
    expect(changed(diagram)).toEqual([{ access: 'write', peakRps: 1000 }, { access: 'write', peakRps: 100 }]);
  });

  test('ten times the reads', () => {
    const reads: Curveball = { ...writes, load: { access: 'read', times: 10 } };
    expect(changed(calls('access: read-write, peakRps: 100, readFraction: 0.5'), reads)).toEqual([{ access: 'read-write', peakRps: 550, readFraction: 0.909091 }, {}]);
  });

  test('nothing to change is no step', () => {
    expect([applyCurveball(calls('access: read, peakRps: 5'), writes), applyCurveball(calls('access: write, peakRps: 5'), deletion)]).toEqual([null, null]);
  });
});

const scenario: Scenario = { ...concertTicketing, curveballs: all };
const reference = designOf(concertTicketing, 'reference');
const changed = (text: string): Diagram => mutantOf(concertTicketing, { what: '', text, fails: [] }, 'reference');

describe('which curveball is dealt', () => {
  const ids = (list: readonly Curveball[], diagram: Diagram, ...seeds: readonly number[]): readonly (string | undefined)[] => seeds.map((seed) => chooseCurveball({ ...scenario, curveballs: list }, diagram, seed)?.id);
  test('none where there is none', () => expect(ids([], reference, 1)).toEqual([undefined]));
  test('the one that breaks more, whatever the seed', () => expect(ids([deletion, writes], reference, 0, 1, 2)).toEqual(['ten-times-the-writes', 'ten-times-the-writes', 'ten-times-the-writes']));
  test('an open check counts half', () => expect(ids([once, deletion], changed('set booking-svc -> tickets-db { conditionalWrite: unset }\nset event-cache { ttlSeconds: unset, invalidationStrategy: unset }'), 0)).toEqual(['exactly-once']));
  test('among equals the seed chooses', () => {
    const twin: Curveball = { ...deletion, id: 'twin' };
    expect(ids([deletion, twin], reference, 0, 1, 2, 3)).toEqual(['delete-my-data', 'twin', 'delete-my-data', 'twin']);
  });
});

describe('what an answer is worth', () => {
  const one = (text: string): Curveball => ({ ...once, checks: [{ id: 'asked', title: 'Asked.', fact: { fact: 'keyed', entity: 'booking', from: { kind: 'client' }, to: { kind: 'service' } } }], title: text });
  const worth = (text: string): readonly unknown[] => {
    const { met, broken, newErrors, needless, lookedAtAll } = gradeAnswer(scenario, one('Once'), reference, text === '' ? reference : changed(text));
    return [met, broken.map(({ id }) => id), newErrors.map(({ rule }) => rule), needless, lookedAtAll];
  };
  const key = 'set gateway -> booking-svc { idempotencyKey: true }';
  test.each([
    ['nothing done', '', [false, [], [], [], true]],
    ['just what it takes', key, [true, [], [], [], true]],
    ['another size', `${key}\nset seat-lock { ttlMs: 500000 }`, [true, [], [], [], true]],
    ['something that is only said now', `${key}\nset fans -> gateway { idempotencyKey: true }`, [true, [], [], [], true]],
    ['a decision too many', `${key}\nset event-cache { evictionPolicy: lfu }`, [true, [], [], ['Sets Eviction policy = LFU on Event cache'], true]],
    ['an arrow too many', `${key}\nevent-svc -> tickets-db by db-read { dataFlows: [booking] }`, [true, [], [], ['Connects Event service to Tickets database'], true]],
    ['a box too many', `${key}\nredis-cache spare "Spare"\nevent-svc -> spare by cache-read { dataFlows: [event] }`, [true, [], [], ['Adds distributed cache Spare'], true]],
    ['something else broken', `${key}\nset booking-svc -> tickets-db { conditionalWrite: false }`, [true, ['M2'], [], ['Sets Conditional write = No on the connection from Booking service to Tickets database'], true]],
  ])('%s', (_, text, expected) => expect(worth(text)).toEqual(expected));

  test('names, places, notes and reasons are no changes', () => {
    const base = changed(key);
    const answer = { ...base, components: new Map([...base.components].map(([id, component]) => [id, { ...component, name: `${component.name}!`, position: { x: 1, y: 2 } }])) };
    expect(gradeAnswer(scenario, one('Once'), reference, answer).needless).toEqual([]);
  });

  test('a component that was taken away, and need not have been', () => {
    expect(gradeAnswer(scenario, one('Once'), reference, changed(`${key}\nremove cdn`)).needless).toEqual(['Removes CDN']);
  });
});
