import { missingForScaledService } from '#rules/load-balancer/missing-for-scaled-service.ts';
import { testRule } from '../../support/test-rule.ts';

const direct = (service: string, connection = '', caller = 'client'): string => `${caller} web "Web"\nservice api "Orders" { ${service} }\nweb -> api { ${connection} }`;

testRule(missingForScaledService, {
  fires: [
    { when: 'a client calls three copies', sketch: direct('instances: 3'), severity: 'warning', message: 'Orders runs 3 copies, but Web calls it without a load balancer.', fixes: ['Put a load balancer in front', 'Callers balance by themselves'] },
    { when: 'copies come and go', sketch: direct('autoScaling: automatic'), severity: 'warning', message: /a changing number of copies/ },
    { when: 'a gateway does not balance', sketch: 'client web\napi-gateway gw { loadBalancing: false }\nservice api { instances: 2 }\nweb -> gw -> api', severity: 'warning' },
    { when: 'a service states that it does not balance', sketch: direct('instances: 2', 'clientSideLoadBalancing: false', 'service'), severity: 'warning' },
    { when: 'a service calls: mostly balanced by what nobody draws', sketch: direct('instances: 2', '', 'service'), severity: 'suggestion', message: /^Who picks the copy of Orders when Web calls it/ },
    { when: 'the strongest caller decides', sketch: `${direct('instances: 2')}\nservice other\nother -> api`, severity: 'warning' },
  ],
  silent: [
    { when: 'a balancer stands in front', sketch: 'client web\nload-balancer lb\nservice api { instances: 3 }\nweb -> lb -> api' },
    { when: 'a gateway stands in front', sketch: 'client web\napi-gateway gw\nservice api { instances: 3 }\nweb -> gw -> api' },
    { when: 'there is one copy', sketch: direct('instances: 1') },
    { when: 'nothing is said of copies', sketch: direct('') },
    { when: 'the caller balances', sketch: direct('instances: 3', 'clientSideLoadBalancing: true') },
    { when: 'it is managed', sketch: direct('instances: 3, highAvailability: managed') },
    ...['AWS Lambda', 'Google Cloud Run', 'Azure Functions', 'Heroku', 'Cloudflare Workers'].map((technology) => ({ when: `${technology} picks the copy`, sketch: direct(`instances: 3, technology: "${technology}"`) })),
    { when: 'nobody waits for it', sketch: direct('instances: 3', 'synchrony: async') },
  ],
});
