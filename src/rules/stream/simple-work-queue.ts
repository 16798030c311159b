import type { Component } from '#diagram/diagram.ts';
import { flowOf } from '#estimate/flow.ts';
import { certain, total } from '#estimate/rate.ts';
import type { Graph } from '#graph/graph.ts';
import { isCompute } from '#graph/roles.ts';
import { isBlank } from '../blank.ts';
import { consumeEdges } from '../queue/broker-terms.ts';
import { componentRule, fail, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { groupName, isBroadcast } from './stream-terms.ts';
import { isWindowed, windowsOf } from './windows.ts';

const busyRps = 1000;

/** A stream does what a queue would do with less. */
export const simpleWorkQueue = componentRule({
  id: 'stream/simple-work-queue',
  kinds: ['stream'],
  severity: 'suggestion',
  category: 'rationale',
  reach: 'diagram',
  recommended: false,
  acceptsRationale: 'Any rationale on the stream.',
  messages: { queue: { text: '{name} is used like a work queue; would a queue with per-message retry and a DLQ do?' } },
  docs: {
    what: 'One group of workers takes few events from a stream, and nothing uses what makes it a stream: order by key, replay, windows, several readers.',
    why: 'The simplest tool that does the work is the best one. A queue retries each message by itself and parks the bad ones.',
    fix: 'Consider a queue, or say in the rationale what the stream is for.',
    silentWhen: ['A rationale is stated.', 'There are several groups, a broadcast, a replay, windows, event sourcing or change data capture.', 'A key keeps order over several partitions.', 'How much arrives is not known, or is 1,000 a second or more.'],
    sources: ['Experience.'],
    question: 'What does the stream give you here that a queue would not?',
  },
  examples: {
    bad: 'settings { lintConfig: { preset: strict } }\nclient web\nservice api\nstream jobs { partitions: 1 }\nworker mailer\nweb -> api { peakRps: 10 }\napi -> jobs -> mailer',
    good: 'settings { lintConfig: { preset: strict } }\nclient web\nservice api\nqueue jobs\nworker mailer\nqueue failed { isDeadLetterQueue: true }\nweb -> api { peakRps: 10 }\napi -> jobs -> mailer\njobs -> failed',
  },
  check(component, { graph }) {
    const { partitions, rationale } = component.properties;
    if (!isBlank(rationale) || usesStream(graph, component) || !hasOneGroup(graph, component)) return pass;
    const load = certain(total(flowOf(graph).into(component)));
    if (load === undefined || load >= busyRps) return pass;
    return fail('queue', {
      data: { name: component.name },
      related: consumeEdges(graph, component.id).map(({ to }) => ({ id: to.id, role: 'consumer' })),
      witness: [component.id],
      evidence: statedEvidence(component.id, { partitions }),
    });
  },
});

/** Whether it is more than a pipe from producers to workers: a record, windows, captured changes, or order by key. */
function usesStream(graph: Graph, stream: Component): boolean {
  const { partitions, partitionKey, eventSourcing } = stream.properties;
  if (eventSourcing === true || (partitions !== 1 && !isBlank(partitionKey))) return true;
  return windowsOf(graph, stream).some(isWindowed) || graph.into(stream.id).some(({ interaction }) => interaction === 'change-data-capture');
}

/** Whether all that read it are workers or services of one group, which share the events and never go back. */
function hasOneGroup(graph: Graph, { id }: Component): boolean {
  const consuming = consumeEdges(graph, id);
  const groups = new Set(consuming.map(groupName));
  const isOne = groups.size === 1 && (consuming.length === 1 || !groups.has(''));
  return isOne && consuming.every((edge) => isCompute(edge.to) && !isBroadcast(edge) && edge.connection.properties.replayRequired !== true);
}
