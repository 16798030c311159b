import { isBlank } from '../blank.ts';
import { overloadsPartition } from '../hottest-key.ts';
import { componentRule, fail, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { isPartitioned } from './database-terms.ts';

const largeShare = 0.1;

/** Most of the traffic falls on few partitions. */
export const hotPartition = componentRule({
  id: 'database/hot-partition',
  kinds: ['core-database'],
  severity: 'warning',
  category: 'performance',
  reach: 'diagram',
  messages: { hot: { text: 'The shard key of {name} ({key}) sends much of the traffic to few partitions, and nothing declared takes the heat off.' } },
  docs: {
    what: 'The shard key has few values, or one of them gets a tenth of the traffic or more.',
    why: 'Throughput is limited for each partition: in DynamoDB to 3,000 read and 1,000 write units per second. More shards do not help a single key.',
    fix: 'Choose a key with more values or a composite one, add a suffix that spreads the writes, or cache hot reads.',
    silentWhen: [
      'Something against hot keys is declared.',
      'Few values are the purpose: geographic partitioning, unless one key is known to be hot.',
      'The estimate already shows that the hottest key overloads its partition.',
    ],
    sources: ['AWS, DynamoDB partition key design.'],
    question: 'Which key gets the most traffic, and how much of it?',
  },
  examples: {
    bad: 'service api\ncore-database db { partitioning: hash, shardKey: country, shardKeyCardinality: low }\napi -> db { access: read-write }',
    good: 'service api\ncore-database db { partitioning: hash, shardKey: userId, shardKeyCardinality: high }\napi -> db { access: read-write }',
  },
  check(component, { graph }) {
    const { partitioning, shardKey, shardKeyCardinality, hottestKeyShare, hotKeyMitigation } = component.properties;
    if (!isPartitioned(component)) return undefined;
    if (hotKeyMitigation !== undefined && hotKeyMitigation !== 'none') return pass;
    if (shardKeyCardinality === undefined && hottestKeyShare === undefined) return notStated(component.id, 'shardKeyCardinality', 'hottestKeyShare');
    const isHot = hottestKeyShare !== undefined && hottestKeyShare >= largeShare;
    if (!isHot && (shardKeyCardinality !== 'low' || partitioning === 'geographic')) return pass;
    if (overloadsPartition(graph, component)) return pass;
    return fail('hot', {
      data: { name: component.name, key: shardKey === undefined || isBlank(shardKey) ? 'not stated' : shardKey.trim() },
      witness: [component.id],
      evidence: statedEvidence(component.id, { shardKeyCardinality, hottestKeyShare }),
    });
  },
});
