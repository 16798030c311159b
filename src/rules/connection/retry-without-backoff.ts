import { setFix } from '../fixing.ts';
import { connectionRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { attemptsOf, endsOf, isHedged } from './connection-terms.ts';

const usualBudget = 0.1;

/** A call that failed is tried again at once, or by everybody at the same moment. */
export const retryWithoutBackoff = connectionRule({
  id: 'connection/retry-without-backoff',
  severity: 'warning',
  category: 'availability',
  reach: 'neighbours',
  acceptsRationale: 'A word about hedging: the second try goes to another replica on purpose.',
  messages: {
    atOnce: { text: '{from} retries {to} at once.' },
    together: { text: 'All copies of {from} retry {to} at the same moment: jitter is off.' },
    open: { severity: 'suggestion', text: 'How long does {from} wait before it tries {to} again?' },
  },
  docs: {
    what: 'A call is retried without a pause, or without chance in the pause.',
    why: 'What is overloaded gets the same load once more, in step. It cannot recover while everybody knocks.',
    fix: 'Wait longer after each try, add jitter, and limit retries to a small share of all requests.',
    silentWhen: ['The call is tried once.', 'The rationale says that it is a hedged read.'],
    sources: ['Google SRE book, addressing cascading failures.', 'Google SRE book, handling overload.'],
    question: 'A thousand callers fail in the same second: when do they try again?',
  },
  examples: {
    bad: 'service shop\nservice stock\nshop -> stock { access: read, timeoutMs: 200, maxAttempts: 3, retryBackoff: none }',
    good: 'service shop\nservice stock\nshop -> stock { access: read, timeoutMs: 200, maxAttempts: 3, retryBackoff: exponential, retryJitter: true }',
  },
  check({ id }, { graph }) {
    const edge = graph.edge(id);
    if (!edge || attemptsOf(edge) <= 1) return undefined;
    if (isHedged(edge)) return pass;
    const { maxAttempts, retryBackoff, retryJitter } = edge.connection.properties;
    const details = { data: { from: edge.from.name, to: edge.to.name }, related: endsOf(edge), witness: [edge.from.id, id, edge.to.id], evidence: statedEvidence(id, { maxAttempts, retryBackoff, retryJitter }) };
    if (retryBackoff === 'none') return fail('atOnce', details);
    if (retryJitter === false) return fail('together', details);
    if (retryBackoff === undefined) return fail('open', details);
    return retryJitter === undefined ? notStated(id, 'retryJitter') : pass;
  },
  fixes: ({ primary }, { graph }): readonly Fix[] => {
    const { retryBudgetRatio = usualBudget } = graph.edge(primary)?.connection.properties ?? {};
    return [setFix('Back off exponentially, with jitter and a budget', 'auto', primary, { retryBackoff: 'exponential', retryJitter: true, retryBudgetRatio })];
  },
});
