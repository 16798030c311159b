import { setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { unstated } from '../unstated.ts';

/** Mechanisms where releasing is a deletion that anybody can do. */
const byDeletion: ReadonlySet<string> = new Set(['redlock', 'single-redis', 'database-row']);

/** A holder that comes late frees the lock of the next one. */
export const unsafeRelease = componentRule({
  id: 'lock/unsafe-release',
  kinds: ['distributed-lock'],
  severity: 'warning',
  category: 'correctness',
  reach: 'record',
  messages: { anybody: { text: "A late holder can release somebody else's {name}." } },
  docs: {
    what: 'The lock is released without comparing who holds it.',
    why: 'After its expiry the lock belongs to somebody else. A plain delete by the old holder lets a third one in.',
    fix: 'Store a random token with the lock, and delete it only where the token is still yours.',
    silentWhen: ['Only its owner can release it.', 'The mechanism knows its holders by itself: sessions, conditional writes.'],
    sources: ['redis.io, distributed locks.'],
    question: 'What if the holder releases after the lock has expired?',
  },
  examples: {
    bad: 'service booking\ndistributed-lock seat { mechanism: single-redis, ttlMs: 30000, ownerToken: false }\nbooking -> seat',
    good: 'service booking\ndistributed-lock seat { mechanism: single-redis, ttlMs: 30000, ownerToken: true }\nbooking -> seat',
  },
  check({ id, name, properties: { ownerToken, mechanism } }) {
    if (ownerToken === true || (mechanism !== undefined && !byDeletion.has(mechanism))) return pass;
    const open = unstated({ ownerToken, mechanism });
    if (open.length > 0) return notStated(id, ...open);
    return fail('anybody', { data: { name }, evidence: statedEvidence(id, { mechanism, ownerToken }) });
  },
  fixes: ({ primary }): readonly Fix[] => [setFix('Let only its owner release it', 'auto', primary, { ownerToken: true })],
});
