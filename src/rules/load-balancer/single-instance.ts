import { isRedundant } from '#graph/redundancy.ts';
import { singlePoint, singlePointSeverity } from '#graph/single-point.ts';
import { setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';

/** What spreads the risk is one itself. */
export const singleLoadBalancer = componentRule({
  id: 'load-balancer/single-instance',
  kinds: ['load-balancer'],
  severity: 'warning',
  category: 'availability',
  reach: 'diagram',
  messages: { alone: { text: '{name} itself is a single point of failure.' } },
  docs: {
    what: 'Every way from some client to some store passes a balancer that runs once.',
    why: 'It removes one single point of failure and puts itself in its place.',
    fix: 'Let the provider run it, or run two of which one takes over.',
    silentWhen: ['It has a second copy, or the provider sees to that.', 'The diagram does not say how many copies it has.', 'There is a way around it.'],
    sources: ['Google SRE book, load balancing at the frontend.'],
    question: 'What takes over when this balancer dies?',
  },
  examples: {
    bad: 'client web\nload-balancer lb { instances: 1 }\nservice api\ncore-database db\nweb -> lb -> api -> db',
    good: 'client web\nload-balancer lb { highAvailability: managed }\nservice api\ncore-database db\nweb -> lb -> api -> db',
  },
  check(component, { graph }) {
    const { properties } = component;
    const redundant = isRedundant(component);
    if (redundant) return pass;
    const point = singlePoint(graph, { ...component, properties: { ...properties, highAvailability: 'none' } });
    if (!point) return pass;
    if (redundant === undefined) return notStated(component.id, 'highAvailability');
    return fail('alone', {
      severity: singlePointSeverity(graph, point),
      data: { name: component.name },
      related: [...point.clients.map(({ id }) => ({ id, role: 'client' })), ...point.stores.map(({ id }) => ({ id, role: 'store' }))],
      witness: point.witness,
      evidence: statedEvidence(component.id, { instances: properties.instances, highAvailability: properties.highAvailability }),
    });
  },
  fixes: ({ primary }): readonly Fix[] => [
    setFix('Let the provider run it', 'suggest', primary, { highAvailability: 'managed' }),
    setFix('Run two, one of them on standby', 'suggest', primary, { instances: 2, highAvailability: 'active-passive' }),
  ],
});
