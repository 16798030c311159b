import type { Id } from '#diagram/diagram.ts';
import type { Evidence } from './finding.ts';

/** Values of one record as evidence, those left out that are not stated. */
export const statedEvidence = (record: Id, values: Readonly<Record<string, unknown>>): readonly Evidence[] =>
  Object.entries(values).flatMap(([property, value]) => (value === undefined ? [] : [{ record, property, value }]));
