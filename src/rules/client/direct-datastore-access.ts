import { connectionRule, fail, type Fix, pass } from '../rule.ts';
import { serviceBetween } from '../service-between.ts';

const targets: ReadonlySet<string> = new Set(['core-database', 'distributed-cache', 'distributed-lock', 'search-database']);
const onDevice = /sqlite|indexeddb|realm|embedded/i;

/** A client reaches a datastore without anybody in between. */
export const directDatastoreAccess = connectionRule({
  id: 'client/direct-datastore-access',
  severity: 'error',
  category: 'security',
  reach: 'neighbours',
  messages: {
    direct: { text: '{client} talks straight to {store}; put a service (and usually an API gateway) in between.' },
    undeclared: { severity: 'warning', text: '{client} talks straight to {store}, and nothing says that it is trusted; put a service in between.' },
    search: { severity: 'suggestion', text: 'Which key does {client} use to search {store}? A search-only key is fine.' },
  },
  docs: {
    what: 'A client that is not trusted calls a database, cache, lock or search index itself.',
    why: 'Nobody signs users in, checks input or limits load, the schema can never change, and the credentials end up on devices.',
    fix: 'Put a service in between, usually behind an API gateway.',
    silentWhen: ['The client is trusted.', 'The database protects every row by itself.', 'A search index is read with a search-only key or token.', 'The database lives on the device.'],
    sources: ['Threagile, unguarded direct datastore access.'],
    question: 'Who checks what this client may see?',
  },
  examples: { bad: 'client web { trusted: false }\ndistributed-cache cache\nweb -> cache', good: 'client web\nservice api\ncore-database db\nweb -> api -> db' },
  check({ id }, { graph }) {
    const edge = graph.edge(id);
    if (!edge || edge.interaction !== 'request' || edge.from.kind !== 'client' || !targets.has(edge.to.kind)) return undefined;
    const { trusted } = edge.from.properties;
    const { access, authorization } = edge.connection.properties;
    const { accessControl, technology } = edge.to.properties;
    if (trusted === true || accessControl === 'row-level-security') return pass;
    if (technology !== undefined && onDevice.test(technology)) return pass;
    const data = { client: edge.from.name, store: edge.to.name };
    const details = { data, related: [{ id: edge.from.id, role: 'client' }, { id: edge.to.id, role: 'store' }], witness: [edge.from.id, id, edge.to.id] };
    if (edge.to.kind === 'search-database' && access !== 'write' && access !== 'read-write') {
      if (authorization === 'api-key' || authorization === 'token') return pass;
      if (authorization === undefined) return fail('search', details);
    }
    return trusted === false ? fail('direct', { ...details, evidence: [{ record: edge.from.id, property: 'trusted', value: false }] }) : fail('undeclared', details);
  },
  fixes: ({ primary }, { graph }): readonly Fix[] => {
    const edge = graph.edge(primary);
    if (!edge) return [];
    const { access } = edge.connection.properties;
    if (edge.to.kind === 'distributed-lock') return [serviceBetween(edge, 'acquire-lock', {})];
    return [serviceBetween(edge, 'request', access ? { access } : {})];
  },
});
