import type { Component } from '#diagram/diagram.ts';
import { isRequest } from '#graph/access.ts';
import { serviceBetween } from '../service-between.ts';
import { connectionRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';

const ownUses: ReadonlySet<string> = new Set(['rate-limit-counters', 'session-store']);

/** A gateway reads or writes business data itself. */
export const gatewayDatastoreAccess = connectionRule({
  id: 'api-gateway/direct-datastore-access',
  severity: 'warning',
  category: 'operability',
  reach: 'neighbours',
  acceptsRationale: 'Any rationale on the connection.',
  messages: { direct: { text: '{gateway} talks to {store} itself; business data access belongs in a service.' } },
  docs: {
    what: 'A gateway calls a database, a search index or a cache of business data without a service in between.',
    why: 'Logic in a gateway is hard to test, cannot be scaled apart from it, and every change of the schema changes the front door.',
    fix: 'Put a service in between, and let the gateway route to it.',
    silentWhen: ['The connection has a rationale: a managed integration, say.', 'The cache holds counters for rate limits, or sessions.', 'The diagram does not say what the cache is for.'],
    sources: ['Microsoft, gateway routing pattern.'],
    question: 'Which code decides what of this store a caller may see?',
  },
  examples: {
    bad: 'client web\napi-gateway gateway\ncore-database db\nweb -> gateway -> db',
    good: 'client web\napi-gateway gateway\nservice api\ncore-database db\nweb -> gateway -> api -> db',
  },
  check({ id, properties: { rationale } }, { graph }) {
    const edge = graph.edge(id);
    if (!edge || !isRequest(edge) || edge.from.kind !== 'api-gateway' || !holdsBusinessData(edge.to)) return undefined;
    if ((rationale ?? '').trim() !== '') return pass;
    const { useCase } = edge.to.properties;
    if (edge.to.kind === 'distributed-cache' && useCase === undefined) return notStated(edge.to.id, 'useCase');
    return fail('direct', {
      data: { gateway: edge.from.name, store: edge.to.name },
      related: [
        { id: edge.from.id, role: 'gateway' },
        { id: edge.to.id, role: 'store' },
      ],
      witness: [edge.from.id, id, edge.to.id],
      evidence: statedEvidence(edge.to.id, { useCase }),
    });
  },
  fixes: ({ primary }, { graph }): readonly Fix[] => {
    const edge = graph.edge(primary);
    if (!edge) return [];
    const { access, dataFlows, queryPattern } = edge.connection.properties;
    return [serviceBetween(edge, 'request', { ...(access ? { access } : {}), ...(dataFlows ? { dataFlows } : {}), ...(queryPattern ? { queryPattern } : {}) })];
  },
});

/** A cache may as well be the gateway's own: counters and sessions belong to it. */
const holdsBusinessData = ({ kind, properties: { useCase } }: Component): boolean =>
  kind === 'core-database' || kind === 'search-database' || (kind === 'distributed-cache' && !ownUses.has(useCase ?? ''));
