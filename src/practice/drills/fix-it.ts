import { z } from 'zod';
import { chance } from '#base/chance.ts';
import { failure, type Result, success } from '#base/result.ts';
import { applyDiff, invertDiff } from '#diagram/diff.ts';
import type { Diagram, Id } from '#diagram/diagram.ts';
import { asksToState } from '#rules/asks-to-state.ts';
import type { Finding, Severity } from '#rules/finding.ts';
import { fixesOf } from '#rules/fixes.ts';
import { createValidator } from '#rules/validate.ts';
import { topicsOfRule } from '../rule-topics.ts';
import { type Difficulty, topics } from '../scenario.ts';
import { editCount } from './edit-count.ts';
import { newFindings, plant, type PlantedDesign, type PlantedFlaw, type SoundDesign } from './planting.ts';

/** What a task is made from: the same recipe and designs give the same task. */
export const fixRecipeSchema = z.object({
  seed: z.union([z.number(), z.string()]),
  /** How many flaws. */
  count: z.number().int().min(1).max(5),
  /** How much the budget leaves beside the par. */
  difficulty: z.enum(['easy', 'medium', 'hard']),
  /** Flaws on one of these topics; on any where none is named. */
  topics: z.array(z.enum(topics)).readonly(),
});
export type FixRecipe = Readonly<z.infer<typeof fixRecipeSchema>>;

/** A task under way, as it is kept. */
export const fixRunSchema = z.object({
  recipe: fixRecipeSchema,
  scenario: z.string(),
  design: z.string(),
  /** How far the repair is: the diagram as a file. */
  diagram: z.string(),
});
export type FixRun = Readonly<z.infer<typeof fixRunSchema>>;

/** A flawed design that is to be repaired with few edits. */
export interface FixTask {
  readonly recipe: FixRecipe;
  readonly sound: SoundDesign;
  /** The flawed design. */
  readonly start: Diagram;
  readonly planted: readonly PlantedFlaw[];
  /** The fewest edits that are known to repair it. */
  readonly par: number;
  /** The edits that are allowed. */
  readonly budget: number;
}

const counting: ReadonlySet<Severity> = new Set(['error', 'warning']);

/** The edits that a level allows, by the par. */
const budgets: Readonly<Record<Difficulty, (par: number) => number>> = { easy: (par) => 2 * par + 1, medium: (par) => par + Math.ceil(par / 2), hard: (par) => par };

/** A task from one of these designs; fails with a sentence where they have no room for such flaws. */
export function fixIt(designs: readonly SoundDesign[], recipe: FixRecipe): Result<FixTask, string> {
  const wants = (rule: string): boolean => !rule.startsWith('rationale/') && (recipe.topics.length === 0 || topicsOfRule(rule).some((topic) => recipe.topics.includes(topic)));
  for (const sound of chance(recipe.seed).shuffle(designs)) {
    const flawed = plant(sound.diagram, { count: recipe.count, severities: counting, wants, fits: () => true }, chance(`${recipe.seed} ${sound.scenario}/${sound.design}`));
    if (!flawed) continue;
    const par = parOf(sound.diagram, flawed);
    return success({ recipe, sound, start: flawed.diagram, planted: flawed.planted, par, budget: budgets[recipe.difficulty](par) });
  }
  return failure(`None of these designs has room for ${recipe.count} such flaws. Try fewer, or more topics.`);
}

/** A task under way again; fails where its design is gone. */
export const resumeFix = (designs: readonly SoundDesign[], { recipe, scenario, design }: Pick<FixRun, 'recipe' | 'scenario' | 'design'>): Result<FixTask, string> =>
  fixIt(designs.filter((each) => each.scenario === scenario && each.design === design), recipe);

/** How a repair stands. */
export interface FixState {
  /** Planted flaws that are still there, as they are now. */
  readonly left: readonly Finding[];
  /** Errors and warnings that neither the start nor the sound design had. */
  readonly broken: readonly Finding[];
  /** Components of the sound design that are gone, and its connections whose ends are no longer joined on any way. */
  readonly lost: readonly Id[];
  readonly edits: number;
  readonly isOverBudget: boolean;
  /** Everything is repaired, nothing is broken or lost, and the budget was kept. */
  readonly isSolved: boolean;
}

