import { danglingConnection } from '#rules/model/dangling-connection.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(danglingConnection, {
  fires: [
    { when: 'the target is gone', sketch: 'service api\napi -> db-9', primary: 'c1', severity: 'error', message: 'Connection "c1" points to a component that does not exist.', fixes: ['Remove the connection'] },
    { when: 'the source is gone, and it has a label', sketch: 'service api\ngone -> api "orders"', message: /"orders"/ },
    { when: 'both are gone', sketch: 'a -> b' },
  ],
  silent: [
    { when: 'both ends are there', sketch: 'service api\ncore-database db\napi -> db' },
    { when: 'an end is a note', sketch: 'service api\nnote n "x"\napi -> n' },
  ],
});
