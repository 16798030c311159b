import { undeclaredKeyPropertiesRule } from '#rules/model/undeclared-key-properties.ts';
import { testRule } from '../../support/test-rule.ts';

const web = 'client web { clientType: web }';
const cache = (values: string): string => `service api { stateless: true, instances: 2 }\ndistributed-cache cache { evictionPolicy: lru, invalidationStrategy: [ttl], writeStrategy: none, ttlSeconds: 60, ${values} }\napi -> cache { interaction: request }`;

testRule(undeclaredKeyPropertiesRule, {
  fires: [
    { when: 'nothing is stated', sketch: `${web}\nservice api "Orders"\nweb -> api`, primary: 'api', severity: 'suggestion', message: 'Orders: declare instances and stateless so that the checks can decide.', fixes: [] },
    { when: 'the product has a preset', sketch: 'service api { stateless: true, instances: 2 }\nqueue q { technology: "RabbitMQ" }\napi -> q', primary: 'q', fixes: ['Apply preset RabbitMQ quorum queue'] },
    { when: 'an empty list states nothing', sketch: cache('replicas: 1').replace('[ttl]', '[]'), primary: 'cache' },
  ],
  silent: [
    { when: 'all is stated, with none, false and 0', sketch: cache('replicas: 0') },
    { when: 'a managed service answers for its copies', sketch: cache('highAvailability: managed') },
    { when: 'a gateway says how it survives', sketch: `${web}\napi-gateway gw { authentication: jwt, rateLimiting: none, highAvailability: active-active }\nweb -> gw` },
    { when: 'a gateway says how many copies run', sketch: `${web}\napi-gateway gw { authentication: jwt, rateLimiting: none, instances: 2 }\nweb -> gw` },
    { when: 'it is not connected', sketch: 'queue q' },
    { when: "it is somebody else's", sketch: `${web}\nservice api { inScope: false }\nweb -> api` },
    { when: 'it is an external system', sketch: `${web}\nexternal-system s\nweb -> s` },
  ],
});
