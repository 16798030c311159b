import { asyncReplicatedLock } from '#rules/lock/async-replicated-lock.ts';
import { testRule } from '../../support/test-rule.ts';

const pay = (lock: string, write = 'access: write', more = ''): string =>
  `${more}\nservice pay "Payments"\ndistributed-lock account "Account lock" { ttlMs: 30000, ${lock} }\ncore-database db "Ledger"\npay -> account\npay -> db as w { ${write} }`;
const redis = 'mechanism: single-redis';

testRule(asyncReplicatedLock, {
  fires: [
    { when: 'a sentinel promotes a replica, and money is at stake', sketch: pay(`${redis}, highAvailability: active-passive, purpose: correctness`), primary: 'account', severity: 'warning', message: 'After a failover Account lock may be granted twice: Redis replication is asynchronous.', related: ['w'], fixes: ['Change it to etcd on 5 servers'] },
    { when: 'the provider fails over', sketch: pay(`${redis}, technology: Redis, highAvailability: managed, purpose: correctness`), severity: 'warning' },
    { when: 'there is a replica', sketch: pay(`${redis}, replicas: 1, purpose: correctness`), severity: 'warning' },
    { when: 'what is written needs strong consistency', sketch: pay(`${redis}, replicas: 1`, 'access: write, dataFlows: [entry]', 'entity entry { consistencyNeed: strong }'), severity: 'warning' },
    { when: 'nobody says what it is for', sketch: pay(`${redis}, replicas: 1`), severity: 'suggestion', message: 'After a failover Account lock may be granted twice: is that only wasted work?' },
    { when: 'one of two writes is conditional', sketch: `${pay(`${redis}, replicas: 1`)}\ncore-database log\npay -> log { access: write, conditionalWrite: true }`, severity: 'suggestion' },
  ],
  silent: [
    { when: 'it is for efficiency', sketch: pay(`${redis}, replicas: 1, purpose: efficiency`) },
    { when: 'every write is conditional', sketch: pay(`${redis}, replicas: 1, purpose: correctness`, 'access: write, conditionalWrite: true') },
    { when: 'nothing is written', sketch: pay(`${redis}, replicas: 1, purpose: correctness`, 'access: read') },
    { when: 'it is Redlock', sketch: pay('mechanism: redlock, independentInstances: 5, replicas: 1, purpose: correctness') },
    { when: 'nothing takes over', sketch: pay(`${redis}, highAvailability: none, purpose: correctness`) },
    { when: 'there is no replica', sketch: pay(`${redis}, replicas: 0, purpose: correctness`) },
  ],
  notStated: [
    { when: 'nobody says what takes over', sketch: pay(`${redis}, purpose: correctness`), fields: ['highAvailability', 'replicas'] },
    { when: 'there is no replica, and nobody says what the provider does', sketch: pay(`${redis}, replicas: 0, purpose: correctness`), fields: ['highAvailability'] },
    { when: 'the mechanism is open', sketch: pay('replicas: 1, purpose: correctness'), fields: ['mechanism'] },
    { when: 'nothing takes over', sketch: pay(`${redis}, highAvailability: none, purpose: correctness`), fields: [] },
  ],
});
