import { partitionOverloaded } from '#rules/capacity/hot-partition.ts';
import { testRule } from '../../support/test-rule.ts';

const db = (values: string, connection = 'access: write', rps = 50_000): string => `client web\nservice api\ncore-database db "Votes" { ${values} }\nweb -> api { peakRps: ${rps}, ${connection} }\napi -> db { ${connection} }`;

testRule(partitionOverloaded, {
  fires: [
    { when: 'one key is written too often', sketch: db('hottestKeyShare: 0.1, perPartitionWriteRps: 1000'), primary: 'db', severity: 'error', message: 'The busiest key of Votes gets 5,000 writes/s; one partition takes 1,000/s (estimate).', fixes: [] },
    { when: 'one key is read too often', sketch: db('hottestKeyShare: 0.1, perPartitionReadRps: 3000', 'access: read'), message: /5,000 reads/ },
    { when: 'it is declared that nothing helps', sketch: db('hottestKeyShare: 0.1, perPartitionWriteRps: 1000, hotKeyMitigation: none') },
    { when: 'misses of a cache are still too many', sketch: 'client web\nservice api\ndistributed-cache cache { hitRatio: 0.5 }\ncore-database db { hottestKeyShare: 0.1, perPartitionReadRps: 2000 }\nweb -> api { peakRps: 50000, access: read }\napi -> cache { interaction: request, access: read }\napi -> db { access: read, cacheMissOf: cache }' },
  ],
  silent: [
    { when: 'the share is small', sketch: db('hottestKeyShare: 0.001, perPartitionWriteRps: 1000') },
    { when: 'the partition is just enough', sketch: db('hottestKeyShare: 0.1, perPartitionWriteRps: 5000') },
    { when: 'only what a cache misses counts', sketch: 'client web\nservice api\ndistributed-cache cache { hitRatio: 0.9 }\ncore-database db { hottestKeyShare: 0.1, perPartitionReadRps: 3000 }\nweb -> api { peakRps: 50000, access: read }\napi -> cache { interaction: request, access: read }\napi -> db { access: read, cacheMissOf: cache }' },
    ...['write-sharding', 'caching', 'adaptive', 'splitting'].map((mitigation) => ({ when: `${mitigation} is declared`, sketch: db(`hottestKeyShare: 0.1, perPartitionWriteRps: 1000, hotKeyMitigation: ${mitigation}`) })),
    { when: 'the limit is not known', sketch: db('hottestKeyShare: 0.1') },
    { when: 'the traffic is not known', sketch: 'service api\ncore-database db { hottestKeyShare: 0.1, perPartitionWriteRps: 1000 }\napi -> db { access: write }' },
  ],
  notStated: [
    { when: 'one key could be too much', sketch: db('perPartitionWriteRps: 1000'), fields: ['hottestKeyShare'] },
    { when: 'one partition could carry everything', sketch: db('perPartitionWriteRps: 50000'), fields: [] },
  ],
});
