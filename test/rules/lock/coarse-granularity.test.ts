import { sketch } from '#diagram/sketch.ts';
import { applyDiff } from '#diagram/diff.ts';
import { coarseGranularity } from '#rules/lock/coarse-granularity.ts';
import { fixesOf } from '#rules/fixes.ts';
import { validate } from '#rules/validate.ts';
import { expect, test } from 'vitest';
import { freshIds, testRule } from '../../support/test-rule.ts';

const busy = 'granularity: global, acquireRps: 20, maxHoldMs: 100';
const seats = (lock: string, holder = 'instances: 4', more = ''): string => `service booking "Booking" { ${holder} }\ndistributed-lock seats "Seat lock" { ttlMs: 30000, ${lock} }\nbooking -> seats\n${more}`;
const second = 'worker closer "Closer"\ncloser -> seats';

testRule(coarseGranularity, {
  fires: [
    { when: 'it is held all the time', sketch: seats(busy), primary: 'seats', severity: 'warning', message: 'One global lock serialises Booking.', related: ['booking'], fixes: ['Lock each resource by itself'] },
    { when: 'it is held just too much', sketch: seats('granularity: global, acquireRps: 5, maxHoldMs: 100.1') },
    { when: 'two holders with one copy each compete', sketch: seats(busy, '', second), severity: 'warning', message: 'One global lock serialises Booking and Closer.', related: ['closer'] },
    { when: 'nobody knows how long it is held', sketch: seats('granularity: global, acquireRps: 20', '', second), severity: 'suggestion', message: 'Booking and Closer share one global lock: how often, and for how long?' },
    { when: 'nobody knows how often it is taken', sketch: seats('granularity: global, maxHoldMs: 1', '', second), severity: 'suggestion' },
    { when: 'only one holder is a job', sketch: seats(busy, '', 'scheduled-job nightly\nnightly -> seats') },
    { when: 'less may already be too much', sketch: `settings { lintConfig: { rules: { lock/coarse-granularity: [warning, { busyShare: 0.1 }] } } }\n${seats('granularity: global, acquireRps: 2, maxHoldMs: 100')}` },
    { when: 'one holder keeps it for nine expiries', sketch: seats('granularity: global, acquireRps: 1, maxHoldMs: 270000, renewal: heartbeat') },
    { when: 'one holder keeps it long without renewing', sketch: seats('granularity: global, acquireRps: 1, maxHoldMs: 300000, renewal: none') },
  ],
  silent: [
    { when: 'each resource has a lock', sketch: seats('granularity: resource, acquireRps: 20, maxHoldMs: 100') },
    { when: 'groups of resources have a lock', sketch: seats('granularity: resource-group, acquireRps: 20, maxHoldMs: 100') },
    { when: 'it is held half of the time', sketch: seats('granularity: global, acquireRps: 5, maxHoldMs: 100') },
    { when: 'one copy competes with nobody', sketch: seats(busy, 'instances: 1') },
    { when: 'copies that are not stated count as one', sketch: seats(busy, '') },
    { when: 'two holders hardly hold it', sketch: seats('granularity: global, acquireRps: 1, maxHoldMs: 100', '', second) },
    { when: 'every holder is a job', sketch: 'scheduled-job nightly { instances: 3 }\ndistributed-lock turn { ttlMs: 30000, granularity: global, acquireRps: 20, maxHoldMs: 100 }\nnightly -> turn' },
    { when: 'every holder elects a leader', sketch: `worker closer { instances: 3, leaderElection: true }\ndistributed-lock turn { ttlMs: 30000, ${busy} }\ncloser -> turn` },
    { when: 'its key names a leader', sketch: seats(`${busy}, lockKeyPattern: "scheduler:Leader"`) },
    { when: 'its rationale names an election', sketch: seats(`${busy}, rationale: "Election of one scheduler."`) },
    { when: 'the rationale of a holder names a leader', sketch: seats(busy, 'instances: 4, rationale: "One leader hands out the work."') },
    { when: 'one holder keeps it on purpose', sketch: seats('granularity: global, acquireRps: 1, maxHoldMs: 300000, renewal: heartbeat') },
    { when: 'nobody takes it', sketch: `client web\ndistributed-lock seats { ttlMs: 30000, ${busy} }\nweb -> seats` },
  ],
  notStated: [
    { when: 'copies of one holder compete, for how long is open', sketch: seats('granularity: global, acquireRps: 20'), fields: ['maxHoldMs'] },
    { when: 'a busy lock does not say what it covers', sketch: seats('acquireRps: 20, maxHoldMs: 100'), fields: ['granularity'] },
    { when: 'nothing is said', sketch: seats(''), fields: ['granularity', 'acquireRps', 'maxHoldMs'] },
    { when: 'one copy takes it', sketch: seats('', 'instances: 1'), fields: [] },
  ],
});

test('the fix names the lock after what is written under it', () => {
  const diagram = sketch(`entity seat "Seat map" {}\n${seats(busy, 'instances: 4', 'core-database db\nbooking -> db { access: write, dataFlows: [seat] }')}`);
  const finding = validate(diagram).findings.find(({ rule }) => rule === coarseGranularity.id);
  const step = finding && fixesOf(finding, diagram)[0]?.apply(diagram, freshIds());
  expect(step && applyDiff(diagram, step.diff).components.get('seats')?.properties.lockKeyPattern).toBe('seatMap:{seatMapId}');
});
