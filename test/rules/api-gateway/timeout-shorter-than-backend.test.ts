import { timeoutShorterThanBackend } from '#rules/api-gateway/timeout-shorter-than-backend.ts';
import { testRule } from '../../support/test-rule.ts';

const slow = (timeout: string, service = 'latencyP50Ms: 60000, latencyP99Ms: 60000', call = 'networkRttMs: 0', more = ''): string =>
  `client web\napi-gateway gw "Gateway" { ${timeout} }\nservice api "Exports" { ${service} }\nweb -> gw\ngw -> api { ${call} }\n${more}`;
const fixes = ['Put a queue and a worker before the slow part'];

testRule(timeoutShorterThanBackend, {
  fires: [
    { when: 'a service takes longer', sketch: slow('timeoutMs: 29000'), primary: 'gw', severity: 'warning', message: 'Gateway gives up after 29 s; Exports takes 1 min at p99 (estimate).', related: ['api'], fixes },
    { when: 'it takes just longer', sketch: slow('timeoutMs: 59999') },
    { when: 'only the slow end is stated', sketch: slow('timeoutMs: 1000', 'latencyP99Ms: 1001') },
    { when: 'the service stands behind a balancer', sketch: 'client web\napi-gateway gw { timeoutMs: 1000 }\nload-balancer lb\nservice api { latencyP99Ms: 1001 }\nweb -> gw -> lb -> api', related: ['lb', 'api'], fixes },
    { when: 'the whole path adds up', sketch: slow('timeoutMs: 1000', 'latencyP50Ms: 600, latencyP99Ms: 600', 'networkRttMs: 0', 'core-database db "Warehouse" { latencyP50Ms: 600, latencyP99Ms: 600 }\napi -> db'), message: /^Gateway gives up after 1 s; Exports → Warehouse takes 1,201 ms/, related: ['api', 'db'] },
    { when: 'a part of the path is not known', sketch: slow('timeoutMs: 1000', '', '', 'core-database db { latencyP50Ms: 1500, latencyP99Ms: 1500 }\napi -> db') },
    { when: 'the service time tells', sketch: slow('timeoutMs: 1000', 'serviceTimeMs: 300'), message: /takes 1.2 s at p99/ },
    { when: 'the way there takes long', sketch: slow('timeoutMs: 1000', 'latencyP50Ms: 500, latencyP99Ms: 500', 'networkRttMs: 600') },
    { when: 'three slow parts must go', sketch: 'client web\napi-gateway gw { timeoutMs: 1000 }\nservice a { latencyP99Ms: 2000 }\nservice b { latencyP50Ms: 3000, latencyP99Ms: 3000 }\nservice c { latencyP50Ms: 900, latencyP99Ms: 900 }\nservice d { latencyP50Ms: 900, latencyP99Ms: 900 }\nweb -> gw -> a\ngw -> b\ngw -> c -> d', fixes },
    { when: 'a shared proxy leaves open who waits for the slow part', sketch: 'client web\napi-gateway gw { timeoutMs: 1000 }\nservice a\nservice b\nload-balancer mesh\nservice c { latencyP50Ms: 2000, latencyP99Ms: 2000 }\nservice d\nweb -> gw -> a -> mesh -> c\ngw -> b -> mesh -> d' },
    { when: 'only what lies behind is open', sketch: 'client web\napi-gateway gw { timeoutMs: 1000 }\nservice a { latencyP50Ms: 2000, latencyP99Ms: 2000 }\nservice b\nload-balancer mesh\nservice c\nservice d\nweb -> gw -> a -> mesh -> c\ngw -> b -> mesh -> d' },
  ],
  silent: [
    { when: 'the gateway waits long enough', sketch: slow('timeoutMs: 60000') },
    { when: 'the gateway itself is slow', sketch: slow('timeoutMs: 1000, latencyP50Ms: 5000, latencyP99Ms: 5000', 'latencyP50Ms: 10, latencyP99Ms: 20') },
    { when: 'nothing is known of the backend', sketch: slow('timeoutMs: 1', '') },
    { when: 'only a round trip is known', sketch: slow('timeoutMs: 1', '', 'networkRttMs: 50') },
    { when: 'the call is asynchronous', sketch: slow('timeoutMs: 1000', 'latencyP50Ms: 5000, latencyP99Ms: 5000', 'synchrony: async') },
    { when: 'the slow part comes after a queue', sketch: 'client web\napi-gateway gw { timeoutMs: 1000 }\nservice api { latencyP50Ms: 5, latencyP99Ms: 9 }\nqueue q\nworker w { latencyP50Ms: 60000, latencyP99Ms: 60000 }\nweb -> gw -> api -> q -> w' },
    { when: 'a shared proxy leads the calls of the slow part elsewhere', sketch: 'client web\napi-gateway gw { timeoutMs: 1000 }\nservice a\nservice b\nload-balancer mesh\nservice c { latencyP50Ms: 2000, latencyP99Ms: 2000 }\nservice d\nweb -> gw -> a -> mesh "/d"\nmesh -> c "/c"\nmesh -> d "/d"\ngw -> b\nb -> mesh "/d"' },
    { when: "it is somebody else's", sketch: slow('timeoutMs: 1000, inScope: false') },
  ],
  notStated: [
    { when: 'the timeout is open', sketch: slow(''), fields: ['timeoutMs'] },
    { when: 'timeout and latencies are open', sketch: slow('', ''), fields: [] },
  ],
});
