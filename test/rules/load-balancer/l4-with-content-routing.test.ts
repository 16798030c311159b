import { l4WithContentRouting } from '#rules/load-balancer/l4-with-content-routing.ts';
import { testRule } from '../../support/test-rule.ts';

const shop = (balancer: string, one = '', other = ''): string => `client web\nload-balancer lb "Edge" { ${balancer} }\nservice api\nservice images\nweb -> lb\nlb -> api ${one}\nlb -> images ${other}`;
const routes = 'contentRouting: [{ match: "/api", target: api }, { match: "/img", target: images }]';
const bySplit = ['Change L4 to L7', 'One L4 balancer for each target'];

testRule(l4WithContentRouting, {
  fires: [
    { when: 'it routes by path', sketch: shop(`layer: L4, ${routes}`), primary: 'lb', severity: 'error', message: 'Edge is L4 and cannot see paths, headers, or cookies.', fixes: bySplit },
    { when: 'it sticks by cookie', sketch: shop('layer: L4, stickySessions: cookie'), severity: 'error', fixes: ['Change L4 to L7', 'Stick by the address of the client'] },
    { when: 'it routes and sticks by cookie', sketch: shop(`layer: L4, stickySessions: cookie, ${routes}`), severity: 'error', fixes: ['Change L4 to L7'] },
    { when: 'labels are paths to two services', sketch: shop('layer: L4', '"/api"', '"/img"'), severity: 'warning', message: 'Edge is L4 and cannot see paths, headers, or cookies.', related: ['c2', 'c3'], fixes: bySplit },
    { when: 'labels are paths, and a proxy stands between', sketch: 'client web\nload-balancer lb { layer: L4 }\napi-gateway gw\nservice api\nservice images\nweb -> lb\nlb -> gw "/api"\ngw -> api\nlb -> images "/img"', severity: 'warning' },
    { when: 'a shared proxy stands between', sketch: 'client web\nload-balancer lb { layer: L4 }\napi-gateway gw\nclient app\nservice api\nservice images\nservice other\nweb -> lb\napp -> gw\nlb -> gw "/api"\ngw -> api\ngw -> other\nlb -> images "/img"', primary: 'lb', severity: 'warning' },
    { when: 'there is one target to route to', sketch: `client web\nload-balancer lb { layer: L4, ${routes} }\nservice api\nweb -> lb -> api`, severity: 'error', fixes: ['Change L4 to L7'] },
    { when: 'it passes TLS on, which L7 could not', sketch: shop(`layer: L4, tlsTermination: passthrough, ${routes}`), fixes: bySplit },
    { when: 'it carries WebSockets, and could not at L7', sketch: `${shop(`layer: L4, websocketSupport: false, ${routes}`)}\nclient app\napp -> lb { protocol: websocket }`, fixes: ['One L4 balancer for each target'] },
  ],
  silent: [
    { when: 'it is L7', sketch: shop(`layer: L7, stickySessions: cookie, ${routes}`, '"/api"', '"/img"') },
    { when: 'it leads to one service', sketch: 'client web\nload-balancer lb { layer: L4 }\nservice api\nweb -> lb -> api' },
    { when: 'no routes are listed', sketch: shop('layer: L4, contentRouting: []') },
    { when: 'it sticks by address', sketch: shop('layer: L4, stickySessions: source-ip') },
    { when: 'labels are no paths', sketch: shop('layer: L4', '"api"', '"images"') },
    { when: 'one label only is a path', sketch: shop('layer: L4', '"/api"') },
    { when: 'the same path leads to two services', sketch: shop('layer: L4', '"/api"', '"/API "') },
    { when: 'two paths lead to one service', sketch: 'client web\nload-balancer lb { layer: L4 }\nservice api\nweb -> lb\nlb -> api "/a"\nlb -> api "/b"' },
    { when: 'paths lead to stores', sketch: 'client web\nload-balancer lb { layer: L4 }\ncore-database a\ncore-database b\nweb -> lb\nlb -> a "/a"\nlb -> b "/b"' },
  ],
  notStated: [
    { when: 'the layer is open, and content is routed', sketch: shop(routes), fields: ['layer'] },
    { when: 'the layer is open, and labels are paths', sketch: shop('', '"/api"', '"/img"'), fields: ['layer'] },
  ],
});
