import { z } from 'zod';
import type { Truth } from '#base/truth.ts';
import type { Component } from '#diagram/diagram.ts';
import type { Edge } from '#graph/graph.ts';
import { isBroker, isInScope, isStore } from '#graph/roles.ts';
import { type DecidingField, type Judgement, cannotTell, met, notMet } from '../judgement.ts';
import { defineFact, entity } from './fact.ts';
import { forgetting } from './forgetting.ts';
import { carriedBy, componentsOf, listed } from './judging.ts';

const touches: ReadonlySet<string> = new Set(['request', 'publish', 'consume', 'change-data-capture', 'origin-fetch', 'cache-load', 'cache-flush']);

interface Place {
  readonly component: Component;
  /** Whether the entity gets there. */
  readonly holds: Truth;
  readonly truth: Truth;
  readonly fields: readonly DecidingField[];
}

/** Every place that an entity gets to hears of deletions, or lets it expire in time. */
export const forgets = defineFact(
  'forgets',
  'Every store, index, cache, queue and stream that an entity gets to hears of deletions or lets it expire within so many days.',
  { entity, withinDays: z.number('must be a number').positive('must be above 0') },
  ({ entity: id, withinDays }, judging): Judgement => {
    const name = judging.entityName(id);
    const places = componentsOf(judging).flatMap((component): readonly Place[] => {
      if (!isInScope(component) || !keeps(component)) return [];
      const edges = [...judging.graph.into(component.id), ...judging.graph.out(component.id)].filter(mayTouch);
      const holds = holdsAny(component, edges.map((edge) => judging.carries(edge, id)), judging.own(id));
      return holds === false ? [] : [{ component, holds, ...forgetting(judging, component, id, withinDays) }];
    });
    const words = (list: readonly Place[]): string => listed(list.map(({ component }) => component.name));
    const ids = (list: readonly Place[]): readonly string[] => list.map(({ component }) => component.id);
    const certain = places.filter(({ holds }) => holds === true);
    const never = certain.filter(({ truth }) => truth === false);
    if (never.length > 0) return notMet(`${words(never)} still ${verb(never, 'has', 'have')} ${name} after it was deleted.`, ids(never));
    const open = places.filter(({ truth }) => truth !== true);
    if (open.length > 0) return cannotTell(`Whether ${words(open)} ${verb(open, 'forgets', 'forget')} ${name} is not stated.`, open.flatMap((place) => [...place.fields, ...(place.holds === undefined ? carriedBy(silentEdges(judging.graph.into(place.component.id))) : [])]), ids(open));
    if (certain.length === 0) return places.length === 0 ? notMet(`Nothing keeps ${name}.`) : cannotTell(`Nothing says where ${name} is kept.`, places.flatMap(({ component }) => carriedBy(silentEdges(judging.graph.into(component.id)))));
    return met(`${words(certain)} ${verb(certain, 'hears', 'hear')} of deletions of ${name} or ${verb(certain, 'lets', 'let')} it expire.`, ids(certain));
  },
);

const keeps = (component: Component): boolean => isStore(component) || isBroker(component) || component.kind === 'distributed-cache' || component.kind === 'cdn';

const verb = (list: readonly Place[], one: string, many: string): string => (list.length === 1 ? one : many);

const silentEdges = (edges: readonly Edge[]): readonly Edge[] => edges.filter(mayTouch);

const mayTouch = ({ interaction }: Edge): boolean => interaction === undefined || touches.has(interaction);

function holdsAny({ properties }: Component, carried: readonly Truth[], own: string | undefined): Truth {
  if (carried.includes(true) || (own !== undefined && properties.dataStored?.includes(own) === true)) return true;
  return carried.includes(undefined) ? undefined : false;
}
