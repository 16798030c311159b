import { placed } from '#diagram/commands/place-records.ts';
import type { Diagram } from '#diagram/diagram.ts';
import { type ElkNode, layoutGraph, placementsFrom } from '#formats/layout/elk.ts';
import { needsLayout, placementsOfUnplaced, unplacedIds } from '#formats/layout/unplaced.ts';

/** The diagram with a place for everything, as the editor lays it out on opening: what has one keeps it. */
export async function withPlaces(diagram: Diagram): Promise<Diagram> {
  if (!needsLayout(diagram)) return diagram;
  const { default: Elk } = await import('elkjs/lib/elk.bundled.js');
  // ELK writes into its input.
  const graph: unknown = structuredClone(layoutGraph(diagram, unplacedIds(diagram)));
  const result: unknown = await new Elk().layout(graph as Parameters<InstanceType<typeof Elk>['layout']>[0]);
  return placed(diagram, placementsOfUnplaced(diagram, placementsFrom(diagram, result as ElkNode)));
}
