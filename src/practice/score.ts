import { z } from 'zod';
import type { RequirementVerdict } from './judgement.ts';

const partSchema = z.object({
  part: z.enum(['mandatory', 'bonus', 'naming', 'hints']),
  points: z.number(),
  /** The most that it can bring. */
  of: z.number(),
  /** One sentence on how the points came about. */
  why: z.string(),
});

export const scoreSchema = z.object({ points: z.number().min(0).max(100), parts: z.array(partSchema).readonly() });

/** Part of a score, open to be checked. */
export type ScorePart = Readonly<z.infer<typeof partSchema>>;

/** Points from 0 to 100, the sum of the parts. */
export type Score = Readonly<z.infer<typeof scoreSchema>>;

/** What a score is made from. */
export interface Graded {
  readonly checks: readonly { readonly mandatory: boolean; readonly verdict: RequirementVerdict }[];
  /** Weaknesses named before the reveal, those that were there to name, and names for what is none. */
  readonly named: number;
  readonly nameable: number;
  readonly wrongNames: number;
  readonly hints: number;
}

const [mandatoryPoints, bonusPoints, namingPoints, pointsAHint, mostForHints] = [70, 10, 20, 2, 10];

/** What so many hints cost, in points. */
export const hintCost = (hints: number): number => Math.min(hints * pointsAHint, mostForHints);

/**
 * The score of an attempt. What cannot be told is not met: somebody would have had to say it. Where a scenario has no bonus, its points
 * go to what is mandatory. Where nothing is left to name, naming counts as far as the design is complete: a blank page is no perfect one.
 */
export function scoreOf({ checks, named, nameable, wrongNames, hints }: Graded): Score {
  const [mandatory, bonus] = [tally(checks.filter((check) => check.mandatory)), tally(checks.filter((check) => !check.mandatory))];
  const worth = bonus.of === 0 ? mandatoryPoints + bonusPoints : mandatoryPoints;
  const parts: readonly ScorePart[] = [
    { part: 'mandatory', points: Math.round(worth * shareOf(mandatory)), of: worth, why: `${mandatory.met} of ${mandatory.of} mandatory requirements met.` },
    ...(bonus.of === 0 ? [] : [{ part: 'bonus' as const, points: Math.round(bonusPoints * shareOf(bonus)), of: bonusPoints, why: `${bonus.met} of ${bonus.of} extras met.` }]),
    { part: 'naming', points: namingOf(named, nameable, wrongNames, shareOf(mandatory)), of: namingPoints, why: namingWords(named, nameable, wrongNames) },
    ...(hints === 0 ? [] : [{ part: 'hints' as const, points: -hintCost(hints), of: 0, why: `${hints} ${hints === 1 ? 'hint' : 'hints'} taken.` }]),
  ];
  return { points: Math.max(0, parts.reduce((total, { points }) => total + points, 0)), parts };
}

interface Tally {
  readonly met: number;
  readonly of: number;
}

const tally = (checks: readonly { readonly verdict: RequirementVerdict }[]): Tally => ({ met: checks.filter(({ verdict }) => verdict === 'met').length, of: checks.length });

const shareOf = ({ met, of }: Tally): number => (of === 0 ? 0 : met / of);

/** A wrong name costs a point, so that naming everything is no way. */
const namingOf = (named: number, nameable: number, wrong: number, complete: number): number => Math.max(0, Math.round(namingPoints * (nameable === 0 ? complete : named / nameable)) - wrong);

function namingWords(named: number, nameable: number, wrong: number): string {
  const said = nameable === 0 ? 'There was no weakness to name.' : `${named} of ${nameable} weaknesses named before the reveal.`;
  return wrong === 0 ? said : `${said} ${wrong} ${wrong === 1 ? 'name was' : 'names were'} wrong.`;
}
