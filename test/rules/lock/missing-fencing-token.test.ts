import { missingFencingToken } from '#rules/lock/missing-fencing-token.ts';
import { testRule } from '../../support/test-rule.ts';

const booking = (lock: string, write = 'access: write', more = ''): string => `${more}\nservice booking "Booking"\ndistributed-lock seat "Seat lock" { ${lock} }\ncore-database db "Seats"\nbooking -> seat\nbooking -> db { ${write} }`;

testRule(missingFencingToken, {
  fires: [
    { when: 'correctness is stated', sketch: booking('purpose: correctness, mechanism: single-redis'), severity: 'warning', message: /^Booking may still write to Seats after losing Seat lock/, related: ['booking'], fixes: ['Make the writes conditional', 'It is only for efficiency'] },
    { when: 'a consensus store can fence', sketch: booking('purpose: correctness, mechanism: etcd'), fixes: ['Carry a fencing token', 'Make the writes conditional', 'It is only for efficiency'] },
    { when: 'the token is denied', sketch: booking('fencingToken: false'), severity: 'warning' },
    { when: 'the write is stated to be unconditional', sketch: booking('', 'access: write, conditionalWrite: false'), severity: 'warning' },
    { when: 'what is written needs strong consistency', sketch: booking('', 'access: write, dataFlows: [seat-data]', 'entity seat-data { consistencyNeed: strong }'), severity: 'warning' },
    { when: 'nothing is stated', sketch: booking(''), severity: 'suggestion', message: /does not say what stops a late Booking/ },
    { when: 'a payment has no key', sketch: 'service pay\ndistributed-lock l\nexternal-system stripe\npay -> l\npay -> stripe { access: write }', severity: 'suggestion' },
  ],
  silent: [
    { when: 'it is for efficiency', sketch: booking('purpose: efficiency') },
    { when: 'a token is declared', sketch: booking('purpose: correctness, fencingToken: true') },
    { when: 'the write is conditional', sketch: booking('purpose: correctness', 'access: write, conditionalWrite: true') },
    { when: 'lock and data commit together', sketch: booking('mechanism: database-row', 'access: write, transactional: true') },
    { when: 'a payment carries a key', sketch: 'service pay\ndistributed-lock l\nexternal-system stripe\npay -> l\npay -> stripe { access: write, idempotencyKey: true }' },
    { when: 'the access is not stated', sketch: booking('purpose: correctness', '') },
    { when: 'the holder only reads', sketch: booking('purpose: correctness', 'access: read') },
  ],
});
