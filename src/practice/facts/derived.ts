import { some3, type Truth } from '#base/truth.ts';
import type { Component, Id } from '#diagram/diagram.ts';
import type { Edge } from '#graph/graph.ts';
import { isBroker, isCompute } from '#graph/roles.ts';
import { type Judgement, cannotTell, met, notMet } from '../judgement.ts';
import { type DataStep, dataSteps } from './data-flow.ts';
import { durableWrites, type EntityEdges, storeWrites } from './entity-edges.ts';
import { defineFact, entity } from './fact.ts';
import { carriedBy, type Judging, listed, whoDo } from './judging.ts';

/** One entity follows from another: changes travel from the store of the one to each store of the other. Caches count where nothing else stores it. */
export const derived = defineFact(
  'derived',
  'Every store of an entity follows a store of another entity, by captured changes, messages from an outbox, workers or jobs; nobody writes both at once.',
  { entity, from: entity },
  ({ entity: id, from }, judging): Judgement => {
    const [name, source] = [judging.entityName(id), judging.entityName(from)];
    const [made, given] = [keeping(judging, id), keeping(judging, from)];
    for (const [what, { certain, open, fields }] of [[source, given], [name, made]] as const) {
      if (certain.length === 0) return open.length > 0 ? cannotTell(`Nothing says which connection writes ${what}.`, fields) : notMet(`Nothing writes ${what} to a store.`);
    }
    const ways = targetsOf(made).map((target) => ({ target, sure: wayTo(judging, given.certain, target, [id, from], true), possible: wayTo(judging, given.certain, target, [id, from], false) }));
    const lost = ways.filter(({ possible }) => !possible);
    if (lost.length > 0) return notMet(`No change of ${source} finds its way to ${listed(lost.map(({ target }) => target.name))}, where ${name} is kept.`, [...given.certain.map(({ to }) => to.id), ...lost.map(({ target }) => target.id)]);
    const open = ways.filter(({ sure }) => !sure).flatMap(({ possible = [] }) => possible);
    if (open.length > 0) return cannotTell(`Whether ${name} follows ${source} is not stated.`, carriedBy(open.map(({ edge }) => edge)), idsOf(open));
    const path = ways.flatMap(({ sure = [] }) => sure);
    const fed = new Set(path.flatMap(({ edge, to }) => (isCompute(to) ? [edge.id] : [edge.id, to.id])));
    const twice = judging.report().findings.find(({ rule, witness, primary }) => rule.includes('/dual-write') && [primary, ...witness].some((each) => fed.has(each)));
    if (twice) return notMet(twice.message, [twice.primary, ...twice.witness]);
    return met(`${whoDo(ways.map(({ target }) => target.name), 'follows', 'follow')} ${listed(given.certain.map(({ to }) => to.name))}.`, idsOf(path));
  },
);

function keeping(judging: Judging, entityId: string): EntityEdges {
  const durable = durableWrites(judging, entityId);
  return durable.certain.length > 0 ? durable : storeWrites(judging, entityId);
}

const targetsOf = ({ certain }: EntityEdges): readonly Component[] => [...new Set(certain.map(({ to }) => to))];

const idsOf = (steps: readonly DataStep[]): readonly Id[] => steps.flatMap(({ edge }) => [edge.from.id, edge.id, edge.to.id]);

/** A shortest way from where the source is written, by steps that carry one of the entities: certainly, or as far as is stated. */
function wayTo(judging: Judging, writes: readonly Edge[], target: Component, entities: readonly string[], isSure: boolean): readonly DataStep[] | undefined {
  const fits = (truth: Truth): boolean => (isSure ? truth === true : truth !== false);
  const follows = ({ edge }: DataStep): boolean => fits(some3(entities.map((id) => judging.carries(edge, id))));
  const starts = writes.flatMap((write) => [...dataSteps(judging.graph, write.to.id), ...announcing(judging, write)]);
  const ways: (readonly [DataStep, ...DataStep[]])[] = starts.filter(follows).map((step) => [step]);
  const seen = new Set<Id>();
  for (const way of ways) {
    const { to } = way.at(-1) ?? way[0];
    if (to.id === target.id) return way;
    if (seen.has(to.id) || !(isBroker(to) || isCompute(to))) continue;
    seen.add(to.id);
    for (const step of dataSteps(judging.graph, to.id).filter(follows)) ways.push([...way, step]);
  }
  return undefined;
}

/** Messages in which a writer tells what it has written. Where nothing makes the two one, a rule about writing twice objects. */
const announcing = ({ graph }: Judging, { from }: Edge): readonly DataStep[] => graph.out(from.id).filter(({ interaction }) => interaction === 'publish').map((edge) => ({ edge, to: edge.to }));
