import { expect, test } from 'vitest';
import { sketch } from '#diagram/sketch.ts';
import { retryAmplification } from '#rules/connection/retry-amplification.ts';
import { validate } from '#rules/validate.ts';
import { testRule } from '../../support/test-rule.ts';

const row = 'service a "A"\nservice b "B"\nservice c "C"\nservice d "D"';
const tries = (attempts: readonly number[], more: readonly string[] = []): string =>
  [row, ...attempts.map((count, index) => `${'abc'[index]} -> ${'bcd'[index]} { access: read, maxAttempts: ${count}, ${more[index] ?? ''} }`)].join('\n');
const budget = 'retryBudgetRatio: 0.1';
const budgetFix = 'Limit retries to a tenth of the requests';

testRule(retryAmplification, {
  fires: [
    { when: 'three layers of three tries', sketch: tries([3, 3, 3]), primary: 'c3', severity: 'warning', message: 'One request can become 27 calls to D (A 3 × B 3 × C 3).', related: ['c1', 'c2'], fixes: ['Retry from C only', budgetFix] },
    { when: 'two layers of three tries', sketch: tries([3, 3]), primary: 'c2', message: /9 calls to C \(A 3 × B 3\)/ },
    { when: 'a layer between does not retry', sketch: tries([3, 1, 2]), primary: 'c3', message: /6 calls to D \(A 3 × C 2\)/, related: ['c1'] },
    { when: 'what follows does not retry', sketch: tries([3, 2, 1]), primary: 'c2' },
    { when: 'one call with five tries', sketch: tries([5]), primary: 'c1', message: 'One request can become 5 calls to B (A 5).', fixes: ['Try it 3 times at most', budgetFix] },
    { when: 'many tries at the last layer, too', sketch: tries([2, 6]), primary: 'c2', message: /12 calls/ },
    { when: 'a budget holds at one layer only', sketch: tries([3, 3], [budget]), primary: 'c2', message: /9 calls/ },
    { when: 'a budget holds at the other layer only', sketch: tries([3, 3], ['', budget]), primary: 'c2', message: /9 calls/ },
    { when: 'the budget is large', sketch: tries([3, 3], ['retryBudgetRatio: 0.11', budget]) },
    { when: 'the limited way is longer, but another one is not limited', sketch: `${tries([3, 3], [budget, budget])}\nservice e "E"\ne -> b { access: read, maxAttempts: 2 }`, primary: 'c2', message: /6 calls to C \(E 2 × B 3\)/, related: ['c3'] },
    { when: 'of two ways one multiplies more', sketch: `${tries([2, 3])}\nservice e "E"\ne -> b { access: read, maxAttempts: 4 }`, primary: 'c2', message: /12 calls to C \(E 4 × B 3\)/ },
    { when: 'a cache fetches, a lock is taken', sketch: 'service a "A"\nservice b "B"\ndistributed-lock l "L"\na -> b { access: read, maxAttempts: 3 }\nb -> l { maxAttempts: 3 }', primary: 'c2', message: /9 calls to L/ },
    { when: 'on the way to a circle', sketch: `${tries([3, 1, 1])}\nd -> b { access: read, maxAttempts: 1 }\nservice e "E"\nd -> e { access: read, maxAttempts: 2 }`, primary: 'c5', message: /6 calls to E \(A 3 × D 2\)/ },
    { when: 'at a circle\'s own call', sketch: `${tries([1, 5])}\nc -> b { access: read }`, primary: 'c2', message: /5 calls to C \(B 5\)/ },
    { when: 'less is allowed', sketch: `settings { lintConfig: { rules: { connection/retry-amplification: [warning, { maxProduct: 2 }] } } }\n${tries([3])}`, fixes: ['Try it 2 times at most', budgetFix] },
  ],
  silent: [
    { when: 'one layer retries', sketch: tries([1, 1, 3]) },
    { when: 'two layers of two tries', sketch: tries([2, 2]) },
    { when: 'one call with four tries', sketch: tries([4]) },
    { when: 'every layer has a budget', sketch: tries([3, 3, 3], [budget, budget, 'retryBudgetRatio: 0.05']) },
    { when: 'every retrying layer has a budget', sketch: tries([3, 1, 3], [budget, '', budget]) },
    { when: 'the ways do not meet', sketch: `${row}\na -> b { access: read, maxAttempts: 3 }\nc -> d { access: read, maxAttempts: 3 }` },
    { when: 'nobody waits in between', sketch: tries([3, 1, 3], ['', 'synchrony: async']) },
    { when: 'a queue lies between', sketch: 'service a\nservice b\nqueue q\nservice c\na -> b { access: read, maxAttempts: 3 }\nb -> q -> c { maxAttempts: 3 }' },
    { when: 'nothing is said of tries', sketch: `${row}\na -> b -> c -> d` },
  ],
});

test('only the last retrying call of a way is named', () => {
  const { findings } = validate(sketch(tries([3, 3, 3])));
  expect(findings.filter(({ rule }) => rule === retryAmplification.id).map(({ primary }) => primary)).toEqual(['c3']);
});

test('each last call of ways that part is named', () => {
  const { findings } = validate(sketch(`${tries([3, 3])}\nb -> d { access: read, maxAttempts: 2 }`));
  expect(findings.filter(({ rule }) => rule === retryAmplification.id).map(({ primary }) => primary)).toEqual(['c2', 'c3']);
});
