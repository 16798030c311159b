import { websocketUnsupported } from '#rules/api-gateway/websocket-unsupported.ts';
import { testRule } from '../../support/test-rule.ts';

const socket = 'protocol: websocket';
const door = (gateway: string, { enters = socket, leaves = socket, more = '' } = {}): string =>
  `client app\napi-gateway gw "Gateway" { ${gateway} }\nservice chat\napp -> gw as in { ${enters} }\ngw -> chat as out { ${leaves} }\n${more}`;
const orders = 'service orders\ngw -> orders { protocol: http }';

testRule(websocketUnsupported, {
  fires: [
    { when: 'it is said not to carry them', sketch: door('websocketSupport: false'), primary: 'gw', severity: 'error', message: 'Gateway does not carry WebSockets.', related: ['in', 'out'], fixes: ['Turn on WebSocket support'] },
    { when: 'nothing is said', sketch: door(''), severity: 'suggestion', message: 'Does Gateway carry WebSockets?', fixes: ['State that it carries WebSockets'] },
    { when: 'one enters', sketch: door('websocketSupport: false', { leaves: 'protocol: http', more: orders }), related: ['in'], fixes: ['Turn on WebSocket support'] },
    { when: 'one leaves', sketch: door('websocketSupport: false', { enters: '', more: orders }), related: ['out'], fixes: ['Turn on WebSocket support'] },
    { when: 'the gateway has other work too', sketch: door('websocketSupport: false', { more: `${orders}\napp -> gw { protocol: http }` }), fixes: ['Lead WebSockets through a layer 4 balancer', 'Turn on WebSocket support'] },
    { when: 'nothing is said and it has other work', sketch: door('', { more: orders }), fixes: ['Lead WebSockets through a layer 4 balancer', 'State that it carries WebSockets'] },
  ],
  silent: [
    { when: 'it carries them', sketch: door('websocketSupport: true') },
    { when: 'a balancer carries them', sketch: `client app\napi-gateway gw { websocketSupport: false }\nload-balancer nlb { layer: L4 }\nservice chat\nservice orders\napp -> gw -> orders\napp -> nlb -> chat { ${socket} }` },
    ...['sse', 'long-polling', 'http'].map((protocol) => ({ when: `it is ${protocol}`, sketch: door('websocketSupport: false', { enters: `protocol: ${protocol}`, leaves: `protocol: ${protocol}` }) })),
    { when: "it is somebody else's", sketch: door('websocketSupport: false, inScope: false') },
  ],
});
