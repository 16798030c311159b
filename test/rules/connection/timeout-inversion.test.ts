import { timeoutInversion } from '#rules/connection/timeout-inversion.ts';
import { testRule } from '../../support/test-rule.ts';

const nested = (outer: string, inner: string, more = ''): string => `client web "Web"\nservice api "API"\nservice orders "Orders"\nweb -> api { ${outer} }\napi -> orders { ${inner} }\n${more}`;
const retrying = 'maxAttempts: 2, retryBackoff: exponential, retryJitter: true';

testRule(timeoutInversion, {
  fires: [
    { when: 'the inner call may take longer', sketch: nested('timeoutMs: 500', 'timeoutMs: 2000'), primary: 'c2', severity: 'warning', message: 'Web gives up after 500 ms while API may spend 2000 ms on Orders.', related: ['c1', 'web'], fixes: ['Give up after 400 ms already'] },
    { when: 'its tries together take longer', sketch: nested('timeoutMs: 1000', `timeoutMs: 501, access: read, ${retrying}`), message: /may spend 1002 ms/, fixes: ['Give up after 400 ms already'] },
    { when: 'one of two callers gives up earlier', sketch: nested('timeoutMs: 5000', 'timeoutMs: 2000', 'client app "App"\napp -> api { timeoutMs: 1000 }'), message: /^App gives up after 1000 ms/, related: ['c3'] },
    { when: 'the earlier caller leads to it, the other one reads only', sketch: nested('timeoutMs: 100, access: read', 'timeoutMs: 2000, access: write, idempotent: true', 'client app "App"\napp -> api { timeoutMs: 1000, access: write }'), message: /^App gives up/ },
    { when: 'a store is asked', sketch: 'service a\nservice b\ncore-database db\na -> b { timeoutMs: 100 }\nb -> db { timeoutMs: 200 }', primary: 'c2' },
    { when: 'reads are triggered by writes, by statement', sketch: nested('timeoutMs: 100, access: write', 'timeoutMs: 200, access: read, trigger: writes') },
    { when: 'all that comes in triggers it', sketch: nested('timeoutMs: 100, access: read', 'timeoutMs: 200, access: write, trigger: all') },
    { when: 'what the outer call does is not stated', sketch: nested('timeoutMs: 100', 'timeoutMs: 200, access: write') },
    { when: 'the inner connection stays open', sketch: nested('timeoutMs: 100', 'timeoutMs: 200, protocol: websocket') },
    { when: 'no whole millisecond is left', sketch: nested('timeoutMs: 1', 'timeoutMs: 2'), fixes: [] },
    { when: 'through a gateway', sketch: 'client web "Web"\napi-gateway gw "Gateway"\nservice s "S"\nweb -> gw { timeoutMs: 100 }\ngw -> s { timeoutMs: 200 }', primary: 'c2' },
  ],
  silent: [
    { when: 'deadlines shrink', sketch: nested('timeoutMs: 1000', `timeoutMs: 300, access: read, ${retrying}`) },
    { when: 'a component calls itself', sketch: 'client web\nservice api\nweb -> api { timeoutMs: 9000 }\napi -> api { timeoutMs: 1000, maxAttempts: 2, access: read, retryBackoff: exponential, retryJitter: true }' },
    { when: 'both are equal', sketch: nested('timeoutMs: 1000', `timeoutMs: 500, access: read, ${retrying}`) },
    { when: 'the inner call is not critical', sketch: nested('timeoutMs: 500', 'timeoutMs: 2000, critical: false') },
    { when: 'the outer connection stays open', sketch: nested('timeoutMs: 500, protocol: websocket', 'timeoutMs: 2000') },
    { when: 'the outer call only reads', sketch: nested('timeoutMs: 500, access: read', 'timeoutMs: 2000, access: write') },
    { when: 'the outer call only writes', sketch: nested('timeoutMs: 500, access: write', 'timeoutMs: 2000, access: read') },
    { when: 'the trigger is stated', sketch: nested('timeoutMs: 500, access: read', 'timeoutMs: 2000, trigger: writes') },
    { when: 'the outer call has no end', sketch: nested('timeoutMs: 0', 'timeoutMs: 2000') },
    { when: 'the inner call has no end', sketch: nested('timeoutMs: 500', 'timeoutMs: 0') },
    { when: 'nobody waits outside', sketch: nested('timeoutMs: 500, synchrony: async', 'timeoutMs: 2000') },
    { when: 'nobody waits inside', sketch: nested('timeoutMs: 500', 'timeoutMs: 2000, synchrony: async') },
    { when: 'the lock is no request', sketch: 'client web\nservice api\ndistributed-lock lock\nweb -> api { timeoutMs: 500 }\napi -> lock { timeoutMs: 2000 }' },
    { when: 'the gateway sends it elsewhere', sketch: 'client web\nclient ops\napi-gateway gw\nservice a\nservice b\nweb -> gw "buy" { timeoutMs: 500 }\nops -> gw "report" { timeoutMs: 5000 }\ngw -> a "buy" { timeoutMs: 400 }\ngw -> b "report" { timeoutMs: 2000 }' },
    { when: 'neither is stated', sketch: nested('', '') },
  ],
  notStated: [
    { when: 'the inner timeout is missing', sketch: nested('timeoutMs: 500', ''), fields: ['timeoutMs'] },
    { when: 'the outer timeout is missing', sketch: nested('', 'timeoutMs: 500'), fields: ['timeoutMs'] },
  ],
});
