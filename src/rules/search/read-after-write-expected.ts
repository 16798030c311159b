import { isRequest, reads } from '#graph/access.ts';
import { entitiesOf } from '#graph/entities.ts';
import { connectionRule, fail, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';

const fresh: ReadonlySet<string | undefined> = new Set(['strong', 'read-your-writes']);
const usualRefreshMs = 1000;

/** Somebody who has just written searches, and expects to find it. */
export const searchReadAfterWriteExpected = connectionRule({
  id: 'search/read-after-write-expected',
  severity: 'warning',
  category: 'correctness',
  reach: 'neighbours',
  messages: {
    stale: { text: '{from} expects fresh results from {name}, which shows writes only after the feed lag plus refresh ({refresh} ms).' },
    open: { severity: 'suggestion', text: 'May {from} see {entity} in {name} a few seconds late?' },
  },
  docs: {
    what: 'A search must be fresh, and an index never quite is.',
    why: 'The feed lags behind, and an index shows new documents only after its next refresh. People who do not find their own post write it again.',
    fix: 'Find with the index, and read the item by its key from the database.',
    silentWhen: ['Whether the connection reads is not stated.', 'The connection states that it may be stale, whatever the entities need.'],
    sources: ['Elastic documentation, near real-time search.'],
    question: 'Must people find here at once what they have just written?',
  },
  examples: {
    bad: 'service feed\nworker indexer\nsearch-database index\nindexer -> index { access: write }\nfeed -> index { access: read, consistencyRequirement: read-your-writes }',
    good: 'service feed\nworker indexer\nsearch-database index\nindexer -> index { access: write }\nfeed -> index { access: read, consistencyRequirement: eventual }',
  },
  check({ id }, { graph }) {
    const edge = graph.edge(id);
    if (!edge || !isRequest(edge) || edge.to.kind !== 'search-database') return undefined;
    const { consistencyRequirement } = edge.connection.properties;
    const needing = entitiesOf(graph, edge).find(({ consistencyNeed }) => fresh.has(consistencyNeed));
    const isDemanded = fresh.has(consistencyRequirement);
    if (reads(edge) === false || !(isDemanded || (consistencyRequirement === undefined && needing))) return pass;
    if (reads(edge) === undefined) return notStated(id, 'access');
    const { refreshIntervalMs } = edge.to.properties;
    return fail(isDemanded ? 'stale' : 'open', {
      data: { from: edge.from.name, name: edge.to.name, refresh: refreshIntervalMs ?? usualRefreshMs, entity: needing?.name ?? 'it' },
      related: [{ id: edge.from.id, role: 'reader' }, { id: edge.to.id, role: 'index' }],
      witness: [edge.from.id, id, edge.to.id],
      evidence: [...statedEvidence(id, { consistencyRequirement }), ...statedEvidence(edge.to.id, { refreshIntervalMs })],
    });
  },
});
