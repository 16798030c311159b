import type { Component, Diagram } from '#diagram/diagram.ts';
import type { FreshId } from '#diagram/transaction.ts';
import type { Truth } from '#base/truth.ts';
import { isRequest, writes } from '#graph/access.ts';
import { flowsOf, isLossTolerant, sharesEntities } from '#graph/entities.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { endOf } from '../database/database-terms.ts';
import { fix, removeConnection, set } from '../fixing.ts';
import { componentRule, fail, type Fix, pass } from '../rule.ts';
import { fedFrom, feedingEdges } from './search-terms.ts';

/** One component saves to a database and to an index, and nothing makes the two one. */
export const searchDualWrite = componentRule({
  id: 'search/dual-write',
  kinds: ['service', 'worker'],
  severity: 'warning',
  category: 'correctness',
  reach: 'diagram',
  messages: { apart: { text: '{name} writes {database} and {index} itself; when one write fails they drift apart.' } },
  docs: {
    what: 'The same data is written to a database and to an index by the same component, one after the other.',
    why: 'No transaction spans the two, and nobody repeats the one that failed. What is saved is not found, or what is found is gone.',
    fix: 'Write to the database only, and let its changes or an outbox feed the index.',
    silentWhen: ['An outbox is declared.', 'It is an indexer, whose failed runs are repeated: it is started by brokers, captured changes or jobs only.', 'The index is filled in batches by a job.', 'Losing one of the two writes is acceptable.', 'The two are known to get different data.'],
    sources: ['microservices.io, transactional outbox.'],
    question: 'The first write succeeds and the second fails: who finds out?',
  },
  examples: {
    bad: 'entity product {}\nclient web\nservice shop\ncore-database db\nsearch-database index\nweb -> shop\nshop -> db { access: write, dataFlows: [product] }\nshop -> index { access: write, dataFlows: [product] }',
    good: 'entity product {}\nclient web\nservice shop\ncore-database db\nstream changes\nworker indexer\nsearch-database index\nweb -> shop\nshop -> db { access: write, dataFlows: [product] }\ndb -> changes -> indexer\nindexer -> index { access: write, dataFlows: [product] }',
  },
  check(component, { graph }) {
    if (component.properties.consistencyPattern === 'outbox' || isIndexer(graph, component)) return pass;
    const doubles = doubleWrites(graph, component);
    const certain = doubles.filter(({ shares }) => shares);
    const [first] = certain;
    if (!first) {
      const open = new Set(doubles.flatMap(({ toDatabase, toIndex }) => [toDatabase, toIndex]).filter((edge) => flowsOf(edge).length === 0));
      return open.size > 0 ? { verdict: 'not-stated', fields: [...open].map(({ id }) => ({ record: id, property: 'dataFlows' })) } : pass;
    }
    return fail('apart', {
      data: { name: component.name, database: first.database.name, index: first.index.name },
      related: certain.flatMap(({ database, index }) => [{ id: database.id, role: 'database' }, { id: index.id, role: 'index' }]),
      witness: [first.database.id, first.toDatabase.id, component.id, first.toIndex.id, first.index.id],
      evidence: [first.toDatabase, first.toIndex].map((edge) => ({ record: edge.id, property: 'dataFlows', value: flowsOf(edge) })),
    });
  },
  fixes: ({ primary, data }, { graph, diagram }): readonly Fix[] => {
    const component = diagram.components.get(primary);
    const doubles = component ? doubleWrites(graph, component).filter(({ shares }) => shares) : [];
    const writesOnce = doubles.filter(({ toIndex }, index) => doubles.findIndex((other) => other.toIndex.id === toIndex.id) === index);
    return [fix(`Feed ${data['index']} with the changes of ${data['database']}`, 'suggest', (now, freshId) => writesOnce.reduce((next, each) => followed(next, freshId, each), now))];
  },
});

interface DoubleWrite {
  readonly toDatabase: Edge;
  readonly database: Component;
  readonly toIndex: Edge;
  readonly index: Component;
  readonly shares: Truth;
}

/** Pairs of writes, one to a database and one to an index, that may carry the same data and that must both succeed. */
function doubleWrites(graph: Graph, { id }: Component): readonly DoubleWrite[] {
  const writing = graph.out(id).flatMap((edge) => {
    const store = isRequest(edge) && writes(edge) === true && isLossTolerant(graph, edge) !== true ? endOf(graph, edge) : undefined;
    return store ? [{ edge, store }] : [];
  });
  const databases = writing.filter(({ store }) => store.kind === 'core-database');
  const indexes = writing.filter(({ store }) => store.kind === 'search-database' && !isFilledByJob(graph, store));
  const pairs = databases.flatMap(({ edge: toDatabase, store: database }) =>
    indexes.map(({ edge: toIndex, store: index }) => ({ toDatabase, database, toIndex, index, shares: sharesEntities(toDatabase, toIndex) })),
  );
  return pairs.filter(({ shares }) => shares !== false);
}

const isFilledByJob = (graph: Graph, index: Component): boolean => index.properties.syncMethod === 'batch' && feedingEdges(graph, index).some(({ from }) => from.kind === 'scheduled-job');

/** Whether everything that starts the component starts it again after a failure. */
function isIndexer(graph: Graph, { id }: Component): boolean {
  const starts = graph.into(id);
  return starts.length > 0 && starts.every((edge) => edge.interaction === 'consume' || edge.interaction === 'change-data-capture' || (isRequest(edge) && edge.from.kind === 'scheduled-job'));
}

/** The diagram in which the index follows the database, and the component only reads it, if it did. */
function followed(diagram: Diagram, freshId: FreshId, { toIndex, database, index }: DoubleWrite): Diagram {
  const { access } = toIndex.connection.properties;
  const left = access === 'read-write' ? set(diagram, toIndex.id, { access: 'read' }) : removeConnection(diagram, toIndex.id);
  return fedFrom(left, freshId, database.id, index.id, flowsOf(toIndex));
}
