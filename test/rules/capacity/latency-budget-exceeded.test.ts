import { latencyBudgetExceeded } from '#rules/capacity/latency-budget-exceeded.ts';
import { testRule } from '../../support/test-rule.ts';

const target = 'settings { latencyTargetP99Ms: 500 }';
const shop = (api: string, db: string, settings = target, more = ''): string => `${settings}\nclient web "Web"\nservice api "Shop" { ${api} }\ncore-database db "Orders" { ${db} }\nweb -> api as ask\napi -> db as look\n${more}`;
const fast = 'latencyP50Ms: 20, latencyP99Ms: 80';
const slow = 'latencyP50Ms: 300, latencyP99Ms: 900';
const busy = 'serviceTimeMs: 10, concurrencyPerInstance: 1, instances: 1';
const shared = (label: string): string =>
  `${target}\nclient web\nclient admin { clientType: internal }\napi-gateway gate { ${fast} }\nservice shop { ${fast} }\nservice reports { ${slow} }\nweb -> gate "/shop"\nadmin -> gate "/reports"\ngate -> shop "/shop"\ngate -> reports "${label}"`;

testRule(latencyBudgetExceeded, {
  fires: [
    { when: 'a hop is too slow', sketch: shop(fast, slow), primary: 'web', severity: 'warning', message: /^Web → Shop → Orders: about 9\d\d ms at p99 against 500 ms \(estimate\)\.$/, related: ['api', 'db'], fixes: [] },
    { when: 'one request in a hundred takes four times as long', sketch: shop(fast, 'serviceTimeMs: 130') },
    { when: 'requests wait for a busy component', sketch: shop(fast, '').replace('core-database db "Orders" {  }', `core-database db { ${busy} }`).replace('api as ask', 'api as ask { peakRps: 90, access: read }').replace('db as look', 'db as look { access: read }') },
    { when: 'the network alone takes too long', sketch: shop(fast, fast).replace('db as look', 'db as look { networkRttMs: 500 }') },
    { when: 'the slowest of two ways counts', sketch: shop(fast, slow, target, `service other "Mail" { latencyP50Ms: 500, latencyP99Ms: 2000 }\napi -> other`), message: /^Web → Shop → Mail/ },
    { when: 'another way is not known', sketch: shop(fast, slow, target, 'service other\napi -> other') },
    { when: 'the slow way may be taken', sketch: shared(''), primary: 'web' },
    { when: 'the slow way is taken by one client', sketch: shared('/reports'), primary: 'admin' },
  ],
  silent: [
    { when: 'the budget is kept', sketch: shop(fast, fast) },
    { when: 'no target is stated', sketch: shop(fast, slow, '') },
    { when: 'a hop is not known', sketch: shop('', slow) },
    { when: 'a latency is half measured', sketch: shop(fast, 'latencyP99Ms: 900') },
    { when: 'nobody waits for it', sketch: shop(fast, slow).replace('db as look', 'db as look { synchrony: async }') },
    { when: 'a queue takes it over', sketch: `${target}\nclient web\nservice api { ${fast} }\nqueue jobs\nworker mailer { ${slow} }\nweb -> api -> jobs -> mailer` },
    { when: 'only what goes on to somebody counts', sketch: shop(slow, '') },
  ],
  notStated: [
    { when: 'one of two hops is known', sketch: shop(fast, ''), fields: ['serviceTimeMs'] },
    { when: 'nobody has begun to state times', sketch: shop('', ''), fields: [] },
  ],
});
