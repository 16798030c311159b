import { isModest } from '#graph/roles.ts';
import { setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';

/** Each part of an index lies on one node only. */
export const searchNoReplicas = componentRule({
  id: 'search/no-replicas',
  kinds: ['search-database'],
  severity: 'warning',
  category: 'availability',
  reach: 'diagram',
  acceptsRationale: 'A word about a bulk load or an import.',
  messages: { alone: { text: '{name} has no replica shards; one node failure makes part of the index unavailable.' } },
  docs: {
    what: 'The shards of an index have no replicas.',
    why: 'When a node dies, its part of the documents is not found. Replicas stand in, and share the searches meanwhile.',
    fix: 'Keep one replica of each shard.',
    silentWhen: ['The number of replicas is not stated.', 'High availability is declared.', 'A rationale speaks of a bulk load or an import.'],
    sources: ['Elastic documentation, clusters, nodes and shards.'],
    question: 'Which documents are not found when one node dies?',
  },
  examples: {
    bad: 'service api\nworker indexer\nsearch-database index { replicasPerShard: 0 }\nindexer -> index { access: write }\napi -> index { access: read }',
    good: 'service api\nworker indexer\nsearch-database index { replicasPerShard: 1 }\nindexer -> index { access: write }\napi -> index { access: read }',
  },
  check({ id, name, properties }, { graph }) {
    const { replicasPerShard, highAvailability, rationale } = properties;
    if (highAvailability !== undefined && highAvailability !== 'none') return pass;
    if (/\b(?:bulk|(?:re)?import(?:s|ed|ing)?)\b/i.test(rationale ?? '')) return pass;
    if (replicasPerShard === undefined) return notStated(id, 'replicasPerShard');
    if (replicasPerShard > 0) return pass;
    return fail('alone', {
      ...(isModest(graph) ? { severity: 'suggestion' } : {}),
      data: { name },
      witness: [id],
      evidence: [{ record: id, property: 'replicasPerShard', value: replicasPerShard }],
    });
  },
  fixes: ({ primary }): readonly Fix[] => [setFix('Keep one replica of each shard', 'suggest', primary, { replicasPerShard: 1 })],
});
