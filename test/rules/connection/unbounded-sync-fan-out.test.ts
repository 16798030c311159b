import { unboundedSyncFanOut } from '#rules/connection/unbounded-sync-fan-out.ts';
import { testRule } from '../../support/test-rule.ts';

const feed = (values: string, more = '', start = 'client app "App"'): string => `${start}\nservice feed "Feed"\nservice posts "Posts"\napp -> feed\nfeed -> posts as fan { ${values} }\n${more}`;
const queued = 'Do it afterwards: a queue and a worker';
const capped = 'Cap it at 20 calls';
const batched = 'Ask for all of it in one call';

/** A service that calls so many others. */
const hub = (count: number, values = ''): string =>
  ['client app "App"', 'service hub "Hub"', 'app -> hub', ...Array.from({ length: count }, (_, index) => `service s${index}\nhub -> s${index} { ${values} }`)].join('\n');

testRule(unboundedSyncFanOut, {
  fires: [
    { when: 'one call for each follower', sketch: feed('fanOutBound: unbounded'), primary: 'fan', severity: 'warning', message: 'One request makes an unlimited number of synchronous calls to Posts.', related: ['feed', 'posts'], fixes: [queued, capped] },
    { when: 'a hundred calls', sketch: feed('callsPerRequest: 100'), primary: 'fan', severity: 'warning', message: 'One request makes 100 synchronous calls to Posts.', fixes: [queued, batched] },
    { when: 'just too many calls', sketch: feed('callsPerRequest: 20.5'), primary: 'fan', fixes: [queued, batched] },
    { when: 'unlimited and many', sketch: feed('callsPerRequest: 100, fanOutBound: unbounded'), primary: 'fan', message: /unlimited number/, fixes: [queued, capped] },
    { when: 'calls that read', sketch: feed('callsPerRequest: 100, access: read'), primary: 'fan', fixes: [batched] },
    { when: 'calls that write', sketch: feed('callsPerRequest: 100, access: write, idempotent: true'), primary: 'fan', fixes: [queued, batched] },
    { when: 'a client itself calls without limit', sketch: 'client app\nservice posts "Posts"\napp -> posts as fan { fanOutBound: unbounded }', primary: 'fan', fixes: [capped] },
    { when: 'the batch is smaller', sketch: feed('callsPerRequest: 100, batchSize: 99'), primary: 'fan' },
    { when: 'a batch does not limit what is unlimited', sketch: feed('callsPerRequest: 100, batchSize: 100, fanOutBound: unbounded'), primary: 'fan' },
    { when: 'side by side, but not hedged', sketch: feed('callsPerRequest: 100, parallelCalls: 10'), primary: 'fan' },
    { when: 'hedged, but one after the other', sketch: feed('callsPerRequest: 100, parallelCalls: 1, rationale: "Hedged."'), primary: 'fan' },
    { when: 'into a store', sketch: 'client app\nservice feed\ncore-database db "DB"\napp -> feed\nfeed -> db as fan { callsPerRequest: 50, access: read-write }', primary: 'fan', fixes: [queued, batched] },
    { when: 'less is allowed', sketch: `settings { lintConfig: { rules: { connection/unbounded-sync-fan-out: [warning, { maxCalls: 5 }] } } }\n${feed('callsPerRequest: 6')}`, primary: 'fan' },
    { when: 'nine components are called', sketch: hub(9), primary: 'hub', severity: 'suggestion', message: 'Does one request to Hub wait for all 9 components it calls?', related: ['s0', 's8'], fixes: [] },
    { when: 'nine stores and services', sketch: `${hub(8)}\ncore-database db\nhub -> db`, primary: 'hub', message: /all 9 components/ },
  ],
  silent: [
    { when: 'twenty calls', sketch: feed('callsPerRequest: 20') },
    { when: 'one batch call', sketch: feed('callsPerRequest: 100, batchSize: 100') },
    { when: 'one batch call, and it is bounded', sketch: feed('callsPerRequest: 100, batchSize: 200, fanOutBound: bounded') },
    { when: 'hedged calls', sketch: feed('callsPerRequest: 30, parallelCalls: 30, rationale: "Hedged reads."') },
    { when: 'no client is waiting', sketch: feed('fanOutBound: unbounded', '', 'scheduled-job app') },
    { when: 'nobody waits for the calls', sketch: feed('fanOutBound: unbounded, synchrony: async') },
    { when: 'a worker makes them behind a queue', sketch: 'client app\nservice api\nqueue q\nworker w\nservice posts\napp -> api -> q -> w\nw -> posts { fanOutBound: unbounded }' },
    { when: 'nothing is said', sketch: feed('') },
    { when: 'eight components are called', sketch: hub(8) },
    { when: 'nine calls to eight components', sketch: `${hub(8)}\nhub -> s1` },
    { when: 'the ninth is not critical', sketch: `${hub(8)}\nservice extra\nhub -> extra { critical: false }` },
    { when: 'the ninth is not waited for', sketch: `${hub(8)}\nservice extra\nhub -> extra { synchrony: async }` },
    { when: 'the ninth is a queue', sketch: `${hub(8)}\nqueue q\nhub -> q` },
    { when: 'the ninth is a lock', sketch: `${hub(8)}\ndistributed-lock l\nhub -> l` },
    { when: 'nine are called by a job', sketch: hub(9).replace('client app', 'scheduled-job app') },
    { when: 'a gateway leads to nine', sketch: hub(9).replace('service hub', 'api-gateway hub') },
  ],
});
