import { unusedSuppression } from './model/unused-suppression.ts';
import type { Rule } from './rule.ts';

/** Every rule that judges a diagram, by group. To add one: write its file, then its line in the list of its group. */
const judging: readonly Rule[] = [
];

/** All rules; the last one looks at what the others have found. */
export const rules: readonly Rule[] = [...judging, unusedSuppression(judging)];
