import { conflictingWritesUnresolved } from '#rules/database/conflicting-writes-unresolved.ts';
import { testRule } from '../../support/test-rule.ts';

const entities = [
  'entity balance "Balance" { classification: financial, mutability: mutable }',
  'entity seat "Seat" { consistencyNeed: strong, mutability: mutable }',
  'entity booking { classification: financial, mutability: append-only }',
  'entity entry { classification: financial, mutability: immutable }',
  'entity presence { classification: internal, mutability: mutable }',
  'entity odd { classification: financial }',
  'entity view { lossTolerant: true, mutability: mutable, classification: financial }',
].join('\n');
const db = (database: string, connection = '', more = ''): string => `${entities}\nservice api\ncore-database db "Accounts" { ${database} }\napi -> db { access: write, ${connection} }\n${more}`;
const lww = 'replicationMode: multi-leader, conflictResolution: last-write-wins';

testRule(conflictingWritesUnresolved, {
  fires: [
    { when: 'several leaders, no resolution', sketch: db('replicationMode: multi-leader, conflictResolution: none'), primary: 'db', severity: 'warning', message: 'Accounts accepts writes in several places and resolves no conflicts.', related: ['c1'], fixes: [] },
    { when: 'no leader, no resolution', sketch: db('replicationMode: leaderless, conflictResolution: none', 'dataFlows: [presence]'), severity: 'warning' },
    { when: 'nothing is said of conflicts', sketch: db('replicationMode: leaderless'), severity: 'suggestion', message: 'How does Accounts resolve two concurrent writes of one record?' },
    { when: 'the last write wins over money', sketch: db(lww, 'dataFlows: [balance]'), severity: 'warning', message: /updates of Balance\.$/ },
    { when: 'the last write wins over what must be strong', sketch: db(lww, 'dataFlows: [presence, seat]'), severity: 'warning', message: /Seat/ },
    { when: 'the money is stored, not carried', sketch: db(`${lww}, dataStored: [balance]`), severity: 'warning', message: /Balance/ },
    { when: 'the money comes from a stream', sketch: `${entities}\nstream s\ncore-database db { ${lww} }\ns -> db { interaction: consume, dataFlows: [balance] }`, severity: 'warning' },
    { when: 'one of two entities may change', sketch: db('replicationMode: leaderless, conflictResolution: none', 'dataFlows: [booking, presence]') },
    { when: 'another writer is not conditional', sketch: db('replicationMode: leaderless, conflictResolution: none', 'conditionalWrite: true', 'worker w\nw -> db { access: write }') },
    { when: 'another connection may write', sketch: db('replicationMode: leaderless, conflictResolution: none', 'conditionalWrite: true', 'worker w\nw -> db') },
    { when: 'nobody writes in the drawing', sketch: 'service api\ncore-database db { replicationMode: leaderless, conflictResolution: none }\napi -> db { access: read }' },
  ],
  silent: [
    { when: 'one leader', sketch: db('replicationMode: single-leader-async, conflictResolution: none') },
    { when: 'the replication is not stated', sketch: db('conflictResolution: none') },
    { when: 'version vectors', sketch: db('replicationMode: leaderless, conflictResolution: version-vectors', 'dataFlows: [balance]') },
    { when: 'the last write wins for presence', sketch: db(lww, 'dataFlows: [presence]') },
    { when: 'nothing says that the money changes', sketch: db(lww, 'dataFlows: [odd]') },
    { when: 'bookings are only added', sketch: db('replicationMode: leaderless, conflictResolution: none', 'dataFlows: [booking, entry]') },
    { when: 'losing writes is acceptable', sketch: db('replicationMode: leaderless, conflictResolution: none', 'dataFlows: [view]') },
    { when: 'writes are conditional', sketch: db('replicationMode: leaderless, conflictResolution: none', 'conditionalWrite: true') },
    { when: 'each write is harmless in its own way', sketch: db('replicationMode: leaderless', 'conditionalWrite: true', 'worker w\nw -> db { access: write, dataFlows: [booking] }') },
  ],
});
