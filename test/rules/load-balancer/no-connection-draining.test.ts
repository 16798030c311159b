import { noConnectionDraining } from '#rules/load-balancer/no-connection-draining.ts';
import { testRule } from '../../support/test-rule.ts';

const chat = (balancer: string, target = 'autoScaling: automatic', arriving = 'protocol: websocket', more = ''): string =>
  `client app\nload-balancer lb "Edge" { ${balancer} }\nservice chat { ${target} }\napp -> lb { ${arriving} }\nlb -> chat\n${more}`;

testRule(noConnectionDraining, {
  fires: [
    { when: 'draining is not stated', sketch: chat(''), primary: 'lb', severity: 'suggestion', message: 'Deploys and scale-in cut live connections behind Edge.', related: ['c1', 'chat'], fixes: ['Drain for five minutes'] },
    { when: 'there is none', sketch: chat('connectionDrainingSeconds: 0') },
    { when: 'the connection behind it stays open', sketch: 'client app\nload-balancer lb\nservice chat { autoScaling: automatic }\napp -> lb\nlb -> chat { connectionLifetime: persistent }' },
    { when: 'the second target scales', sketch: chat('', 'autoScaling: none', undefined, 'service push { autoScaling: automatic }\nlb -> push'), related: ['push'] },
  ],
  silent: [
    { when: 'it drains', sketch: chat('connectionDrainingSeconds: 300') },
    { when: 'it drains for a second', sketch: chat('connectionDrainingSeconds: 1') },
    { when: 'copies stay', sketch: chat('', 'autoScaling: none') },
    { when: 'copies are added by hand', sketch: chat('', 'autoScaling: manual') },
    { when: 'connections are short', sketch: chat('', undefined, 'protocol: http') },
    { when: 'the lifetime is open', sketch: chat('', undefined, '') },
  ],
  notStated: [
    { when: 'scaling is open', sketch: chat('', ''), fields: ['autoScaling'] },
    { when: 'scaling is open, and it drains', sketch: chat('connectionDrainingSeconds: 30', ''), fields: [] },
  ],
});
