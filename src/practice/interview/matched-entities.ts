import type { Diagram, Id } from '#diagram/diagram.ts';
import { judging } from '../facts/judging.ts';
import type { Scenario } from '../scenario.ts';

/** The diagram's entities by the scenario's that they stand for, by choice or by name; without those that nobody stands for. */
export function matchedEntities({ entities }: Pick<Scenario, 'entities'>, diagram: Diagram): ReadonlyMap<string, Id> {
  const { own } = judging(diagram, entities, diagram.practice?.standsFor);
  return new Map(entities.flatMap(({ id }) => {
    const entity = own(id);
    return entity === undefined ? [] : [[id, entity] as const];
  }));
}
