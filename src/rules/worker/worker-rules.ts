import type { Rule } from '../rule.ts';
import { acknowledgesBeforeProcessing } from './acknowledges-before-processing.ts';

/** The rules about workers. */
export const workerRules: readonly Rule[] = [
  acknowledgesBeforeProcessing,
];
