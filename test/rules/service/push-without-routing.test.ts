import { pushWithoutRouting } from '#rules/service/push-without-routing.ts';
import { testRule } from '../../support/test-rule.ts';

interface Drawn {
  readonly live?: string;
  readonly door?: string;
  readonly inner?: string;
  readonly balancer?: string;
  readonly more?: string;
}

const push = 'protocol: websocket, serverPush: true';
const chat = ({ live = 'instances: 3', door = push, inner = '', balancer = '', more = '' }: Drawn = {}): string =>
  `client app\nload-balancer lb { ${balancer} }\nservice live "Live" { ${live} }\napp -> lb as door { ${door} }\nlb -> live as inner { ${inner} }\n${more}`;
const direct = (values: string): string => `client app\nservice live "Live" { instances: 3 }\napp -> live as p { ${values} }`;
const fixes = ['Add a stream that every copy reads'];

testRule(pushWithoutRouting, {
  fires: [
    { when: 'three copies push through a balancer', sketch: chat(), primary: 'live', severity: 'warning', message: 'Events for a user may arise on another copy of Live; how do they reach the one holding the connection?', related: ['door'], fixes },
    { when: 'the inner connection says so', sketch: chat({ door: '', inner: push }), related: ['inner'], fixes },
    { when: 'clients connect directly', sketch: direct('connectionLifetime: persistent, serverPush: true') },
    ...['sse', 'long-polling', 'mqtt'].map((protocol) => ({ when: `over ${protocol}`, sketch: direct(`protocol: ${protocol}, serverPush: true`) })),
    { when: 'two copies', sketch: chat({ live: 'instances: 2' }) },
    { when: 'a cache has no stated use', sketch: chat({ more: 'distributed-cache cache\nlive -> cache { interaction: request }' }), severity: 'suggestion', related: ['cache'], fixes },
    { when: 'a cache has another use', sketch: chat({ more: 'distributed-cache cache { useCase: session-store }\nlive -> cache { interaction: request }' }), severity: 'warning' },
    { when: 'the balancer goes round', sketch: chat({ balancer: 'algorithm: round-robin' }) },
    { when: 'another service calls it', sketch: chat({ more: 'service api\napi -> live "notify"' }) },
    { when: 'a client speaks of routing', sketch: chat({ more: 'client web\nweb -> live "routing"' }) },
    { when: 'it publishes only', sketch: chat({ more: 'stream events\nlive -> events' }) },
  ],
  silent: [
    { when: 'a stream tells all copies', sketch: chat({ more: 'stream events\nevents -> live { deliveryMode: broadcast }' }) },
    { when: 'a database tells them', sketch: chat({ more: 'core-database db\ndb -> live' }) },
    { when: 'a channel tells them', sketch: chat({ more: 'distributed-cache redis { useCase: pub-sub }\nlive -> redis { interaction: request }' }) },
    { when: 'a registry knows where users are', sketch: chat({ more: 'distributed-cache redis { useCase: presence }\nlive -> redis { interaction: request }' }) },
    { when: 'the balancer hashes', sketch: chat({ balancer: 'algorithm: consistent-hash' }) },
    { when: 'another service routes', sketch: chat({ more: 'service router\nrouter -> live "Event routing"' }) },
    { when: 'there is one copy', sketch: chat({ live: 'instances: 1' }) },
    { when: 'nothing is pushed', sketch: chat({ door: 'protocol: websocket, serverPush: false' }) },
    { when: 'the connection is short', sketch: direct('protocol: http, serverPush: true') },
    { when: 'a stated lifetime is short', sketch: direct('protocol: websocket, connectionLifetime: short, serverPush: true') },
    { when: 'the balancer leads elsewhere too', sketch: chat({ more: 'service other\nlb -> other' }) },
  ],
  notStated: [
    { when: 'the copies are open', sketch: chat({ live: '' }), fields: ['instances'] },
    { when: 'whether it pushes is open', sketch: direct('protocol: websocket'), fields: ['serverPush'] },
    { when: 'a stream answers it', sketch: chat({ live: '', more: 'stream events\nevents -> live' }), fields: [] },
  ],
});
