import { lockContention } from '#rules/capacity/lock-contention.ts';
import { testRule } from '../../support/test-rule.ts';

const lock = (values: string, calls = ''): string => `client web\nservice shop\ndistributed-lock seats "Seats" { ttlMs: 60000, ${values} }\nweb -> shop as entry { peakRps: 100, access: write }\nshop -> seats as take { ${calls} }`;
const key = 'busiestKeyShare: 0.05, maxHoldMs: ';
const tryLock = 'acquireTimeoutMs: 100, acquireRetry: none';

testRule(lockContention, {
  fires: [
    { when: 'the busiest key is wanted more than always', sketch: lock(`${key}500`), primary: 'seats', severity: 'error', message: 'The busiest key of Seats would have to be held 250 % of the time (estimate).', related: ['shop'], fixes: [] },
    { when: 'the busiest key is always held', sketch: lock(`${key}200`), severity: 'error', message: /100 %/ },
    { when: 'the busiest key is often held', sketch: lock(`${key}140`), severity: 'warning', message: 'The busiest key of Seats is held 70 % of the time (estimate).' },
    { when: 'how often is stated', sketch: lock(`${key}500, acquireRps: 30`), severity: 'warning', message: /75 %/ },
    { when: 'the service gets too much', sketch: lock('lockOpsPerSecond: 99'), severity: 'warning', message: 'Seats is asked 100/s and takes 99/s (estimate).' },
    { when: 'the service gets too much, and no key does', sketch: lock(`${key}1, lockOpsPerSecond: 99`), severity: 'warning', message: /^Seats is asked/ },
    { when: 'the service gets too much from those who do not wait', sketch: lock(`${key}500, lockOpsPerSecond: 99, ${tryLock}`), message: /^Seats is asked/ },
    { when: 'who does not get it waits', sketch: lock(`${key}500, acquireTimeoutMs: 101, acquireRetry: none`), severity: 'error' },
    { when: 'who does not get it tries again', sketch: lock(`${key}500, acquireTimeoutMs: 100, acquireRetry: fixed`), severity: 'error' },
    { when: 'nobody says whether they try again', sketch: lock(`${key}500, acquireTimeoutMs: 100`), severity: 'error' },
  ],
  silent: [
    { when: 'the key is mostly free', sketch: lock(`${key}20`) },
    { when: 'the key is just not held often', sketch: lock(`${key}139`) },
    { when: 'who does not get it gives up', sketch: lock(`${key}500, ${tryLock}`) },
    { when: 'the service takes exactly as much', sketch: lock('lockOpsPerSecond: 100') },
    { when: 'nobody says how often', sketch: lock(`${key}500`).replace('peakRps: 100, ', '') },
    { when: 'nothing is stated', sketch: lock('fencingToken: true') },
  ],
  notStated: [
    { when: 'nobody says how often', sketch: lock(`${key}500`).replace('peakRps: 100, ', ''), fields: ['acquireRps'] },
    { when: 'nobody says how long', sketch: lock('busiestKeyShare: 0.05'), fields: ['maxHoldMs'] },
    { when: 'nobody says which key is busy', sketch: lock('maxHoldMs: 500'), fields: [] },
  ],
});
