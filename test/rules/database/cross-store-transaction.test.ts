import { applyDiff } from '#diagram/diff.ts';
import { sketch } from '#diagram/sketch.ts';
import { crossStoreTransaction } from '#rules/database/cross-store-transaction.ts';
import { fixesOf } from '#rules/fixes.ts';
import { validate } from '#rules/validate.ts';
import { expect, test } from 'vitest';
import { freshIds, testRule } from '../../support/test-rule.ts';

const unit = 'access: write, transactional: true';
const two = (pattern: string, first = unit, second = unit, more = ''): string =>
  `service shop "Shop" { ${pattern} }\ncore-database orders "Orders"\ncore-database payments "Payments"\nshop -> orders { ${first} }\nshop -> payments { ${second} }\n${more}`;
const beside = (kind: string, more = ''): string => `service shop { consistencyPattern: none }\ncore-database orders\n${kind} other\nshop -> orders { ${unit} }\nshop -> other { interaction: request, ${unit} }\n${more}`;
const bare = 'consistencyPattern: none';

testRule(crossStoreTransaction, {
  fires: [
    { when: 'two databases, and no pattern', sketch: two(bare), primary: 'shop', severity: 'error', message: /^Shop changes Orders and Payments as one unit, but no transaction/, related: ['orders', 'payments', 'c1', 'c2'], fixes: ['Make it a saga, with a note on what undoes each step'] },
    { when: 'the pattern is not stated', sketch: two(''), severity: 'warning', message: /does not say what keeps them together/ },
    { when: 'the same transaction', sketch: two(bare, `${unit}, transactionId: buy`, `${unit}, transactionId: buy`), severity: 'error' },
    { when: 'reading and writing', sketch: two(bare, unit, 'access: read-write, transactional: true'), severity: 'error' },
    ...['blob-storage', 'search-database', 'external-system', 'service'].map((kind) => ({ when: `a database and: ${kind}`, sketch: beside(kind), severity: 'error' as const })),
    { when: 'a worker', sketch: `worker w { ${bare} }\ncore-database a\ncore-database b\nw -> a { ${unit} }\nw -> b { ${unit} }`, severity: 'error' },
    { when: 'a job', sketch: `scheduled-job j\ncore-database a\ncore-database b\nj -> a { ${unit} }\nj -> b { ${unit} }`, severity: 'warning' },
    { when: 'a balancer stands before the second one', sketch: `service shop { ${bare} }\ncore-database orders\nload-balancer lb\nservice stock "Stock"\nshop -> orders { ${unit} }\nshop -> lb { ${unit} }\nlb -> stock`, severity: 'error', message: /Stock/ },
    { when: 'one of three is a replica', sketch: two(bare, unit, unit, `core-database copy\norders -> copy { interaction: replicate }\nshop -> copy { ${unit} }`), message: /changes Orders and Payments as/ },
  ],
  silent: [
    ...['saga', 'two-phase-commit', 'outbox', 'try-confirm-cancel'].map((pattern) => ({ when: `a pattern: ${pattern}`, sketch: two(`consistencyPattern: ${pattern}`) })),
    { when: 'one database', sketch: `service shop { ${bare} }\ncore-database orders\nshop -> orders { ${unit} }\nshop -> orders { ${unit} }` },
    { when: 'two transactions', sketch: two(bare, `${unit}, transactionId: buy`, `${unit}, transactionId: pay`) },
    { when: 'one of the two has a transaction of its own', sketch: two(bare, `${unit}, transactionId: buy`) },
    { when: 'one of the two is no part of it', sketch: two(bare, unit, 'access: write') },
    { when: 'one of the two only reads', sketch: two(bare, unit, 'access: read, transactional: true') },
    { when: 'one replicates into the other', sketch: two(bare, unit, unit, 'orders -> payments { interaction: replicate }') },
    { when: 'both are replicas of a third', sketch: two(bare, unit, unit, 'core-database main\nmain -> orders { interaction: replicate }\nmain -> payments { interaction: replicate }') },
    { when: 'a cache does not count', sketch: beside('distributed-cache') },
    { when: 'a worker does not count', sketch: beside('worker') },
  ],
});

test('the saga comes with a note on its compensations', () => {
  const diagram = sketch(two(bare));
  const finding = validate(diagram).findings.find(({ rule }) => rule === crossStoreTransaction.id);
  const [fix] = finding ? fixesOf(finding, diagram) : [];
  const after = applyDiff(diagram, fix?.apply(diagram, freshIds())?.diff ?? {});
  expect(after.components.get('shop')?.properties.consistencyPattern).toBe('saga');
  expect([...after.notes.values()]).toEqual([{ id: 'new1', text: 'What undoes the change of Orders and Payments when a later step fails?', properties: { noteType: 'question', attachedTo: ['shop'] } }]);
});
