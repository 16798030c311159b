import type { Id } from '#diagram/diagram.ts';
import { isBroker, isCompute } from '#graph/roles.ts';
import { type Judgement, cannotTell, met, notMet } from '../judgement.ts';
import { dataPath } from './data-flow.ts';
import { defineFact } from './fact.ts';
import { componentsOf, listed } from './judging.ts';
import { isOfKind, openFields, selectorSchema, selects, selectorWords } from './selector.ts';

/** `fed-by(target, source)`: changes of the source reach the target by messages, captured changes or workers, and nobody writes both. */
export const fedBy = defineFact(
  'fed-by',
  'Changes reach the target from the source by messages, captured changes, workers or jobs, and nobody writes both at once.',
  { target: selectorSchema, source: selectorSchema },
  ({ target, source }, judging): Judgement => {
    const { graph } = judging;
    const [targets, sources] = [target, source].map((selector) => componentsOf(judging).filter((component) => isOfKind(selector, component)));
    const pairs = (targets ?? []).flatMap((to) => (sources ?? []).map((from) => ({ from, to, path: from.id === to.id ? undefined : dataPath(graph, from.id, to.id, (each) => isBroker(each) || isCompute(each)) }))).filter(({ path }) => path);
    const certain = pairs.filter(({ from, to }) => selects(source, from) === true && selects(target, to) === true);
    const witness = (of: typeof pairs): readonly Id[] => of.flatMap(({ path }) => path ?? []);
    const [first] = certain;
    if (!first) {
      const open = pairs.filter(({ from, to }) => selects(source, from) !== false && selects(target, to) !== false);
      if (open.length > 0) return cannotTell(`Whether ${selectorWords(target)} is fed is not stated.`, open.flatMap(({ from, to }) => [...openFields(source, from), ...openFields(target, to)]), witness(open));
      return notMet(`No change of ${selectorWords(source)} finds its way to ${selectorWords(target)}.`, [...(sources ?? []), ...(targets ?? [])].map(({ id }) => id));
    }
    const doubled = judging.report().findings.filter(({ rule, witness: proof, primary }) => rule.includes('/dual-write') && [primary, ...proof].some((id) => certain.some(({ to }) => to.id === id)));
    if (doubled.length > 0) return notMet(doubled[0]?.message ?? '', doubled.flatMap(({ primary, witness: proof }) => [primary, ...proof]));
    return met(`${first.to.name} follows ${listed(certain.map(({ from }) => from.name))}.`, witness(certain));
  },
);
