import type { Diagram, Id } from '#diagram/diagram.ts';
import { placed, type Placement } from '#diagram/commands/place-records.ts';
import { type ElkNode, layoutGraph, placementsFrom } from '#formats/layout/elk.ts';
import { needsLayout, placementsOfUnplaced, unplacedIds } from '#formats/layout/unplaced.ts';

/** Where a layout would put everything, or these records. The engine runs in a worker and is loaded when it is first needed. */
export async function layOut(diagram: Diagram, ids?: ReadonlySet<Id>): Promise<ReadonlyMap<Id, Placement>> {
  const [{ default: Elk }, { default: workerUrl }] = await Promise.all([import('elkjs/lib/elk-api.js'), import('elkjs/lib/elk-worker.min.js?url')]);
  const elk = new Elk({ workerFactory: () => new Worker(workerUrl) });
  try {
    const result: unknown = await elk.layout(structuredClone(layoutGraph(diagram, ids)) as Parameters<typeof elk.layout>[0]);
    return placementsFrom(diagram, result as ElkNode);
  } finally {
    elk.terminateWorker();
  }
}

/** The diagram with a place for everything: what has one keeps it. */
export async function withPlaces(diagram: Diagram): Promise<Diagram> {
  if (!needsLayout(diagram)) return diagram;
  return placed(diagram, placementsOfUnplaced(diagram, await layOut(diagram, unplacedIds(diagram))));
}
