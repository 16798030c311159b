import type { Rule } from '../rule.ts';
import { duplicateExecution } from './duplicate-execution.ts';
import { overlappingRuns } from './overlapping-runs.ts';

/** The rules about scheduled jobs. */
export const scheduledJobRules: readonly Rule[] = [
  duplicateExecution,
  overlappingRuns,
];
