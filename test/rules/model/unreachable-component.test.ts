import { unreachableComponent } from '#rules/model/unreachable-component.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(unreachableComponent, {
  fires: [
    { when: 'no arrow leads there', sketch: 'client web\nservice api\ncore-database db\nweb -> api -> db\nworker report "Report"\nreport -> db', primary: 'report', severity: 'suggestion', message: 'Nothing that starts a request or job ever reaches Report.' },
  ],
  silent: [
    { when: 'a client reaches it', sketch: 'client web\nservice api\ncore-database db\nweb -> api -> db' },
    { when: 'a job starts it', sketch: 'scheduled-job nightly\nworker w\nnightly -> w' },
    { when: 'a system of others calls it', sketch: 'external-system shop\nservice hook\nshop -> hook' },
    { when: 'a component out of scope leads there', sketch: 'client web\nservice other { inScope: false }\nservice api\nother -> api\nweb -> api' },
    { when: 'the only client is not connected yet', sketch: 'client web\nservice a\nservice b\na -> b' },
    { when: 'nothing starts work at all', sketch: 'service a\nservice b\na -> b' },
    { when: 'a message arrow is drawn backwards', sketch: 'client web\nservice api\nqueue q\nworker w\nweb -> api -> q\nw -> q { interaction: consume }' },
  ],
});
