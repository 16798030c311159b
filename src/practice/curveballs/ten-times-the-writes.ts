import { quantity } from '#catalog/wording.ts';
import type { Curveball } from '../scenario.ts';
import { inOwnWords, type OwnWords } from './wording.ts';

interface Args extends OwnWords {
  /** What clients write at peak before it, in calls per second, as the brief says. */
  readonly writesPerSecond: number;
  /** An entity that must be taken by a queue or stream before anybody works on it, from now on. */
  readonly buffered?: string;
}

/** Everybody writes ten times as much: what carried one day's peak must now carry a festival. */
export const tenTimesTheWrites = ({ writesPerSecond, buffered, ...own }: Args): Curveball =>
  inOwnWords(
    {
      id: 'ten-times-the-writes',
      title: 'Ten times the writes',
      says: `It went better than anybody hoped: writes are ten times as many, ${quantity(writesPerSecond * 10, 'req/s')} at peak. Reads have not changed. What do you change first?`,
      load: { access: 'write', times: 10 },
      checks: [
        { id: 'ten-times-drawn', title: `Clients write ${quantity(writesPerSecond * 10, 'req/s')} at peak.`, topics: ['scaling'], fact: { fact: 'load', atLeast: writesPerSecond * 10, access: 'write' } },
        { id: 'ten-times-headroom', title: 'Everything has headroom under ten times the writes.', topics: ['scaling'], fact: { fact: 'utilisation', below: 0.8 } },
        {
          id: 'ten-times-no-bottleneck',
          title: 'No queue grows without end, no partition and no lock is in the way.',
          topics: ['scaling'],
          fact: {
            fact: 'all',
            of: [
              { fact: 'silent', rules: ['capacity/overloaded-component', 'capacity/queue-drain-below-arrival', 'capacity/declared-rate-mismatch'] },
              // Few know the size of a record or the share of the busiest key: who states them is judged by them.
              { fact: 'silent', rules: ['capacity/stream-partition-throughput', 'capacity/hot-partition', 'capacity/lock-contention'], statedOnly: true },
            ],
          },
        },
        ...(buffered === undefined ? [] : [{ id: 'ten-times-buffered', title: 'A burst of writes waits in a queue or stream, not in front of the client.', topics: ['queues'] as const, fact: { fact: 'async', entity: buffered } as const }]),
      ],
      debrief: 'A good answer follows the write from the client to the disk and names the first component that is full. Caches do not help writes: more copies of what is stateless, more partitions of what is not, and a queue where the work may wait.',
    },
    own,
  );
