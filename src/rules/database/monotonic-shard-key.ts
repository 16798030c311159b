import type { Component } from '#diagram/diagram.ts';
import { flowOf } from '#estimate/flow.ts';
import { certain, sum } from '#estimate/rate.ts';
import type { Graph } from '#graph/graph.ts';
import { isBlank } from '../blank.ts';
import { setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { firstField, perhapsWritingEdges } from './database-terms.ts';

const littleWriting = 100;

const growingWords: ReadonlySet<string> = new Set(['created', 'updated', 'time', 'timestamp', 'datetime', 'date', 'day', 'seq', 'sequence', 'increment', 'autoincrement', 'ulid', 'snowflake']);

/** A key that grows with time, split by range: all new rows go to one shard. */
export const monotonicShardKey = componentRule({
  id: 'database/monotonic-shard-key',
  kinds: ['core-database'],
  severity: 'warning',
  category: 'performance',
  reach: 'diagram',
  messages: { last: { text: 'Range partitioning of {name} by "{key}" sends every new row to the last shard.' } },
  docs: {
    what: 'Rows are split by ranges of a key that only grows.',
    why: 'The newest range takes all the writes. The other shards watch, and adding more of them changes nothing.',
    fix: 'Hash the key, or put a field in front that spreads well, as in (tenantId, created_at).',
    silentWhen: ['There is one shard, or the diagram does not say how many: chunks by time on one server.', 'Writes are known to be few.'],
    sources: ['Designing Data-Intensive Applications, chapter 6.'],
    question: 'Which shard takes the rows of today?',
  },
  examples: {
    bad: 'service api\ncore-database db { partitioning: range, shardCount: 16, shardKey: created_at }\napi -> db { access: write }',
    good: 'service api\ncore-database db { partitioning: range, shardCount: 16, shardKey: "(tenantId, created_at)" }\napi -> db { access: write }',
  },
  check(component, { graph }) {
    const { partitioning, shardCount = 1, shardKey } = component.properties;
    if (shardCount <= 1 || (partitioning !== undefined && partitioning !== 'range')) return pass;
    if (shardKey === undefined || isBlank(shardKey) || !grows(firstField(shardKey)) || writesLittle(graph, component)) return pass;
    if (partitioning === undefined) return notStated(component.id, 'partitioning');
    return fail('last', {
      data: { name: component.name, key: shardKey.trim() },
      witness: [component.id],
      evidence: statedEvidence(component.id, { partitioning, shardCount, shardKey }),
    });
  },
  fixes: ({ primary }): readonly Fix[] => [setFix('Partition by a hash of the key', 'suggest', primary, { partitioning: 'hash' })],
});

/** Words end at everything that is no letter or digit, and before a capital that follows a small letter. */
const grows = (field: string): boolean => field.replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ').split(/[^\p{L}\p{N}]+/u).some((word) => growingWords.has(word.toLowerCase()));

function writesLittle(graph: Graph, component: Component): boolean {
  const rates = perhapsWritingEdges(graph, component).map((edge) => flowOf(graph).along(edge));
  const all = sum(...rates.flatMap(({ writes, unclassified }) => [writes, unclassified]));
  return rates.length > 0 && (certain(all) ?? Infinity) < littleWriting;
}
