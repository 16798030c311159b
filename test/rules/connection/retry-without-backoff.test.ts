import { retryWithoutBackoff } from '#rules/connection/retry-without-backoff.ts';
import { testRule } from '../../support/test-rule.ts';

const call = (values: string): string => `service shop "Shop"\nservice stock "Stock"\nshop -> stock { access: read, timeoutMs: 200, ${values} }`;
const fixes = ['Back off exponentially, with jitter and a budget'];

testRule(retryWithoutBackoff, {
  fires: [
    { when: 'five tries without a pause', sketch: call('maxAttempts: 5, retryBackoff: none'), primary: 'c1', severity: 'warning', message: 'Shop retries Stock at once.', related: ['shop', 'stock'], fixes },
    { when: 'two tries without a pause, with jitter', sketch: call('maxAttempts: 2, retryBackoff: none, retryJitter: true'), severity: 'warning' },
    { when: 'all wait equally long', sketch: call('maxAttempts: 2, retryBackoff: exponential, retryJitter: false'), severity: 'warning', message: /at the same moment: jitter is off\.$/, fixes },
    { when: 'no jitter, and nothing is said of pauses', sketch: call('maxAttempts: 2, retryJitter: false'), severity: 'warning' },
    { when: 'nothing is said of pauses', sketch: call('maxAttempts: 2'), severity: 'suggestion', message: 'How long does Shop wait before it tries Stock again?', fixes },
    { when: 'nothing is said of pauses, jitter is on', sketch: call('maxAttempts: 2, retryJitter: true'), severity: 'suggestion' },
    { when: 'the budget is the user\'s own', sketch: call('maxAttempts: 2, retryBackoff: none, retryBudgetRatio: 0.3'), fixes },
    { when: 'a message is published again and again', sketch: 'service shop\nqueue jobs\nshop -> jobs { maxAttempts: 3, retryBackoff: none }' },
    { when: 'the rationale speaks of something else', sketch: call('maxAttempts: 2, retryBackoff: none, rationale: "Quick."') },
  ],
  silent: [
    { when: 'exponential with jitter', sketch: call('maxAttempts: 5, retryBackoff: exponential, retryJitter: true') },
    { when: 'fixed with jitter', sketch: call('maxAttempts: 5, retryBackoff: fixed, retryJitter: true') },
    { when: 'one try', sketch: call('maxAttempts: 1, retryBackoff: none, retryJitter: false') },
    { when: 'nothing is said of tries', sketch: call('retryBackoff: none') },
    { when: 'a hedged read', sketch: call('maxAttempts: 2, retryBackoff: none, rationale: "Hedged to another replica after p95."') },
    { when: 'hedging, and nothing is said of pauses', sketch: call('maxAttempts: 2, rationale: "hedging"') },
  ],
  notStated: [{ when: 'nothing is said of jitter', sketch: call('maxAttempts: 2, retryBackoff: fixed'), fields: ['retryJitter'] }],
});
