import { invalidConnection } from '#rules/model/invalid-connection.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(invalidConnection, {
  fires: [
    { when: 'a CDN is said to be consumed', sketch: 'cdn edge\nclient web\nedge -> web { interaction: consume }', severity: 'error', message: 'A CDN cannot consume to a client.', fixes: [] },
    { when: 'the reverse would make sense', sketch: 'cdn edge\nclient web\nblob-storage files\nedge -> files\nedge -> web', message: 'A CDN cannot connect to a client.', fixes: ['Reverse the arrow'] },
    { when: 'another meaning would make sense', sketch: 'service api\ncore-database db\napi -> db { interaction: publish }', fixes: ['Change to request'] },
    { when: 'a service calls itself', sketch: 'service api\napi -> api { interaction: request }', fixes: [] },
    { when: 'an end is a note', sketch: 'service api\nnote n "x"\napi -> n', message: 'A service cannot connect to a note.' },
    { when: 'an end is a boundary', sketch: 'api-gateway gw\nboundary vpc\ngw -> vpc', message: 'An API gateway cannot connect to a boundary.' },
  ],
  silent: [
    { when: 'a database replicates to itself', sketch: 'core-database db\ndb -> db { interaction: replicate }' },
    { when: 'a service publishes', sketch: 'service api\nqueue jobs\napi -> jobs { interaction: publish }' },
    { when: 'an end is gone', sketch: 'service api\napi -> gone { interaction: consume }' },
    { when: 'a message is drawn backwards', sketch: 'worker w\nqueue jobs\nw -> jobs { interaction: consume }' },
    { when: 'several meanings are possible', sketch: 'service api\ndistributed-cache cache\napi -> cache' },
    { when: 'a kind is unknown', sketch: 'quantum-store q\nservice api\napi -> q' },
  ],
});
