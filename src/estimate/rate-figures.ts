import { quantity } from '#catalog/wording.ts';
import type { Component, Id } from '#diagram/diagram.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import type { Figure, Input } from './figure.ts';
import { carriesLoad, daySeconds, flowOf, isBroadcast, isStart, readsAt, readsCacheToo, triggering, triggerOf, writesAt } from './flow.ts';
import { type Amount, type Rate, rounded, total } from './rate.ts';

/** A number in a formula: "1,200", with two digits where it is small, "?" while it is unknown. */
export const numeral = (value: number | undefined): string => (value === undefined ? '?' : quantity(Math.abs(value) >= 100 ? Math.round(value) : rounded(value), undefined));

/** The number and its certainty, as a figure shows them. */
export const amountFigure = (amount: Amount): Pick<Figure, 'value' | 'certainty'> => ({ value: amount?.value, certainty: amount?.certainty ?? 'unknown' });

/** What flows along a connection at peak, and why. */
export function rateAlong(graph: Graph, edge: Edge): Figure {
  const { formula, inputs } = derivation(graph, edge);
  return { name: 'Peak rate', unit: 'req/s', ...amountFigure(total(flowOf(graph).along(edge))), formula, inputs };
}

/** What arrives at a component at peak, and from whom; undefined where nothing can arrive. */
export function rateInto(graph: Graph, component: Component): Figure | undefined {
  const arriving = graph.into(component.id).filter(carriesLoad);
  if (arriving.length === 0) return undefined;
  const flow = flowOf(graph);
  return {
    name: 'Rate in',
    unit: 'req/s',
    ...amountFigure(total(flow.into(component))),
    formula: arriving.map((edge) => `${perSecond(total(flow.along(edge)))} from ${edge.from.name}`).join(' + '),
    inputs: inputsInto(graph, component),
  };
}

/** The stated or missing values of the connections into a component that its rate follows from. */
export const inputsInto = (graph: Graph, { id }: Component): readonly Input[] => graph.into(id).filter(carriesLoad).flatMap((edge) => inputsAlong(graph, edge));

/** The stated or missing values that the rate of one connection follows from. */
export const inputsAlong = (graph: Graph, edge: Edge): readonly Input[] => derivation(graph, edge).inputs;

interface Derivation {
  readonly formula: string;
  readonly inputs: readonly Input[];
}

/** How the flow comes to the rate of a connection; the same cases as there. */
function derivation(graph: Graph, edge: Edge): Derivation {
  const { id, from, interaction, connection } = edge;
  const { peakRps, callsPerRequest } = connection.properties;
  const flow = flowOf(graph);
  if (!carriesLoad(edge)) return { formula: 'no load of its own', inputs: [] };
  if (peakRps !== undefined) return { formula: `${numeral(peakRps)}/s, stated`, inputs: [{ record: id, property: 'peakRps' }] };
  const calls = { factor: callsPerRequest === undefined ? '' : ` × ${numeral(callsPerRequest)} calls`, inputs: callsPerRequest === undefined ? [] : [{ record: id, property: 'callsPerRequest' }] };
  if (isStart(graph, from)) {
    if (from.kind !== 'scheduled-job') return { formula: 'not stated', inputs: [{ record: id, property: 'peakRps' }] };
    return { formula: `${numeral(from.properties.runsPerDay)} runs a day ÷ ${numeral(daySeconds)} s${calls.factor}`, inputs: [{ record: from.id, property: 'runsPerDay' }, ...calls.inputs] };
  }
  const what = (rate: Rate, part = ''): string => `${perSecond(total(rate))}${part} at ${from.name}`;
  const missing = (cache: Component): Derivation => ({ formula: ` × (1 − ${numeral(cache.properties.hitRatio)})`, inputs: [{ record: cache.id, property: 'hitRatio' }] });
  const trigger = triggerOf(edge);
  const triggered = what(triggering(edge, flow.leadingTo(edge)), trigger === 'all' ? '' : ` ${trigger}`);
  switch (interaction) {
    case undefined:
      return { formula: 'what the arrow means is not stated', inputs: [{ record: id, property: 'interaction' }] };
    case 'consume':
      return consuming(graph, edge, what(flow.into(from)));
    case 'cache-load':
      return { formula: `${perSecond(readsAt(flow.into(from)))} reads at ${from.name}${missing(from).formula}`, inputs: missing(from).inputs };
    case 'cache-flush':
      return { formula: `at most ${perSecond(writesAt(flow.into(from)))} writes at ${from.name}`, inputs: [] };
    case 'origin-fetch':
      return { formula: `${triggered}${missing(from).formula}`, inputs: missing(from).inputs };
    default: {
      const cache = graph.diagram.components.get(connection.properties.cacheMissOf ?? '');
      const miss = cache ? missing(cache) : readsCacheToo(graph, edge) ? { formula: ', less what the cache answers', inputs: [{ record: id, property: 'cacheMissOf' }] } : { formula: '', inputs: [] };
      return { formula: `${triggered}${calls.factor}${miss.formula}`, inputs: [...calls.inputs, ...miss.inputs] };
    }
  }
}

function consuming(graph: Graph, edge: Edge, arriving: string): Derivation {
  const { to, from } = edge;
  if (isBroadcast(edge)) return { formula: `${arriving} × ${numeral(to.properties.instances)} copies`, inputs: [{ record: to.id, property: 'instances' }] };
  const isShared = total(flowOf(graph).along(edge))?.value !== total(flowOf(graph).into(from))?.value;
  return { formula: isShared ? `the share of ${to.name} in ${arriving}` : arriving, inputs: isShared ? capacityInputs(to.id) : [] };
}

const capacityInputs = (record: Id): readonly Input[] => [
  { record, property: 'instances' },
  { record, property: 'perInstanceRps' },
];

const perSecond = (amount: Amount): string => `${numeral(amount?.value)}/s`;
