import { singleLoadBalancer } from '#rules/load-balancer/single-instance.ts';
import { testRule } from '../../support/test-rule.ts';

const shop = (balancer: string, more = '', client = 'client web'): string => `${client}\nload-balancer lb "Edge" { ${balancer} }\nservice api\ncore-database db\nweb -> lb -> api -> db\n${more}`;

testRule(singleLoadBalancer, {
  fires: [
    { when: 'one copy runs', sketch: shop('instances: 1'), primary: 'lb', severity: 'warning', message: 'Edge itself is a single point of failure.', related: ['web', 'db'], fixes: ['Let the provider run it', 'Run two, one of them on standby'] },
    { when: 'nothing takes over', sketch: shop('highAvailability: none'), severity: 'warning' },
    { when: 'nothing takes over from two copies', sketch: shop('instances: 2, highAvailability: none') },
    { when: 'little is promised', sketch: shop('instances: 1', 'settings { availabilityTarget: 0.99 }'), severity: 'suggestion' },
    { when: 'all users are internal', sketch: shop('instances: 1', '', 'client web { clientType: internal }'), severity: 'suggestion' },
    { when: 'two clients share it', sketch: shop('instances: 1', 'client app\napp -> lb'), severity: 'warning', related: ['web', 'app'] },
    { when: 'a client arrives in two ways', sketch: shop('instances: 1', 'api-gateway gw\nweb -> gw -> lb'), severity: 'warning' },
    {
      when: 'where a shared balancer leads is open',
      sketch: 'client web\nclient app\nload-balancer lb { instances: 1 }\nservice a\nservice b\ncore-database db\nweb -> lb\napp -> lb\nlb -> a\nlb -> b\na -> db',
      severity: 'suggestion',
    },
  ],
  silent: [
    { when: 'it is managed', sketch: shop('instances: 1, highAvailability: managed') },
    { when: 'two copies run', sketch: shop('instances: 2') },
    { when: 'there is a way around it', sketch: shop('instances: 1', 'load-balancer other\nweb -> other -> api') },
    { when: 'no store is behind it', sketch: 'client web\nload-balancer lb { instances: 1 }\nservice api\nweb -> lb -> api' },
    { when: 'the request succeeds without it', sketch: 'client web\nload-balancer lb { instances: 1 }\nservice api\ncore-database db\nweb -> lb { critical: false }\nlb -> api -> db' },
    { when: "it is somebody else's", sketch: shop('instances: 1, inScope: false') },
  ],
  notStated: [
    { when: 'copies are open', sketch: shop(''), fields: ['highAvailability'] },
    { when: 'copies are open, and there is a way around it', sketch: shop('', 'load-balancer other { highAvailability: managed }\nweb -> other -> api'), fields: [] },
  ],
});
