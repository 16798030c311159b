import type { Component, Diagram } from '#diagram/diagram.ts';
import type { Graph } from '#graph/graph.ts';
import type { Evidence, Related } from '../finding.ts';
import { set } from '../fixing.ts';
import { type NotStated, notStated } from '../rule.ts';
import { computeEdges } from './stream-terms.ts';

type WindowFields = NonNullable<Component['properties']['streamProcessing']>;

/** How the events of a stream are cut into windows, as one consumer sees it: what it states itself, and what the stream states. */
export interface Window {
  readonly stream: Component;
  /** Undefined for a stream that no code of the product consumes. */
  readonly consumer: Component | undefined;
  /** Who states that there are windows: the consumer, or the stream. */
  readonly place: Component;
  readonly fields: WindowFields;
}

/** One window for each consumer of a stream that is code of the product, or one for the stream alone. */
export function windowsOf(graph: Graph, stream: Component): readonly Window[] {
  const consumers = [...new Set(computeEdges(graph, stream.id).map(({ to }) => to))];
  return (consumers.length === 0 ? [undefined] : consumers).map((consumer) => {
    const own = consumer?.properties.streamProcessing;
    return { stream, consumer, place: consumer && own?.windowing !== undefined ? consumer : stream, fields: { ...stream.properties, ...own } };
  });
}

/** Windows in stretches of time that are stated at this component, a stream or a consumer of streams. */
export function timeWindowsAt(graph: Graph, place: Component): readonly Window[] {
  const streams = place.kind === 'stream' ? [place] : graph.into(place.id).filter(({ from, interaction }) => from.kind === 'stream' && interaction === 'consume').map(({ from }) => from);
  const windows = [...new Set(streams)].flatMap((stream) => windowsOf(graph, stream));
  return windows.filter((window) => window.place.id === place.id && isWindowed(window) && window.fields.windowBy !== 'count');
}

export const isWindowed = ({ fields: { windowing } }: Window): boolean => windowing !== undefined && windowing !== 'none';

/** The stated fields of a window as evidence, each of the record that states it. */
export const windowEvidence = ({ stream, consumer, fields }: Window, ...names: readonly (keyof WindowFields)[]): readonly Evidence[] =>
  names.flatMap((name): Evidence[] => {
    if (fields[name] === undefined) return [];
    const own = consumer?.properties.streamProcessing;
    return consumer && own?.[name] !== undefined ? [{ record: consumer.id, property: 'streamProcessing', value: own }] : [{ record: stream.id, property: name, value: fields[name] }];
  });

/** The streams and consumers of windows but the component itself, each once. */
export function relatedTo(component: Component, windows: readonly Window[]): readonly Related[] {
  const others = new Set(windows.flatMap(({ stream, consumer }) => [stream, ...(consumer ? [consumer] : [])]));
  return [...others].filter(({ id }) => id !== component.id).map(({ id, kind }) => ({ id, role: kind === 'stream' ? 'stream' : 'consumer' }));
}

/** Asks by which clock a window goes. */
export const askForClock = ({ stream, consumer, place }: Window): NotStated => (place === consumer ? notStated(consumer.id, 'streamProcessing') : notStated(stream.id, 'timeSemantics'));

/** The diagram in which a window has these fields: stated where its windowing is, or where the consumer has a word of its own. */
export function setWindow(diagram: Diagram, { stream, consumer, place }: Window, fields: WindowFields): Diagram {
  const own = diagram.components.get(consumer?.id ?? '')?.properties.streamProcessing ?? {};
  const isOwn = (name: string): boolean => place === consumer || Object.hasOwn(own, name);
  const entries = Object.entries(fields);
  const [onConsumer, onStream] = [entries.filter(([name]) => isOwn(name)), entries.filter(([name]) => !isOwn(name))];
  const next = set(diagram, stream.id, Object.fromEntries(onStream));
  return consumer && onConsumer.length > 0 ? set(next, consumer.id, { streamProcessing: { ...own, ...Object.fromEntries(onConsumer) } }) : next;
}
