import { bypassed } from '#rules/api-gateway/bypassed.ts';
import { testRule } from '../../support/test-rule.ts';

const two = (second: string, { client = '', service = '' } = {}): string =>
  `client web "Web" { ${client} }\napi-gateway gw "Gateway"\nservice users\nservice orders "Orders" { ${service} }\nweb -> gw { protocol: http }\ngw -> users\nweb -> orders as around { ${second} }`;

testRule(bypassed, {
  fires: [
    { when: 'a client has a second door', sketch: two('protocol: http'), primary: 'around', severity: 'warning', message: 'Web reaches Orders without passing Gateway.', related: ['orders', 'gw'], fixes: ['Route it through the gateway'] },
    { when: 'no protocol is stated', sketch: two(''), severity: 'suggestion', message: /^Why does Web reach Orders/ },
    { when: 'the way leads through a balancer', sketch: 'client web "Web"\napi-gateway gw\nload-balancer lb\nservice users\nservice orders\nweb -> gw\ngw -> users\nweb -> lb as around { protocol: http }\nlb -> orders', primary: 'around', severity: 'warning' },
    { when: 'a CDN comes in by the gateway', sketch: 'client web\ncdn edge\napi-gateway gw\nservice users\nweb -> edge -> gw\ngw -> users\nweb -> users as around { protocol: http }', primary: 'around' },
    { when: 'the gateway stands behind a balancer', sketch: 'client web "Web"\nload-balancer lb\napi-gateway gw "Gateway"\nservice users\nservice orders\nweb -> lb -> gw -> users\nweb -> orders as around { protocol: http }', primary: 'around', severity: 'warning' },
    { when: 'a shared balancer leaves it open', sketch: 'client web\nclient app\napi-gateway gw\nload-balancer lb\nservice users\nservice orders\napp -> gw\ngw -> users\ngw -> lb\nweb -> lb as around { protocol: http }\nlb -> orders\nlb -> users', primary: 'around', severity: 'suggestion' },
  ],
  silent: [
    ...['websocket', 'sse', 'long-polling', 'webrtc', 'mqtt'].map((protocol) => ({ when: `${protocol} has a door of its own`, sketch: two(`protocol: ${protocol}`) })),
    { when: 'a reason is given', sketch: two('protocol: http, rationale: "Health checks."') },
    { when: 'the service signs in', sketch: two('protocol: http', { service: 'role: auth' }) },
    { when: 'the service holds WebSockets', sketch: two('protocol: http', { service: 'role: websocket-gateway' }) },
    { when: 'the client is trusted', sketch: two('protocol: http', { client: 'trusted: true' }) },
    { when: 'the client is internal', sketch: two('protocol: http', { client: 'clientType: internal' }) },
    { when: 'no client comes in by the gateway', sketch: 'client web\napi-gateway gw\nservice a\nservice b\na -> gw -> b\nweb -> a { protocol: http }' },
    { when: 'a balancer stands before the gateway', sketch: 'client web\nload-balancer lb\napi-gateway gw\nservice a\nweb -> lb -> gw -> a\nclient app\napp -> gw' },
    { when: 'the client goes to a bucket', sketch: 'client web\napi-gateway gw\nservice a\nblob-storage files\nweb -> gw -> a\nweb -> files { protocol: s3, access: write }' },
  ],
});
