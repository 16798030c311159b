import { unneededStickySessions } from '#rules/load-balancer/unneeded-sticky-sessions.ts';
import { testRule } from '../../support/test-rule.ts';

const web = (balancer: string, target: string, arriving = '', more = ''): string => `client web\nload-balancer lb "Edge" { ${balancer} }\nservice api { ${target} }\nweb -> lb { ${arriving} }\nlb -> api\n${more}`;
const stateless = 'stateless: true, sessionState: none';

testRule(unneededStickySessions, {
  fires: [
    { when: 'cookies tie to stateless copies', sketch: web('stickySessions: cookie', stateless), primary: 'lb', severity: 'suggestion', message: 'Targets of Edge are stateless; stickiness only unbalances them.', related: ['api'], fixes: ['Let any copy answer'] },
    { when: 'addresses tie to them', sketch: web('stickySessions: source-ip', stateless) },
    { when: 'sessions are outside', sketch: web('stickySessions: cookie', 'stateless: true, sessionState: external') },
    { when: 'another reason is given', sketch: web('stickySessions: cookie, rationale: "We always did."', stateless) },
  ],
  silent: [
    { when: 'nobody is tied', sketch: web('stickySessions: none', stateless) },
    { when: 'stickiness is open', sketch: web('', stateless) },
    { when: 'the copies keep state', sketch: web('stickySessions: cookie', 'stateless: false, sessionState: none') },
    { when: 'sessions are in memory', sketch: web('stickySessions: cookie', 'stateless: true, sessionState: in-memory') },
    { when: 'one of two targets keeps state', sketch: web('stickySessions: cookie', stateless, '', 'service cart { stateless: false }\nlb -> cart') },
    { when: 'a target is no service', sketch: web('stickySessions: cookie', stateless, '', 'worker w\nlb -> w') },
    { when: 'it has no target', sketch: 'client web\nload-balancer lb { stickySessions: cookie }\nweb -> lb' },
    { when: 'it warms local caches', sketch: web('stickySessions: cookie, rationale: "Warm local caches."', stateless) },
    { when: 'affinity is meant', sketch: web('stickySessions: cookie, rationale: "Session Affinity for logs."', stateless) },
    { when: 'long polls pass', sketch: web('stickySessions: cookie', stateless, 'protocol: long-polling') },
  ],
  notStated: [
    { when: 'sessions are open', sketch: web('stickySessions: cookie', 'stateless: true'), fields: ['sessionState'] },
    { when: 'whether it keeps state is open', sketch: web('stickySessions: cookie', 'sessionState: external'), fields: ['stateless'] },
  ],
});
