import { websocketOnL7 } from '#rules/load-balancer/websocket-on-l7.ts';
import { testRule } from '../../support/test-rule.ts';

const chat = (balancer: string, connection = 'protocol: websocket'): string => `client app\nload-balancer lb "Edge" { ${balancer} }\nservice chat\napp -> lb { ${connection} }\nlb -> chat { ${connection} }`;

testRule(websocketOnL7, {
  fires: [
    { when: 'nothing is declared', sketch: chat('layer: L7'), severity: 'warning', message: /^Nothing says that Edge \(L7\) carries WebSockets/, fixes: ['Change L7 to L4', 'Keep L7 and declare WebSocket support'] },
    { when: 'support is denied', sketch: chat('layer: L7, websocketSupport: false'), severity: 'error', message: 'Edge cannot upgrade to WebSocket.' },
    { when: 'support is denied, whatever the reason says', sketch: chat('layer: L7, websocketSupport: false, rationale: "WebSockets with heartbeat"'), severity: 'error' },
    { when: 'the idle timeout is open', sketch: chat('layer: L7, websocketSupport: true'), severity: 'suggestion', message: /idle timeout of Edge/, fixes: ['Keep idle connections for 3600 s'] },
    { when: 'the heartbeat is slow', sketch: chat('layer: L7, websocketSupport: true', 'protocol: websocket, heartbeatSeconds: 2000'), severity: 'suggestion', fixes: ['Keep idle connections for 4000 s'] },
    { when: 'persistent connections stand for support', sketch: chat('layer: L7, persistentConnections: true'), severity: 'suggestion' },
    { when: 'content is routed, so that L4 is no way out', sketch: chat('layer: L7, contentRouting: [{ match: "/chat", target: chat }]'), fixes: ['Keep L7 and declare WebSocket support'] },
    { when: 'cookies stick', sketch: chat('layer: L7, stickySessions: cookie'), fixes: ['Keep L7 and declare WebSocket support'] },
    { when: 'gRPC passes too', sketch: `${chat('layer: L7')}\nservice rpc\nlb -> rpc { protocol: grpc }`, fixes: ['Keep L7 and declare WebSocket support'] },
    { when: 'another reason is given', sketch: chat('layer: L7, rationale: "We know it."'), severity: 'warning' },
  ],
  silent: [
    { when: 'it is L4', sketch: chat('layer: L4') },
    { when: 'support and timeout are declared', sketch: chat('layer: L7, websocketSupport: true, idleTimeoutSeconds: 3600') },
    { when: 'the reason speaks of it', sketch: chat('layer: L7, rationale: "Upgrades pass; the heartbeat is 20 s."') },
    { when: 'the reason of a connection speaks of it', sketch: chat('layer: L7', 'protocol: websocket, rationale: "Long-lived, with ping."') },
    { when: 'the protocol is not stated', sketch: chat('layer: L7', '') },
    ...['sse', 'long-polling', 'http'].map((protocol) => ({ when: `the protocol is ${protocol}`, sketch: chat('layer: L7', `protocol: ${protocol}`) })),
    { when: "it is somebody else's", sketch: chat('layer: L7, inScope: false') },
  ],
  notStated: [{ when: 'the layer is open', sketch: chat(''), fields: ['layer'] }],
});
