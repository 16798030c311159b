import { z } from 'zod';
import { chance } from '#base/chance.ts';
import { failure, type Result, success } from '#base/result.ts';
import type { Diagram, Id } from '#diagram/diagram.ts';
import { displayName } from '#rules/display-name.ts';
import type { Finding, Severity } from '#rules/finding.ts';
import { ruleOf } from '#rules/fixes.ts';
import { validate } from '#rules/validate.ts';
import { topicsOfRule } from '../rule-topics.ts';
import { type Difficulty, topics } from '../scenario.ts';
import { flawName } from './flaw-names.ts';
import { newFindings, plant, type PlantedFlaw, type SoundDesign } from './planting.ts';
import { whyFine } from './why-fine.ts';

/** What a puzzle is made from: the same recipe and designs give the same puzzle. */
export const spotRecipeSchema = z.object({
  seed: z.union([z.number(), z.string()]),
  /** How many flaws. */
  count: z.number().int().min(1).max(5),
  difficulty: z.enum(['easy', 'medium', 'hard']),
  /** Flaws on one of these topics; on any where none is named. */
  topics: z.array(z.enum(topics)).readonly(),
  /** Flaws that these rules find; any where none is named. */
  rules: z.array(z.string()).readonly(),
});
export type SpotRecipe = Readonly<z.infer<typeof spotRecipeSchema>>;

/** A record, and what is said to be wrong with it. */
export const guessSchema = z.object({ record: z.string(), rule: z.string() });
export type Guess = Readonly<z.infer<typeof guessSchema>>;

/** A puzzle under way, as it is kept: the design was chosen from the recipe. */
export const spotRunSchema = z.object({
  recipe: spotRecipeSchema,
  scenario: z.string(),
  design: z.string(),
  guesses: z.array(guessSchema).readonly(),
  /** When it was first shown, in milliseconds since 1970: as in an interview, a closed page stops no clock. */
  started: z.number().nonnegative(),
  /** Whether the clock is shown. */
  isTimed: z.boolean(),
});
export type SpotRun = Readonly<z.infer<typeof spotRunSchema>>;

/** A design with flaws, and the truth about them. */
export interface SpotPuzzle {
  readonly recipe: SpotRecipe;
  readonly sound: SoundDesign;
  readonly diagram: Diagram;
  readonly planted: readonly PlantedFlaw[];
  /** What the engine says of the diagram, beside what was planted. */
  readonly others: readonly Finding[];
}

const levels: Readonly<Record<Difficulty, { readonly severities: ReadonlySet<Severity>; readonly fits: (points: number) => boolean }>> = {
  easy: { severities: new Set(['error', 'warning']), fits: (points) => points <= 1 },
  medium: { severities: new Set(['error', 'warning']), fits: (points) => points >= 1 && points <= 2 },
  hard: { severities: new Set(['error', 'warning', 'suggestion']), fits: (points) => points >= 2 },
};

/** A puzzle from one of these designs. Where no flaws are as hard to see as wished, others are taken. Fails with a sentence where the designs have no room for them. */
export function spotTheFlaw(designs: readonly SoundDesign[], recipe: SpotRecipe): Result<SpotPuzzle, string> {
  const { severities, fits } = levels[recipe.difficulty];
  const wants = (rule: string): boolean =>
    !rule.startsWith('rationale/') && (recipe.rules.length === 0 || recipe.rules.includes(rule)) && (recipe.topics.length === 0 || topicsOfRule(rule).some((topic) => recipe.topics.includes(topic)));
  for (const wish of [{ severities, fits }, { severities, fits: () => true }]) {
    for (const sound of chance(recipe.seed).shuffle(designs)) {
      const result = plant(sound.diagram, { count: recipe.count, wants, ...wish }, chance(`${recipe.seed} ${sound.scenario}/${sound.design}`));
      if (result) return success({ recipe, sound, ...result, others: othersIn(result.diagram, result.planted) });
    }
  }
  return failure(recipe.count === 1 ? 'None of these designs has room for such a flaw.' : `None of these designs has room for ${recipe.count} such flaws. Try fewer, or more topics.`);
}

/** A puzzle under way again, as it was kept; fails where its design is gone. */
export const resumeSpot = (designs: readonly SoundDesign[], { recipe, scenario, design }: Pick<SpotRun, 'recipe' | 'scenario' | 'design'>): Result<SpotPuzzle, string> =>
  spotTheFlaw(designs.filter((each) => each.scenario === scenario && each.design === design), recipe);

