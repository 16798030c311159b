import { gatewaySingleInstance } from '#rules/api-gateway/single-instance.ts';
import { testRule } from '../../support/test-rule.ts';

const door = (gateway: string, { client = '', settings = '' } = {}): string =>
  `settings { ${settings} }\nclient web "Web" { ${client} }\napi-gateway gw "Gateway" { ${gateway} }\nservice api\ncore-database db\nweb -> gw -> api -> db`;

testRule(gatewaySingleInstance, {
  fires: [
    { when: 'there is one copy', sketch: door('instances: 1'), primary: 'gw', severity: 'warning', message: 'All traffic enters through one copy of Gateway.', related: ['web', 'db'], fixes: ['Run three copies in three zones'] },
    { when: 'it is stated to have no second copy', sketch: door('instances: 3, highAvailability: none'), severity: 'warning' },
    { when: 'several callers come in', sketch: `${door('instances: 1')}\nload-balancer lb\nweb -> lb -> gw`, severity: 'warning' },
    { when: 'two clients share it', sketch: 'client web\nclient app\napi-gateway gw { instances: 1 }\nservice api\ncore-database db\nweb -> gw\napp -> gw\ngw -> api -> db', severity: 'warning' },
    { when: 'the target is modest', sketch: door('instances: 1', { settings: 'availabilityTarget: 0.99' }), severity: 'suggestion' },
    { when: 'only colleagues come', sketch: door('instances: 1', { client: 'trusted: true' }), severity: 'suggestion' },
    { when: 'a balancer before it leaves open who comes', sketch: 'client web\nclient app\nload-balancer lb\napi-gateway gw { instances: 1 }\nservice other\nservice api\ncore-database db\nweb -> lb\napp -> lb\nlb -> gw -> api -> db\nlb -> other', severity: 'suggestion' },
  ],
  silent: [
    { when: 'there are several copies', sketch: door('instances: 2') },
    { when: 'it is managed', sketch: door('instances: 1, highAvailability: managed') },
    { when: 'a second gateway leads to the same store', sketch: `${door('instances: 1')}\napi-gateway other\nweb -> other -> api` },
    { when: 'the labels of a shared balancer lead past it', sketch: 'client web\nclient app\nload-balancer lb\napi-gateway gw { instances: 1 }\nservice api\nservice two\ncore-database db\nweb -> lb "web"\napp -> lb "app"\nlb -> gw "none"\ngw -> api -> db\nlb -> two "app"\nlb -> api "web"\ntwo -> db' },
    { when: 'no store lies behind it', sketch: 'client web\napi-gateway gw { instances: 1 }\nservice api\nweb -> gw -> api' },
    { when: "it is somebody else's", sketch: door('instances: 1, inScope: false') },
  ],
  notStated: [
    { when: 'the copies are not stated', sketch: door(''), fields: ['instances'] },
    { when: 'the copies are not stated, and there is another way', sketch: `${door('')}\nweb -> api`, fields: [] },
  ],
});
