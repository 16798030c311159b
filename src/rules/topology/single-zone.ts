import type { Component } from '#diagram/diagram.ts';
import { enclosing } from '#graph/boundaries.ts';
import { isRequest, reads } from '#graph/access.ts';
import { clientDependencies } from '#graph/dependency.ts';
import type { Graph } from '#graph/graph.ts';
import { setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';

const demandingTarget = 0.999;

/** All copies share one zone, and users need more than a zone promises. */
export const singleZone = componentRule({
  id: 'topology/single-zone',
  kinds: [
    'service', 'worker', 'scheduled-job', 'api-gateway', 'load-balancer', 'core-database', 'blob-storage', 'search-database', 'distributed-cache', 'queue', 'stream', 'distributed-lock',
  ],
  severity: 'warning',
  category: 'availability',
  reach: 'diagram',
  messages: { together: { text: 'All copies of {name} are in one zone.' } },
  docs: {
    what: 'The availability target is 99.9 % or more, and something that clients depend on runs in one zone only.',
    why: 'A zone fails as a whole: power, cooling or network. Copies in it go together.',
    fix: 'Spread the copies over three zones.',
    silentWhen: [
      'It is spread over several zones.',
      'Its copies are drawn one by one, in other zones too.',
      'It is a cache, and every reader knows where to go on a miss.',
      'No client depends on it, or the target is lower or not stated.',
    ],
    sources: ['AWS, static stability using availability zones.'],
    question: 'What is left when this zone is gone?',
  },
  examples: {
    bad: 'settings { availabilityTarget: 0.999 }\nclient web\nservice api { instances: 3, zones: 1 }\nweb -> api',
    good: 'settings { availabilityTarget: 0.999 }\nclient web\nservice api { instances: 3, zones: 3 }\nweb -> api',
  },
  check(component, { graph, diagram }) {
    const { zones, instances } = component.properties;
    const { availabilityTarget } = diagram.settings;
    const zone = enclosing(diagram, component, 'availability-zone');
    if (availabilityTarget === undefined || availabilityTarget < demandingTarget || (zones === undefined ? !zone : zones > 1)) return pass;
    if (zones === undefined && instances !== undefined && instances < 2) return pass;
    const clients = clientDependencies(graph).filter(({ open }) => open.reaches(component.id));
    if (clients.length === 0 || isDrawnElsewhere(graph, component) || isSpare(graph, component)) return pass;
    if (zones === undefined && instances === undefined) return notStated(component.id, 'zones', 'instances');
    return fail('together', {
      data: { name: component.name },
      related: [...clients.map(({ client }) => ({ id: client.id, role: 'client' })), ...(zone ? [{ id: zone.id, role: 'zone' }] : [])],
      evidence: [...statedEvidence('diagram', { availabilityTarget }), ...statedEvidence(component.id, { zones, instances })],
    });
  },
  fixes: ({ primary }): readonly Fix[] => [setFix('Spread its copies over three zones', 'auto', primary, { zones: 3 })],
});

/** Whether copies are drawn one by one: another one of its kind lies in another zone. */
function isDrawnElsewhere({ diagram }: Graph, component: Component): boolean {
  const own = enclosing(diagram, component, 'availability-zone');
  if (!own) return false;
  return [...diagram.components.values()].some((other) => other.kind === component.kind && (enclosing(diagram, other, 'availability-zone')?.id ?? own.id) !== own.id);
}

/** Whether it is a cache that every reader can do without. */
function isSpare(graph: Graph, { id, kind }: Component): boolean {
  const readers = graph.into(id).filter((edge) => isRequest(edge) && reads(edge) === true);
  if (kind !== 'distributed-cache' || readers.length === 0) return false;
  return readers.every(({ from }) => graph.out(from.id).some(({ connection }) => connection.properties.cacheMissOf === id));
}
