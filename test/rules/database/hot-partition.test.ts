import { hotPartition } from '#rules/database/hot-partition.ts';
import { testRule } from '../../support/test-rule.ts';

const db = (values: string, connection = 'access: write'): string => `service api\ncore-database db "Users" { ${values} }\napi -> db { ${connection} }`;

testRule(hotPartition, {
  fires: [
    { when: 'few values', sketch: db('partitioning: hash, shardKey: country, shardKeyCardinality: low'), severity: 'warning', message: /^The shard key of Users \(country\)/, fixes: [] },
    { when: 'few values of a key without a name', sketch: db('shardCount: 4, shardKeyCardinality: low'), message: /not stated/ },
    { when: 'a tenth falls on one key', sketch: db('partitioning: hash, shardKeyCardinality: high, hottestKeyShare: 0.1') },
    { when: 'it is declared that nothing helps', sketch: db('partitioning: hash, shardKeyCardinality: low, hotKeyMitigation: none') },
    { when: 'one place is known to be hot', sketch: db('partitioning: geographic, shardKeyCardinality: low, hottestKeyShare: 0.5') },
    { when: 'one partition still carries it', sketch: db('partitioning: hash, hottestKeyShare: 0.5, perPartitionWriteRps: 1000', 'access: write, peakRps: 2000') },
  ],
  silent: [
    { when: 'many values', sketch: db('partitioning: hash, shardKey: userId, shardKeyCardinality: high') },
    { when: 'less than a tenth', sketch: db('partitioning: hash, hottestKeyShare: 0.099') },
    { when: 'places are few by nature', sketch: db('partitioning: geographic, shardKey: region, shardKeyCardinality: low') },
    { when: 'writes are spread', sketch: db('partitioning: hash, shardKeyCardinality: low, hotKeyMitigation: write-sharding') },
    { when: 'it is not split', sketch: db('partitioning: none, shardKeyCardinality: low') },
    { when: 'the estimate of writes speaks', sketch: db('partitioning: hash, hottestKeyShare: 0.5, perPartitionWriteRps: 1000', 'access: write, peakRps: 2002') },
    { when: 'the estimate of reads speaks', sketch: db('partitioning: hash, hottestKeyShare: 0.5, perPartitionReadRps: 1000', 'access: read, peakRps: 2002') },
  ],
  notStated: [{ when: 'nothing is said of the key', sketch: db('partitioning: hash, shardKey: userId'), fields: ['shardKeyCardinality', 'hottestKeyShare'] }],
});
