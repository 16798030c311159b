import Elk from 'elkjs/lib/elk.bundled.js';
import { placed } from '#diagram/commands/place-records.ts';
import type { Diagram } from '#diagram/diagram.ts';
import { type ElkNode, layoutGraph, placementsFrom } from '#formats/layout/elk.ts';
import { placementsOfUnplaced, unplacedIds } from '#formats/layout/unplaced.ts';

const elk = new Elk();

/** The diagram as it opens: with a place for everything that had none. */
export async function laidOut(diagram: Diagram): Promise<Diagram> {
  const graph: unknown = structuredClone(layoutGraph(diagram, unplacedIds(diagram)));
  const result: unknown = await elk.layout(graph as Parameters<typeof elk.layout>[0]);
  return placed(diagram, placementsOfUnplaced(diagram, placementsFrom(diagram, result as ElkNode)));
}
