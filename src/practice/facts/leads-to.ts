import { z } from 'zod';
import { every3, type Truth } from '#base/truth.ts';
import type { Component, Id } from '#diagram/diagram.ts';
import { type DecidingField, type Judgement, cannotTell, met, notMet } from '../judgement.ts';
import { possibleSteps } from './data-flow.ts';
import { defineFact, entity } from './fact.ts';
import { carriedBy, componentsOf, listed } from './judging.ts';
import { openFields, selectorSchema, selects, selectorWords } from './selector.ts';

interface Walk {
  readonly path: readonly Id[];
  readonly stops: readonly Component[];
  /** What would say whether its steps are taken. */
  readonly open: readonly DecidingField[];
  readonly truth: Truth;
}

/** Data goes step by step through components of these sorts: queue, worker, blob storage, ... */
export const leadsTo = defineFact(
  'leads-to',
  'Data goes from one sort of component straight to the next, by messages, captured changes, or what workers and jobs read and write.',
  { of: z.array(selectorSchema, 'must be a list of selectors').min(2, 'must name two sorts at least').readonly(), carries: entity.optional() },
  ({ of, carries }, judging): Judgement => {
    const [first, ...rest] = of;
    if (!first) return notMet('Nothing is asked for.');
    const starts = componentsOf(judging).map((component): Walk => ({ path: [component.id], stops: [component], open: [], truth: selects(first, component) }));
    const walks = rest.reduce(
      (before, selector) =>
        before.flatMap(({ path, stops, open, truth }) =>
          possibleSteps(judging.graph, path.at(-1) ?? '')
            .filter(({ to }) => !stops.some(({ id }) => id === to.id))
            .map(({ edge, to, truth: step }): Walk => ({ path: [...path, edge.id, to.id], stops: [...stops, to], open: step === undefined ? [...open, { record: edge.id, property: edge.interaction === undefined ? 'interaction' : 'access' }] : open, truth: every3([truth, step, selects(selector, to), carries === undefined || judging.carries(edge, carries)]) }))
            .filter((walk) => walk.truth !== false),
        ),
      starts.filter(({ truth }) => truth !== false),
    );
    const certain = walks.filter(({ truth }) => truth === true);
    if (certain[0]) return met(`Data goes ${certain[0].stops.map(({ name }) => name).join(' → ')}.`, certain.flatMap(({ path }) => path));
    if (walks.length > 0) {
      const fields = walks.flatMap(({ path, stops, open }) => [
        ...open,
        ...stops.flatMap((component, index) => (of[index] ? openFields(of[index], component) : [])),
        ...(carries === undefined ? [] : carriedBy(path.flatMap((id) => judging.graph.edge(id) ?? []))),
      ]);
      return cannotTell(`${listed(walks.map(({ stops }) => stops.map(({ name }) => name).join(' → ')))} may be the way: say more about it.`, fields, walks.flatMap(({ path }) => path));
    }
    return notMet(`No ${carries === undefined ? 'data' : judging.entityName(carries)} goes from ${of.map(selectorWords).join(', and on to ').replace(', and on to ', ' to ')}.`);
  },
);
