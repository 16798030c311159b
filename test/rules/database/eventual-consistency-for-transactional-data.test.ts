import { eventualConsistencyForTransactionalData } from '#rules/database/eventual-consistency-for-transactional-data.ts';
import { testRule } from '../../support/test-rule.ts';

const entities = 'entity seat { consistencyNeed: strong }\nentity payment {}\nentity view { lossTolerant: true }';
const write = (connection: string, database: string, more = ''): string => `${entities}\nservice booking "Booking"\ncore-database db "Seats" { ${database} }\nbooking -> db { access: write, ${connection} }\n${more}`;

testRule(eventualConsistencyForTransactionalData, {
  fires: [
    { when: 'a transaction on an eventual store', sketch: write('transactional: true', 'consistencyModel: eventual'), primary: 'c1', severity: 'error', message: 'Booking needs transactions on Seats, which offers eventual consistency only.', related: ['booking', 'db'], fixes: ['Give Seats strong consistency'] },
    { when: 'a strong requirement', sketch: write('consistencyRequirement: strong', 'consistencyModel: eventual'), message: /needs strong consistency on Seats/ },
    { when: 'a strong entity', sketch: write('dataFlows: [payment, seat]', 'consistencyModel: eventual') },
    { when: 'a strong entity, of which this is the truth', sketch: `entity s { consistencyNeed: strong, sourceOfTruth: db }\nservice a\ncore-database db { consistencyModel: eventual }\na -> db { access: read-write, dataFlows: [s] }` },
    { when: 'one of two strong entities is no copy', sketch: `entity s { consistencyNeed: strong, sourceOfTruth: other }\n${write('dataFlows: [s, seat]', 'consistencyModel: eventual', 'core-database other\nbooking -> other { access: read }')}` },
    { when: 'the entity is a copy, but the connection asks for more', sketch: write('dataFlows: [seat], transactional: true, consistencyRequirement: eventual', 'consistencyModel: eventual') },
    { when: 'no transactions at all', sketch: write('transactional: true', 'consistencyModel: strong, transactions: none'), message: 'Booking needs transactions on Seats, which offers none.', fixes: ['Give Seats transactions over several items'] },
    { when: 'two entities, and a transaction of one item', sketch: write('transactional: true, dataFlows: [seat, payment]', 'consistencyModel: strong, transactions: single-item'), message: /several items of Seats/, fixes: ['Give Seats transactions over several items'] },
    { when: 'both are missing', sketch: write('transactional: true', 'consistencyModel: eventual, transactions: none'), fixes: ['Give Seats strong consistency and transactions over several items'] },
    { when: 'quorums would be too small for the fix', sketch: write('transactional: true', 'consistencyModel: eventual, replicationMode: leaderless, replicationFactor: 3, readQuorum: 1, writeQuorum: 1'), fixes: ['Give Seats strong consistency'] },
    { when: 'a conditional write needs a transaction too', sketch: write('transactional: true, conditionalWrite: true', 'transactions: none') },
  ],
  silent: [
    { when: 'the store is strong', sketch: write('transactional: true', 'consistencyModel: strong, transactions: multi-item') },
    { when: 'the consistency is tunable', sketch: write('transactional: true', 'consistencyModel: tunable, transactions: multi-item') },
    { when: 'sessions see their own writes', sketch: write('consistencyRequirement: strong', 'consistencyModel: session') },
    { when: 'losing writes is acceptable', sketch: write('transactional: true, lossTolerant: true', 'consistencyModel: eventual') },
    { when: 'all it carries may be lost', sketch: write('transactional: true, dataFlows: [view]', 'consistencyModel: eventual') },
    { when: 'the connection needs less than its entity', sketch: write('dataFlows: [seat], consistencyRequirement: eventual', 'consistencyModel: eventual') },
    { when: 'the strong entity has its truth elsewhere', sketch: `entity s { consistencyNeed: strong, sourceOfTruth: other }\n${write('dataFlows: [s]', 'consistencyModel: eventual', 'core-database other\nbooking -> other { access: read }')}` },
    { when: 'one entity, and a transaction of one item', sketch: write('transactional: true, dataFlows: [seat]', 'consistencyModel: strong, transactions: single-item') },
    { when: 'the same entity twice', sketch: write('transactional: true, dataFlows: [seat, seat]', 'consistencyModel: strong, transactions: single-item') },
    { when: 'two entities in a conditional write', sketch: write('transactional: true, conditionalWrite: true, dataFlows: [seat, payment]', 'consistencyModel: strong, transactions: single-item') },
    { when: 'it only reads', sketch: `${entities}\nservice a\ncore-database db { consistencyModel: eventual }\na -> db { access: read, dataFlows: [seat] }` },
    { when: 'a copy for readers', sketch: `${entities}\ncore-database a\ncore-database db { consistencyModel: eventual }\na -> db { access: write, dataFlows: [seat] }` },
    { when: 'nothing asks for it', sketch: write('dataFlows: [payment]', 'consistencyModel: eventual, transactions: none') },
  ],
  notStated: [
    { when: 'nothing is said of a transactional store', sketch: write('transactional: true', ''), fields: ['consistencyModel', 'transactions'] },
    { when: 'only the consistency is open', sketch: write('consistencyRequirement: strong', ''), fields: ['consistencyModel'] },
    { when: 'only the transactions are open', sketch: write('transactional: true', 'consistencyModel: strong'), fields: ['transactions'] },
  ],
});
