import type { Component } from '#diagram/diagram.ts';
import { capacityOf, drainOf, isBehindBroker } from '#estimate/capacity.ts';
import { averageFlowOf, type Flow, flowOf } from '#estimate/flow.ts';
import { certain, rounded } from '#estimate/rate.ts';
import { isRequest, writes } from '#graph/access.ts';
import { clientPathOver, isOnClientPath } from '#graph/client-path.ts';
import { isStrong } from '#graph/entities.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { fix } from '../fixing.ts';
import { componentRule, fail, type Fix, type NotStated, notStated, pass } from '../rule.ts';
import { canPublish, laterByWorker } from './through-queue.ts';

const nearLimit = 0.8;
const usualSpike = 5;

/** Short peaks of writes reach what a target can take, which has little to do for the rest of the day. */
export const burstyWritesWithoutBuffer = componentRule({
  id: 'connection/bursty-writes-without-buffer',
  kinds: ['core-database', 'external-system'],
  severity: 'suggestion',
  category: 'performance',
  reach: 'diagram',
  messages: { bursty: { text: 'Peaks reach {peak} % of {name} while the average is {average} %; a queue would flatten them.' } },
  docs: {
    what: 'Users write straight to a target whose limit their peaks nearly reach, while the average is far below.',
    why: 'To size for rare peaks is expensive, and a peak above the estimate is an outage. A queue turns it into a short wait.',
    fix: 'Take the writes in through a queue, and let a worker apply them at an even pace.',
    silentWhen: ['Every such caller needs the result at once: strong consistency, and the request fails without it.', 'Writes already come through a broker.', 'Peak, average or limit is not known.'],
    sources: ['Microsoft, queue-based load leveling pattern.'],
    question: 'Must the write have happened before the user gets an answer?',
  },
  examples: {
    bad: 'settings { peakToAverageRatio: 10 }\nclient web\nservice shop\ncore-database db { perInstanceWriteRps: 5000 }\nweb -> shop { peakRps: 4500, access: write, timeoutMs: 1000 }\nshop -> db { access: write, timeoutMs: 500 }',
    good: 'settings { peakToAverageRatio: 10 }\nclient web\nservice shop\nqueue orders\nqueue failed { isDeadLetterQueue: true }\nworker writer { idempotent: true }\ncore-database db { perInstanceWriteRps: 5000 }\nweb -> shop { peakRps: 4500, access: write, timeoutMs: 1000 }\nshop -> orders -> writer\norders -> failed { interaction: dead-letter }\nwriter -> db { access: write, timeoutMs: 500 }',
  },
  check(target, { graph }) {
    const direct = directWrites(graph, target);
    const [first] = direct;
    if (!first) return undefined;
    if (isBuffered(graph, target) || direct.every((edge) => isStrong(graph, edge) && edge.connection.properties.critical !== false)) return pass;
    const [peak, average, limit] = [writesInto(flowOf(graph), target), writesInto(averageFlowOf(graph), target), limitOf(target)];
    if (peak === undefined || average === undefined || limit === undefined) return missingNumber(direct, target, { peak, average, limit });
    if (limit === 0 || !isNear(peak, limit) || !isSpike(peak, average)) return pass;
    return fail('bursty', {
      data: { name: target.name, peak: percent(peak / limit), average: percent(average / limit) },
      related: direct.flatMap(({ id, from }) => [
        { id, role: 'write' },
        { id: from.id, role: 'writer' },
      ]),
      witness: clientPathOver(graph, first),
    });
  },
  fixes: ({ primary }, { graph, diagram }): readonly Fix[] => {
    const target = diagram.components.get(primary);
    const movable = target ? directWrites(graph, target).filter(canPublish) : [];
    return movable.length === 0 ? [] : [fix('Take the writes in through a queue', 'suggest', (now, freshId) => laterByWorker(now, freshId, movable, { keepReads: true }))];
  },
});

const writingRequests = (graph: Graph, { id }: Component): readonly Edge[] => graph.into(id).filter((edge) => isRequest(edge) && writes(edge) === true);

/** Writes that users wait for. */
const directWrites = (graph: Graph, target: Component): readonly Edge[] => writingRequests(graph, target).filter((edge) => isOnClientPath(graph, edge));

/** Whether somebody who works behind a broker writes there. */
const isBuffered = (graph: Graph, target: Component): boolean => writingRequests(graph, target).some(({ from }) => isBehindBroker(graph, from));

/** Writes per second; undefined unless the number is known. */
function writesInto(flow: Flow, target: Component): number | undefined {
  const { writes: written, unclassified } = flow.into(target);
  return certain(unclassified) === 0 ? certain(written) : undefined;
}

/** Writes per second that the target takes. */
const limitOf = (target: Component): number | undefined => (target.kind === 'external-system' ? drainOf(target) : capacityOf(target).writes);

const isNear = (peak: number, limit: number): boolean => peak >= rounded(nearLimit * limit);
const isSpike = (peak: number, average: number): boolean => average <= rounded(peak / usualSpike);
const percent = (share: number): number => Math.round(100 * share);

/** The one number that would decide where the others say that it matters. */
function missingNumber(direct: readonly Edge[], target: Component, { peak, average, limit }: Readonly<Record<'peak' | 'average' | 'limit', number | undefined>>): NotStated | typeof pass {
  if (peak === undefined) return pass;
  if (limit === undefined && average !== undefined && isSpike(peak, average)) return notStated(target.id, target.kind === 'external-system' ? 'rateLimitRps' : 'perInstanceWriteRps');
  if (average !== undefined || limit === undefined || !isNear(peak, limit)) return pass;
  const open = direct.filter(({ connection }) => connection.properties.averageRps === undefined);
  return open.length === 0 ? pass : { verdict: 'not-stated', fields: open.map(({ id }) => ({ record: id, property: 'averageRps' })) };
}
