import type { Component } from '#diagram/diagram.ts';
import { isRequest, reads } from '#graph/access.ts';
import type { Graph } from '#graph/graph.ts';
import { fix } from '../fixing.ts';
import { toleratesLoss } from '../queue/broker-terms.ts';
import { componentRule, fail, type Fix, pass } from '../rule.ts';
import { archivesOf } from './stream-terms.ts';
import { askForClock, relatedTo, setWindow, timeWindowsAt, type Window, windowEvidence } from './windows.ts';

/** Events that come after the watermark vanish. */
export const windowWithoutLateness = componentRule({
  id: 'stream/window-without-lateness',
  kinds: ['stream', 'service', 'worker'],
  severity: 'warning',
  category: 'correctness',
  reach: 'diagram',
  messages: {
    drops: { text: 'Events later than the watermark are dropped by {name}; allow lateness or collect them.' },
    open: { severity: 'suggestion', text: 'What does {name} do with events later than the watermark? The diagram does not say.' },
  },
  docs: {
    what: 'Windows go by event time, and late events are neither let in nor collected.',
    why: 'A watermark is a guess. In Flink no lateness is allowed unless somebody says so, and what comes later is gone.',
    fix: 'Allow some lateness, and put what comes even later aside.',
    silentWhen: ['Losing events is acceptable.', 'A job reads the archive of the stream and sets the sums right.', 'Windows hold a number of events.', 'Late events are collected, or correct the result.'],
    sources: ['Apache Flink documentation, windows.'],
    question: 'What happens to an event that comes after its window has closed?',
  },
  examples: {
    bad: 'service api\nstream clicks\nworker billing { streamProcessing: { windowing: tumbling, timeSemantics: event-time, allowedLatenessSeconds: 0, lateEventPolicy: drop } }\napi -> clicks -> billing',
    good: 'service api\nstream clicks\nworker billing { streamProcessing: { windowing: tumbling, timeSemantics: event-time, allowedLatenessSeconds: 60, lateEventPolicy: side-output } }\napi -> clicks -> billing',
  },
  check(component, { graph }) {
    const dropping = droppingWindows(graph, component);
    const certain = dropping.filter(isByEventTime);
    const worst = certain.find(isStated) ?? certain[0];
    const [open] = dropping;
    if (!worst) return open ? askForClock(open) : pass;
    return fail(isStated(worst) ? 'drops' : 'open', {
      data: { name: component.name },
      related: relatedTo(component, certain),
      witness: [component.id],
      evidence: windowEvidence(worst, 'windowing', 'timeSemantics', 'allowedLatenessSeconds', 'lateEventPolicy'),
    });
  },
  fixes: ({ primary }, { graph, diagram }): readonly Fix[] => {
    const place = diagram.components.get(primary);
    if (!place) return [];
    const windows = droppingWindows(graph, place).filter(isByEventTime);
    const isSized = windows.every(({ fields }) => fields.windowSizeSeconds !== undefined);
    return [
      fix(isSized ? 'Allow lateness of one window and collect what is later' : 'Collect late events', 'auto', (now) =>
        windows.reduce((next, window) => {
          const { windowSizeSeconds } = window.fields;
          return setWindow(next, window, { lateEventPolicy: 'side-output', ...(windowSizeSeconds === undefined ? {} : { allowedLatenessSeconds: windowSizeSeconds }) });
        }, now),
      ),
    ];
  },
});

const isByEventTime = ({ fields }: Window): boolean => fields.timeSemantics === 'event-time';

const isStated = ({ fields: { allowedLatenessSeconds, lateEventPolicy } }: Window): boolean => allowedLatenessSeconds !== undefined || lateEventPolicy !== undefined;

/** Windows stated here that let no late event in, by event time or by a clock that is not stated. */
const droppingWindows = (graph: Graph, place: Component): readonly Window[] =>
  timeWindowsAt(graph, place).filter(({ stream, fields: { timeSemantics, allowedLatenessSeconds, lateEventPolicy } }) => {
    if (timeSemantics !== undefined && timeSemantics !== 'event-time') return false;
    const drops = (allowedLatenessSeconds ?? 0) === 0 && (lateEventPolicy === undefined || lateEventPolicy === 'drop');
    return drops && toleratesLoss(graph, stream) !== true && !isReconciled(graph, stream);
  });

/** Whether a job reads the archive of a stream, and so can count what came late. */
const isReconciled = (graph: Graph, stream: Component): boolean =>
  archivesOf(graph, stream).some((archive) => graph.into(archive).some((edge) => edge.from.kind === 'scheduled-job' && isRequest(edge) && reads(edge) === true));
