import { stickySessionsWithAutoscaling } from '#rules/load-balancer/sticky-sessions-with-autoscaling.ts';
import { testRule } from '../../support/test-rule.ts';

const shop = (balancer: string, target: string, leaving = '', more = ''): string => `client web\nload-balancer lb { ${balancer} }\nservice shop "Shop" { ${target} }\nweb -> lb\nlb -> shop { ${leaving} }\n${more}`;
const lost = 'sessionState: in-memory, autoScaling: automatic';
const gentle = 'stickySessions: cookie, connectionDrainingSeconds: 60';

testRule(stickySessionsWithAutoscaling, {
  fires: [
    { when: 'cookies tie to copies that come and go', sketch: shop('stickySessions: cookie', lost), primary: 'lb', severity: 'warning', message: 'Scaling Shop in drops the sessions that stick to the removed copy.', related: ['shop'], fixes: ['Keep sessions in a shared cache'] },
    { when: 'addresses tie to them', sketch: shop('stickySessions: source-ip', lost), severity: 'warning' },
    { when: 'the copies are stated to keep state', sketch: shop('stickySessions: cookie', 'stateless: false, autoScaling: automatic') },
    { when: 'the copies keep state that is no session', sketch: shop('stickySessions: cookie', 'sessionState: none, stateless: false, autoScaling: automatic') },
    { when: 'the second target loses sessions', sketch: shop('stickySessions: cookie', 'sessionState: external, autoScaling: automatic', '', `service cart "Cart" { ${lost} }\nlb -> cart`), message: /^Scaling Cart in/ },
    { when: 'another target keeps sessions without scaling', sketch: shop('stickySessions: cookie', lost, '', 'service cart { sessionState: in-memory, instances: 2 }\nlb -> cart') },
    { when: 'no reason is given', sketch: shop(gentle, lost, 'protocol: websocket') },
    { when: 'draining is short', sketch: shop('stickySessions: cookie, connectionDrainingSeconds: 59, rationale: "State is rebuilt."', lost, 'protocol: websocket') },
    { when: 'draining is open', sketch: shop('stickySessions: cookie, rationale: "State is rebuilt."', lost, 'protocol: websocket') },
    { when: 'requests are short', sketch: shop(`${gentle}, rationale: "State is rebuilt."`, lost, 'protocol: http') },
    { when: 'the reason is blank', sketch: shop(`${gentle}, rationale: " "`, lost, 'protocol: websocket') },
  ],
  silent: [
    { when: 'nobody is tied to a copy', sketch: shop('stickySessions: none', lost) },
    { when: 'sessions are outside', sketch: shop('stickySessions: cookie', 'sessionState: external, autoScaling: automatic') },
    { when: 'sessions are outside, whatever else is kept', sketch: shop('stickySessions: cookie', 'sessionState: external, stateless: false, autoScaling: automatic') },
    { when: 'the copies are stateless', sketch: shop('stickySessions: cookie', 'stateless: true, autoScaling: automatic') },
    { when: 'copies stay', sketch: shop('stickySessions: cookie', 'sessionState: in-memory, autoScaling: manual') },
    { when: 'clients are moved gently, and the balancer says why', sketch: shop(`${gentle}, rationale: "State is rebuilt."`, lost, 'protocol: websocket') },
    { when: 'clients are moved gently, and the target says why', sketch: shop(gentle, `${lost}, rationale: "State is rebuilt."`, 'protocol: websocket') },
  ],
  notStated: [
    { when: 'stickiness is open', sketch: shop('', lost), fields: ['stickySessions'] },
    { when: 'stickiness is open for two targets', sketch: shop('', lost, '', `service cart { ${lost} }\nlb -> cart`), fields: ['stickySessions'] },
    { when: 'sessions are open', sketch: shop('stickySessions: cookie', 'autoScaling: automatic'), fields: ['sessionState'] },
    { when: 'scaling is open', sketch: shop('stickySessions: cookie', 'sessionState: in-memory'), fields: ['autoScaling'] },
    { when: 'too much is open', sketch: shop('stickySessions: cookie', ''), fields: [] },
  ],
});
