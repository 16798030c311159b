import type { KindId } from '#catalog/kinds.ts';
import { quantity } from '#catalog/wording.ts';
import type { Component, Id } from '#diagram/diagram.ts';
import type { Values } from '#diagram/edits.ts';
import type { Drain } from '#estimate/burst.ts';
import { type Capacity, ceilingFactorsOf, drainOf, type Part, partsOf, productOf } from '#estimate/capacity.ts';
import { flowOf, isBroadcast } from '#estimate/flow.ts';
import { loadOf } from '#estimate/load.ts';
import { rounded } from '#estimate/rate.ts';
import type { Graph } from '#graph/graph.ts';
import { isInScope } from '#graph/roles.ts';
import type { Evidence } from '../finding.ts';
import { fix, set } from '../fixing.ts';
import type { Fix, NotStated } from '../rule.ts';

/** Kinds whose load is compared with what they sustain. Brokers, locks and systems of others have rules of their own. */
export const loadedKinds = ['core-database', 'blob-storage', 'search-database', 'api-gateway', 'load-balancer', 'distributed-cache', 'cdn', 'service', 'worker', 'scheduled-job'] as const satisfies readonly KindId[];

/** How full people like a component to be at most. */
export const comfortable = 0.7;

/** A load beside the limit that it meets. */
export interface Use {
  readonly part: Part;
  readonly load: number;
  readonly limit: number;
  /** 1 where the limit is reached. */
  readonly share: number;
}

/** The largest use of what is known for certain; undefined where nothing is. */
export function tightestUse(graph: Graph, component: Component, limits: Capacity): Use | undefined {
  const rate = flowOf(graph).into(component);
  const uses = partsOf(component).flatMap((part): Use[] => {
    const [load, limit] = [loadOf(rate, part), limits[part]];
    return load === undefined || load === 0 || limit === undefined ? [] : [{ part, load, limit, share: rounded(load / limit) }];
  });
  return uses.toSorted((a, b) => b.share - a.share)[0];
}

/** What is missing for a ceiling of which the rate of one copy or shard is stated, so that somebody has begun to count. */
export function openCeiling(graph: Graph, component: Component): readonly string[] {
  const rate = flowOf(graph).into(component);
  return [...new Set(partsOf(component).flatMap((part) => ((loadOf(rate, part) ?? 0) > 0 ? openFactors(component, part) : [])))];
}

function openFactors(component: Component, part: Part): readonly string[] {
  const factors = ceilingFactorsOf(component, part);
  return factors.at(-1)?.value === undefined ? [] : factors.filter(({ value }) => value === undefined).map(({ property }) => property);
}

/** Asks what is missing for the rate of consumers of which somebody has begun to count. */
export function askForDrains(drains: readonly Drain[]): NotStated | undefined {
  const consumers = new Set(drains.filter(({ rate }) => rate === undefined).flatMap((drain) => drain.consumers.map(({ to }) => to)).filter(isInScope));
  const fields = [...consumers].flatMap((consumer) => partsOf(consumer).filter((part) => part !== 'reads').flatMap((part) => openFactors(consumer, part).map((property) => ({ record: consumer.id, property }))));
  return fields.length === 0 ? undefined : { verdict: 'not-stated', fields };
}

/** The stated values that a ceiling is made of. */
export function ceilingEvidence({ id, ...component }: Component, part: Part): readonly Evidence[] {
  const stated: Readonly<Record<string, unknown>> = component.properties;
  return ceilingFactorsOf({ id, ...component }, part).flatMap(({ property }) => (stated[property] === undefined ? [] : [{ record: id, property, value: stated[property] }]));
}

/** What can be multiplied, and how often a component would need it to sustain more. */
export interface Scaling {
  readonly property: 'instances' | 'maxInstances' | 'shardCount' | 'partitions';
  readonly count: number;
}

const isScaled = (property: string | undefined): property is Scaling['property'] => property === 'instances' || property === 'maxInstances' || property === 'shardCount' || property === 'partitions';

