import { quantity } from '#catalog/wording.ts';
import { rounded } from '#estimate/rate.ts';
import { setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { arrivingReads, askForReads, readingEdges } from './cache-terms.ts';

/** One key is asked for more often than its shard can answer. */
export const hotKey = componentRule({
  id: 'cache/hot-key',
  kinds: ['distributed-cache'],
  severity: 'warning',
  category: 'performance',
  reach: 'diagram',
  messages: { hot: { text: 'One key of {name} is read about {rps} (estimate), and its shard sustains {capacity}.' } },
  docs: {
    what: 'The busiest key gets more reads than one shard sustains.',
    why: 'A key lives on one shard, however many there are.',
    fix: 'Keep it in the memory of the callers as well, or spread copies of it over several keys.',
    silentWhen: ['Something against hot keys is in place.', 'The share of the busiest key, the rate of reads or the capacity of a shard are not known.'],
    sources: ['Nishtala et al., Scaling Memcache at Facebook.'],
    question: 'How much of the reading falls on one key?',
  },
  examples: {
    bad: 'client web\nservice api\ndistributed-cache cache { hottestKeyShare: 0.5, perInstanceRps: 100000 }\nweb -> api { peakRps: 400000, access: read }\napi -> cache { interaction: request, access: read }',
    good: 'client web\nservice api\ndistributed-cache cache { hottestKeyShare: 0.5, perInstanceRps: 100000, hotKeyMitigation: local-cache }\nweb -> api { peakRps: 400000, access: read }\napi -> cache { interaction: request, access: read }',
  },
  check(component, { graph }) {
    const { hottestKeyShare, perInstanceRps, hotKeyMitigation } = component.properties;
    if (hotKeyMitigation !== undefined && hotKeyMitigation !== 'none') return pass;
    if (hottestKeyShare === undefined) return undefined;
    if (perInstanceRps === undefined) return notStated(component.id, 'perInstanceRps');
    const reads = arrivingReads(graph, component);
    if (reads === undefined) return askForReads(graph, component);
    const rps = rounded(hottestKeyShare * reads);
    if (rps <= perInstanceRps) return pass;
    return fail('hot', {
      data: { name: component.name, rps: quantity(Math.round(rps), 'req/s'), capacity: quantity(perInstanceRps, 'req/s') },
      related: readingEdges(graph, component).map(({ from }) => ({ id: from.id, role: 'reader' })),
      witness: [component.id],
      evidence: Object.entries({ hottestKeyShare, perInstanceRps }).map(([property, value]) => ({ record: component.id, property, value })),
    });
  },
  fixes: ({ primary }): readonly Fix[] => [
    setFix('Keep hot keys in the callers as well', 'suggest', primary, { hotKeyMitigation: 'local-cache' }),
    setFix('Spread copies of hot keys', 'suggest', primary, { hotKeyMitigation: 'key-replication' }),
  ],
});
