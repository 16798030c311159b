import type { ELK } from 'elkjs/lib/elk-api.js';
import type { Diagram, Id } from '#diagram/diagram.ts';
import { placed, type Placement } from '#diagram/commands/place-records.ts';
import type { ElkNode } from '#formats/layout/elk.ts';

/** How long the engine waits for the next layout before it goes, in milliseconds. */
const idle = 20_000;

let engine: Promise<ELK> | undefined;
let running = 0;
let leaving: ReturnType<typeof setTimeout> | undefined;

/** Where a layout would put everything, or these records. The engine runs in a worker and is loaded when it is first needed. */
export async function layOut(diagram: Diagram, ids?: ReadonlySet<Id>): Promise<ReadonlyMap<Id, Placement>> {
  clearTimeout(leaving);
  running += 1;
  try {
    engine ??= startEngine();
    const [elk, { layoutGraph, placementsFrom }] = await Promise.all([engine, import('#formats/layout/elk.ts')]);
    const result: unknown = await elk.layout(structuredClone(layoutGraph(diagram, ids)) as Parameters<typeof elk.layout>[0]);
    return placementsFrom(diagram, result as ElkNode);
  } finally {
    running -= 1;
    if (running === 0) leaving = setTimeout(stopEngine, idle);
  }
}

async function startEngine(): Promise<ELK> {
  try {
    const [{ default: Elk }, { default: workerUrl }] = await Promise.all([import('elkjs/lib/elk-api.js'), import('elkjs/lib/elk-worker.min.js?url')]);
    return new Elk({ workerFactory: () => new Worker(workerUrl) });
  } catch (error) {
    engine = undefined;
    throw error;
  }
}

function stopEngine(): void {
  void engine?.then((elk) => elk.terminateWorker());
  engine = undefined;
}

/** The diagram with a place for everything: what has one keeps it. */
export async function withPlaces(diagram: Diagram): Promise<Diagram> {
  const { needsLayout, placementsOfUnplaced, unplacedIds } = await import('#formats/layout/unplaced.ts');
  if (!needsLayout(diagram)) return diagram;
  return placed(diagram, placementsOfUnplaced(diagram, await layOut(diagram, unplacedIds(diagram))));
}
