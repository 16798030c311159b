import { missingForContendedResource } from '#rules/lock/missing-for-contended-resource.ts';
import { testRule } from '../../support/test-rule.ts';

interface Drawn {
  readonly write?: string;
  readonly database?: string;
  readonly service?: string;
  readonly more?: string;
}

const drawn = ({ write = 'transactional: true', database = 'transactions: single-item', service = 'instances: 2', more = '' }: Drawn = {}): string =>
  `entity seat "Seat" { consistencyNeed: strong }\nentity bid "Bid" { mutability: append-only }\nentity event "Event" { mutability: immutable }\nservice booking "Booking" { ${service} }\ncore-database db "Tickets" { ${database} }\nbooking -> db as w { access: read-write, ${write} }\n${more}`;
const long = 'transactional: true, lockHoldSeconds: 6';

testRule(missingForContendedResource, {
  fires: [
    { when: 'the database locks single items only', sketch: drawn(), primary: 'w', severity: 'suggestion', message: 'Two copies of Booking can change the same row at once: what excludes it?', related: ['booking', 'db'], fixes: ['Make this write conditional', 'Take a lock'] },
    { when: 'the database has no transactions', sketch: drawn({ database: 'transactions: none', write: 'consistencyRequirement: strong' }) },
    { when: 'what is written needs strong consistency', sketch: drawn({ write: 'dataFlows: [seat]' }), message: 'Two copies of Booking can change the same Seat at once: what excludes it?' },
    { when: 'only one of the entities grows', sketch: drawn({ write: 'transactional: true, dataFlows: [bid, seat]' }), message: /the same Seat at once/ },
    { when: 'rows are held for long', sketch: drawn({ write: long, database: 'transactions: multi-item, isolationLevel: read-committed' }) },
    { when: 'rows are held for long, and isolation is open', sketch: drawn({ write: long, database: 'transactions: multi-item' }) },
    { when: 'rows are held for long, and the transactions are open', sketch: drawn({ write: long, database: '' }) },
    { when: 'somebody else takes a lock', sketch: drawn({ more: 'service other\ndistributed-lock lock { ttlMs: 30000 }\nother -> lock' }) },
  ],
  silent: [
    { when: 'the write is conditional', sketch: drawn({ write: 'transactional: true, conditionalWrite: true' }) },
    { when: 'it takes a lock', sketch: drawn({ more: 'distributed-lock lock { ttlMs: 30000 }\nbooking -> lock' }) },
    { when: 'there is one copy', sketch: drawn({ service: 'instances: 1' }) },
    { when: 'transactions span items', sketch: drawn({ database: 'transactions: multi-item' }) },
    { when: 'rows are held just short enough', sketch: drawn({ write: 'transactional: true, lockHoldSeconds: 5', database: 'transactions: multi-item' }) },
    ...['repeatable-read', 'snapshot', 'serializable'].map((level) => ({ when: `transactions isolate: ${level}`, sketch: drawn({ write: long, database: `transactions: multi-partition, isolationLevel: ${level}` }) })),
    { when: 'what is written only grows or stays', sketch: drawn({ write: 'transactional: true, dataFlows: [bid, event]' }) },
    { when: 'nothing must be right', sketch: drawn({ write: 'consistencyRequirement: eventual, dataFlows: [event]' }) },
    { when: 'it only reads', sketch: 'service s { instances: 2 }\ncore-database db { transactions: none }\ns -> db { access: read, consistencyRequirement: strong }' },
    { when: 'it writes to other stores', sketch: 'service s { instances: 2 }\nblob-storage b\ns -> b { access: write, consistencyRequirement: strong }' },
  ],
  notStated: [
    { when: 'the copies are open', sketch: drawn({ service: '' }), fields: ['instances'] },
    { when: 'the transactions are open', sketch: drawn({ database: '' }), fields: ['transactions'] },
    { when: 'both are open', sketch: drawn({ service: '', database: '' }), fields: ['instances', 'transactions'] },
    { when: 'there is one copy', sketch: drawn({ service: 'instances: 1', database: '' }), fields: [] },
  ],
});
