import { met, notMet, cannotTell } from '../judgement.ts';
import { count, defineFact } from './fact.ts';
import { componentsOf, listed } from './judging.ts';
import { isOfKind, openFields, selectorSchema, selectorNoun, selects, selectorWords } from './selector.ts';

/** `has(selector)`: components of this sort are there. */
export const has = defineFact('has', 'Components of this sort are there, one or at least so many.', { of: selectorSchema, atLeast: count.optional() }, ({ of, atLeast = 1 }, judging) => {
  const all = componentsOf(judging).filter((component) => isOfKind(of, component));
  const fitting = all.filter((component) => selects(of, component) === true);
  const open = all.filter((component) => selects(of, component) === undefined);
  const names = listed(fitting.map(({ name }) => name));
  const wanted = atLeast === 1 ? selectorWords(of) : `${atLeast} times ${selectorWords(of)}`;
  if (fitting.length >= atLeast) return met(`There is ${wanted}: ${names}.`, fitting.map(({ id }) => id));
  if (fitting.length + open.length >= atLeast) {
    return cannotTell(`${listed(open.map(({ name }) => name))} may be ${selectorWords(of)}: say it.`, open.flatMap((component) => openFields(of, component)));
  }
  return notMet(fitting.length > 0 ? `There is only ${names}, not ${wanted}.` : `There is no ${selectorNoun(of)} that anything leads to.`, all.map(({ id }) => id));
});
