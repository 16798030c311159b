import { byId } from '#base/order.ts';
import { isInScope } from '#graph/roles.ts';
import { databaseText } from '#rules/rationale/database-text.ts';
import { type Judgement, cannotTell, met, notMet } from '../judgement.ts';
import { defineFact } from './fact.ts';
import { listed } from './judging.ts';
import { selectorNoun, selectorSchema, selects } from './selector.ts';

/** `why(selector)`: a reason is given for each such component, and it is one. */
export const reason = defineFact('why', 'A reason is given for each such component, and no rule objects to it.', { of: selectorSchema }, ({ of }, judging): Judgement => {
  const chosen = [...judging.diagram.components.values()].filter((component) => isInScope(component) && selects(of, component) === true).toSorted(byId);
  const silentOnes = chosen.filter((component) => databaseText(judging.diagram, component) === '');
  const told = chosen.filter((component) => !silentOnes.includes(component));
  const poor = judging.report().findings.filter(({ rule, primary, messageId }) => rule.startsWith('rationale/') && told.some(({ id }) => id === primary) && messageId !== 'missing');
  if (poor.length > 0) return notMet(poor[0]?.message ?? '', poor.map(({ primary }) => primary));
  if (silentOnes.length > 0) return cannotTell(`Why ${listed(silentOnes.map(({ name }) => name))} is the right choice is not said.`, silentOnes.map(({ id }) => ({ record: id, property: 'rationale' })));
  return met(chosen.length === 0 ? `There is no ${selectorNoun(of)} yet that needs a reason.` : `A reason is given for ${listed(chosen.map(({ name }) => name))}.`, chosen.map(({ id }) => id));
});
