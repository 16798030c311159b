import type { Component } from '#diagram/diagram.ts';
import { flowOf } from '#estimate/flow.ts';
import { certain } from '#estimate/rate.ts';
import type { Graph } from '#graph/graph.ts';
import { overloadingKey } from '../hottest-key.ts';
import { componentRule, fail, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { perSecond } from './capacity-terms.ts';

/** The busiest key alone is more than its partition takes. */
export const partitionOverloaded = componentRule({
  id: 'capacity/hot-partition',
  kinds: ['core-database'],
  severity: 'error',
  category: 'performance',
  reach: 'diagram',
  messages: { hot: { text: 'The busiest key of {name} gets {rate}; one partition takes {limit} (estimate).' } },
  docs: {
    what: 'The share of the traffic that falls on one key is more than one partition takes.',
    why: 'A key lives on one partition. What that one takes is the limit, whatever all of them take together.',
    fix: 'Spread the writes of hot keys with a suffix, cache hot reads, or choose a finer key.',
    silentWhen: ['Something against hot keys is declared.', 'The share of the busiest key, the traffic or the limit of a partition is not known.'],
    sources: ['AWS, DynamoDB partition key design.'],
    question: 'How much of the traffic falls on the busiest key?',
  },
  examples: {
    bad: 'client web\nservice api\ncore-database votes { partitioning: hash, shardKey: pollId, shardCount: 80, hottestKeyShare: 0.1, perPartitionWriteRps: 1000 }\nweb -> api { peakRps: 50000, access: write }\napi -> votes { access: write }',
    good: 'client web\nservice api\ncore-database votes { partitioning: hash, shardKey: pollId, shardCount: 80, hottestKeyShare: 0.001, perPartitionWriteRps: 1000 }\nweb -> api { peakRps: 50000, access: write }\napi -> votes { access: write }',
  },
  check(component, { graph }) {
    const { hottestKeyShare, hotKeyMitigation, perPartitionReadRps, perPartitionWriteRps } = component.properties;
    if (hotKeyMitigation !== undefined && hotKeyMitigation !== 'none') return pass;
    const key = overloadingKey(graph, component);
    if (!key) return hottestKeyShare === undefined && oneKeyCould(graph, component) ? notStated(component.id, 'hottestKeyShare') : pass;
    return fail('hot', {
      data: { name: component.name, rate: perSecond(key.rate, key.part), limit: perSecond(key.limit) },
      witness: [component.id],
      evidence: statedEvidence(component.id, { hottestKeyShare, ...(key.part === 'reads' ? { perPartitionReadRps } : { perPartitionWriteRps }) }),
    });
  },
});

/** Whether so much arrives that one key could overload its partition. */
function oneKeyCould(graph: Graph, component: Component): boolean {
  const { perPartitionReadRps = Infinity, perPartitionWriteRps = Infinity } = component.properties;
  const { reads, writes } = flowOf(graph).into(component);
  return (certain(writes) ?? 0) > perPartitionWriteRps || (certain(reads) ?? 0) > perPartitionReadRps;
}
