import { connectionCapacityExceeded } from '#rules/capacity/connection-capacity-exceeded.ts';
import { testRule } from '../../support/test-rule.ts';

const push = (open: string, values = 'instances: 10, maxConnectionsPerInstance: 100000', kind = 'service', more = ''): string => `client app\n${kind} push "Push" { ${values} }\napp -> push { protocol: websocket, ${open} }\n${more}`;
const full = 'concurrentConnections: 2000000';

testRule(connectionCapacityExceeded, {
  fires: [
    { when: 'more are open than all copies hold', sketch: push(full), primary: 'push', severity: 'error', message: '2,000,000 connections are open at peak; Push holds 1,000,000 (estimate).', related: ['app'], fixes: ['Run 20 copies of Push'] },
    { when: 'callers are too many together', sketch: push('concurrentConnections: 600000', undefined, undefined, 'client web\nweb -> push { protocol: sse, concurrentConnections: 600000 }'), message: /1,200,000/, fixes: ['Run 12 copies of Push'] },
    { when: 'even the most copies are too few', sketch: push(full, 'instances: 1, maxInstances: 10, autoScaling: automatic, maxConnectionsPerInstance: 100000'), fixes: ['Let Push grow to 20 copies'] },
    { when: 'a balancer holds fewer', sketch: push(full, 'maxConcurrentConnections: 1999999', 'load-balancer', 'service push2\npush -> push2'), fixes: [] },
    { when: 'connections are said to stay open', sketch: push(full).replace('websocket', 'grpc, connectionLifetime: persistent') },
    { when: 'another caller is not known', sketch: push(full, undefined, undefined, 'client web\nweb -> push { protocol: sse }') },
  ],
  silent: [
    { when: 'it holds more', sketch: push('concurrentConnections: 500000') },
    { when: 'it holds exactly as many', sketch: push('concurrentConnections: 1000000') },
    { when: 'it may grow', sketch: push(full, 'instances: 1, maxInstances: 20, autoScaling: automatic, maxConnectionsPerInstance: 100000') },
    { when: 'connections are short', sketch: push(full).replace('websocket', 'http') },
    { when: 'they are said to be short', sketch: push(`connectionLifetime: short, ${full}`) },
    { when: 'nobody says how many it holds', sketch: push(full, 'instances: 10') },
  ],
  notStated: [
    { when: 'nobody says how many copies run', sketch: push(full, 'maxConnectionsPerInstance: 100000'), fields: ['instances'] },
    { when: 'nobody says how many are open', sketch: push('access: read'), fields: ['concurrentConnections'] },
    { when: 'nobody has begun to count', sketch: push(full, 'instances: 10'), fields: [] },
  ],
});
