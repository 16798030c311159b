import type { SoundDesign } from '#practice/drills/planting.ts';
import { reference, references } from '../../support/references.ts';

/** The reference designs, as the drills take them. */
export const soundDesigns: readonly SoundDesign[] = references.map((name) => ({ scenario: name, design: 'reference', title: name, diagram: reference(name) }));
