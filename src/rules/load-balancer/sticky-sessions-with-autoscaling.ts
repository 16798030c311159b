import type { Truth } from '#base/truth.ts';
import type { Component } from '#diagram/diagram.ts';
import { isPersistent } from '#graph/access.ts';
import type { Graph } from '#graph/graph.ts';
import { fix, set } from '../fixing.ts';
import { componentRule, fail, type Fix, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { askForLastFact, type Fact, isSticky, scalesAutomatically, targetsOf, withSessionStore } from './load-balancer-terms.ts';

const patientSeconds = 60;

/** Clients stick to copies that come and go. */
export const stickySessionsWithAutoscaling = componentRule({
  id: 'load-balancer/sticky-sessions-with-autoscaling',
  kinds: ['load-balancer'],
  severity: 'warning',
  category: 'correctness',
  reach: 'neighbours',
  acceptsRationale: 'Any reason, where the connections stay open and leaving copies drain for a minute.',
  messages: { dropped: { text: 'Scaling {target} in drops the sessions that stick to the removed copy.' } },
  docs: {
    what: 'A balancer ties clients to copies that keep their sessions in memory and that scaling removes.',
    why: 'The session dies with the copy. And those who came before the load rose stay where it is crowded.',
    fix: 'Keep sessions in a shared cache; then no client is tied to a copy.',
    silentWhen: ['Sessions are kept outside.', 'The connections stay open, leaving copies drain for a minute, and a rationale is given: the state is built anew.'],
    sources: ['AWS, sticky sessions for ALB.', 'The Twelve-Factor App, processes.'],
    question: 'What happens to a session when its copy is scaled away?',
  },
  examples: {
    bad: 'client web\nload-balancer lb { stickySessions: cookie }\nservice shop { sessionState: in-memory, autoScaling: automatic }\nweb -> lb -> shop',
    good: 'client web\nload-balancer lb { stickySessions: none }\nservice shop { sessionState: external, autoScaling: automatic }\nweb -> lb -> shop',
  },
  check(component, { graph }) {
    const { stickySessions, connectionDrainingSeconds } = component.properties;
    const targets = targetsOf(graph, component).filter((target) => !isExcused(graph, component, target));
    const lost = targets.filter((target) => factsOf(component, target).every(({ holds }) => holds));
    const [first] = lost;
    if (!first) return askForLastFact(targets.map((target) => factsOf(component, target))) ?? pass;
    return fail('dropped', {
      data: { target: first.name },
      related: lost.map(({ id }) => ({ id, role: 'target' })),
      witness: [component.id, first.id],
      evidence: [
        ...statedEvidence(component.id, { stickySessions, connectionDrainingSeconds }),
        ...lost.flatMap(({ id, properties: { sessionState, stateless, autoScaling } }) => statedEvidence(id, { ...(sessionState === 'in-memory' ? { sessionState } : { stateless }), autoScaling })),
      ],
    });
  },
  fixes: ({ primary }, { graph, diagram }): readonly Fix[] => {
    const balancer = diagram.components.get(primary);
    const stateful = balancer ? targetsOf(graph, balancer).filter((target) => keepsSessions(target) === true) : [];
    return [fix('Keep sessions in a shared cache', 'suggest', (now, freshId) => set(withSessionStore(now, freshId, stateful), primary, { stickySessions: 'none' }))];
  },
});

const factsOf = (balancer: Component, target: Component): readonly Fact[] => [
  { record: balancer.id, property: 'stickySessions', holds: isSticky(balancer) },
  { record: target.id, property: 'sessionState', holds: keepsSessions(target) },
  { record: target.id, property: 'autoScaling', holds: target.properties.autoScaling === undefined ? undefined : scalesAutomatically(target) },
];

/** Whether a copy keeps what it knows of its users to itself. A session kept outside is not lost with a copy. */
function keepsSessions({ kind, properties: { sessionState, stateless } }: Component): Truth {
  if (sessionState === 'in-memory' || sessionState === 'external') return sessionState === 'in-memory';
  if (kind !== 'service') return false;
  if (sessionState === 'none') return stateless === false;
  return stateless === undefined ? undefined : !stateless;
}

/** Whether clients are moved gently, and somebody has thought about it. */
function isExcused(graph: Graph, balancer: Component, target: Component): boolean {
  const isReasoned = [balancer, target].some(({ properties }) => (properties.rationale ?? '').trim() !== '');
  const edges = graph.out(balancer.id).filter(({ to }) => to.id === target.id);
  return isReasoned && (balancer.properties.connectionDrainingSeconds ?? 0) >= patientSeconds && edges.every((edge) => isPersistent(edge) === true);
}
