import { noRateLimiting } from '#rules/api-gateway/no-rate-limiting.ts';
import { testRule } from '../../support/test-rule.ts';

const door = (gateway: string, { client = '', more = '' } = {}): string => `client web "Web" { ${client} }\napi-gateway gw "Gateway" { ${gateway} }\nservice api\nweb -> gw -> api\n${more}`;
const none = 'rateLimiting: none';
const shared = (clients: string): string => `${clients}\nload-balancer lb\napi-gateway gw { ${none} }\nservice other\nservice api\nweb -> lb\napp -> lb\nlb -> gw -> api\nlb -> other`;

testRule(noRateLimiting, {
  fires: [
    { when: 'nobody is limited', sketch: door(none), primary: 'gw', severity: 'warning', message: 'Gateway does not limit callers.', related: ['web'], fixes: ['Limit the requests of each client'] },
    { when: 'nothing is said of limits', sketch: door(''), severity: 'suggestion', message: 'Does Gateway limit callers?' },
    { when: 'a balancer stands before it', sketch: `client web\nload-balancer lb\napi-gateway gw { ${none} }\nservice api\nweb -> lb -> gw -> api`, severity: 'warning', related: ['web'] },
    { when: 'it is open which of two strangers comes', sketch: shared('client web\nclient app'), severity: 'warning' },
    { when: 'a stranger comes by a balancer that a colleague shares', sketch: shared('client web\nclient app { trusted: true }'), severity: 'warning', related: ['web'] },
    { when: 'a partner calls', sketch: `external-system partner\napi-gateway gw { ${none} }\nservice api\npartner -> gw -> api`, severity: 'warning' },
    { when: 'the cache behind it counts nothing', sketch: door(none, { more: 'distributed-cache cache { useCase: session-store }\napi -> cache { interaction: request }' }) },
    { when: 'what the cache is for is open', sketch: door(none, { more: 'distributed-cache cache\napi -> cache { interaction: request }' }) },
    { when: 'the counters lie deeper', sketch: door(none, { more: 'service deep\ndistributed-cache cache { useCase: rate-limit-counters }\napi -> deep\ndeep -> cache { interaction: request }' }) },
  ],
  silent: [
    ...['global', 'per-ip', 'per-client'].map((limit) => ({ when: `limits are ${limit}`, sketch: door(`rateLimiting: ${limit}`) })),
    { when: 'the client is trusted', sketch: door(none, { client: 'trusted: true' }) },
    { when: 'only services come', sketch: `service a\nservice b\napi-gateway gw { ${none} }\na -> gw -> b` },
    { when: 'only a CDN comes', sketch: `client web\ncdn edge\napi-gateway gw { ${none} }\nservice api\nweb -> edge -> gw -> api` },
    { when: 'the gateway counts in a cache', sketch: door(none, { more: 'distributed-cache cache { useCase: rate-limit-counters }\ngw -> cache' }) },
    { when: 'a service behind it counts in a cache', sketch: door(none, { more: 'distributed-cache cache { useCase: rate-limit-counters }\napi -> cache { interaction: request }' }) },
    { when: 'the arrow to the counters does not say what it means', sketch: door(none, { more: 'distributed-cache cache { useCase: rate-limit-counters }\napi -> cache' }) },
    { when: "it is somebody else's", sketch: door(`${none}, inScope: false`) },
  ],
});
