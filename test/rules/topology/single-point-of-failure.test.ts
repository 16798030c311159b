import { singlePointOfFailure } from '#rules/topology/single-point-of-failure.ts';
import { testRule } from '../../support/test-rule.ts';

const path = (service: string, { client = '', settings = '' } = {}): string => `settings { ${settings} }\nclient web "Web" { ${client} }\nservice api "API" { ${service} }\ncore-database db "Orders"\nweb -> api -> db`;

testRule(singlePointOfFailure, {
  fires: [
    { when: 'one copy stands on the only way', sketch: path('instances: 1'), primary: 'api', severity: 'warning', message: 'Every path from Web to Orders goes through API, which has one copy.', related: ['web', 'db'], fixes: ['Run two copies in two zones'] },
    { when: 'it is stated to have no second copy', sketch: path('highAvailability: none'), severity: 'warning' },
    { when: 'a CDN is alone', sketch: 'client web\ncdn edge { instances: 1 }\nblob-storage files\nweb -> edge -> files', primary: 'edge' },
    { when: 'two ways meet in it', sketch: 'client web\nservice a\nservice b\nservice last { instances: 1 }\ncore-database db\nweb -> a -> last\nweb -> b -> last\nlast -> db', primary: 'last' },
    { when: 'the target is modest', sketch: path('instances: 1', { settings: 'availabilityTarget: 0.99' }), severity: 'suggestion' },
    { when: 'only colleagues come', sketch: path('instances: 1', { client: 'clientType: internal' }), severity: 'suggestion' },
    { when: 'only colleagues come, and a stranger is not connected yet', sketch: `${path('instances: 1', { client: 'clientType: internal' })}\nclient stranger`, primary: 'api', severity: 'suggestion' },
    { when: 'a shared gateway leaves the way open', sketch: 'client web\nclient app\napi-gateway gw\nservice a { instances: 1 }\nservice b\ncore-database db\nweb -> gw\napp -> gw\ngw -> a -> db\ngw -> b', primary: 'a', severity: 'suggestion' },
    { when: 'a worker is alone in its stage', sketch: 'client web\nservice api\nqueue q\nworker w "Mailer" { instances: 1 }\ncore-database db\nweb -> api -> q -> w -> db', primary: 'w', severity: 'suggestion', message: /goes through Mailer/ },
  ],
  silent: [
    { when: 'there are three copies', sketch: path('instances: 3') },
    { when: 'the platform sees to it', sketch: path('instances: 1, highAvailability: managed') },
    { when: 'there is another way', sketch: 'client web\nservice a { instances: 1 }\nservice b { instances: 1 }\ncore-database db\nweb -> a -> db\nweb -> b -> db' },
    { when: 'the request succeeds without it', sketch: 'client web\nservice api\nservice extra { instances: 1 }\ncore-database db\nweb -> api\napi -> extra { critical: false }\nextra -> db' },
    { when: 'no store lies behind it', sketch: 'client web\nservice api { instances: 1 }\nservice other\nweb -> api -> other' },
    { when: 'no client stands before it', sketch: 'service api { instances: 1 }\ncore-database db\napi -> db' },
    { when: "it is somebody else's", sketch: path('instances: 1, inScope: false') },
  ],
  notStated: [
    { when: 'the copies are not stated', sketch: path(''), fields: ['instances'] },
    { when: 'the copies of a stage are not stated', sketch: 'client web\nservice api { instances: 3 }\nqueue q\nworker w\ncore-database db\nweb -> api -> q -> w -> db', fields: ['instances'] },
    { when: 'the copies are not stated, and nobody depends on them', sketch: 'client web\nservice api\nservice other\nweb -> api -> other', fields: [] },
  ],
});
