import { staleReplicaRead } from '#rules/database/stale-replica-read.ts';
import { testRule } from '../../support/test-rule.ts';

const read = (connection: string, database = 'readPreference: replica, replicationMode: single-leader-async'): string =>
  `entity profile { consistencyNeed: read-your-writes }\nentity balance { consistencyNeed: strong }\nentity news { consistencyNeed: eventual }\nservice page "Page"\ncore-database db "Users" { ${database} }\npage -> db { ${connection} }`;
const fresh = 'access: read, consistencyRequirement: read-your-writes';

testRule(staleReplicaRead, {
  fires: [
    { when: 'own writes must show', sketch: read(fresh), primary: 'c1', severity: 'warning', message: /^Page needs fresh data, but Users/, related: ['page', 'db'], fixes: ['Read from the leader'] },
    { when: 'reads must be strong', sketch: read('access: read-write, consistencyRequirement: strong') },
    { when: 'an entity needs its own writes', sketch: read('access: read, dataFlows: [news, profile]') },
    { when: 'an entity must be strong', sketch: read('access: read, dataFlows: [balance]') },
    { when: 'the nearest copy answers', sketch: read(fresh, 'readPreference: nearest, replicationMode: multi-leader') },
    { when: 'one follower confirms, another one answers', sketch: read(fresh, 'readPreference: replica, replicationMode: single-leader-semi-sync') },
  ],
  silent: [
    { when: 'the leader answers', sketch: read(fresh, 'readPreference: primary, replicationMode: single-leader-async') },
    { when: 'all followers confirm', sketch: read(fresh, 'readPreference: replica, replicationMode: single-leader-sync') },
    { when: 'consensus', sketch: read(fresh, 'readPreference: nearest, replicationMode: consensus') },
    { when: 'the connection may be stale, whatever the entity needs', sketch: read('access: read, dataFlows: [balance], consistencyRequirement: bounded-staleness') },
    { when: 'eventual is enough', sketch: read('access: read, dataFlows: [profile], consistencyRequirement: eventual') },
    { when: 'it writes', sketch: read('access: write, consistencyRequirement: strong') },
    { when: 'nothing asks for fresh data', sketch: read('access: read, dataFlows: [news]') },
    { when: 'the access is not stated', sketch: read('consistencyRequirement: strong') },
  ],
  notStated: [
    { when: 'nothing is said of the copies', sketch: read(fresh, ''), fields: ['readPreference', 'replicationMode'] },
    { when: 'nothing is said of the replication', sketch: read(fresh, 'readPreference: replica'), fields: ['replicationMode'] },
    { when: 'nothing is said of the preference', sketch: read(fresh, 'replicationMode: multi-leader'), fields: ['readPreference'] },
    { when: 'the preference alone decides', sketch: read(fresh, 'readPreference: primary'), fields: [] },
  ],
});