const othersIn = (diagram: Diagram, planted: readonly PlantedFlaw[]): readonly Finding[] => newFindings(planted.map(({ finding }) => finding), validate(diagram).findings);

/** What a guess is worth. */
export interface GuessVerdict {
  /** A flaw found; one that was found before; something true that was not planted; or nothing. */
  readonly outcome: 'found' | 'found-before' | 'true-but-not-planted' | 'wrong';
  /** How the record takes part in what was found. */
  readonly part?: 'accused' | 'related' | 'on-the-path';
  readonly finding?: Finding;
  /** Why; one to four sentences. */
  readonly text: string;
  /** When the named rule stays silent, in its own words; only for wrong guesses. */
  readonly silentWhen: readonly string[];
}

/** Judges a guess. The record counts if the finding accuses it, relates it, or shows it on the path. */
export function judgeGuess(puzzle: SpotPuzzle, guess: Guess, before: readonly Guess[] = []): GuessVerdict {
  const { diagram, planted, others } = puzzle;
  const hit = hitOf(planted.map(({ finding }) => finding), guess);
  if (hit) {
    const isKnown = before.some((earlier) => hitOf(planted.map(({ finding }) => finding), earlier)?.finding.key === hit.finding.key);
    const accused = displayName(diagram, hit.finding.primary);
    const place = hit.part === 'accused' ? '' : ` You named ${displayName(diagram, guess.record)}, which takes part in it; the one to change is ${accused}.`;
    return { outcome: isKnown ? 'found-before' : 'found', part: hit.part, finding: hit.finding, text: `${hit.finding.message}${place}`, silentWhen: [] };
  }
  const aside = hitOf(others, guess);
  if (aside) return { outcome: 'true-but-not-planted', part: aside.part, finding: aside.finding, text: `True: ${aside.finding.message} But it is not one of the planted flaws.`, silentWhen: [] };
  return { outcome: 'wrong', ...whyWrong(puzzle, guess) };
}

/** How far a puzzle is. */
export interface SpotProgress {
  readonly found: readonly PlantedFlaw[];
  readonly left: readonly PlantedFlaw[];
  /** Wrong guesses; what is true but not planted is none. */
  readonly wrong: number;
  readonly isSolved: boolean;
}

/** What these guesses have found. */
export function spotProgress(puzzle: SpotPuzzle, guesses: readonly Guess[]): SpotProgress {
  const verdicts = guesses.map((guess) => judgeGuess(puzzle, guess));
  const keys = new Set(verdicts.filter(({ outcome }) => outcome === 'found').map(({ finding }) => finding?.key));
  const found = puzzle.planted.filter(({ finding }) => keys.has(finding.key));
  const left = puzzle.planted.filter(({ finding }) => !keys.has(finding.key));
  return { found, left, wrong: verdicts.filter(({ outcome }) => outcome === 'wrong').length, isSolved: left.length === 0 };
}

interface Hit {
  readonly finding: Finding;
  readonly part: 'accused' | 'related' | 'on-the-path';
}

/** The finding of the named rule in which the record takes part; the one that accuses it first. */
function hitOf(findings: readonly Finding[], { record, rule }: Guess): Hit | undefined {
  const hits = findings.filter((finding) => finding.rule === rule).flatMap((finding): Hit[] => {
    const part = partIn(finding, record);
    return part ? [{ finding, part }] : [];
  });
  return hits.find(({ part }) => part === 'accused') ?? hits.find(({ part }) => part === 'related') ?? hits[0];
}

function partIn({ primary, related, witness }: Finding, record: Id): Hit['part'] | undefined {
  if (primary === record) return 'accused';
  if (related.some(({ id }) => id === record)) return 'related';
  return witness.includes(record) ? 'on-the-path' : undefined;
}

function whyWrong({ diagram, planted }: SpotPuzzle, { record, rule: id }: Guess): Pick<GuessVerdict, 'text' | 'silentWhen'> {
  const rule = ruleOf(id);
  if (!rule) return { text: 'There is no such flaw in the list.', silentWhen: [] };
  const name = displayName(diagram, record);
  const isHere = planted.some(({ finding }) => finding.primary === record);
  const isElsewhere = planted.some(({ finding }) => finding.rule === id);
  const fine = whyFine(diagram, rule, record);
  const hints = [...(isHere ? [`Something is wrong with ${name}, but something else.`] : []), ...(isElsewhere ? [`"${flawName(rule)}" is in this design, but elsewhere.`] : [])];
  return { text: [...hints, fine.text].join(' '), silentWhen: fine.silentWhen };
}
