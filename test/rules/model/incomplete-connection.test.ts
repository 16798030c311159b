import { incompleteConnection } from '#rules/model/incomplete-connection.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(incompleteConnection, {
  fires: [
    { when: 'several meanings are possible', sketch: 'service api "Orders"\ndistributed-cache cache "Hot"\napi -> cache', severity: 'suggestion', message: 'Say what the arrow from Orders to Hot means: request, invalidate.', fixes: ['Means request', 'Means invalidate'] },
    { when: 'a request does not say what it does', sketch: 'service api "Orders"\ncore-database db "Main"\napi -> db', message: 'Say whether Orders reads, writes, or both on Main.', fixes: ['It reads', 'It writes', 'It does both'] },
    { when: 'the interaction is stated, the access is not', sketch: 'service api\nblob-storage b\napi -> b { interaction: request }', message: /reads, writes, or both/ },
  ],
  silent: [
    { when: 'the access is stated', sketch: 'service api\ncore-database db\napi -> db { access: read }' },
    ...['distributed-lock', 'queue', 'stream', 'external-system'].map((kind) => ({ when: `the target is a ${kind}`, sketch: `client web\n${kind} x\nweb -> x` })),
    { when: 'a service calls a service', sketch: 'service a\nservice b\na -> b' },
    { when: 'an end is gone', sketch: 'service api\napi -> gone' },
  ],
});
