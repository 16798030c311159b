import { entitiesOf } from '#graph/entities.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { reads } from '#graph/access.ts';
import { setFix } from '../fixing.ts';
import { connectionRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { unstated } from '../unstated.ts';
import { edgeIntoDatabase } from './database-terms.ts';

const lagging: ReadonlySet<string> = new Set(['single-leader-async', 'single-leader-semi-sync', 'multi-leader']);
const fresh: ReadonlySet<string | undefined> = new Set(['strong', 'read-your-writes']);

/** A read that must be fresh asks a replica that lags. */
export const staleReplicaRead = connectionRule({
  id: 'database/stale-replica-read',
  severity: 'warning',
  category: 'correctness',
  reach: 'neighbours',
  messages: { stale: { text: '{from} needs fresh data, but {name} answers from a replica that lags behind.' } },
  docs: {
    what: 'Reads go to replicas, and the caller may not see the past.',
    why: 'A user saves, the page reloads, and the change is gone for a moment. They save again.',
    fix: 'Read this from the leader, or wait until the replica has reached the position of the write.',
    silentWhen: ['The connection states that it may be stale, whatever the entities need.', 'Read preference or replication are not stated.'],
    sources: ['Designing Data-Intensive Applications, chapter 5.'],
    question: 'Does a user see their own change at once?',
  },
  examples: {
    bad: 'service profile\ncore-database db { readPreference: replica, replicationMode: single-leader-async }\nprofile -> db { access: read, consistencyRequirement: read-your-writes }',
    good: 'service profile\ncore-database db { readPreference: primary, replicationMode: single-leader-async }\nprofile -> db { access: read, consistencyRequirement: read-your-writes }',
  },
  check({ id }, { graph }) {
    const edge = edgeIntoDatabase(graph, id);
    if (!edge || edge.interaction === 'replicate' || reads(edge) !== true || !needsFreshData(graph, edge)) return undefined;
    const { readPreference, replicationMode } = edge.to.properties;
    if (readPreference === 'primary' || (replicationMode !== undefined && !lagging.has(replicationMode))) return pass;
    const open = unstated({ readPreference, replicationMode });
    if (open.length > 0) return notStated(edge.to.id, ...open);
    return fail('stale', {
      data: { from: edge.from.name, name: edge.to.name },
      related: [{ id: edge.from.id, role: 'reader' }, { id: edge.to.id, role: 'database' }],
      witness: [edge.from.id, id, edge.to.id],
      evidence: statedEvidence(edge.to.id, { readPreference, replicationMode }),
    });
  },
  fixes: ({ primary }, { graph }): readonly Fix[] => {
    const edge = graph.edge(primary);
    return edge ? [setFix('Read from the leader', 'suggest', edge.to.id, { readPreference: 'primary' })] : [];
  },
});

function needsFreshData(graph: Graph, edge: Edge): boolean {
  const { consistencyRequirement } = edge.connection.properties;
  if (consistencyRequirement !== undefined) return fresh.has(consistencyRequirement);
  return entitiesOf(graph, edge).some(({ consistencyNeed }) => fresh.has(consistencyNeed));
}
