import { z } from 'zod';
import { type Result, success } from '#base/result.ts';
import { structureProblem } from '#formats/json/invariants.ts';
import { isObject, issueProblem, parseJson } from '#formats/json/parse.ts';
import { type Problem, problem } from '#formats/json/problem.ts';
import { readScenario } from '#formats/scenario/read.ts';
import { writeScenario } from '#formats/scenario/write.ts';
import { type Requirement, type Scenario, topics } from '#practice/scenario.ts';
import { scenarioOf } from '#practice/scenarios.ts';
import { freeId } from './own-shelf.ts';

const text = z.string('must be text in quotes');
const list = <S extends z.ZodType>(item: S): z.ZodArray<S> => z.array(item, 'must be a list');
const record = <Shape extends z.core.$ZodLooseShape>(shape: Shape) => z.looseObject(shape, 'must be one object in curly brackets');
const texts = list(text);
const requirement = record({ id: text, text });
const check = record({ id: text, title: text.default(''), mandatory: z.boolean('must be true or false').optional(), fact: z.unknown() });
const curveball = record({ id: text, title: text.default(''), says: text.default(''), load: z.unknown().optional(), checks: list(check).default([]), debrief: text.default(''), answer: text.optional() });

/** A scenario on its way: of the right shape for the form, whatever it still lacks. What the form does not show is kept as it came. */
const draftSchema = record({
  id: text.default(''),
  title: text.default(''),
  type: z.enum(['product', 'infrastructure'], 'must be product or infrastructure').default('product'),
  difficulty: z.enum(['easy', 'medium', 'hard'], 'must be easy, medium or hard').default('medium'),
  topics: list(z.enum(topics, `must be one of ${topics.join(', ')}`)).default([]),
  brief: text.default(''),
  functional: list(requirement).default([]),
  nonFunctional: list(requirement).default([]),
  settings: z.record(text, z.unknown(), 'must be one object in curly brackets').default({}),
  entities: list(record({ id: text, name: text, about: text.default(''), alsoCalled: texts.optional() })).default([]),
  phases: z.record(text, texts, 'must be one object in curly brackets').default({}),
  checks: list(check).transform((checks): DraftCheck[] => checks.map((each) => ({ ...each, mandatory: each.mandatory ?? true }))).default([]),
  hints: texts.default([]),
  mistakes: list(record({ text: text.default(''), when: z.unknown().optional(), shown: text.optional() })).default([]),
  curveballs: list(curveball).default([]),
  pitch: text.default(''),
  designs: list(record({ id: text, title: text.default(''), about: text.default(''), text })).default([]),
});

/** What the form edits. */
export type Draft = z.infer<typeof draftSchema>;
export type DraftCheck = z.infer<typeof check>;
export type DraftMistake = Draft['mistakes'][number];
export type DraftCurveball = Draft['curveballs'][number];
export type DraftEntity = Draft['entities'][number];

/** A scenario that is being written, and how. */
export interface Writing {
  readonly draft: Draft;
  /** The same as text, while it is edited as text; it may be no scenario at all. */
  readonly text: string | undefined;
  /** The id under which it is kept already. */
  readonly original: string | undefined;
}

/** Nothing yet but an id, which follows the title. */
export const emptyDraft: Draft = draftSchema.parse({ id: 'scenario', settings: { interviewType: 'product' } });

/** A draft as the text of a file. */
export const draftText = (draft: Draft): string => writeScenario(draft);

/** The text of a file as a draft; what keeps the form from showing it, otherwise. */
export function readDraft(source: string): Result<Draft, readonly Problem[]> {
  const json = parseJson(source);
  if (!json.ok) return json;
  const structure = structureProblem(json.value);
  if (structure) return { ok: false, error: [structure] };
  const { format: _format, version: _version, ...content } = isObject(json.value) ? json.value : {};
  const parsed = draftSchema.safeParse(isObject(json.value) ? content : json.value);
  return parsed.success ? success(parsed.data) : { ok: false, error: parsed.error.issues.map(({ path, message }) => issueProblem(path, message)) };
}

/** What is being written as a scenario, or what is still wrong with it. Caveat's own ids are not to be had. */
export function written({ draft, text: source }: Writing): Result<Scenario, readonly Problem[]> {
  const read = readScenario(source ?? draftText(draft));
  if (read.ok && scenarioOf(read.value.id)) return { ok: false, error: [problem('id', `id must not be ${read.value.id}, which is one of Caveat's own interviews.`)] };
  return read;
}

/** What becomes a draft of a kept scenario. */
export function draftOf(scenario: Scenario): Draft {
  const read = readDraft(JSON.stringify(scenario));
  if (!read.ok) throw new Error(`${scenario.id} has the shape of no draft.`);
  return read.value;
}

/** A title or name as an id. */
export const idOf = (name: string): string =>
  name.toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '').slice(0, 60);

/** One requirement a line. A line that stays keeps its id, and so does one that is edited in its place. */
export function requirementsOf(lines: readonly string[], before: readonly Requirement[], prefix: string): { id: string; text: string }[] {
  const stays = new Set(lines);
  const taken = new Set<string>();
  return lines.map((line, index) => {
    const same = before.find(({ id, text: old }) => old === line && !taken.has(id));
    const inPlace = before[index];
    const known = same ?? (inPlace && !stays.has(inPlace.text) && !taken.has(inPlace.id) ? inPlace : undefined);
    const id = known?.id ?? freeId(`${prefix}${index + 1}`, (each) => taken.has(each) || before.some((old) => old.id === each));
    taken.add(id);
    return { id, text: line };
  });
}
