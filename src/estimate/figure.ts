import type { Unit } from '#catalog/property.ts';
import type { Id } from '#diagram/diagram.ts';

/** A value that a figure follows from, stated or missing. */
export interface Input {
  readonly record: Id;
  readonly property: string;
}

/** An estimate that shows how it was made. */
export interface Figure {
  readonly name: string;
  /** Undefined while an input is missing. */
  readonly value: number | undefined;
  readonly unit: Unit | 'ratio';
  readonly certainty: 'known' | 'upper-bound' | 'unknown';
  /** The calculation with the numbers of the diagram; "?" where one is missing. */
  readonly formula: string;
  readonly inputs: readonly Input[];
}
