import { genericDatabaseRationale } from '#rules/rationale/generic-database-rationale.ts';
import { testRule } from '../../support/test-rule.ts';

const because = (text: string, more = ''): string => `service api\ncore-database db "Orders" { rationale: ${JSON.stringify(text)}, ${more} }\napi -> db`;

/** One text for each word of the lexicon, in the forms that people write. */
const properties = [
  'ACID-compliant.', 'Atomic updates.', 'One transaction for order and stock.', 'Transactions.', 'Transactional.', 'Data integrity.', 'Constraints.', 'A foreign key guards it.', 'Unique e-mail addresses.', 'Joins over tables.',
  'Snapshot isolation.', 'Serializable.', 'It is consistent.', 'Strong consistency.', 'The schema is fixed.', 'Flexible records.', 'An index on the date.', 'Secondary indexes.', 'A B-tree.', 'Range queries.',
  'Partitioned by user.', 'Sharding.', 'Consistent hashing.', 'It grows horizontally.', 'Scale-out.', 'Throughput.', 'The load is write-heavy.', 'The write volume.', 'Low-latency reads.', 'A key-value store.', 'Key value.',
  'Key lookup.', 'Documents.', 'Wide-column.', 'Column-family.', 'A graph of friends.', 'Traversal.', 'Time-series data.', 'Geospatial.', 'TTL.', 'Replication.', 'Multi-region.', 'High availability.', 'Durable.', 'Durability.', 'Quorum.', 'Append-only.',
];

testRule(genericDatabaseRationale, {
  fires: [
    { when: 'it is modern', sketch: because('MongoDB because it is modern.'), primary: 'db', severity: 'suggestion', message: 'The reason given for Orders names no property of the database (consistency, transactions, partitioning, query model …).', fixes: [] },
    { when: 'the team knows it', sketch: because('We know it, and it is fast.') },
    { when: 'a decision note says nothing either', sketch: 'service api\ncore-database db\napi -> db\nnote n "Everybody uses it." { noteType: decision, attachedTo: [db] }' },
    { when: 'a word only looks like a property', sketch: because('Photography of disjoint documentaries.') },
    { when: 'a few letters are not English', sketch: because('Das ist völlig üblich und schön.') },
    { when: 'it is said in figures', sketch: because('10/10') },
  ],
  silent: [
    ...properties.map((text) => ({ when: `it says: ${text}`, sketch: because(text) })),
    { when: 'writes stay available', sketch: because('Cassandra: leaderless replication keeps writes available.') },
    { when: 'categories are compared, which is another flaw', sketch: because('NoSQL is better than SQL.') },
    { when: 'it is written in another script', sketch: because('ПостгреСКЛ — привычная база, MongoDB') },
    { when: 'a second part names a property', sketch: 'service api\ncore-database db { rationale: "It is modern." }\napi -> db\nnote n "ACID." { noteType: decision, attachedTo: [db] }' },
    { when: 'nothing is said', sketch: because('') },
    { when: 'the template is unedited', sketch: because('Postgres because its ___ lets us ___') },
    { when: "it is somebody else's", sketch: because('It is modern.', 'inScope: false') },
    { when: 'it is not connected', sketch: 'core-database db { rationale: "It is modern." }' },
  ],
});
