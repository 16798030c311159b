import { quorumNotOverlapping } from '#rules/database/quorum-not-overlapping.ts';
import { testRule } from '../../support/test-rule.ts';

const db = (values: string): string => `service api\ncore-database db "Carts" { ${values} }\napi -> db { access: read-write }`;
const quorums = (r: number, w: number, n: number, more = 'replicationMode: leaderless, consistencyModel: strong'): string => db(`readQuorum: ${r}, writeQuorum: ${w}, replicationFactor: ${n}, ${more}`);

testRule(quorumNotOverlapping, {
  fires: [
    { when: 'one and one of three', sketch: quorums(1, 1, 3), severity: 'error', message: /^R=1 \+ W=1 does not exceed N=3/, fixes: ['Read and write 2 copies'] },
    { when: 'just not overlapping', sketch: quorums(1, 2, 3) },
    { when: 'half and half of an even number', sketch: quorums(2, 2, 4), fixes: ['Read and write 3 copies'] },
  ],
  silent: [
    { when: 'just overlapping', sketch: quorums(2, 2, 3) },
    { when: 'all copies confirm', sketch: quorums(1, 3, 3) },
    { when: 'a leader takes the writes', sketch: quorums(1, 1, 3, 'replicationMode: single-leader-async, consistencyModel: strong') },
    { when: 'eventual is promised', sketch: quorums(1, 1, 3, 'replicationMode: leaderless, consistencyModel: eventual') },
    { when: 'chosen for each request', sketch: quorums(1, 1, 3, 'replicationMode: leaderless, consistencyModel: tunable') },
    { when: 'no consistency is promised', sketch: quorums(1, 1, 3, 'replicationMode: leaderless') },
  ],
  notStated: [
    { when: 'the numbers are open', sketch: db('replicationMode: leaderless, consistencyModel: strong'), fields: ['readQuorum', 'writeQuorum', 'replicationFactor'] },
    { when: 'one number is open', sketch: db('replicationMode: leaderless, consistencyModel: strong, readQuorum: 1, replicationFactor: 3'), fields: ['writeQuorum'] },
  ],
});
