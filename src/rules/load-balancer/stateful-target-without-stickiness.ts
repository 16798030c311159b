import { not3, type Truth } from '#base/truth.ts';
import type { Component } from '#diagram/diagram.ts';
import { isPersistent } from '#graph/access.ts';
import { fix, setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { askForLastFact, type Fact, isSticky, targetsOf, withSessionStore } from './load-balancer-terms.ts';

/** Sessions live in one copy, and the next request goes to another. */
export const statefulTargetWithoutStickiness = componentRule({
  id: 'load-balancer/stateful-target-without-stickiness',
  kinds: ['load-balancer'],
  severity: 'error',
  category: 'correctness',
  reach: 'neighbours',
  messages: {
    scattered: { text: '{target} keeps sessions in memory, but {name} sends each request to any copy.' },
    open: { severity: 'warning', text: '{target} keeps sessions in memory, and nothing says that {name} sends a client to the same copy again.' },
  },
  docs: {
    what: 'A service with several copies keeps sessions in memory, and its balancer ties nobody to a copy.',
    why: 'The copy that gets the next request has never seen this user. People are logged out at random.',
    fix: 'Keep sessions outside of the copies, or send a client to the same copy again.',
    silentWhen: ['Stickiness, sessions or copies are not stated.', 'The algorithm chooses by a hash, so that it chooses the same copy again.', 'All arriving connections stay open: each stays with its copy.'],
    sources: ['The Twelve-Factor App, processes.', 'AWS, sticky sessions for ALB.'],
    question: 'Where does the copy that answers next find the session?',
  },
  examples: {
    bad: 'client web\nload-balancer lb { stickySessions: none, algorithm: round-robin }\nservice shop { sessionState: in-memory, instances: 3 }\nweb -> lb { protocol: http }\nlb -> shop',
    good: 'client web\nload-balancer lb { stickySessions: none, algorithm: round-robin }\nservice shop { sessionState: external, instances: 3 }\nweb -> lb { protocol: http }\nlb -> shop',
  },
  check(component, { graph }) {
    const { stickySessions, algorithm } = component.properties;
    const arriving = graph.into(component.id);
    const targets = targetsOf(graph, component);
    if (algorithm === 'source-ip-hash' || algorithm === 'consistent-hash') return pass;
    if (arriving.length > 0 && arriving.every((edge) => isPersistent(edge) === true)) return pass;
    const scattered = targets.filter((target) => factsOf(component, target).every(({ holds }) => holds));
    const [first] = scattered;
    if (!first) return askForLastFact(targets.map((target) => factsOf(component, target))) ?? pass;
    const isKnown = algorithm !== undefined && arriving.length > 0 && arriving.every(({ connection }) => connection.properties.protocol !== undefined);
    return fail(isKnown ? 'scattered' : 'open', {
      data: { name: component.name, target: first.name },
      related: scattered.map(({ id }) => ({ id, role: 'target' })),
      witness: [...arriving.slice(0, 1).flatMap(({ from, id }) => [from.id, id]), component.id, first.id],
      evidence: [
        ...statedEvidence(component.id, { stickySessions, algorithm }),
        ...scattered.flatMap(({ id, properties: { sessionState, instances } }) => statedEvidence(id, { sessionState, instances })),
      ],
    });
  },
  fixes: ({ primary, related }, { diagram }): readonly Fix[] => {
    const scattered = related.flatMap(({ id }) => diagram.components.get(id) ?? []);
    const isL7 = diagram.components.get(primary)?.properties.layer === 'L7';
    return [
      fix('Keep sessions in a shared cache', 'suggest', (now, freshId) => withSessionStore(now, freshId, scattered)),
      isL7 ? setFix('Stick by cookie', 'suggest', primary, { stickySessions: 'cookie' }) : setFix('Stick by the address of the client', 'suggest', primary, { stickySessions: 'source-ip' }),
    ];
  },
});

const factsOf = (balancer: Component, target: Component): readonly Fact[] => [
  { record: balancer.id, property: 'stickySessions', holds: not3(isSticky(balancer)) },
  { record: target.id, property: 'sessionState', holds: keepsSessions(target) },
  { record: target.id, property: 'instances', holds: target.properties.instances === undefined ? undefined : target.properties.instances >= 2 },
];

/** Whether sessions are stated to be in memory. Only a service that is not stateless is asked. */
function keepsSessions({ kind, properties: { sessionState, stateless } }: Component): Truth {
  if (sessionState !== undefined) return sessionState === 'in-memory';
  return kind === 'service' && stateless !== true ? undefined : false;
}
