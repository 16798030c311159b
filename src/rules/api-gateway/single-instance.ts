import { isRedundant } from '#graph/redundancy.ts';
import { bottleneck, singlePointSeverity } from '#graph/single-point.ts';
import { setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';

/** The only way in is a gateway with one copy. */
export const gatewaySingleInstance = componentRule({
  id: 'api-gateway/single-instance',
  kinds: ['api-gateway'],
  severity: 'warning',
  category: 'availability',
  reach: 'diagram',
  messages: { alone: { text: 'All traffic enters through one copy of {name}.' } },
  docs: {
    what: 'Clients reach their data through one gateway only, and it runs once.',
    why: 'The front door is on every path: when it is down, everything behind it is down too.',
    fix: 'Run several copies behind DNS, anycast or a layer 4 balancer, or take a managed gateway.',
    silentWhen: ['It has several copies, or is managed.', 'The diagram does not say how many copies it has.', 'A second gateway leads to the same stores.', "It is somebody else's."],
    sources: ['AWS, API Gateway quotas.', 'Cooper, Harvey, Kennedy: A Simple, Fast Dominance Algorithm.'],
    question: 'What do users see while the gateway restarts?',
  },
  examples: {
    bad: 'client web\napi-gateway gateway { instances: 1 }\nservice api\ncore-database db\nweb -> gateway -> api -> db',
    good: 'client web\napi-gateway gateway { highAvailability: managed }\nservice api\ncore-database db\nweb -> gateway -> api -> db',
  },
  check(component, { graph }) {
    const redundant = isRedundant(component);
    const point = redundant === true ? undefined : bottleneck(graph, component);
    if (!point) return pass;
    if (redundant === undefined) return notStated(component.id, 'instances');
    const { instances, highAvailability } = component.properties;
    return fail('alone', {
      severity: singlePointSeverity(graph, point),
      data: { name: component.name },
      related: [...point.clients.map(({ id }) => ({ id, role: 'client' })), ...point.stores.map(({ id }) => ({ id, role: 'store' }))],
      witness: point.witness,
      evidence: statedEvidence(component.id, { instances, highAvailability }),
    });
  },
  fixes: ({ primary }): readonly Fix[] => [setFix('Run three copies in three zones', 'suggest', primary, { instances: 3, zones: 3, highAvailability: 'active-active' })],
});
