import { z } from 'zod';
import { capacityOf, ceilingOf } from '#estimate/capacity.ts';
import { isInScope } from '#graph/roles.ts';
import { loadedKinds, openCeiling, percent, tightestUse } from '#rules/capacity/capacity-terms.ts';
import { type Judgement, cannotTell, met, notMet } from '../judgement.ts';
import { defineFact } from './fact.ts';
import { componentsOf, listed } from './judging.ts';
import { openLoad } from './client-load.ts';
import { selectorSchema, selects } from './selector.ts';

const kinds: ReadonlySet<string> = new Set(loadedKinds);

/** `util(all) < x`: every component whose load and capacity are known stays below; what grows by itself may grow as far as it says. */
export const utilisation = defineFact(
  'utilisation',
  'Every component (or each of this sort) whose load and capacity are known is used less than this share at peak.',
  { below: z.number('must be a number').positive('must be above 0').max(1, 'must be at most 1'), of: selectorSchema.optional() },
  ({ below, of }, judging): Judgement => {
    const { graph } = judging;
    const loaded = componentsOf(judging).filter((component) => kinds.has(component.kind) && isInScope(component) && (of === undefined || selects(of, component) === true));
    const uses = loaded.flatMap((component) => {
      const [now, most] = [capacityOf, ceilingOf].map((limits) => tightestUse(graph, component, limits(component)));
      return now ? [{ component, share: most?.share ?? now.share, isOpen: now.share >= below && !most }] : [];
    });
    const growing = uses.filter(({ isOpen }) => isOpen);
    const full = uses.filter(({ share, isOpen }) => share >= below && !isOpen).toSorted((a, b) => b.share - a.share);
    if (full.length > 0) return notMet(`${listed(full.map(({ component, share }) => `${component.name} is at ${percent(share)}`))} at peak (estimate).`, full.map(({ component }) => component.id));
    if (growing.length > 0) return cannotTell(`${listed(growing.map(({ component }) => component.name))} would have to grow; how far is not stated.`, growing.map(({ component }) => ({ record: component.id, property: 'maxInstances' })));
    const fullest = uses.toSorted((a, b) => b.share - a.share)[0];
    if (fullest) return met(`The fullest, ${fullest.component.name}, is at ${percent(fullest.share)} at peak (estimate).`, [fullest.component.id]);
    const rates = openLoad(judging);
    const fields = rates.length > 0 ? rates : loaded.filter(({ kind }) => of !== undefined || kind === 'service').flatMap((component) => [...openCeiling(graph, component), ...(['instances', 'perInstanceRps'] as const).filter((name) => component.properties[name] === undefined)].map((property) => ({ record: component.id, property })));
    return cannotTell('No load and capacity are stated together, so nothing can be calculated.', fields);
  },
);
