import { bypassedWriter } from '#rules/lock/bypassed-writer.ts';
import { testRule } from '../../support/test-rule.ts';

interface Drawn {
  readonly write?: string;
  readonly lock?: string;
  readonly seat?: string;
  readonly more?: string;
  readonly holderWrite?: string;
}

const drawn = ({ write = 'access: write, dataFlows: [seat]', holderWrite = 'access: write, dataFlows: [seat, price]', lock = '', seat = '', more = '' }: Drawn = {}): string =>
  `entity seat "Seats" { ${seat} }\nentity price "Prices" {}\nservice booking "Booking"\nservice admin "Admin"\ndistributed-lock lock "Seat lock" { ttlMs: 30000, ${lock} }\ncore-database db "Tickets"\nbooking -> lock\nbooking -> db as h { ${holderWrite} }\nadmin -> db as e { ${write} }\n${more}`;

testRule(bypassedWriter, {
  fires: [
    { when: 'another service writes the same data', sketch: drawn(), primary: 'e', severity: 'warning', message: 'Admin changes Seats in Tickets without taking Seat lock.', related: ['lock', 'booking', 'db'], fixes: ['Take Seat lock here too', 'Make this write conditional'] },
    { when: 'the write is stated not to be conditional', sketch: drawn({ write: 'access: read-write, dataFlows: [seat], conditionalWrite: false' }), severity: 'warning' },
    { when: 'both share several entities', sketch: drawn({ write: 'access: write, dataFlows: [seat, price]' }), message: /^Admin changes Seats and Prices in Tickets/ },
    { when: 'the data is not described', sketch: drawn().replace('entity seat "Seats" {  }\n', ''), message: /^Admin changes seat in Tickets/ },
    { when: 'what never changes is left out', sketch: drawn({ write: 'access: write, dataFlows: [seat, price]', seat: 'mutability: immutable' }), message: /^Admin changes Prices in Tickets/ },
    { when: 'it takes another lock', sketch: drawn({ more: 'distributed-lock own { ttlMs: 30000 }\nadmin -> own' }), primary: 'e', message: /without taking Seat lock\.$/ },
    { when: 'the holder takes two locks', sketch: drawn({ more: 'distributed-lock second "Second" { ttlMs: 30000 }\nbooking -> second' }), related: ['lock', 'second'], fixes: ['Take Seat lock and Second here too', 'Make this write conditional'] },
    { when: 'it is a job that writes to a cache', sketch: 'entity seat {}\nservice booking\nscheduled-job job\ndistributed-lock lock { ttlMs: 30000 }\ndistributed-cache cache\nbooking -> lock\nbooking -> cache { interaction: request, access: write, dataFlows: [seat] }\njob -> cache as e { interaction: request, access: write, dataFlows: [seat] }', primary: 'e' },
  ],
  silent: [
    { when: 'it takes the lock too', sketch: drawn({ more: 'admin -> lock' }) },
    { when: 'the write is conditional', sketch: drawn({ write: 'access: write, dataFlows: [seat], conditionalWrite: true' }) },
    { when: 'losing the write is acceptable', sketch: drawn({ write: 'access: write, dataFlows: [seat], lossTolerant: true' }) },
    { when: 'the lock is for efficiency', sketch: drawn({ lock: 'purpose: efficiency' }) },
    { when: 'what both write never changes', sketch: drawn({ seat: 'mutability: immutable' }) },
    { when: 'what both write only grows', sketch: drawn({ seat: 'mutability: append-only' }) },
    { when: 'it writes other data', sketch: drawn({ holderWrite: 'access: write, dataFlows: [price]' }) },
    { when: 'it only reads', sketch: drawn({ write: 'access: read, dataFlows: [seat]' }) },
    { when: 'the holder only reads', sketch: drawn({ holderWrite: 'access: read, dataFlows: [seat]' }) },
    { when: 'it writes elsewhere', sketch: drawn({ write: 'access: read', more: 'core-database other\nadmin -> other { access: write, dataFlows: [seat] }' }) },
    { when: 'a client writes, which is another flaw', sketch: `client web\n${drawn({ write: 'access: read', more: 'web -> db { access: write, dataFlows: [seat] }' })}` },
  ],
  notStated: [
    { when: 'it does not say what it writes', sketch: drawn({ write: 'access: write' }), fields: ['dataFlows'] },
    { when: 'the holder does not say what it writes', sketch: drawn({ holderWrite: 'access: write' }), fields: ['dataFlows'] },
    { when: 'the write is conditional anyway', sketch: drawn({ write: 'access: write, conditionalWrite: true' }), fields: [] },
  ],
});
