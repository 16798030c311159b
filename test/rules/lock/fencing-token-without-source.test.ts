import { fencingTokenWithoutSource } from '#rules/lock/fencing-token-without-source.ts';
import { testRule } from '../../support/test-rule.ts';

const booking = (lock: string, write = 'access: write, conditionalWrite: true', more = ''): string =>
  `service booking "Booking"\ndistributed-lock seat "Seat lock" { ttlMs: 30000, ${lock} }\ncore-database db "Seats"\nbooking -> seat\nbooking -> db as w { ${write} }\n${more}`;

testRule(fencingTokenWithoutSource, {
  fires: [
    { when: 'Redlock is said to count', sketch: booking('mechanism: redlock, independentInstances: 5, fencingToken: true'), primary: 'seat', severity: 'warning', message: 'Redlock produces no growing number; where does the fencing token come from?', related: ['w'], fixes: ['Change it to etcd, and let the writes check its revision'] },
    { when: 'one Redis is said to count', sketch: booking('mechanism: single-redis, technology: Redis, fencingToken: true'), message: /^A single Redis produces/ },
    { when: 'the source is white space', sketch: booking('mechanism: single-redis, fencingToken: true, fencingTokenSource: " "') },
    { when: 'nothing is written, and nobody counts', sketch: 'service booking\ndistributed-lock seat { mechanism: single-redis, fencingToken: true }\nbooking -> seat', fixes: ['Change it to etcd'] },
    { when: 'a store does not check', sketch: booking('mechanism: etcd, fencingToken: true', 'access: write, conditionalWrite: false'), severity: 'warning', message: 'Seats does not check the token of Seat lock.', related: ['w'], fixes: ['Let the writes check the token'] },
    { when: 'nobody says whether the store checks', sketch: booking('mechanism: etcd, fencingToken: true', 'access: write'), severity: 'suggestion', message: 'Does Seats check the token of Seat lock? The diagram does not say.' },
    { when: 'one store denies it, another says nothing', sketch: booking('mechanism: etcd, fencingToken: true', 'access: write', 'core-database log "Log"\nbooking -> log { access: write, conditionalWrite: false }'), severity: 'warning', message: /^Log does not check/ },
    { when: 'the source is named and nobody checks', sketch: booking('mechanism: redlock, independentInstances: 5, fencingToken: true, fencingTokenSource: sequence', 'access: write'), severity: 'suggestion' },
  ],
  silent: [
    { when: 'etcd counts and the store checks', sketch: booking('mechanism: etcd, fencingToken: true') },
    { when: 'a sequence counts', sketch: booking('mechanism: redlock, independentInstances: 5, fencingToken: true, fencingTokenSource: "database sequence"') },
    { when: 'it is for efficiency', sketch: booking('mechanism: redlock, independentInstances: 5, fencingToken: true, purpose: efficiency', 'access: write, conditionalWrite: false') },
    { when: 'there is no token', sketch: booking('mechanism: redlock, independentInstances: 5, fencingToken: false') },
    { when: 'nothing is said of a token', sketch: booking('mechanism: redlock, independentInstances: 5') },
    { when: 'one of two stores checks', sketch: booking('mechanism: etcd, fencingToken: true', 'access: write', 'core-database log\nbooking -> log { access: write, conditionalWrite: true }') },
    { when: 'nothing is written', sketch: booking('mechanism: etcd, fencingToken: true', 'access: read') },
  ],
  notStated: [
    { when: 'the mechanism is open', sketch: booking('fencingToken: true'), fields: ['mechanism'] },
    { when: 'the source is named', sketch: booking('fencingToken: true, fencingTokenSource: zxid'), fields: [] },
  ],
});
