import type { Component } from '#diagram/diagram.ts';
import { setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { unstated } from '../unstated.ts';
import { isSticky, passingEdges, targetsOf } from './load-balancer-terms.ts';

/** Clients are tied to copies that know nothing of them. */
export const unneededStickySessions = componentRule({
  id: 'load-balancer/unneeded-sticky-sessions',
  kinds: ['load-balancer'],
  severity: 'suggestion',
  category: 'performance',
  reach: 'neighbours',
  acceptsRationale: 'A word about caches or affinity.',
  messages: { stateless: { text: 'Targets of {name} are stateless; stickiness only unbalances them.' } },
  docs: {
    what: 'A balancer sends each client to the same copy again, and all copies are stateless.',
    why: 'Some copies run hot while others idle, and nobody gains by it.',
    fix: 'Let any copy answer.',
    silentWhen: ['A target keeps state, or does not say.', 'A rationale speaks of caches or affinity.', 'Long polls pass: the next one belongs to the same copy.'],
    sources: ['AWS, sticky sessions for ALB.'],
    question: 'What does a copy know of a client that others do not?',
  },
  examples: {
    bad: 'client web\nload-balancer lb { stickySessions: cookie }\nservice api { stateless: true, sessionState: none }\nweb -> lb -> api',
    good: 'client web\nload-balancer lb { stickySessions: none }\nservice api { stateless: true, sessionState: none }\nweb -> lb -> api',
  },
  check(component, { graph }) {
    const targets = targetsOf(graph, component);
    const { stickySessions, rationale } = component.properties;
    if (isSticky(component) !== true || targets.length === 0) return undefined;
    if (!targets.every(mayBeStateless) || /cache|affinity/i.test(rationale ?? '')) return pass;
    if (passingEdges(graph, component).some(({ connection }) => connection.properties.protocol === 'long-polling')) return pass;
    const open = targets.flatMap(({ id, properties: { stateless, sessionState } }) => unstated({ stateless, sessionState }).map((property) => ({ record: id, property })));
    if (open.length > 0) return { verdict: 'not-stated', fields: open };
    return fail('stateless', {
      data: { name: component.name },
      related: targets.map(({ id }) => ({ id, role: 'target' })),
      witness: [component.id],
      evidence: [...statedEvidence(component.id, { stickySessions }), ...targets.flatMap(({ id, properties: { stateless, sessionState } }) => statedEvidence(id, { stateless, sessionState }))],
    });
  },
  fixes: ({ primary }): readonly Fix[] => [setFix('Let any copy answer', 'auto', primary, { stickySessions: 'none' })],
});

/** Whether nothing that is stated speaks against it; only services can say so. */
const mayBeStateless = ({ kind, properties: { stateless, sessionState } }: Component): boolean => kind === 'service' && stateless !== false && sessionState !== 'in-memory';
