import { z } from 'zod';
import { chance } from '#base/chance.ts';
import type { Diagram } from '#diagram/diagram.ts';
import { sketch } from '#diagram/sketch.ts';
import type { Finding } from '#rules/finding.ts';
import { ruleOf } from '#rules/fixes.ts';
import { judgedExample } from '#rules/rule-example.ts';
import type { Rule } from '#rules/rule.ts';
import { validate } from '#rules/validate.ts';
import { topicsOfRule } from '../rule-topics.ts';
import { type Topic, topics } from '../scenario.ts';
import type { Option, Question } from './questions/question.ts';
import { questions } from './questions/questions.ts';

/** An option as it is shown, with what the engine thinks of it. */
export interface JudgedOption {
  /** Stays the same however the options are shuffled. */
  readonly id: string;
  readonly label: string;
  /** The sketch with this option in it, without positions. */
  readonly diagram: Diagram;
  readonly isRight: boolean;
  /** Why it is right or wrong, in one to three sentences. */
  readonly reason: string;
  /** What a rule objects to; its witness shows where. */
  readonly finding: Finding | undefined;
}

/** A short question, ready to be asked. */
export interface AskedQuestion {
  readonly id: string;
  readonly topics: readonly Topic[];
  /** The rules that it teaches. */
  readonly rules: readonly string[];
  readonly text: string;
  /** The sketch with the open place; undefined where the options themselves are the pictures. */
  readonly diagram: Diagram | undefined;
  /** Shuffled; one or more are right, and any of those is a right answer. */
  readonly options: readonly JudgedOption[];
}

/** A question that somebody wrote, judged by the engine, its options shuffled. */
export function ask(question: Question, seed: number | string): AskedQuestion {
  const { id, topics, rules, asks } = question;
  const options = question.options.map((option, index) => judgedOption(question, option, `${id}/${index + 1}`));
  return { id, topics, rules, text: asks, diagram: sketched(question, question.open ?? ''), options: chance(seed).shuffle(options) };
}

/** The question that can be asked of every rule: which of its two examples is flawed? */
export function askAboutExamples(rule: Rule, seed: number | string): AskedQuestion {
  const { diagram: flawed, finding } = judgedExample(rule, 'bad');
  const { diagram: sound } = judgedExample(rule, 'good');
  const options = chance(seed).shuffle([
    { id: `${rule.id}/bad`, diagram: flawed, isRight: true, reason: joined(finding?.message ?? rule.docs.what, rule.docs.why), finding },
    { id: `${rule.id}/good`, diagram: sound, isRight: false, reason: joined('This one is fine in that respect.', `The way out is taken: ${lowerFirst(rule.docs.fix)}`), finding: undefined },
  ]);
  return {
    id: `examples:${rule.id}`,
    topics: topicsOfRule(rule.id),
    rules: [rule.id],
    text: 'Which of these two would an interviewer object to?',
    diagram: undefined,
    options: options.map((option, index) => ({ ...option, label: index === 0 ? 'The first' : 'The second' })),
  };
}

/** A question about a rule; another one at each turn, as far as there are several. Undefined for an id that no rule has. */
export function askAboutRule(rule: string, turn: number, seed: number | string): AskedQuestion | undefined {
  const known = ruleOf(rule);
  if (!known) return undefined;
  const written = questions.filter(({ rules }) => rules.includes(rule));
  const next = written[turn % (written.length + 1)];
  return next ? ask(next, seed) : askAboutExamples(known, seed);
}

/** So many different questions on these topics (on all where none is named), shuffled. */
export function askSome({ topics = [], count }: { readonly topics?: readonly Topic[]; readonly count: number }, seed: number | string): readonly AskedQuestion[] {
  const fitting = questions.filter((question) => topics.length === 0 || question.topics.some((topic) => topics.includes(topic)));
  return chance(seed).shuffle(fitting).slice(0, count).map((question) => ask(question, `${seed} ${question.id}`));
}

/** A round under way, as it is kept: which questions, and what was answered, both by id. */
export const whichOneRunSchema = z.object({
  seed: z.union([z.number(), z.string()]),
  /** What was wished; for another round. */
  topics: z.array(z.enum(topics)).readonly(),
  questions: z.array(z.string()).readonly(),
  answers: z.array(z.object({ question: z.string(), option: z.string() })).readonly(),
  /** The question that is shown, answered or not. */
  shown: z.string(),
});
export type WhichOneRun = Readonly<z.infer<typeof whichOneRunSchema>>;

/** So many questions are asked in a row. */
const roundLength = 10;

/** A round that begins, on these topics. */
export function startWhichOne(topics: readonly Topic[], seed: number | string): WhichOneRun {
  const ids = askSome({ topics, count: roundLength }, seed).map(({ id }) => id);
  return { seed, topics, questions: ids, answers: [], shown: ids[0] ?? '' };
}

/** Where a round stands among these questions of it: at the one that was shown, or, where that is gone, at the first without an answer. */
export function placeIn({ shown, answers }: WhichOneRun, asked: readonly AskedQuestion[]): number {
  const place = asked.findIndex(({ id }) => id === shown);
  return place === -1 ? asked.filter(({ id }) => answers.some(({ question }) => question === id)).length : place;
}

/** What was answered to a question of a round; undefined while nothing was. */
export const answerTo = ({ answers }: WhichOneRun, { id, options }: AskedQuestion): JudgedOption | undefined =>
  options.find((option) => answers.some((answer) => answer.question === id && answer.option === option.id));

/** The questions of a round as they were asked; those that are no longer there are left out. */
export const resumeWhichOne = ({ seed, questions: ids }: WhichOneRun): readonly AskedQuestion[] => ids.flatMap((id) => askAgain(id, `${seed} ${id}`) ?? []);

/** The question of this id again, written or made from examples; undefined where there is none. */
export function askAgain(id: string, seed: number | string): AskedQuestion | undefined {
  const written = questions.find((question) => question.id === id);
  if (written) return ask(written, seed);
  const rule = id.startsWith('examples:') ? ruleOf(id.slice('examples:'.length)) : undefined;
  return rule && askAboutExamples(rule, seed);
}

const sketched = (question: Question, puts: string): Diagram => sketch(question.sketch.replaceAll('?', () => puts));

function judgedOption(question: Question, { label, puts, because }: Option, id: string): JudgedOption {
  const diagram = sketched(question, puts);
  const { findings } = validate({ ...diagram, settings: { ...diagram.settings, lintConfig: { preset: 'strict' } } });
  const finding = findings.find(({ rule }) => question.rules.includes(rule)) ?? findings.find(({ severity }) => severity === 'error');
  const reason = finding ? joined(finding.message, ruleOf(finding.rule)?.docs.why ?? '') : (because ?? 'No rule objects to it.');
  return { id, label, diagram, isRight: finding === undefined, reason, finding };
}

const joined = (...sentences: readonly string[]): string => sentences.filter((text) => text !== '').join(' ');

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
