import { overloadedComponent } from '#rules/capacity/overloaded-component.ts';
import { testRule } from '../../support/test-rule.ts';

const api = (rps: number, values = 'instances: 10, perInstanceRps: 1000', kind = 'service'): string => `client web\n${kind} api "Shop" { ${values} }\nweb -> api { peakRps: ${rps}, access: read }`;
const db = (access: string, values: string, entry = 'peakRps: 12000, access: read'): string => `client web\nservice api\ncore-database db "Orders" { ${values} }\nweb -> api { ${entry} }\napi -> db { ${access} }`;
const behind = (values: string): string => `client web\nservice api\nqueue jobs\nworker mailer { ${values} }\nweb -> api { peakRps: 500, access: write }\napi -> jobs -> mailer`;

testRule(overloadedComponent, {
  fires: [
    { when: 'more arrives than it sustains', sketch: api(12_000), primary: 'api', severity: 'error', message: 'Shop is offered 12,000/s but sustains about 10,000/s (estimate).', related: ['web'], fixes: ['Run 18 copies of Shop'] },
    { when: 'exactly as much arrives', sketch: api(10_000), fixes: ['Run 15 copies of Shop'] },
    { when: 'no copy runs', sketch: api(1, 'instances: 0, perInstanceRps: 1000'), fixes: ['Run one copy of Shop'] },
    { when: 'automatic scaling ends below', sketch: api(12_000, 'instances: 2, maxInstances: 10, perInstanceRps: 1000, autoScaling: automatic'), fixes: ['Let Shop grow to 18 copies'] },
    { when: 'reads have a limit of their own', sketch: db('access: read', 'perInstanceReadRps: 5000'), message: 'Orders is offered 12,000 reads/s but sustains about 5,000/s (estimate).', fixes: ['Split Orders into 4 shards'] },
    { when: 'writes have a limit of their own', sketch: db('access: write, trigger: all', 'perInstanceReadRps: 50000, perInstanceWriteRps: 5000, partitioning: none'), message: /12,000 writes/, fixes: ['Split Orders into 4 shards'] },
    { when: 'members of a leaderless store are too few', sketch: db('access: read', 'replicationMode: leaderless, instances: 3, perInstanceReadRps: 5000, readQuorum: 2'), fixes: ['Run 7 copies of Orders'] },
    ...['api-gateway', 'load-balancer', 'distributed-cache', 'cdn', 'blob-storage', 'worker'].map((kind) => ({ when: `a ${kind} gets too much`, sketch: api(12_000, undefined, kind) })),
    { when: 'a search database gets too much', sketch: api(12_000, 'instances: 3, perInstanceReadRps: 1000', 'search-database') },
    { when: 'what is consumed is not all that arrives', sketch: `${behind('instances: 1, perInstanceRps: 100')}\napi -> mailer { access: write }` },
  ],
  silent: [
    { when: 'it sustains more', sketch: api(9999) },
    { when: 'it may grow enough', sketch: api(12_000, 'instances: 2, maxInstances: 20, perInstanceRps: 1000, autoScaling: automatic') },
    { when: 'nobody says how far it may grow', sketch: api(12_000, 'instances: 2, perInstanceRps: 1000, autoScaling: automatic') },
    { when: 'a gateway sends it only the data that it is for', sketch: 'entity message\nentity media\nclient phone\napi-gateway gw\nservice chat { instances: 1, perInstanceRps: 20000 }\nservice files { instances: 1, perInstanceRps: 500 }\nphone -> gw { access: write, peakRps: 10000, dataFlows: [message] }\nphone -> gw { access: write, peakRps: 100, dataFlows: [media] }\ngw -> chat { access: write, dataFlows: [message] }\ngw -> files { access: write, dataFlows: [media] }' },
    { when: 'it works behind a broker', sketch: behind('instances: 1, perInstanceRps: 100') },
    ...['queue', 'stream'].map((kind) => ({ when: `it is a ${kind}`, sketch: api(12_000, 'instances: 1, perInstanceRps: 10, partitions: 1, perPartitionRps: 10', kind) })),
    { when: 'it is a lock', sketch: 'client web\nservice api\ndistributed-lock lock { lockOpsPerSecond: 1 }\nweb -> api { peakRps: 9, access: write }\napi -> lock' },
    { when: 'somebody else runs it', sketch: api(12_000, 'instances: 1, perInstanceRps: 10', 'external-system') },
    { when: 'the load is an upper bound', sketch: 'client web\nservice api\ndistributed-cache cache\ncore-database db { perInstanceReadRps: 10 }\nweb -> api { peakRps: 100, access: read }\napi -> cache { interaction: request, access: read }\napi -> db { access: read, cacheMissOf: cache }' },
    { when: 'one caller is unknown', sketch: `${api(12_000)}\nclient app\napp -> api { access: read }` },
    { when: 'some may be reads or writes', sketch: `${db('access: read', 'perInstanceReadRps: 5000')}\napi -> db` },
    { when: 'replicas answer the reads', sketch: db('access: read', 'perInstanceReadRps: 5000, readReplicas: 2, readPreference: replica') },
  ],
  notStated: [
    { when: 'nobody says how far it may grow, and what runs is enough', sketch: api(1999, 'instances: 2, perInstanceRps: 1000, autoScaling: automatic'), fields: [] },
    { when: 'nobody says how far it may grow, and what runs is just full', sketch: api(2000, 'instances: 2, perInstanceRps: 1000, autoScaling: automatic'), fields: ['maxInstances'] },
    { when: 'nobody says how many copies run', sketch: api(12_000, 'perInstanceRps: 1000'), fields: ['instances'] },
    { when: 'nobody says how far it may grow', sketch: api(12_000, 'instances: 2, perInstanceRps: 1000, autoScaling: automatic'), fields: ['maxInstances'] },
    { when: 'nobody says how many members answer a read', sketch: db('access: read', 'replicationMode: leaderless, perInstanceReadRps: 5000'), fields: ['instances', 'readQuorum'] },
    { when: 'nobody has begun to count', sketch: api(12_000, 'instances: 3'), fields: [] },
    { when: 'nothing arrives', sketch: db('access: write', 'replicationMode: leaderless, perInstanceWriteRps: 5000'), fields: [] },
  ],
});
