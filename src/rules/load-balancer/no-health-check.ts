import { setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { targetsOf } from './load-balancer-terms.ts';

/** Nobody looks whether a copy is still alive. */
export const noHealthCheck = componentRule({
  id: 'load-balancer/no-health-check',
  kinds: ['load-balancer'],
  severity: 'warning',
  category: 'availability',
  reach: 'neighbours',
  messages: { blind: { text: '{name} keeps sending traffic to dead targets.' } },
  docs: {
    what: 'A balancer is declared to check no health.',
    why: 'With one of five copies dead, every fifth request fails until a person notices.',
    fix: 'Check each copy: over HTTP at L7, by opening a connection at L4.',
    silentWhen: ['It has no target.'],
    sources: ['Google SRE book, load balancing in the datacenter.'],
    question: 'How does this balancer notice that a copy is dead?',
  },
  examples: {
    bad: 'client web\nload-balancer lb { healthCheck: none }\nservice api\nweb -> lb -> api',
    good: 'client web\nload-balancer lb { healthCheck: http }\nservice api\nweb -> lb -> api',
  },
  check(component, { graph }) {
    const targets = targetsOf(graph, component);
    const { healthCheck } = component.properties;
    if (targets.length === 0) return undefined;
    if (healthCheck === undefined) return notStated(component.id, 'healthCheck');
    if (healthCheck !== 'none') return pass;
    return fail('blind', {
      data: { name: component.name },
      related: targets.map(({ id }) => ({ id, role: 'target' })),
      witness: [component.id],
      evidence: [{ record: component.id, property: 'healthCheck', value: healthCheck }],
    });
  },
  fixes: ({ primary }, { diagram }): readonly Fix[] => {
    const isL4 = diagram.components.get(primary)?.properties.layer === 'L4';
    return [isL4 ? setFix('Check by opening a connection', 'auto', primary, { healthCheck: 'tcp' }) : setFix('Check over HTTP', 'auto', primary, { healthCheck: 'http' })];
  },
});
