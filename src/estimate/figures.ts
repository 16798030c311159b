import type { Component } from '#diagram/diagram.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { availabilityOf } from './availability.ts';
import { type Drain, drainsOf } from './burst.ts';
import { ceilingFactorsOf, drainOf, type Factor, isBehindBroker, type Part, partsOf, productOf, shownFactorsOf } from './capacity.ts';
import type { Figure, Input } from './figure.ts';
import { flowOf } from './flow.ts';
import { type Amount, certain, known, product, rounded, sum, total, withUnclassified } from './rate.ts';
import { amountFigure, inputsInto, numeral, rateAlong, rateInto } from './rate-figures.ts';
import { storageFigures } from './storage-figures.ts';
import { waitingAt } from './waiting.ts';

const yearSeconds = 31_536_000;
/** Above this use of its places the wait says more about the model than about the system. */
const steady = 0.8;

/** The estimated figures of a component, as far as somebody has begun to state what they need. */
export function componentFigures(graph: Graph, component: Component): readonly Figure[] {
  const rate = rateInto(graph, component);
  return [...(rate ? [rate, ...loadFigures(graph, component), ...waitFigures(graph, component)] : []), ...drainFigures(graph, component), ...availabilityFigures(component), ...storageFigures(graph, component)];
}

/** The estimated figures of a connection. */
export function connectionFigures(graph: Graph, edge: Edge): readonly Figure[] {
  const { id, interaction, connection } = edge;
  const { requestBytes, responseBytes } = connection.properties;
  const rate = rateAlong(graph, edge);
  if (requestBytes === undefined && responseBytes === undefined) return [rate];
  const isAnswered = interaction === 'request' || interaction === 'origin-fetch' || interaction === 'cache-load';
  const bytes = sum(stated(requestBytes), isAnswered ? stated(responseBytes) : known(0));
  const sizes = isAnswered ? `(${numeral(requestBytes)} + ${numeral(responseBytes)})` : numeral(requestBytes);
  const inputs = ['requestBytes', ...(isAnswered ? ['responseBytes'] : [])].map((property) => ({ record: id, property }));
  return [rate, { name: 'Bandwidth', unit: 'bytes/s', ...amountFigure(product(total(flowOf(graph).along(edge)), bytes)), formula: `${numeral(rate.value)}/s × ${sizes} bytes`, inputs: [...rate.inputs, ...inputs] }];
}

const stated = (value: number | undefined): Amount => (value === undefined ? undefined : known(value));

/** How much of what it sustains is asked of a component; behind a broker its queue tells instead. */
function loadFigures(graph: Graph, component: Component): readonly Figure[] {
  if (isBehindBroker(graph, component)) return [];
  const arriving = flowOf(graph).into(component);
  return partsOf(component).flatMap((part): Figure[] => {
    const factors = shownFactorsOf(component, part);
    if (factors.at(-1)?.value === undefined) return [];
    const load = part === 'total' ? total(arriving) : withUnclassified(arriving[part], arriving.unclassified);
    const limit = productOf(factors);
    const share = product(load, limit ? known(1 / limit) : undefined);
    return [{ name: useNames[part], unit: 'ratio', ...amountFigure(share), formula: `${numeral(load?.value)}/s ÷ (${factorsText(factors)}/s)`, inputs: [...inputsInto(graph, component), ...factorInputs(component, factors)] }];
  });
}

const useNames: Readonly<Record<Part, string>> = { total: 'Use', reads: 'Use by reads', writes: 'Use by writes' };

const factorsText = (factors: readonly Factor[]): string => factors.map(({ value, divides }, index) => `${index === 0 ? '' : divides ? ' ÷ ' : ' × '}${numeral(value)}`).join('');

const factorInputs = ({ id }: Component, factors: readonly Factor[]): readonly Input[] => factors.map(({ property }) => ({ record: id, property }));

/** How long requests wait for a free place, where it is stated how many places there are. */
function waitFigures(graph: Graph, component: Component): readonly Figure[] {
  const { id, properties } = component;
  const { instances, concurrencyPerInstance, serviceTimeMs } = properties;
  if (concurrencyPerInstance === undefined || serviceTimeMs === undefined || isBehindBroker(graph, component)) return [];
  const load = certain(total(flowOf(graph).into(component)));
  const taken = load === undefined || !instances || concurrencyPerInstance === 0 ? undefined : rounded((load * serviceTimeMs) / 1000 / (instances * concurrencyPerInstance));
  const isUnsteady = taken !== undefined && taken >= steady;
  const wait = isUnsteady ? undefined : waitingAt(component, load);
  const formula = isUnsteady ? `unsteady: ${numeral(Math.floor(taken * 100))} % of the places are taken` : `${numeral(load)}/s on ${numeral(instances)} copies with ${numeral(concurrencyPerInstance)} places, ${numeral(serviceTimeMs)} ms each (M/M/c)`;
  const inputs = [...inputsInto(graph, component), ...['instances', 'concurrencyPerInstance', 'serviceTimeMs'].map((property) => ({ record: id, property }))];
  const figure = (name: string, value: number | undefined): Figure => ({ name, unit: 'ms', ...amountFigure(stated(value)), formula, inputs });
  return [figure('Mean wait', wait?.mean), figure('Wait, p99', wait?.p99)];
}

/** How fast the consumers of a queue, or of each group of a stream, work it off. */
function drainFigures(graph: Graph, component: Component): readonly Figure[] {
  if (component.kind !== 'queue' && component.kind !== 'stream') return [];
  const drains = drainsOf(graph, component);
  return drains.map((drain) => ({
    name: drains.length > 1 ? `Drain of ${groupName(drain)}` : 'Drain',
    unit: 'req/s',
    ...amountFigure(stated(drain.rate)),
    formula: drain.consumers.map(({ to }) => `${numeral(drain.consumers.length === 1 ? drain.rate : drainOf(to))}/s by ${to.name}`).join(' + '),
    inputs: drain.consumers.flatMap(({ to }) => (to.kind === 'external-system' ? [{ record: to.id, property: 'rateLimitRps' }] : factorInputs(to, ceilingFactorsOf(to, partsOf(to).at(-1) ?? 'total')))),
  }));
}

const groupName = ({ consumers }: Drain): string => {
  const [first] = consumers;
  return first?.connection.properties.consumerGroup ?? first?.to.name ?? '';
};

/** How long a year's outages last together, where the availability is stated. */
function availabilityFigures(component: Component): readonly Figure[] {
  const { id, properties } = component;
  const availability = availabilityOf(component);
  if (availability === undefined) return [];
  return [{ name: 'Outage a year', unit: 's', value: rounded((1 - availability) * yearSeconds), certainty: 'known', formula: `(1 − ${availability}) × 365 days`, inputs: [{ record: id, property: properties.availability === undefined ? 'sla' : 'availability' }] }];
}
