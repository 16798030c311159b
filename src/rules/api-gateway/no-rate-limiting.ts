import type { Component } from '#diagram/diagram.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { isUntrusted } from '#graph/roles.ts';
import { setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { bringStrangers, callerOn, calleesOf, entrances } from './api-gateway-terms.ts';

/** Strangers may call as often as they like. */
export const noRateLimiting = componentRule({
  id: 'api-gateway/no-rate-limiting',
  kinds: ['api-gateway'],
  severity: 'warning',
  category: 'security',
  reach: 'diagram',
  messages: {
    unlimited: { text: '{name} does not limit callers.' },
    undeclared: { severity: 'suggestion', text: 'Does {name} limit callers?' },
  },
  docs: {
    what: 'A gateway takes requests from callers that nobody vouches for, and does not count them.',
    why: 'One script, or one client that retries without pause, can use up the backends of everybody.',
    fix: 'Limit the requests of each client, and answer 429 beyond that.',
    silentWhen: ['The gateway limits its callers.', 'Requests are counted in a cache that the gateway, or a service right behind it, calls.', 'Nobody untrusted enters here.'],
    sources: ['AWS, API Gateway throttling.'],
    question: 'What happens when one caller sends a thousand times as much as the others?',
  },
  examples: {
    bad: 'client web\napi-gateway gateway { rateLimiting: none }\nservice api\nweb -> gateway -> api',
    good: 'client web\napi-gateway gateway { rateLimiting: per-client }\nservice api\nweb -> gateway -> api',
  },
  check(component, { graph }) {
    const { rateLimiting } = component.properties;
    if (rateLimiting !== undefined && rateLimiting !== 'none') return pass;
    const ways = entrances(graph, component);
    if (!bringStrangers(ways) || countsElsewhere(graph, component)) return pass;
    const strangers = [...new Set(ways.map(callerOn).filter(isUntrusted))];
    return fail(rateLimiting === 'none' ? 'unlimited' : 'undeclared', {
      data: { name: component.name },
      related: strangers.map(({ id }) => ({ id, role: 'caller' })),
      evidence: statedEvidence(component.id, { rateLimiting }),
    });
  },
  fixes: ({ primary }): readonly Fix[] => [setFix('Limit the requests of each client', 'suggest', primary, { rateLimiting: 'per-client' })],
});

/** Whether the gateway, or a service that it calls, keeps counters of requests. */
function countsElsewhere(graph: Graph, gateway: Component): boolean {
  const callers = [gateway, ...calleesOf(graph, gateway).filter(({ kind }) => kind === 'service')];
  return callers.some(({ id }) => graph.out(id).some((edge) => isCallOf(edge) && edge.to.kind === 'distributed-cache' && edge.to.properties.useCase === 'rate-limit-counters'));
}

/** An arrow into a cache that does not say what it means is drawn as a call all the same. */
const isCallOf = ({ interaction }: Edge): boolean => interaction === undefined || interaction === 'request';
