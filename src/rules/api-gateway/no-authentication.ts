import type { Component } from '#diagram/diagram.ts';
import { isRequest, writes } from '#graph/access.ts';
import { isCall } from '#graph/dependency.ts';
import { entitiesOf, flowsOf, isLossTolerant, known } from '#graph/entities.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { reachable } from '#graph/paths.ts';
import { waysTo } from '#graph/proxy.ts';
import { isCompute, isStore, isUntrusted } from '#graph/roles.ts';
import { setFix } from '../fixing.ts';
import { listed } from '../message.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { isSensitive } from '../sensitive.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { bringStrangers, callerOn, calleesOf, entrances } from './api-gateway-terms.ts';

const proofs: ReadonlySet<string> = new Set(['token', 'api-key', 'mtls', 'iam']);

/** Nobody asks who calls, although there is something to change or to keep secret behind the gateway. */
export const noAuthentication = componentRule({
  id: 'api-gateway/no-authentication',
  kinds: ['api-gateway'],
  severity: 'warning',
  category: 'security',
  reach: 'diagram',
  messages: { open: { text: 'Unauthenticated callers can reach {targets} through {name}.' } },
  docs: {
    what: 'A gateway lets anybody in, and behind it data is written, or personal, financial or secret data lies.',
    why: 'Every endpoint that writes or tells becomes public.',
    fix: 'Ask callers for a token, sign them in with OAuth, or use mutual TLS.',
    silentWhen: [
      'Nobody untrusted enters here.',
      'The gateway calls a service that signs users in.',
      'Every request from outside carries its own authorisation, which the services check.',
      'What is written is public, and the gateway limits each address or client.',
      'Losing what is written is acceptable.',
    ],
    sources: ['OWASP API Security Top 10, broken authentication.'],
    question: 'How does a caller prove who it is?',
  },
  examples: {
    bad: 'client web\napi-gateway gateway { authentication: none }\nservice shop\ncore-database orders\nweb -> gateway -> shop\nshop -> orders { access: write }',
    good: 'client web\napi-gateway gateway { authentication: jwt }\nservice shop\ncore-database orders\nweb -> gateway -> shop\nshop -> orders { access: write }',
  },
  check(component, { graph }) {
    const { authentication, rateLimiting } = component.properties;
    if (authentication !== undefined && authentication !== 'none') return pass;
    const ways = entrances(graph, component);
    if (!bringStrangers(ways) || calleesOf(graph, component).some(({ properties }) => properties.role === 'auth')) return pass;
    const strange = ways.filter((way) => isUntrusted(callerOn(way)));
    if (strange.every(({ edges }) => proofs.has(edges[0].connection.properties.authorization ?? ''))) return pass;
    const targets = exposed(graph, component);
    if (targets.length === 0) return pass;
    if (authentication === undefined) return notStated(component.id, 'authentication');
    return fail('open', {
      data: { name: component.name, targets: listed(targets.map(({ name }) => name)) },
      related: [...new Set(strange.map(callerOn))].map(({ id }) => ({ id, role: 'caller' })).concat(targets.map(({ id }) => ({ id, role: 'exposed' }))),
      evidence: statedEvidence(component.id, { authentication, rateLimiting }),
    });
  },
  fixes: ({ primary }): readonly Fix[] => [setFix('Ask callers for a token (JWT)', 'suggest', primary, { authentication: 'jwt' })],
});

/** What strangers can change or learn through a gateway. */
function exposed(graph: Graph, gateway: Component): readonly Component[] {
  const doors = graph.out(gateway.id).filter((edge) => leadsOn(edge) && bringStrangers(waysTo(graph, edge)));
  const inside = reachable(graph, doors.map(({ to }) => to.id), leadsOn);
  const edges = [...doors, ...graph.edges.filter((edge) => leadsOn(edge) && edge.from.id !== gateway.id && inside.has(edge.from.id))];
  const changes = edges.filter((edge) => isChange(graph, edge));
  const changed = isPublicAndLimited(graph, gateway, changes) ? [] : changes.map(({ to }) => to);
  const told = edges.filter((edge) => entitiesOf(graph, edge).some(isSensitive)).map(({ to }) => to);
  const kept = edges.map(({ to }) => to).filter((store) => isStore(store) && known(graph, store.properties.dataStored ?? []).some(isSensitive));
  return [...new Set([...changed, ...told, ...kept])];
}

const leadsOn = (edge: Edge): boolean => isCall(edge) || edge.interaction === 'publish';

/** Whether the product's own code, or the gateway, writes or publishes here what must not get lost. */
function isChange(graph: Graph, edge: Edge): boolean {
  if (edge.from.kind !== 'api-gateway' && !isCompute(edge.from)) return false;
  const changes = edge.interaction === 'publish' || (isRequest(edge) && isStore(edge.to) && writes(edge) === true);
  return changes && isLossTolerant(graph, edge) !== true;
}

/** Whether anybody may write these data, but not as much as they like. */
function isPublicAndLimited(graph: Graph, { properties: { rateLimiting } }: Component, changes: readonly Edge[]): boolean {
  if (rateLimiting !== 'per-ip' && rateLimiting !== 'per-client') return false;
  return changes.every((edge) => flowsOf(edge).length > 0 && flowsOf(edge).every((id) => graph.diagram.entities.get(id)?.classification === 'public'));
}
