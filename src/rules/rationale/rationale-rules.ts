import type { Rule } from '../rule.ts';
import { genericDatabaseRationale } from './generic-database-rationale.ts';
import { infrastructureDesignDefault } from './infrastructure-design-default.ts';
import { missingDatabaseRationale } from './missing-database-rationale.ts';
import { productDesignDefault } from './product-design-default.ts';
import { sqlVsNosqlComparison } from './sql-vs-nosql-comparison.ts';

/** The rules about rationale. */
export const rationaleRules: readonly Rule[] = [
  sqlVsNosqlComparison,
  missingDatabaseRationale,
  genericDatabaseRationale,
  productDesignDefault,
  infrastructureDesignDefault,
];
