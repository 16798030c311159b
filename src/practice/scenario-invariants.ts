import { commonChecks } from './common-checks.ts';
import { entitiesNamed, inside, type NamedEntity } from './fact-arguments.ts';
import type { Scenario } from './scenario.ts';

/** What is wrong at a place of a scenario; the message continues the path. */
interface Complaint {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** What the parts of a scenario owe each other: ids that differ where they are told apart by them, and names of what is there. */
export const scenarioComplaints = (scenario: Scenario): readonly Complaint[] => [
  ...idsOf(scenario).flatMap(twice),
  ...entitiesOf(scenario).filter(({ name }) => scenario.entities.every(({ id }) => id !== name)).map(({ path, name }) => ({ path, message: `names ${name}, which is no entity of this scenario` })),
  ...scenario.designs.flatMap(({ from }, index) => (from === undefined || scenario.designs.slice(0, index).some(({ id }) => id === from) ? [] : [{ path: ['designs', index, 'from'], message: `must name a design that stands before it; ${from} does not` }])),
  ...scenario.mutants.flatMap(({ on = [], fails, leavesOpen = [] }, index) => [
    ...unknown(on, scenario.designs, ['mutants', index, 'on'], 'design'),
    ...unknown(fails, [...scenario.checks, ...commonChecks], ['mutants', index, 'fails'], 'check'),
    ...unknown(leavesOpen, [...scenario.checks, ...commonChecks], ['mutants', index, 'leavesOpen'], 'check'),
  ]),
];

/** An id, and where it stands; without a place it is Caveat's own. */
interface PlacedId {
  readonly id: string;
  readonly path?: readonly PropertyKey[];
}

/** Ids in groups in which each must differ: requirements are ticked by them, checks are judged by them, a curveball's beside the others. */
const idsOf = ({ functional, nonFunctional, entities, checks, curveballs, designs }: Scenario): readonly (readonly PlacedId[])[] => [
  [...placed(functional, 'functional'), ...placed(nonFunctional, 'nonFunctional')],
  placed(entities, 'entities'),
  [...commonChecks.map(({ id }) => ({ id })), ...placed(checks, 'checks')],
  ...curveballs.map((curveball, index) => [...[...commonChecks, ...checks].map(({ id }) => ({ id })), ...placed(curveball.checks, 'curveballs', index, 'checks')]),
  placed(curveballs, 'curveballs'),
  placed(designs, 'designs'),
];

const placed = (records: readonly { readonly id: string }[], ...path: readonly PropertyKey[]): readonly PlacedId[] => records.map(({ id }, index) => ({ id, path: [...path, index, 'id'] }));

const twice = (ids: readonly PlacedId[]): readonly Complaint[] =>
  ids.flatMap(({ id, path }, index) => {
    const first = ids.findIndex((each) => each.id === id);
    if (!path || first === index) return [];
    return [{ path, message: ids[first]?.path ? 'stands there twice' : `must not be ${id}, which is the id of another check` }];
  });

/** Entities that facts name, wherever a scenario holds facts. */
const entitiesOf = ({ checks, mistakes, curveballs }: Scenario): readonly NamedEntity[] => [
  ...checks.flatMap(({ fact }, index) => entitiesNamed(fact).map(inside('checks', index, 'fact'))),
  ...mistakes.flatMap(({ when }, index) => (when ? entitiesNamed(when).map(inside('mistakes', index, 'when')) : [])),
  ...curveballs.flatMap((curveball, index) => curveball.checks.flatMap(({ fact }, at) => entitiesNamed(fact).map(inside('curveballs', index, 'checks', at, 'fact')))),
];

const unknown = (names: readonly string[], known: readonly { readonly id: string }[], path: readonly PropertyKey[], noun: string): readonly Complaint[] =>
  names.flatMap((name, index) => (known.some(({ id }) => id === name) ? [] : [{ path: [...path, index], message: `names ${name}, which is no ${noun} of this scenario` }]));
