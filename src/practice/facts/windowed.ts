import { z } from 'zod';
import { every3, some3, type Truth } from '#base/truth.ts';
import type { Edge } from '#graph/graph.ts';
import { isWindowed, type Window, windowsOf } from '#rules/stream/windows.ts';
import { type Judgement, cannotTell, met, notMet } from '../judgement.ts';
import { defineFact, entity } from './fact.ts';
import { carriedBy, componentsOf, type Judging, listed, whoDo } from './judging.ts';

/** `windowed(E)`: events are counted in windows, by the clock that is asked for, and late ones still count for so long. */
export const windowed = defineFact(
  'windowed',
  'An entity on a stream is gathered in windows; with "eventTime" by when it happened, with "atMostSeconds" no longer than that, with "latenessSeconds" so that an event that late still counts or is set aside.',
  { entity, eventTime: z.boolean('must be true or false').optional(), atMostSeconds: z.number('must be a number').positive('must be above 0').optional(), latenessSeconds: z.number('must be a number').min(0, 'must be 0 or more').optional() },
  ({ entity: id, eventTime = false, atMostSeconds, latenessSeconds }, judging): Judgement => {
    const name = judging.entityName(id);
    const windows = componentsOf(judging).filter(({ kind }) => kind === 'stream').flatMap((stream) => windowsOf(judging.graph, stream));
    const judged = windows.map((window) => {
      const shape = every3([isCut(window), !eventTime || byEventTime(window), atMostSeconds === undefined || isShort(window, atMostSeconds), latenessSeconds === undefined || bears(window, latenessSeconds)]);
      const carried = isCarried(judging, window, id);
      return { window, edges: edgesOf(judging, window), shape, carried, truth: every3([shape, carried]) };
    });
    const witness = (list: typeof judged): readonly string[] => list.flatMap(({ window, edges }) => [window.stream.id, ...edges.map((edge) => edge.id), window.place.id]);
    const fitting = judged.filter(({ truth }) => truth === true);
    if (fitting.length > 0) return met(`${whoDo(fitting.map(({ window }) => window.place.name), 'counts', 'count')} ${name} in windows.`, witness(fitting));
    const open = judged.filter(({ truth }) => truth === undefined);
    if (open.length > 0) {
      const fields = open.flatMap(({ window, edges, shape, carried }) => [...(shape === undefined ? [{ record: (window.consumer ?? window.stream).id, property: window.consumer ? 'streamProcessing' : openField(window, eventTime) }] : []), ...(carried === undefined ? carriedBy(edges) : [])]);
      return cannotTell(`How ${listed(open.map(({ window }) => window.place.name))} cuts ${name} into windows is not stated.`, fields, witness(open));
    }
    return notMet(`Nobody counts ${name} in windows${atMostSeconds === undefined ? '' : ` of ${atMostSeconds} s at most`}${eventTime ? ' by when it happened' : ''}${latenessSeconds === undefined ? '' : `, with ${latenessSeconds} s for late ones`}.`, witness(judged));
  },
);

const edgesOf = ({ graph }: Judging, { stream, consumer }: Window): readonly Edge[] => graph.out(stream.id).filter(({ interaction, to }) => interaction === 'consume' && (consumer === undefined || to.id === consumer.id));

/** What the consumer takes; where the stream itself cuts, what goes in, since what comes out may be the counts. */
const isCarried = (judging: Judging, window: Window, entityId: string): Truth => some3([...edgesOf(judging, window), ...(window.consumer ? [] : judging.graph.into(window.stream.id))].map((edge) => judging.carries(edge, entityId)));

/** A stream without windows of its own says nothing of what its consumers do. */
function isCut(window: Window): Truth {
  if (isWindowed(window)) return true;
  const said = window.consumer ? window.consumer.properties.streamProcessing?.windowing : window.fields.windowing;
  return said === undefined ? undefined : false;
}

const byEventTime = ({ fields: { timeSemantics } }: Window): Truth => (timeSemantics === undefined ? undefined : timeSemantics === 'event-time');

const isShort = ({ fields: { windowSizeSeconds } }: Window, seconds: number): Truth => (windowSizeSeconds === undefined ? undefined : windowSizeSeconds <= seconds);

/** What is set aside is not lost. */
function bears({ fields: { allowedLatenessSeconds, lateEventPolicy } }: Window, seconds: number): Truth {
  if (lateEventPolicy === 'side-output') return true;
  return allowedLatenessSeconds === undefined ? undefined : allowedLatenessSeconds >= seconds;
}

function openField(window: Window, eventTime: boolean): string {
  if (isCut(window) === undefined) return 'windowing';
  if (eventTime && byEventTime(window) === undefined) return 'timeSemantics';
  return window.fields.windowSizeSeconds === undefined ? 'windowSizeSeconds' : 'allowedLatenessSeconds';
}
