import { idleTimeoutShorterThanHeartbeat } from '#rules/load-balancer/idle-timeout-shorter-than-heartbeat.ts';
import { testRule } from '../../support/test-rule.ts';

const chat = (balancer: string, arriving = '', leaving = '', kind = 'load-balancer'): string =>
  `client app\n${kind} lb "Edge" { layer: L4, ${balancer} }\nservice chat\napp -> lb { protocol: websocket, ${arriving} }\nlb -> chat { ${leaving} }`;

testRule(idleTimeoutShorterThanHeartbeat, {
  fires: [
    { when: 'both are a minute', sketch: chat('idleTimeoutSeconds: 60', 'heartbeatSeconds: 60'), primary: 'lb', severity: 'warning', message: 'Edge closes idle connections after 60 s but the heartbeat is every 60 s.', related: ['c1'], fixes: ['Keep idle connections for 120 s'] },
    { when: 'the slowest heartbeat decides', sketch: chat('idleTimeoutSeconds: 100', 'heartbeatSeconds: 30', 'protocol: mqtt, heartbeatSeconds: 300'), message: /every 300 s\.$/, related: ['c2'] },
    { when: 'at a gateway', sketch: chat('idleTimeoutSeconds: 20', 'heartbeatSeconds: 30', '', 'api-gateway'), severity: 'warning', fixes: ['Keep idle connections for 60 s'] },
    { when: 'the lifetime is stated, not the protocol', sketch: 'client app\nload-balancer lb { idleTimeoutSeconds: 60 }\nservice s\napp -> lb { connectionLifetime: persistent, heartbeatSeconds: 90 }\nlb -> s', severity: 'warning' },
    { when: 'a heartbeat is not stated, and the timeout is a minute', sketch: chat('idleTimeoutSeconds: 60'), severity: 'suggestion', message: 'Edge closes idle connections after 60 s; how often is a heartbeat sent?', fixes: [] },
    { when: 'an ALB cannot wait longer', sketch: chat('idleTimeoutSeconds: 60, technology: "AWS ALB"', 'heartbeatSeconds: 3000'), fixes: ['Keep idle connections for 4000 s'] },
    { when: 'an ALB can never wait long enough', sketch: chat('idleTimeoutSeconds: 60, technology: "AWS ALB"', 'heartbeatSeconds: 4000'), fixes: [] },
    { when: 'an NLB waits a minute at least', sketch: chat('idleTimeoutSeconds: 20, technology: "AWS NLB"', 'heartbeatSeconds: 20'), fixes: ['Keep idle connections for 60 s'] },
    { when: 'an Amazon gateway waits ten minutes at most', sketch: chat('idleTimeoutSeconds: 500, technology: "Amazon API Gateway"', 'heartbeatSeconds: 500', '', 'api-gateway'), fixes: ['Keep idle connections for 600 s'] },
  ],
  silent: [
    { when: 'the heartbeat is faster', sketch: chat('idleTimeoutSeconds: 350', 'heartbeatSeconds: 30') },
    { when: 'the heartbeat is a second faster', sketch: chat('idleTimeoutSeconds: 60', 'heartbeatSeconds: 59') },
    { when: 'no heartbeat is stated, and the timeout is longer than a minute', sketch: chat('idleTimeoutSeconds: 61') },
    { when: 'one of two connections states a fast heartbeat', sketch: chat('idleTimeoutSeconds: 60', 'heartbeatSeconds: 30', 'protocol: websocket') },
    { when: 'connections are short', sketch: 'client web\nload-balancer lb { idleTimeoutSeconds: 60 }\nservice s\nweb -> lb { protocol: http, heartbeatSeconds: 60 }\nlb -> s' },
    { when: 'a WebSocket is stated to be short', sketch: chat('idleTimeoutSeconds: 60', 'connectionLifetime: short, heartbeatSeconds: 60') },
    { when: 'the idle timeout is not stated, and nothing stays open', sketch: 'client web\nload-balancer lb\nservice s\nweb -> lb -> s' },
  ],
  notStated: [{ when: 'the idle timeout is open', sketch: chat('', 'heartbeatSeconds: 60'), fields: ['idleTimeoutSeconds'] }],
});
