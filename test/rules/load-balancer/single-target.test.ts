import { singleTarget } from '#rules/load-balancer/single-target.ts';
import { testRule } from '../../support/test-rule.ts';

const shop = (target: string, more = '', kind = 'service'): string => `client web\nload-balancer lb "Edge"\n${kind} api "Orders" { ${target} }\nweb -> lb -> api\n${more}`;

testRule(singleTarget, {
  fires: [
    { when: 'the service runs once', sketch: shop('instances: 1'), primary: 'lb', severity: 'warning', message: 'Edge balances over a single instance of Orders.', related: ['api'], fixes: ['Run two copies of Orders', 'Leave the balancer out'] },
    { when: 'the worker runs once', sketch: shop('instances: 1', '', 'worker'), severity: 'warning' },
    { when: 'two connections lead to the same copy', sketch: shop('instances: 1', 'lb -> api "/img"'), severity: 'warning' },
    { when: 'no failover is stated', sketch: shop('instances: 1, highAvailability: none'), severity: 'warning' },
    { when: 'copies are added by hand', sketch: shop('instances: 1, autoScaling: manual') },
    { when: 'two callers arrive', sketch: shop('instances: 1', 'api-gateway gw\ngw -> lb { protocol: grpc }') },
    { when: 'little is promised', sketch: shop('instances: 1', 'settings { availabilityTarget: 0.99 }'), severity: 'suggestion' },
    { when: 'a little more is promised', sketch: shop('instances: 1', 'settings { availabilityTarget: 0.991 }'), severity: 'warning' },
    { when: 'all users are internal', sketch: 'client web { clientType: internal }\nload-balancer lb\nservice api { instances: 1 }\nweb -> lb -> api', severity: 'suggestion' },
    { when: 'a second copy would scatter sessions', sketch: shop('instances: 1, sessionState: in-memory'), fixes: ['Leave the balancer out'] },
    { when: 'its caller could not call the target', sketch: 'cdn edge\nload-balancer lb\nworker api "Orders" { instances: 1 }\nedge -> lb -> api', fixes: ['Run two copies of Orders'] },
  ],
  silent: [
    { when: 'there are three copies', sketch: shop('instances: 3') },
    { when: 'there are two targets', sketch: shop('instances: 1', 'service more { instances: 1 }\nlb -> more') },
    { when: 'copies come and go', sketch: shop('instances: 1, autoScaling: automatic') },
    { when: 'a standby takes over', sketch: shop('instances: 1, highAvailability: active-passive') },
    { when: 'it is managed', sketch: shop('highAvailability: managed') },
    { when: 'the target is a gateway', sketch: shop('instances: 1', '', 'api-gateway') },
  ],
  notStated: [{ when: 'the copies are open', sketch: shop(''), fields: ['instances'] }],
});
