import type { Component } from '#diagram/diagram.ts';
import { type Backlog, backlog, burstInto, type Drain, drainsOf } from '#estimate/burst.ts';
import { averageFlowOf, flowOf } from '#estimate/flow.ts';
import { certain, rounded, total } from '#estimate/rate.ts';
import type { Graph } from '#graph/graph.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { askForDrains, consumersOf, count, drainFixes, duration } from './capacity-terms.ts';

/** After a burst, messages wait longer than they may. */
export const backlogExceedsDeadline = componentRule({
  id: 'capacity/backlog-exceeds-deadline',
  kinds: ['queue', 'stream'],
  severity: 'warning',
  category: 'performance',
  reach: 'diagram',
  messages: {
    late: { text: 'A burst of {burst} leaves {depth} messages in {name}{cleared}; the oldest waits {wait} (estimate).' },
    lost: { severity: 'error', text: 'A burst of {burst} leaves {depth} messages in {name}{cleared}; the oldest waits {wait} and is lost after {retention} (estimate).' },
  },
  docs: {
    what: 'While a burst lasts, consumers take less than arrives. What has piled up waits longer than is acceptable, or is more than fits.',
    why: 'That it will be done eventually promises nothing: somebody waits for the oldest message. What outlives the retention is gone.',
    fix: 'Run enough consumers for the burst, or agree on a later deadline.',
    silentWhen: ['Consumers keep up with the peak.', 'The peak, the length of the burst or the rate of the consumers is not known for certain.', 'No deadline, retention or limit of its length is stated.'],
    sources: ['Little\'s law.'],
    question: 'How old may the oldest message get after a burst?',
  },
  examples: {
    bad: 'client web\nservice api\nqueue jobs { maxAgeSlaSeconds: 300 }\nworker mailer { instances: 3, perInstanceRps: 1000 }\nweb -> api { peakRps: 5000, averageRps: 1000, burstSeconds: 600, access: write }\napi -> jobs -> mailer',
    good: 'client web\nservice api\nqueue jobs { maxAgeSlaSeconds: 600 }\nworker mailer { instances: 3, perInstanceRps: 1000 }\nweb -> api { peakRps: 5000, averageRps: 1000, burstSeconds: 600, access: write }\napi -> jobs -> mailer',
  },
  check(component, { graph }) {
    const drains = drainsOf(graph, component);
    const peak = peakArrival(graph, component);
    if (drains.length === 0 || peak === undefined) return undefined;
    const slowest = slowestOf(drains);
    if (slowest?.rate === undefined || slowest.rate >= peak) return askForDrains(drains) ?? pass;
    const { maxAgeSlaSeconds, maxDepth, retentionSeconds } = component.properties;
    const limits = limitsOf(component);
    const seconds = burstInto(graph, component);
    if (limits.length === 0) return seconds === undefined ? undefined : notStated(component.id, 'maxAgeSlaSeconds');
    const average = certain(total(averageFlowOf(graph).into(component)));
    const left = seconds === undefined ? undefined : backlog(peak, slowest.rate, seconds, average);
    if (!left || seconds === undefined) return undefined;
    const broken = limits.filter((limit) => limit.breaks(left));
    if (broken.length === 0) return pass;
    const isLost = broken.some(({ property }) => property === 'retentionSeconds');
    return fail(isLost ? 'lost' : 'late', {
      data: {
        name: component.name,
        burst: duration(seconds),
        depth: count(left.depth),
        cleared: clearing(left, average),
        wait: left.oldestSeconds === Infinity ? 'for ever' : duration(left.oldestSeconds),
        retention: typeof retentionSeconds === 'number' ? duration(retentionSeconds) : '',
      },
      related: consumersOf([slowest]),
      witness: [component.id, ...slowest.consumers.flatMap(({ id, to }) => [id, to.id])],
      evidence: statedEvidence(component.id, { maxAgeSlaSeconds, maxDepth, retentionSeconds }).filter(({ property }) => broken.some((limit) => limit.property === property)),
    });
  },
  fixes({ primary }, { diagram, graph }): readonly Fix[] {
    const component = diagram.components.get(primary);
    const [peak, seconds] = component ? [peakArrival(graph, component), burstInto(graph, component)] : [];
    if (!component || peak === undefined || seconds === undefined) return [];
    return drainFixes(drainsOf(graph, component), Math.max(...limitsOf(component).map(({ drainFor }) => drainFor(peak, seconds))));
  },
});

interface Limit {
  readonly property: string;
  breaks(left: Backlog): boolean;
  /** The smallest drain that keeps the limit through a burst. */
  drainFor(peak: number, seconds: number): number;
}

/** What may not be exceeded, as stated. */
function limitsOf({ properties: { maxAgeSlaSeconds, maxDepth, retentionSeconds } }: Component): readonly Limit[] {
  const age = (property: string, most: number): Limit => ({
    property,
    breaks: ({ oldestSeconds }) => rounded(oldestSeconds) > most,
    drainFor: (peak, seconds) => (peak * seconds) / (seconds + most),
  });
  return [
    ...(typeof retentionSeconds === 'number' ? [age('retentionSeconds', retentionSeconds)] : []),
    ...(maxAgeSlaSeconds === undefined ? [] : [age('maxAgeSlaSeconds', maxAgeSlaSeconds)]),
    ...(maxDepth === undefined ? [] : [{ property: 'maxDepth', breaks: ({ depth }: Backlog) => rounded(depth) > maxDepth, drainFor: (peak: number, seconds: number) => peak - maxDepth / seconds }]),
  ];
}

const peakArrival = (graph: Graph, component: Component): number | undefined => certain(total(flowOf(graph).into(component)));

/** The slowest drain that is known: another one may only be slower. */
const slowestOf = (drains: readonly Drain[]): Drain | undefined => drains.filter(({ rate }) => rate !== undefined).toSorted((a, b) => (a.rate ?? 0) - (b.rate ?? 0))[0];

/** How long it takes until all is worked off, as part of a sentence; nothing while the average is not known. */
function clearing({ clearSeconds }: Backlog, average: number | undefined): string {
  if (clearSeconds === Infinity) return ', never cleared';
  return average === undefined ? '' : `, cleared after ${duration(clearSeconds)}`;
}
