import type { Component, Diagram, Id } from '#diagram/diagram.ts';
import type { FreshId } from '#diagram/transaction.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { rateOf } from '#estimate/flow.ts';
import { addBeside, addConnection, fix, retarget, set } from '../fixing.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { readingEdges } from './database-terms.ts';

const fewSearches = 500;

/** The primary database answers searches by words. */
export const fullTextSearchOnPrimary = componentRule({
  id: 'database/full-text-search-on-primary',
  kinds: ['core-database'],
  severity: 'warning',
  category: 'performance',
  reach: 'diagram',
  messages: {
    scans: { text: 'Full-text search on {name} has no index to use and scans; feed a search database from it.' },
    busy: { severity: 'suggestion', text: 'Should {name} carry {rate} full-text searches a second, or a search database fed from it?' },
  },
  docs: {
    what: 'Users search by words in the database that also carries the transactions.',
    why: 'A B-tree or hash index cannot find a word inside a text. Ranking, stemming and typos are left to you, and searches compete with transactions.',
    fix: 'Add a search database, and feed it with the changes of this one.',
    silentWhen: ['The indexes are not stated; an empty list is.', 'A full-text or inverted index is declared, and the searches are few or their rate is unknown.'],
    sources: ['PostgreSQL documentation, full text search.', 'Elastic documentation, near real-time search.'],
    question: 'How does a search by words find its rows here?',
  },
  examples: {
    bad: 'service api\ncore-database db { indexes: [{ fields: [id], type: b-tree }] }\napi -> db { access: read, queryPattern: full-text }',
    good: 'service api\ncore-database db { indexes: [{ fields: [title], type: inverted }] }\napi -> db { access: read, queryPattern: full-text, peakRps: 5 }',
  },
  check(component, { graph }) {
    const searches = searchEdges(graph, component);
    const { roles, indexes } = component.properties;
    if (searches.length === 0 && !roles?.includes('full-text-search')) return undefined;
    if (indexes === undefined) return notStated(component.id, 'indexes');
    const details = {
      related: searches.map(({ id }) => ({ id, role: 'search' })),
      witness: [...searches.flatMap(({ id, from }) => [from.id, id]), component.id],
      evidence: [{ record: component.id, property: 'indexes', value: indexes }],
    };
    if (!indexes.some(({ type }) => type === 'full-text' || type === 'inverted')) return fail('scans', { ...details, data: { name: component.name } });
    const rates = searches.map((edge) => rateOf(graph, edge));
    if (rates.includes(undefined)) return pass;
    const rate = rates.reduce<number>((sum, each) => sum + (each ?? 0), 0);
    return rate > fewSearches ? fail('busy', { ...details, data: { name: component.name, rate: Math.round(rate) } }) : pass;
  },
  fixes: ({ primary }, { graph, diagram }): readonly Fix[] => {
    const database = diagram.components.get(primary);
    return database ? [fix('Search in a database made for it', 'suggest', (now, freshId) => withSearchDatabase(now, freshId, database, searchEdges(graph, database)))] : [];
  },
});

const searchEdges = (graph: Graph, component: Component): readonly Edge[] => readingEdges(graph, component).filter(({ connection }) => connection.properties.queryPattern === 'full-text');

/** The diagram with a search database that follows the changes of this one and answers its searches. */
function withSearchDatabase(diagram: Diagram, freshId: FreshId, { id, properties: { roles } }: Component, searches: readonly Edge[]): Diagram {
  const [stream, indexer, search] = [freshId(), freshId(), freshId()];
  const withStream = addBeside(diagram, { id: stream, kind: 'stream', name: 'Changes', anchor: id, direction: 'right' });
  const withIndexer = addBeside(withStream, { id: indexer, kind: 'worker', name: 'Indexer', values: { idempotent: true, instances: 2 }, anchor: stream, direction: 'right' });
  const withSearch = addBeside(withIndexer, { id: search, kind: 'search-database', name: 'Search', anchor: indexer, direction: 'right' });
  const captured = addConnection(withSearch, freshId(), id, stream, 'change-data-capture');
  const consumed = addConnection(captured, freshId(), stream, indexer, 'consume');
  const fed = addConnection(consumed, freshId(), indexer, search, 'request', { access: 'write' });
  const asked = searches.reduce((next, edge) => searchedIn(next, freshId, edge, search), fed);
  return roles?.includes('full-text-search') ? set(asked, id, { roles: roles.filter((role) => role !== 'full-text-search') }) : asked;
}

/** The search asks the other database from now on; what its connection also writes goes on to the old one. */
function searchedIn(diagram: Diagram, freshId: FreshId, { id, from, connection }: Edge, search: Id): Diagram {
  const { access, filterFields } = connection.properties;
  if (access === 'read') return set(retarget(diagram, id, 'to', search), id, { protocol: undefined });
  const asked = addConnection(diagram, freshId(), from.id, search, 'request', { access: 'read', queryPattern: 'full-text', ...(filterFields ? { filterFields } : {}) });
  return set(asked, id, { access: 'write', queryPattern: undefined });
}
