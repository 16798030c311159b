import { every3, not3, some3, type Truth } from '#base/truth.ts';
import { isRequest, reads, writes } from '#graph/access.ts';
import { entitiesOf, isStrong, sharesEntities } from '#graph/entities.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { isStore } from '#graph/roles.ts';
import { listed } from '../message.ts';
import { connectionRule, fail, notStated, pass } from '../rule.ts';
import { isOwnData } from './cache-terms.ts';

/** Somebody decides on a copy that may be old. */
export const strongDataFromCache = connectionRule({
  id: 'cache/strong-data-from-cache',
  severity: 'warning',
  category: 'correctness',
  reach: 'diagram',
  messages: { stale: { text: '{reader} decides on {entities} from {cache}, which may be out of date.' } },
  docs: {
    what: 'Data that must be fresh is read from a cache.',
    why: 'A cache lags behind its store: who sells from an old counter oversells.',
    fix: 'Read it from the store, or check again with a conditional write.',
    silentWhen: [
      'The read is for display only: not critical, or content with less than strong freshness.',
      'The reader checks again when it writes the same data: a conditional write.',
      'The reader only shows what others write, and all of them write conditionally or in a transaction.',
      'The cache is written through, and entries are removed on a write or an event.',
      'The cache is the source of truth, or holds data of its own.',
    ],
    sources: ['Nishtala et al., Scaling Memcache at Facebook.'],
    question: 'What happens if this value is a minute old?',
  },
  examples: {
    bad: 'entity stock "Stock" { consistencyNeed: strong }\nservice shop\ndistributed-cache cache\ncore-database db\nshop -> cache { interaction: request, access: read, dataFlows: [stock] }\nshop -> db { access: read-write, dataFlows: [stock] }',
    good: 'entity stock "Stock" { consistencyNeed: strong }\nservice shop\ndistributed-cache cache\ncore-database db\nshop -> cache { interaction: request, access: read, dataFlows: [stock] }\nshop -> db { access: read-write, conditionalWrite: true, dataFlows: [stock] }',
  },
  check({ id }, { graph }) {
    const edge = graph.edge(id);
    if (!edge || edge.to.kind !== 'distributed-cache' || !mayRead(edge) || !isStrong(graph, edge)) return undefined;
    if (isForDisplay(edge) || isNoCopy(edge) || isKeptFresh(edge) || checksAgain(graph, edge) || othersCheck(graph, edge) === true) return pass;
    if (edge.interaction === undefined) return notStated(id, 'interaction');
    if (reads(edge) === undefined) return notStated(id, 'access');
    const entities = entitiesOf(graph, edge).filter(({ consistencyNeed }) => consistencyNeed === 'strong');
    return fail('stale', {
      data: { reader: edge.from.name, cache: edge.to.name, entities: entities.length > 0 ? listed(entities.map(({ name }) => name)) : 'data that must be fresh' },
      related: [
        { id: edge.from.id, role: 'reader' },
        { id: edge.to.id, role: 'cache' },
      ],
      witness: [edge.from.id, id, edge.to.id],
    });
  },
});

const mayRead = (edge: Edge): boolean => (isRequest(edge) || edge.interaction === undefined) && reads(edge) !== false;

function isForDisplay({ connection }: Edge): boolean {
  const { critical, consistencyRequirement } = connection.properties;
  return critical === false || (consistencyRequirement !== undefined && consistencyRequirement !== 'strong');
}

const isNoCopy = ({ to }: Edge): boolean => to.properties.isSourceOfTruth === true || isOwnData(to);

function isKeptFresh({ to: { properties } }: Edge): boolean {
  const removes = properties.invalidationStrategy?.some((strategy) => strategy === 'delete-on-write' || strategy === 'event-driven') ?? false;
  return properties.writeStrategy === 'write-through' && removes;
}

/** Whether the reader writes the same data under a condition. */
const checksAgain = (graph: Graph, read: Edge): boolean =>
  graph.out(read.from.id).some((edge) => writesSame(read, edge) === true && edge.connection.properties.conditionalWrite === true);

/** Whether others write the same data to stores, all of them with a check, and the reader does not. */
function othersCheck(graph: Graph, read: Edge): Truth {
  const stored = graph.edges.filter((edge) => isStore(edge.to) && edge.to.id !== read.to.id);
  const own = stored.filter(({ from }) => from.id === read.from.id);
  const others = stored.filter(({ from }) => from.id !== read.from.id);
  return every3([
    not3(some3(own.map((edge) => writesSame(read, edge)))),
    some3(others.map((edge) => writesSame(read, edge))),
    every3(others.map((edge) => some3([not3(writesSame(read, edge)), isChecked(edge)]))),
  ]);
}

const writesSame = (read: Edge, edge: Edge): Truth => every3([isRequest(edge), writes(edge), sharesEntities(read, edge)]);

const isChecked = ({ connection }: Edge): boolean => connection.properties.conditionalWrite === true || connection.properties.transactional === true;
