import type { Component } from '#diagram/diagram.ts';
import type { Graph } from '#graph/graph.ts';
import { fix } from '../fixing.ts';
import { toleratesLoss } from '../queue/broker-terms.ts';
import { componentRule, fail, type Fix, pass } from '../rule.ts';
import { relatedTo, setWindow, timeWindowsAt, type Window, windowEvidence } from './windows.ts';

const usualDelay = 5;

/** Windows are cut by when events arrive, not by when they happened. */
export const windowWithoutEventTime = componentRule({
  id: 'stream/window-without-event-time',
  kinds: ['stream', 'service', 'worker'],
  severity: 'warning',
  category: 'correctness',
  reach: 'diagram',
  messages: {
    arrival: { text: 'Windows of {name} use arrival time; delayed events are counted in the wrong window.' },
    open: { severity: 'suggestion', text: 'Which clock do the windows of {name} use, event time or arrival?' },
  },
  docs: {
    what: 'Events are gathered in stretches of time by the clock of whoever processes them, or the diagram does not say by which clock.',
    why: 'Phones come back online and requests are retried, so events arrive late. The same events, replayed, then give other sums.',
    fix: 'Use the time of the event, and a watermark that says how long to wait.',
    silentWhen: ['Losing events is acceptable: a signal for monitoring.', 'Windows hold a number of events.', 'The time of arrival at the stream is chosen on purpose: ingestion time.'],
    sources: ['Apache Flink documentation, timely stream processing.'],
    question: 'An event arrives an hour late: in which window is it counted?',
  },
  examples: {
    bad: 'service api\nstream usage\nworker billing { streamProcessing: { windowing: tumbling, timeSemantics: processing-time } }\napi -> usage -> billing',
    good: 'service api\nstream usage\nworker billing { streamProcessing: { windowing: tumbling, timeSemantics: event-time } }\napi -> usage -> billing',
  },
  check(component, { graph }) {
    const blurred = blurredWindows(graph, component);
    const worst = blurred.find(({ fields }) => fields.timeSemantics !== undefined) ?? blurred[0];
    if (!worst) return pass;
    return fail(worst.fields.timeSemantics === undefined ? 'open' : 'arrival', {
      data: { name: component.name },
      related: relatedTo(component, blurred),
      witness: [component.id],
      evidence: windowEvidence(worst, 'windowing', 'timeSemantics'),
    });
  },
  fixes: ({ primary }, { graph, diagram }): readonly Fix[] => {
    const place = diagram.components.get(primary);
    if (!place) return [];
    return [
      fix('Use event time', 'auto', (now) =>
        blurredWindows(graph, place).reduce((next, window) => {
          const { watermarkDelaySeconds = usualDelay } = window.fields;
          return setWindow(next, window, { timeSemantics: 'event-time', watermarkDelaySeconds });
        }, now),
      ),
    ];
  },
});

/** Windows stated here whose clock is that of the processor, or open. */
const blurredWindows = (graph: Graph, place: Component): readonly Window[] =>
  timeWindowsAt(graph, place).filter(({ stream, fields: { timeSemantics } }) => (timeSemantics === undefined || timeSemantics === 'processing-time') && toleratesLoss(graph, stream) !== true);
