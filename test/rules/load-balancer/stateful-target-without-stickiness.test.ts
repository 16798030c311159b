import { statefulTargetWithoutStickiness } from '#rules/load-balancer/stateful-target-without-stickiness.ts';
import { testRule } from '../../support/test-rule.ts';

const shop = (balancer: string, target = 'sessionState: in-memory, instances: 3', arriving = 'protocol: http', more = ''): string =>
  `client web\nload-balancer lb "Edge" { ${balancer} }\nservice shop "Shop" { ${target} }\nweb -> lb { ${arriving} }\nlb -> shop\n${more}`;
const scattering = 'stickySessions: none, algorithm: round-robin';

testRule(statefulTargetWithoutStickiness, {
  fires: [
    { when: 'three copies keep sessions', sketch: shop(scattering), primary: 'lb', severity: 'error', message: 'Shop keeps sessions in memory, but Edge sends each request to any copy.', related: ['shop'], fixes: ['Keep sessions in a shared cache', 'Stick by the address of the client'] },
    { when: 'two copies keep sessions, at L7', sketch: shop(`${scattering}, layer: L7`, 'sessionState: in-memory, instances: 2'), severity: 'error', fixes: ['Keep sessions in a shared cache', 'Stick by cookie'] },
    { when: 'the algorithm is open', sketch: shop('stickySessions: none'), severity: 'warning', message: 'Shop keeps sessions in memory, and nothing says that Edge sends a client to the same copy again.' },
    { when: 'the protocol is open', sketch: shop(scattering, undefined, ''), severity: 'warning' },
    { when: 'the protocol of one caller is open', sketch: shop(scattering, undefined, undefined, 'client app\napp -> lb'), severity: 'warning' },
    { when: 'one of two callers stays connected', sketch: shop(scattering, undefined, undefined, 'client app\napp -> lb { protocol: websocket }'), severity: 'error' },
    { when: 'the second target keeps sessions', sketch: shop(scattering, 'sessionState: none, instances: 3', undefined, 'service cart "Cart" { sessionState: in-memory, instances: 2 }\nlb -> cart'), severity: 'error', message: /^Cart keeps/ },
    { when: 'two targets keep sessions', sketch: shop(scattering, undefined, undefined, 'service cart { sessionState: in-memory, instances: 2 }\nlb -> cart'), related: ['shop', 'cart'] },
    { when: 'nobody is drawn who calls', sketch: 'load-balancer lb { stickySessions: none, algorithm: round-robin }\nservice shop { sessionState: in-memory, instances: 3 }\nlb -> shop', severity: 'warning' },
  ],
  silent: [
    { when: 'sessions are outside', sketch: shop(scattering, 'sessionState: external, instances: 3') },
    { when: 'there is one copy', sketch: shop(scattering, 'sessionState: in-memory, instances: 1') },
    { when: 'cookies tie', sketch: shop('stickySessions: cookie, algorithm: round-robin') },
    { when: 'addresses tie', sketch: shop('stickySessions: source-ip, algorithm: round-robin') },
    { when: 'an address hash chooses', sketch: shop('stickySessions: none, algorithm: source-ip-hash') },
    { when: 'a consistent hash chooses', sketch: shop('stickySessions: none, algorithm: consistent-hash') },
    { when: 'all connections stay open', sketch: shop(scattering, undefined, 'protocol: websocket') },
    { when: 'it is stateless', sketch: shop(scattering, 'stateless: true, instances: 3') },
  ],
  notStated: [
    { when: 'stickiness is open', sketch: shop('algorithm: round-robin'), fields: ['stickySessions'] },
    { when: 'sessions are open', sketch: shop(scattering, 'instances: 3'), fields: ['sessionState'] },
    { when: 'the copies are open', sketch: shop(scattering, 'sessionState: in-memory'), fields: ['instances'] },
    { when: 'the copies are open, and they scale', sketch: shop(scattering, 'sessionState: in-memory, autoScaling: automatic'), fields: ['instances'] },
    { when: 'too much is open', sketch: shop('', 'instances: 3'), fields: [] },
  ],
});
