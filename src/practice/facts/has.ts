import { met, notMet, cannotTell } from '../judgement.ts';
import { count, defineFact } from './fact.ts';
import { componentsOf, listed, whoDo } from './judging.ts';
import { isOfKind, openFields, narrowed, otherwise, selectorSchema, selectorNoun, selects, selectorWords } from './selector.ts';

/** `has(selector)`: components of this sort are there. */
export const has = defineFact('has', 'Components of this sort are there, one or at least so many.', { of: selectorSchema, atLeast: count.optional() }, ({ of, atLeast = 1 }, judging) => {
  const all = componentsOf(judging).filter((component) => isOfKind(of, component));
  const fitting = all.filter((component) => selects(of, component) === true);
  const open = all.filter((component) => selects(of, component) === undefined);
  if (fitting.length >= atLeast) return met(`${whoDo(fitting.map(({ name }) => name), 'is', 'are each')} ${selectorWords(narrowed(of, fitting))}.`, fitting.map(({ id }) => id));
  if (fitting.length + open.length >= atLeast) {
    return cannotTell(`Whether ${whoDo(open.map(({ name }) => name), 'is', 'are each')} ${selectorWords(of)} is not stated.`, open.flatMap((component) => openFields(of, component)));
  }
  const witness = all.map(({ id }) => id);
  if (fitting.length > 0) return notMet(`Only ${whoDo(fitting.map(({ name }) => name), 'is', 'are each')} ${selectorWords(of)}; ${atLeast} were asked for.`, witness);
  const others = all.filter((component) => selects(of, component) === false);
  if (others.length > 0) return notMet(`${others.slice(0, 2).map((component) => `${component.name} has ${otherwise(of, component)}`).join('; ')}.`, witness);
  const unused = [...judging.diagram.components.values()].filter((component) => isOfKind(of, component));
  return notMet(unused.length > 0 ? `Nothing leads to ${listed(unused.map(({ name }) => name))}.` : `There is no ${selectorNoun(of)}.`, witness);
});
