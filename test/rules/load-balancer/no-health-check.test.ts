import { noHealthCheck } from '#rules/load-balancer/no-health-check.ts';
import { testRule } from '../../support/test-rule.ts';

const web = (balancer: string): string => `client web\nload-balancer lb "Edge" { ${balancer} }\nservice api\nweb -> lb -> api`;

testRule(noHealthCheck, {
  fires: [
    { when: 'none is declared', sketch: web('healthCheck: none'), primary: 'lb', severity: 'warning', message: 'Edge keeps sending traffic to dead targets.', related: ['api'], fixes: ['Check over HTTP'] },
    { when: 'none is declared at L7', sketch: web('healthCheck: none, layer: L7'), fixes: ['Check over HTTP'] },
    { when: 'none is declared at L4', sketch: web('healthCheck: none, layer: L4'), fixes: ['Check by opening a connection'] },
  ],
  silent: [
    ...['tcp', 'http', 'grpc'].map((check) => ({ when: `it checks over ${check}`, sketch: web(`healthCheck: ${check}`) })),
    { when: 'it has no target', sketch: 'client web\nload-balancer lb { healthCheck: none }\nweb -> lb' },
  ],
  notStated: [
    { when: 'the check is open', sketch: web(''), fields: ['healthCheck'] },
    { when: 'the check is open, and it has no target', sketch: 'client web\nload-balancer lb\nweb -> lb', fields: [] },
  ],
});
