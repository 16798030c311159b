import type { Curveball } from '../scenario.ts';
import { inOwnWords, type OwnWords } from './wording.ts';

interface Args extends OwnWords {
  /** What must take effect once: a payment, an order. */
  readonly entity: string;
  /** Whether a system of others is told of it (a payment provider), which must recognise a second try. */
  readonly outside?: boolean;
}

/** A client, a server and a broker may all try again, and it must count once. */
export const exactlyOnce = ({ entity, outside = false, ...own }: Args): Curveball =>
  inOwnWords(
    {
      id: 'exactly-once',
      title: 'Exactly once',
      says: `Support has found customers for whom the same ${wordsOf(entity)} counted twice. From now on, whatever is tried again, it takes effect once. Show me each place where a second try arrives.`,
      checks: [
        { id: 'exactly-once-conditional', title: 'Each write checks first whether it has been made already.', topics: ['idempotency'], fact: { fact: 'conditional', entity } },
        { id: 'exactly-once-from-clients', title: 'A client that asks twice is recognised.', topics: ['idempotency'], fact: { fact: 'keyed', entity, from: { kind: 'client' }, to: { kind: ['service', 'queue', 'stream'] } } },
        ...(outside ? [{ id: 'exactly-once-outside', title: 'The system of others recognises a second try.', topics: ['idempotency'] as const, fact: { fact: 'keyed', entity, to: { kind: 'external-system' } } as const }] : []),
        { id: 'exactly-once-consumers', title: 'A message that arrives twice does no harm.', topics: ['idempotency', 'queues'], fact: { fact: 'repeatable', entity } },
      ],
      debrief: 'Nothing on a network is delivered exactly once; only effects can be. A good answer makes a key where the wish begins, carries it through each call, keeps it with the row that it changed (in the same transaction), and hands it to the system of others.',
    },
    own,
  );

const wordsOf = (entity: string): string => entity.replaceAll('-', ' ');
