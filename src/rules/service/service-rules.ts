import type { Rule } from '../rule.ts';
import { pushWithoutRouting } from './push-without-routing.ts';

/** The rules about services. */
export const serviceRules: readonly Rule[] = [
  pushWithoutRouting,
];
