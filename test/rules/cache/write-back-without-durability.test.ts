import { writeBackWithoutDurability } from '#rules/cache/write-back-without-durability.ts';
import { testRule } from '../../support/test-rule.ts';

const cache = (values: string, write = ''): string => `service api\ndistributed-cache cache "Carts" { writeStrategy: write-back, ${values} }\ncore-database db "Orders"\napi -> cache { interaction: request, access: read-write, ${write} }\ncache -> db { interaction: cache-flush }`;

testRule(writeBackWithoutDurability, {
  fires: [
    { when: 'neither log nor replica', sketch: cache('persistence: none, replicas: 0'), severity: 'error', message: 'Carts acknowledges writes that exist only in memory; a crash loses them before they reach Orders.', fixes: ['Write through to the store', 'Log every write and keep two replicas'] },
    { when: 'nothing is said', sketch: cache(''), severity: 'warning', message: /does not say what keeps/ },
    { when: 'only one of the two is said', sketch: cache('persistence: none'), severity: 'warning' },
    { when: 'snapshots', sketch: cache('persistence: snapshot'), severity: 'warning', message: /^Snapshots/ },
    { when: 'an asynchronous replica', sketch: cache('persistence: none, replicas: 1, replicationMode: async'), severity: 'warning', message: /^Asynchronous replication/ },
    { when: 'a log each second, and nobody accepts the loss', sketch: cache('persistence: append-log-everysec'), severity: 'suggestion' },
  ],
  silent: [
    { when: 'losing these writes is fine', sketch: cache('persistence: none, replicas: 0', 'lossTolerant: true') },
    { when: 'a replica confirms', sketch: cache('persistence: none, replicas: 1, replicationMode: sync') },
    { when: 'every write is logged', sketch: cache('persistence: append-log-always, replicas: 0') },
    { when: 'the accepted loss is stated', sketch: cache('persistence: append-log-everysec, acceptedLossSeconds: 0.5') },
    { when: 'a second is accepted', sketch: cache('persistence: append-log-everysec, acceptedLossSeconds: 1') },
    { when: 'it writes through', sketch: 'service api\ndistributed-cache cache { writeStrategy: write-through, persistence: none, replicas: 0 }\ncore-database db\napi -> cache { interaction: request, access: write }\napi -> db { access: write }' },
    { when: 'it has copies, and nothing else is said', sketch: cache('instances: 3') },
    { when: 'the strategy is not stated', sketch: 'service api\ndistributed-cache cache { persistence: none, replicas: 0 }\napi -> cache { interaction: request, access: write }' },
  ],
});
