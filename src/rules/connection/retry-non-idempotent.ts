import { isRequest, writes } from '#graph/access.ts';
import { setFix } from '../fixing.ts';
import { connectionRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { unstated } from '../unstated.ts';
import { attemptsOf, endsOf } from './connection-terms.ts';

/** A write is retried although doing it twice is not doing it once. */
export const retryNonIdempotent = connectionRule({
  id: 'connection/retry-non-idempotent',
  severity: 'error',
  category: 'correctness',
  reach: 'neighbours',
  messages: {
    twice: { text: 'Retrying {from} → {to} can apply the write twice.' },
    perhaps: { severity: 'warning', text: '{from} retries a write on {to}; the diagram does not say that repeating is harmless.' },
  },
  docs: {
    what: 'A write is sent again after a failure, and the target does not recognise the repetition.',
    why: 'After a timeout nobody knows whether it happened. If it did, the second try pays, ships or counts twice.',
    fix: 'Send an idempotency key that the target remembers, make the write conditional, or do not retry it.',
    silentWhen: ['The call is tried once, or only reads.', 'It carries an idempotency key.', 'The write is conditional.', 'Repeating it is declared to be harmless.'],
    sources: ['Google SRE book, handling overload.', 'Stripe, idempotent requests.'],
    question: 'The answer got lost on the way: what does the second try do?',
  },
  examples: {
    bad: 'service shop\nexternal-system payments\nshop -> payments { access: write, timeoutMs: 2000, maxAttempts: 3, retryBackoff: exponential, retryJitter: true, idempotent: false }',
    good: 'service shop\nexternal-system payments\nshop -> payments { access: write, timeoutMs: 2000, maxAttempts: 3, retryBackoff: exponential, retryJitter: true, idempotencyKey: true }',
  },
  check({ id }, { graph }) {
    const edge = graph.edge(id);
    if (!edge || !isRequest(edge) || attemptsOf(edge) <= 1 || writes(edge) === false) return undefined;
    const { access, maxAttempts, idempotent, idempotencyKey, conditionalWrite } = edge.connection.properties;
    if (idempotent === true || idempotencyKey === true || conditionalWrite === true) return pass;
    const isRemote = edge.to.kind === 'service' || edge.to.kind === 'external-system';
    if (access === undefined || (idempotent === undefined && !isRemote)) return notStated(id, ...unstated({ access, idempotent }));
    return fail(idempotent === false ? 'twice' : 'perhaps', {
      data: { from: edge.from.name, to: edge.to.name },
      related: endsOf(edge),
      witness: [edge.from.id, id, edge.to.id],
      evidence: statedEvidence(id, { access, maxAttempts, idempotent }),
    });
  },
  fixes: ({ primary }): readonly Fix[] => [
    setFix('Send an idempotency key', 'suggest', primary, { idempotencyKey: true }),
    setFix('Try it once only', 'suggest', primary, { maxAttempts: 1 }),
  ],
});
