import { designOf } from '#practice/design-notation.ts';
import type { SoundDesign } from '#practice/drills/planting.ts';
import { scenarios } from '#practice/scenarios.ts';

/** Every design that some interviewer accepts: what the drills plant their flaws in. */
export const soundDesigns = (): readonly SoundDesign[] =>
  scenarios.flatMap((scenario) => scenario.designs.map(({ id }) => ({ scenario: scenario.id, design: id, title: scenario.title, diagram: designOf(scenario, id) })));
