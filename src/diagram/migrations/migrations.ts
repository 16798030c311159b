import { tablesById } from './0-tables-by-id.ts';
import type { Migration } from './migration.ts';

/** Every step since the first format, in order and without a gap: the format's changelog. */
export const migrations: readonly Migration[] = [tablesById];

/** The version that is written. */
export const currentVersion = migrations.length;

/** A file of an older version as one of the current version. */
export function migrate(file: Readonly<Record<string, unknown>>, version: number): Readonly<Record<string, unknown>> {
  return migrations.slice(version).reduce((older, step) => step.migrate(older), file);
}
