import { setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { unstated } from '../unstated.ts';
import { missesQuorum, overlappingQuorums } from './database-terms.ts';

/** Strong reads are promised, and a read may ask copies that the last write has not reached. */
export const quorumNotOverlapping = componentRule({
  id: 'database/quorum-not-overlapping',
  kinds: ['core-database'],
  severity: 'error',
  category: 'correctness',
  reach: 'record',
  messages: { apart: { text: 'R={r} + W={w} does not exceed N={n}: a read of {name} may miss the latest write.' } },
  docs: {
    what: 'The read and write quorums of a leaderless database are too small for the strong consistency that it promises.',
    why: 'The copies that answer a read need not include one that has confirmed the write.',
    fix: 'Choose R + W > N. That makes them overlap; by itself it does not make reads linearizable.',
    silentWhen: ['The consistency is weaker than strong, tunable or not stated.', 'One of the three numbers is not stated.'],
    sources: ['Designing Data-Intensive Applications, chapter 5.'],
    question: 'How many copies answer a read, and how many confirm a write?',
  },
  examples: {
    bad: 'service api\ncore-database db { replicationMode: leaderless, consistencyModel: strong, replicationFactor: 3, readQuorum: 1, writeQuorum: 1 }\napi -> db { access: read-write }',
    good: 'service api\ncore-database db { replicationMode: leaderless, consistencyModel: strong, replicationFactor: 3, readQuorum: 2, writeQuorum: 2 }\napi -> db { access: read-write }',
  },
  check({ id, name, properties }) {
    const { replicationMode, consistencyModel, readQuorum, writeQuorum, replicationFactor } = properties;
    if (replicationMode !== 'leaderless' || consistencyModel !== 'strong') return undefined;
    const numbers = { readQuorum, writeQuorum, replicationFactor };
    const open = unstated(numbers);
    if (open.length > 0) return notStated(id, ...open);
    if (!missesQuorum(properties)) return pass;
    return fail('apart', {
      data: { name, r: readQuorum ?? 0, w: writeQuorum ?? 0, n: replicationFactor ?? 0 },
      witness: [id],
      evidence: statedEvidence(id, numbers),
    });
  },
  fixes: ({ primary }, { diagram }): readonly Fix[] => {
    const quorums = overlappingQuorums(diagram.components.get(primary)?.properties.replicationFactor ?? 0);
    return [setFix(`Read and write ${quorums.readQuorum} copies`, 'suggest', primary, quorums)];
  },
});
