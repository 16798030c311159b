import { noEntryPoint } from '#rules/model/no-entry-point.ts';
import { testRule } from '../../support/test-rule.ts';

const three = 'service api "Orders"\ncore-database db\nblob-storage b\napi -> db\napi -> b';

testRule(noEntryPoint, {
  fires: [
    { when: 'nobody uses it', sketch: three, primary: 'diagram', severity: 'suggestion', message: 'Add the client (or job) that uses this system.', fixes: ['Add a client of Orders'] },
    { when: 'a gateway would be the door', sketch: `api-gateway gw "Door"\n${three}\ngw -> api`, fixes: ['Add a client of Door'] },
    { when: 'an external system is only called', sketch: `${three}\nexternal-system mail\napi -> mail` },
  ],
  silent: [
    { when: 'a client is there', sketch: `${three}\nclient web\nweb -> api` },
    { when: 'a job is there', sketch: `${three}\nscheduled-job j\nj -> api` },
    { when: 'an external system calls', sketch: `${three}\nexternal-system shop\nshop -> api` },
    { when: 'it is a fragment', sketch: `settings { fragment: true }\n${three}` },
    { when: 'there is little yet', sketch: 'service api\ncore-database db\napi -> db' },
    { when: 'one of two connections leads nowhere', sketch: 'service api\ncore-database db\nqueue q\napi -> db\napi -> gone' },
    { when: 'a third component is not connected yet', sketch: 'service api\ncore-database db\nqueue q\napi -> db { access: read }\napi -> db { access: write }' },
    { when: 'there is one connection', sketch: 'service api\ncore-database db\nqueue q\napi -> db' },
  ],
});
