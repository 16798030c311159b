import type { Component, Id } from '#diagram/diagram.ts';
import { isRequest, reads, writes } from '#graph/access.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { isCompute, isDurableStore } from '#graph/roles.ts';
import { setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';

/** An index is built from a stream that forgets. */
export const searchNoReindexPath = componentRule({
  id: 'search/no-reindex-path',
  kinds: ['search-database'],
  severity: 'suggestion',
  category: 'operability',
  reach: 'diagram',
  messages: { none: { text: 'How is {name} rebuilt after a mapping change or data loss?' } },
  docs: {
    what: 'A stream with limited retention feeds the index, and no way to build it anew is declared or drawn.',
    why: 'The stream no longer has the old documents. With a new mapping, or after a loss, only recent ones come back.',
    fix: 'Have a job that reads everything from the store into a new index, then switch the alias.',
    silentWhen: [
      'A way to rebuild it is declared.',
      'The retention is not stated, or unlimited.',
      'The stream keeps the latest record of each key, or has an archive.',
      'Something reads a store and writes the index, past the stream.',
    ],
    sources: ['Elastic documentation, reindex and aliases.'],
    question: 'How long does the stream keep what the index was built from?',
  },
  examples: {
    bad: 'service shop\nstream changes { retentionSeconds: 604800 }\nworker indexer\nsearch-database index\nshop -> changes -> indexer\nindexer -> index { access: write }',
    good: 'service shop\nstream changes { retentionSeconds: 604800 }\nworker indexer\nsearch-database index { reindexStrategy: alias-swap }\nshop -> changes -> indexer\nindexer -> index { access: write }',
  },
  check(component, { graph }) {
    const { reindexStrategy } = component.properties;
    const feeds = streamFeeds(graph, component).filter(({ stream }) => !canReplay(stream) && !isRebuilt(graph, component, stream));
    const forgetting = feeds.filter(({ stream }) => stream.properties.retentionSeconds !== undefined);
    const [first] = forgetting;
    if (feeds.length === 0) return undefined;
    if (reindexStrategy !== undefined && reindexStrategy !== 'none') return pass;
    if (!first) return { verdict: 'not-stated', fields: feeds.map(({ stream }) => ({ record: stream.id, property: 'retentionSeconds' })) };
    return fail('none', {
      data: { name: component.name },
      related: forgetting.map(({ stream }) => ({ id: stream.id, role: 'feed' })),
      witness: [first.stream.id, ...first.edges.flatMap(({ id, to }) => [id, to.id])],
      evidence: [...statedEvidence(component.id, { reindexStrategy }), ...forgetting.map(({ stream }) => ({ record: stream.id, property: 'retentionSeconds', value: stream.properties.retentionSeconds }))],
    });
  },
  fixes: ({ primary }): readonly Fix[] => [setFix('Rebuild into a new index and switch the alias', 'suggest', primary, { reindexStrategy: 'alias-swap' })],
});

interface StreamFeed {
  readonly stream: Component;
  /** From the stream to the index. */
  readonly edges: readonly Edge[];
}

/** Streams that an index consumes, or that somebody consumes who writes it; each once. */
function streamFeeds(graph: Graph, { id }: Component): readonly StreamFeed[] {
  const feeds = graph.into(id).flatMap((last): readonly StreamFeed[] => {
    if (last.interaction === 'consume') return [{ stream: last.from, edges: [last] }];
    if (!isWrite(last)) return [];
    return graph.into(last.from.id).filter(({ interaction }) => interaction === 'consume').map((first) => ({ stream: first.from, edges: [first, last] }));
  });
  return feeds.filter(({ stream }, index) => stream.kind === 'stream' && feeds.findIndex((other) => other.stream === stream) === index);
}

const isWrite = (edge: Edge): boolean => isRequest(edge) && isCompute(edge.from) && writes(edge) === true;

/** Whether a stream still has, or gives back, all that it ever carried. */
const canReplay = ({ properties: { retentionSeconds, cleanupPolicy, archive } }: Component): boolean => retentionSeconds === 'unlimited' || cleanupPolicy === 'compact' || archive !== undefined;

/** Whether somebody writes the index from a store, without the stream. */
const isRebuilt = (graph: Graph, { id }: Component, stream: Component): boolean =>
  graph.into(id).some((edge) => isWrite(edge) && !consumes(graph, edge.from.id, stream.id) && graph.out(edge.from.id).some((read) => isRequest(read) && reads(read) === true && isDurableStore(read.to)));

const consumes = (graph: Graph, id: Id, stream: Id): boolean => graph.into(id).some(({ interaction, from }) => interaction === 'consume' && from.id === stream);
