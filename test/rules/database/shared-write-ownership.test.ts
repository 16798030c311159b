import { sharedWriteOwnership } from '#rules/database/shared-write-ownership.ts';
import { testRule } from '../../support/test-rule.ts';

const writers = (first: string, second: string, access = 'write', kind = 'service'): string =>
  `service billing "Billing" { ${first} }\n${kind} shipping "Shipping" { ${second} }\ncore-database db "Orders"\nbilling -> db { access: write }\nshipping -> db { access: ${access} }`;

testRule(sharedWriteOwnership, {
  fires: [
    { when: 'two contexts write', sketch: writers('boundedContext: Billing', 'boundedContext: Shipping'), primary: 'db', severity: 'suggestion', message: 'Billing and Shipping from different contexts write Orders: who owns its schema and its rules?', related: ['billing', 'shipping'], fixes: [] },
    { when: 'the second one also reads', sketch: writers('boundedContext: Billing', 'boundedContext: Shipping', 'read-write') },
  ],
  silent: [
    { when: 'one context', sketch: writers('boundedContext: Sales', 'boundedContext: Sales') },
    { when: 'one context, written in two ways', sketch: writers('boundedContext: " sales"', 'boundedContext: Sales') },
    { when: 'one of them has no context', sketch: writers('boundedContext: Sales', '') },
    { when: 'one of them has a blank context', sketch: writers('boundedContext: Sales', 'boundedContext: " "') },
    { when: 'the second one reads', sketch: writers('boundedContext: Billing', 'boundedContext: Shipping', 'read') },
    { when: 'the second one is a worker', sketch: writers('boundedContext: Billing', 'boundedContext: Shipping', 'write', 'worker') },
    { when: 'the second one is a job', sketch: writers('boundedContext: Billing', 'boundedContext: Shipping', 'write', 'scheduled-job') },
  ],
});
