import { hintCost } from '#practice/score.ts';

/** What one more hint costs after so many, in a sentence. */
export function costWords(taken: number): string {
  const points = hintCost(taken + 1) - hintCost(taken);
  return points === 0 ? 'It costs nothing more.' : `It costs ${points} ${points === 1 ? 'point' : 'points'}.`;
}
