import type { Component } from '#diagram/diagram.ts';
import { type Drain, drainsOf } from '#estimate/burst.ts';
import { capacityOf } from '#estimate/capacity.ts';
import { averageFlowOf, isBroadcast } from '#estimate/flow.ts';
import { certain, rounded, total } from '#estimate/rate.ts';
import type { Graph } from '#graph/graph.ts';
import { reachable } from '#graph/paths.ts';
import { componentRule, fail, type Fix, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { askForDrains, consumersOf, drainFixes, perSecond } from './capacity-terms.ts';

const reserve = 1.5;

/** Day in, day out, more arrives at a queue than its consumers take. */
export const queueDrainBelowArrival = componentRule({
  id: 'capacity/queue-drain-below-arrival',
  kinds: ['queue', 'stream'],
  severity: 'error',
  category: 'performance',
  reach: 'diagram',
  messages: {
    growing: { text: '{name} receives {arrival} on average and drains {drain}: it never empties (estimate).' },
    pushingBack: { severity: 'warning', text: '{name} receives {arrival} on average and drains {drain}: it is always full and turns producers away (estimate).' },
  },
  docs: {
    what: 'On average over the day as much arrives as all consumers together can take, or more. In a stream each group counts for itself.',
    why: 'A buffer lends time. What is never worked off only fails later, and with more at stake.',
    fix: 'Run more consumers, make each message cheaper, or accept fewer.',
    silentWhen: ['Nobody consumes it: another rule speaks.', 'Only the peak is too much: then it is a question of how long the backlog may last.', 'The average arrival or the rate of a consumer is not known for certain.'],
    sources: ['Little\'s law.'],
    question: 'How much do all consumers together take, and how much arrives on average?',
  },
  examples: {
    bad: 'service api\nqueue jobs\nworker mailer { instances: 2, perInstanceRps: 100 }\napi -> jobs { averageRps: 300 }\njobs -> mailer',
    good: 'service api\nqueue jobs\nworker mailer { instances: 2, perInstanceRps: 100 }\napi -> jobs { averageRps: 100 }\njobs -> mailer',
  },
  check(component, { graph }) {
    const drains = drainsOf(graph, component);
    const arrival = averageArrival(graph, component);
    if (drains.length === 0 || !arrival) return undefined;
    const slow = slowDrains(drains, arrival);
    const [slowest] = slow;
    if (slowest?.rate === undefined) return askForDrains(drains.filter((drain) => !isEnoughNow(drain, arrival))) ?? pass;
    const { backpressure, maxDepth } = component.properties;
    return fail(pushesBack(component) ? 'pushingBack' : 'growing', {
      data: { name: component.name, arrival: perSecond(arrival), drain: perSecond(slowest.rate) },
      related: consumersOf(slow),
      witness: [component.id, ...slow.flatMap(({ consumers }) => consumers.flatMap(({ id, to }) => [id, to.id]))],
      evidence: statedEvidence(component.id, { backpressure, maxDepth }),
    });
  },
  fixes({ primary }, { diagram, graph }): readonly Fix[] {
    const component = diagram.components.get(primary);
    const arrival = component && averageArrival(graph, component);
    if (!component || !arrival) return [];
    const slow = slowDrains(drainsOf(graph, component), arrival);
    // What comes back as more work grows with the copies that do it.
    const feedsItself = reachable(graph, slow.flatMap(({ consumers }) => consumers.map(({ to }) => to.id))).has(primary);
    return feedsItself ? [] : drainFixes(slow, arrival * reserve);
  },
});

const averageArrival = (graph: Graph, component: Component): number | undefined => certain(total(averageFlowOf(graph).into(component)));

/** The drains that are known to take no more than what arrives, the slowest first. */
const slowDrains = (drains: readonly Drain[], arrival: number): readonly Drain[] =>
  drains.filter(({ rate }) => rate !== undefined && rounded(rate) <= arrival).toSorted((a, b) => (a.rate ?? 0) - (b.rate ?? 0));

/** Whether the consumers that run now take more than what arrives, however far they may grow. */
const isEnoughNow = ({ consumers }: Drain, arrival: number): boolean => rounded(consumers.filter((edge) => !isBroadcast(edge)).reduce((all, { to }) => all + (capacityOf(to).total ?? capacityOf(to).writes ?? 0), 0)) > arrival;

const pushing: ReadonlySet<string> = new Set(['reject-producer', 'throttle-producer', 'shed-load']);

const pushesBack = ({ properties: { backpressure, maxDepth } }: Component): boolean => backpressure !== undefined && pushing.has(backpressure) && maxDepth !== undefined;
