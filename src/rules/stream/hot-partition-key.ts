import { componentRule, fail, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { unstated } from '../unstated.ts';

const fewValues = /^(?:country|region|type|status|date|day|hour|tenant_?type|gender|boolean)$/i;
const spreading = /salt|suffix|two-stage/i;

/** The partition key has few values, so that a few partitions take everything. */
export const hotPartitionKey = componentRule({
  id: 'stream/hot-partition-key',
  kinds: ['stream'],
  severity: 'warning',
  category: 'performance',
  reach: 'record',
  acceptsRationale: 'How the key is spread: "salt", "suffix" or "two-stage".',
  messages: {
    named: { text: '"{key}" has few values; most of {partitions} partitions stay idle and one gets hot.' },
    unnamed: { text: 'The key of {name} has few values; most of {partitions} partitions stay idle and one gets hot.' },
  },
  docs: {
    what: 'A stream is split by a key that takes few values.',
    why: 'Throughput is a matter of each partition. Those that no value leads to do nothing, and the most frequent value overloads one.',
    fix: 'Choose a finer key, or salt it and add up in a second stage.',
    silentWhen: ['The rationale says how the key is spread: salt, suffix or two-stage.', 'It has one partition.', 'The key is stated to have many values.'],
    sources: ['AWS, Kinesis quotas.'],
    question: 'How many values does the partition key take, and how even are they?',
  },
  examples: {
    bad: 'service api\nstream clicks { partitions: 12, partitionKey: country }\nworker reader\napi -> clicks -> reader',
    good: 'service api\nstream clicks { partitions: 12, partitionKey: "adId + salt" }\nworker reader\napi -> clicks -> reader',
  },
  check({ id, name, properties }) {
    const { partitions, partitionKey, partitionKeyCardinality, rationale } = properties;
    if (partitions === 1 || spreading.test(rationale ?? '')) return pass;
    const key = (partitionKey ?? '').trim();
    const isNarrow = partitionKeyCardinality === undefined ? fewValues.test(key) || undefined : partitionKeyCardinality === 'low';
    if (isNarrow === false) return pass;
    if (isNarrow === undefined || partitions === undefined) return notStated(id, ...unstated({ partitions, ...(isNarrow ? {} : { partitionKeyCardinality }) }));
    return fail(key === '' ? 'unnamed' : 'named', {
      data: { name, key, partitions },
      witness: [id],
      evidence: statedEvidence(id, { partitions, partitionKey, partitionKeyCardinality }),
    });
  },
});
