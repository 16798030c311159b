import { noBackend } from '#rules/api-gateway/no-backend.ts';
import { testRule } from '../../support/test-rule.ts';

const called = (gateway = ''): string => `client web "Web"\napi-gateway gw "Gateway" { ${gateway} }\nweb -> gw`;

testRule(noBackend, {
  fires: [
    { when: 'nothing leaves it', sketch: called(), primary: 'gw', severity: 'error', message: 'Gateway has nothing to route to.', related: ['web'], fixes: [] },
    { when: 'its routes name what is not drawn', sketch: called('routes: [{ match: "/orders", target: "orders" }]') },
    { when: 'a CDN fetches from it', sketch: 'client web\ncdn edge\napi-gateway gw\nweb -> edge -> gw', primary: 'gw' },
  ],
  silent: [
    { when: 'it calls a service', sketch: `${called()}\nservice api\ngw -> api` },
    { when: 'it publishes for devices', sketch: `${called()}\nstream events\ngw -> events` },
    { when: 'a route is a mock', sketch: called('routes: [{ match: "/", target: "Mock integration" }]') },
    { when: 'a route is static', sketch: called('routes: [{ match: "/a", target: "orders" }, { match: "/", target: "static page" }]') },
    { when: 'nobody calls it', sketch: 'api-gateway gw\nservice api\ngw -> api' },
    { when: "it is somebody else's", sketch: called('inScope: false') },
  ],
});
