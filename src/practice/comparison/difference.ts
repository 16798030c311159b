import type { Id } from '#diagram/diagram.ts';

/** One thing that a design has and the other lacks, or has otherwise. */
export interface Difference {
  readonly group: 'component' | 'connection' | 'property';
  /** Who has it; `both` where the two have it differently. */
  readonly side: 'reference' | 'yours' | 'both';
  /** One sentence, with the names of the own design where it has one. */
  readonly text: string;
  /** Records of the own design, and of the reference. */
  readonly yours: readonly Id[];
  readonly reference: readonly Id[];
}