/** Judges repairs of a task, diagram after diagram; it remembers, so that an edit costs little. Settings and acceptances are those of the start: hiding a flaw repairs nothing. */
export function createFixJudge({ sound, start, planted, budget }: Pick<FixTask, 'sound' | 'start' | 'planted' | 'budget'>): (now: Diagram) => FixState {
  const repair = createRepairJudge(sound.diagram, { diagram: start, planted });
  return (now) => {
    const state = repair(now);
    const edits = editCount(start, now);
    const isOverBudget = edits > budget;
    return { left: state.left, broken: state.broken, lost: state.lost, edits, isOverBudget, isSolved: isWhole(state) && !isOverBudget };
  };
}

interface Repair extends Pick<FixState, 'left' | 'broken' | 'lost'> {
  readonly findings: readonly Finding[];
}

const isWhole = ({ left, broken, lost }: Repair): boolean => left.length + broken.length + lost.length === 0;

function createRepairJudge(sound: Diagram, { diagram: start, planted }: PlantedDesign): (now: Diagram) => Repair {
  const judge = createValidator();
  const before = [...judge(sound).findings, ...judge(start).findings];
  const keys = new Set(planted.map(({ finding }) => finding.key));
  return (now) => {
    const { findings, questions } = judge({ ...now, settings: start.settings, suppressions: start.suppressions });
    const asked = new Set(questions.map(({ key }) => key));
    const telling = new Map(findings.map((finding) => [finding.key, finding]));
    // Who only takes back what is stated has hidden the flaw.
    const left = planted.flatMap(({ finding }) => {
      const still = telling.get(finding.key);
      if (still && counting.has(still.severity)) return [still];
      return asked.has(finding.key) || (still && asksToState(still)) ? [finding] : [];
    });
    const broken = newFindings(before, findings).filter(({ key, severity }) => counting.has(severity) && !keys.has(key));
    return { findings, left, broken, lost: lostFrom(sound, start, now) };
  };
}

function lostFrom(sound: Diagram, start: Diagram, now: Diagram): readonly Id[] {
  const components = [...sound.components.keys()].filter((id) => start.components.has(id) && !now.components.has(id));
  const connections = [...sound.connections.values()].filter(({ from, to }) => now.components.has(from) && now.components.has(to) && !isJoined(now, from, to) && isJoined(start, from, to));
  return [...components, ...connections.map(({ id }) => id)];
}

/** Whether some way leads along the arrows from one component to the other. */
function isJoined(diagram: Diagram, from: Id, to: Id): boolean {
  const seen = new Set<Id>();
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const connection of diagram.connections.values()) {
      if (connection.from !== at || seen.has(connection.to)) continue;
      if (connection.to === to) return true;
      seen.add(connection.to);
      open.push(connection.to);
    }
  }
  return false;
}

/** The fewest edits known: taking back what was planted, or the cheapest way out of each flaw where all of them together repair it. */
function parOf(sound: Diagram, flawed: PlantedDesign): number {
  const repair = createRepairJudge(sound, flawed);
  const undone = editCount(flawed.diagram, sound);
  let mixed = flawed.diagram;
  // Steps that build on each other come apart from the last one on.
  for (const flaw of flawed.planted.toReversed()) mixed = cheapest(repair, flaw, mixed);
  return isWhole(repair(mixed)) ? Math.min(undone, editCount(flawed.diagram, mixed)) : undone;
}

/** The diagram with one flaw less, by the fewest edits. */
function cheapest(repair: (now: Diagram) => Repair, { finding, step }: PlantedFlaw, now: Diagram): Diagram {
  const current = repair(now).findings.find(({ key }) => key === finding.key);
  if (!current) return now;
  let count = 0;
  const freshId = (): Id => `fix-${finding.key}-${++count}`;
  const fixed = fixesOf(current, now)
    .filter(({ completes }) => completes !== false)
    .flatMap((fix) => {
      const transaction = fix.apply(now, freshId);
      return transaction ? [applyDiff(now, transaction.diff)] : [];
    });
  const ways = [applyDiff(now, invertDiff(step)), ...fixed].map((diagram) => ({ diagram, edits: editCount(now, diagram) })).sort((a, b) => a.edits - b.edits);
  const ends = ({ diagram }: (typeof ways)[number]): boolean => {
    const { left, broken, lost } = repair(diagram);
    return left.every(({ key }) => key !== finding.key) && broken.length + lost.length === 0;
  };
  return ways.find(ends)?.diagram ?? now;
}