/** The smallest count with which a component sustains this rate, or more than it; undefined where nothing can be multiplied. */
export function scalingFor(component: Component, part: Part, rate: number, least: 'at least' | 'more than'): Scaling | undefined {
  const [first, ...rest] = ceilingFactorsOf(component, part);
  const each = productOf(rest);
  if (!first || !isScaled(first.property) || !each) return undefined;
  const needed = rounded(rate / each);
  return { property: first.property, count: least === 'at least' ? Math.max(1, Math.ceil(needed)) : Math.floor(needed) + 1 };
}

/** The values that give a component its count; what is split needs to be split by something. */
const scaledValues = ({ properties }: Component, { property, count }: Scaling): Values => ({
  [property]: count,
  ...(property === 'shardCount' && properties.partitioning === 'none' ? { partitioning: 'hash' } : {}),
});

/** Runs more copies of a component, or splits it into more parts. */
export const scalingFix = (component: Component, scaling: Scaling, kind: Fix['kind'] = 'suggest'): Fix =>
  fix(scalingTitle(component, scaling), kind, (diagram) => set(diagram, component.id, scaledValues(component, scaling)));

function scalingTitle({ name }: Component, { property, count }: Scaling): string {
  const counted = (one: string, many: string): string => (count === 1 ? `one ${one}` : `${quantity(count, undefined)} ${many}`);
  switch (property) {
    case 'instances':
      return `Run ${counted('copy', 'copies')} of ${name}`;
    case 'maxInstances':
      return `Let ${name} grow to ${counted('copy', 'copies')}`;
    case 'shardCount':
      return `Split ${name} into ${counted('shard', 'shards')}`;
    case 'partitions':
      return `Split ${name} into ${counted('partition', 'partitions')}`;
  }
}

/** Lets consumers take this rate wherever they take too little: one step, or none where no consumer of some group can be multiplied. */
export function drainFixes(drains: readonly Drain[], rate: number): readonly Fix[] {
  const changes = drains.flatMap((drain) => (drain.rate === undefined || drain.rate >= rate ? [] : [moreConsumers(drain, rate)]));
  const scalings = changes.flatMap((change) => change ?? []);
  const [first] = scalings;
  if (!first || scalings.length < changes.length) return [];
  const title = scalings.map(({ consumer, scaling }) => scalingTitle(consumer, scaling)).join('; ');
  return [fix(title, 'suggest', (diagram) => scalings.reduce((next, { consumer, scaling }) => set(next, consumer.id, scaledValues(consumer, scaling)), diagram))];
}

function moreConsumers({ consumers, rate: drain = 0 }: Drain, rate: number): { readonly consumer: Component; readonly scaling: Scaling } | undefined {
  for (const edge of consumers) {
    const { to: consumer } = edge;
    const [part] = partsOf(consumer).toReversed();
    const scaling = part && isInScope(consumer) && !isBroadcast(edge) && scalingFor(consumer, part, rate - drain + (drainOf(consumer) ?? 0), 'at least');
    if (scaling) return { consumer, scaling };
  }
  return undefined;
}

/** What takes messages too slowly: roles of a finding. */
export const consumersOf = (drains: readonly Drain[]): readonly { readonly id: Id; readonly role: string }[] =>
  [...new Set(drains.flatMap(({ consumers }) => consumers.map(({ to }) => to.id)))].map((id) => ({ id, role: 'consumer' }));

/** A number for people: whole, small ones with two digits. */
const readable = (value: number): number => (Math.abs(value) >= 10 ? Math.round(value) : Number(value.toPrecision(2)));

/** A rate for people: "12,000/s", "2,000 writes/s". */
export const perSecond = (rate: number, part: Part = 'total'): string => (part === 'total' ? quantity(readable(rate), 'req/s') : `${quantity(readable(rate), undefined)} ${part}/s`);

export const count = (value: number): string => quantity(readable(value), undefined);

/** A share for people, rounded down so that what stays below a limit is told so. */
export const percent = (share: number): string => `${quantity(Math.floor(rounded(share * 100)), undefined)} %`;

/** A time for people: "45 s", "7 min", "2.5 h". */
export function duration(seconds: number): string {
  const unit = [86_400, 3600, 60].find((size) => seconds >= 2 * size) ?? 1;
  return quantity(Number((seconds / unit).toPrecision(2)) * unit, 's');
}
