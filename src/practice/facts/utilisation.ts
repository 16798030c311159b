import { z } from 'zod';
import type { Component } from '#diagram/diagram.ts';
import { capacityOf, ceilingFactorsOf, ceilingOf, isBehindBroker, type Part, partsOf } from '#estimate/capacity.ts';
import { flowOf, readsAt, writesAt } from '#estimate/flow.ts';
import { type Amount, certain, type Rate, rounded, total } from '#estimate/rate.ts';
import type { Graph } from '#graph/graph.ts';
import { isInScope } from '#graph/roles.ts';
import { loadedKinds, percent } from '#rules/capacity/capacity-terms.ts';
import { type DecidingField, type Judgement, cannotTell, met, notMet } from '../judgement.ts';
import { defineFact } from './fact.ts';
import { componentsOf, listed } from './judging.ts';
import { openRate } from './open-rate.ts';
import { selectorSchema, selects } from './selector.ts';

const kinds: ReadonlySet<string> = new Set(loadedKinds);

/** How full a component is at most, as far as that can be told, or why not. */
interface Use {
  readonly component: Component;
  readonly share?: number;
  readonly open?: 'load' | 'growth';
  readonly fields: readonly DecidingField[];
}

/** `util(all) < x`: every component whose capacity is known stays below; what grows by itself may grow as far as it says. */
export const utilisation = defineFact(
  'utilisation',
  'Every component (or each of this sort) whose capacity is known is used less than this share at peak.',
  { below: z.number('must be a number').positive('must be above 0').max(1, 'must be at most 1'), of: selectorSchema.optional() },
  ({ below, of }, judging): Judgement => {
    const loaded = componentsOf(judging).filter((component) => kinds.has(component.kind) && isInScope(component) && (of === undefined || selects(of, component) === true));
    const uses = loaded.flatMap((component) => partsOf(component).flatMap((part) => useOf(judging.graph, component, part, below) ?? []));
    const known = uses.flatMap(({ component, share = 0, open }) => (open ? [] : [{ component, share }])).toSorted((a, b) => b.share - a.share);
    const full = known.filter(({ component, share }, index) => share >= below && known.findIndex((each) => each.component === component) === index);
    const names = (reason: Use['open']): string => listed(uses.filter(({ open }) => open === reason).map(({ component }) => component.name));
    if (full.length > 0) return notMet(`${listed(full.map(({ component, share }) => `${component.name} is at ${percent(share)}`))} at peak (estimate).`, full.map(({ component }) => component.id));
    const fields = uses.flatMap((use) => use.fields);
    if (names('growth') !== '') return cannotTell(`${names('growth')} would have to grow; how far is not stated.`, fields);
    if (names('load') !== '') return cannotTell(`How much gets to ${names('load')} at peak is not stated.`, fields);
    const [fullest] = known;
    if (fullest) return met(`The fullest, ${fullest.component.name}, is at ${percent(fullest.share)} at peak (estimate).`, [fullest.component.id]);
    const unsaid = loaded.flatMap((component) => partsOf(component).flatMap((part) => openLimit(component, part)));
    return unsaid.length > 0 ? cannotTell(`What ${listed(loaded.map(({ name }) => name))} can take is not stated.`, unsaid) : notMet('Nothing is drawn whose load could be calculated.');
  },
);

/** Undefined where there is nothing to be told: no load, a limit that is not known, a load in circles, or a consumer of who knows how much. */
function useOf(graph: Graph, component: Component, part: Part, below: number): Use | undefined {
  const flow = flowOf(graph);
  const load = partOf(flow.into(component), part);
  const [now, most] = [capacityOf(component)[part], ceilingOf(component)[part]];
  const limit = most ?? now;
  if (load?.value === 0 || limit === undefined) return undefined;
  const least = rounded(graph.into(component.id).reduce((all, edge) => all + (certain(partOf(flow.along(edge), part)) ?? 0), 0) / limit);
  const share = load && rounded(load.value / limit);
  if (share !== undefined && share < below) return { component, share, fields: [] };
  if (least >= below && most !== undefined) return { component, share: least, fields: [] };
  if (load?.certainty !== 'known' && isBehindBroker(graph, component)) return undefined;
  if (share !== undefined && most === undefined) return { component, open: 'growth', fields: openLimit(component, part) };
  const fields = openRate(graph, component);
  return fields.length > 0 ? { component, open: 'load', fields } : undefined;
}

const partOf = (rate: Rate, part: Part): Amount => (part === 'total' ? total(rate) : part === 'reads' ? readsAt(rate) : writesAt(rate));

const openLimit = (component: Component, part: Part): readonly DecidingField[] =>
  ceilingFactorsOf(component, part).filter(({ value }) => value === undefined).map(({ property }) => ({ record: component.id, property }));
