import { z } from 'zod';
import { asksToState } from '#rules/asks-to-state.ts';
import { rules } from '#rules/rules.ts';
import { type Judgement, cannotTell, met, notMet } from '../judgement.ts';
import { defineFact } from './fact.ts';

const ids = rules.map(({ id }) => id);

/** Whether a rule belongs to what a pattern names: `queue/no-consumer`, `capacity/*`, `stream/window-*`, `*\/single-instance`. */
const named = (pattern: string): ((id: string) => boolean) => {
  const [head = '', ...tail] = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  const expression = new RegExp(`^${[head, ...tail].join('.*')}$`);
  return (id) => expression.test(id);
};

const rulePattern = z.string('must be the id of a rule').refine((pattern) => ids.some(named(pattern)), 'must name a rule');

/** `silent(rules)`: these rules report nothing, and have no question open; with `statedOnly` only what is stated counts. */
export const silent = defineFact('silent', 'These rules find nothing, and have nothing to ask; with "statedOnly" what they would ask does not matter. A star stands for any part of an id.', { rules: z.array(rulePattern, 'must be a list of rules').min(1, 'must not be empty').readonly(), statedOnly: z.boolean('must be true or false').optional() }, ({ rules: patterns, statedOnly = false }, judging): Judgement => {
  const matches = patterns.map(named);
  const isMeant = ({ rule }: { readonly rule: string }): boolean => matches.some((match) => match(rule));
  const { findings, questions } = judging.report();
  const reported = findings.filter(isMeant);
  const found = reported.filter((finding) => !asksToState(finding));
  const asking = statedOnly ? [] : reported.filter(asksToState);
  if (found.length > 0) return notMet(found.map(({ message }) => message).slice(0, 2).join(' '), found.flatMap(({ primary, witness }) => [primary, ...witness]).filter((id) => id !== 'diagram'));
  const open = statedOnly ? [] : questions.filter(isMeant);
  if (open.length > 0) return cannotTell(`${judging.nameOf(open[0]?.primary ?? '')}: ${lowered(open[0]?.question ?? '')}`, open.flatMap(({ fields }) => fields), open.map(({ primary }) => primary).filter((id) => id !== 'diagram'));
  if (asking.length > 0) return cannotTell(asking.map(({ message }) => message).slice(0, 2).join(' '), [], asking.map(({ primary }) => primary).filter((id) => id !== 'diagram'));
  return met('The rules have nothing to object to.');
});

/** A question after a name. */
const lowered = (question: string): string => question.charAt(0).toLowerCase() + question.slice(1);

/** No rule finds an error. Open questions are no errors. */
export const noErrors = defineFact('no-errors', 'No rule finds an error.', {}, (_, judging): Judgement => {
  const errors = judging.report().findings.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return met('No rule finds an error.');
  return notMet(errors.map(({ message }) => message).slice(0, 2).join(' '), errors.flatMap(({ primary, witness }) => [primary, ...witness]).filter((id) => id !== 'diagram'));
});
