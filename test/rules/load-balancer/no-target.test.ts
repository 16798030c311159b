import { noTarget } from '#rules/load-balancer/no-target.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(noTarget, {
  fires: [
    { when: 'a client calls it', sketch: 'client web\nload-balancer lb "Edge"\nweb -> lb', primary: 'lb', severity: 'error', message: 'Edge has no targets.', related: ['web'], fixes: [] },
    { when: 'a CDN fetches from it', sketch: 'cdn edge\nload-balancer lb\nedge -> lb', severity: 'error' },
  ],
  silent: [
    { when: 'it has a service', sketch: 'client web\nload-balancer lb\nservice api\nweb -> lb -> api' },
    { when: 'another proxy follows', sketch: 'client web\nload-balancer lb\napi-gateway gw\nweb -> lb -> gw' },
    { when: 'nothing arrives', sketch: 'load-balancer lb\nservice api\nlb -> api' },
    { when: 'it stands alone', sketch: 'client web\nload-balancer lb' },
    { when: "it is somebody else's", sketch: 'client web\nload-balancer lb { inScope: false }\nweb -> lb' },
  ],
});
