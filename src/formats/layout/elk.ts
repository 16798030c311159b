import type { Diagram, Id } from '#diagram/diagram.ts';
import type { Placement } from '#diagram/commands/place-records.ts';
import { boundsOf, placedRecords, rectOf, sizeOf, snap } from '#diagram/geometry.ts';

/** The part of ELK's JSON that is used here. */
export interface ElkNode {
  readonly id: string;
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly layoutOptions?: Readonly<Record<string, string>>;
  readonly children?: readonly ElkNode[];
  readonly edges?: readonly { readonly id: string; readonly sources: readonly string[]; readonly targets: readonly string[] }[];
}

const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.layered.spacing.nodeNodeBetweenLayers': '96',
  'elk.spacing.nodeNode': '48',
  'elk.layered.spacing.edgeNodeBetweenLayers': '32',
  'elk.spacing.edgeNode': '24',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.spacing.componentComponent': '72',
} as const;

const boundaryOptions = { 'elk.padding': '[top=48,left=28,bottom=28,right=28]' } as const;

/** Prefixes keep ids of records apart from ELK's own. */
const idOf = (id: Id): string => `r:${id}`;

/** What a layout gets: the whole diagram, boundaries with their content inside them. */
export function layoutGraph(diagram: Diagram): ElkNode {
  const boundaryIds = new Set(diagram.boundaries.keys());
  const childrenOf = (boundary: Id | undefined): ElkNode[] =>
    [...placedRecords(diagram)]
      .filter((record) => (record.boundary !== undefined && boundaryIds.has(record.boundary) ? record.boundary : undefined) === boundary)
      .map((record) => {
        const inner = boundaryIds.has(record.id) ? childrenOf(record.id) : [];
        return inner.length > 0 ? { id: idOf(record.id), layoutOptions: boundaryOptions, children: inner } : { id: idOf(record.id), ...sizeOf(record) };
      });
  const edges = [...diagram.connections.values()]
    .filter(({ from, to }) => from !== to && diagram.components.has(from) && diagram.components.has(to))
    .map(({ id, from, to }) => ({ id: `e:${id}`, sources: [idOf(from)], targets: [idOf(to)] }));
  return { id: 'root', layoutOptions: options, children: childrenOf(undefined), edges };
}

/** Where a layout puts each record, on the grid; boundaries with their size. */
export function placementsFrom(diagram: Diagram, result: ElkNode): ReadonlyMap<Id, Placement> {
  const placements = new Map<Id, Placement>();
  const visit = (node: ElkNode, left: number, top: number): void => {
    for (const child of node.children ?? []) {
      const [x, y] = [left + (child.x ?? 0), top + (child.y ?? 0)];
      const id = child.id.slice(2);
      const isFrame = (child.children?.length ?? 0) > 0;
      const position = { x: snap(x), y: snap(y) };
      if (isFrame) placements.set(id, { position, size: { width: snap(x + (child.width ?? 0)) - position.x, height: snap(y + (child.height ?? 0)) - position.y } });
      else placements.set(id, diagram.boundaries.has(id) ? { position, size: sizeOf(diagram.boundaries.get(id) ?? { id, name: '', properties: {} }) } : { position });
      visit(child, x, y);
    }
  };
  visit(result, 0, 0);
  return placements;
}

/** Whether something has no place yet. */
export function needsLayout(diagram: Diagram): boolean {
  for (const record of placedRecords(diagram)) if (!record.position) return true;
  return false;
}

/** Of a whole layout only what has no place yet, set below what has one: nothing that the user has placed moves. */
export function placementsOfUnplaced(diagram: Diagram, placements: ReadonlyMap<Id, Placement>): ReadonlyMap<Id, Placement> {
  const fixed = [...placedRecords(diagram)].filter((record) => record.position);
  const bounds = boundsOf(fixed.map(rectOf));
  const open = [...placements].filter(([id]) => !fixed.some((record) => record.id === id));
  const top = Math.min(...open.map(([, { position }]) => position.y));
  const left = Math.min(...open.map(([, { position }]) => position.x));
  if (!bounds || open.length === 0) return placements;
  const by = { x: snap(bounds.x - left), y: snap(bounds.y + bounds.height + 80 - top) };
  return new Map(open.map(([id, placement]) => [id, { ...placement, position: { x: placement.position.x + by.x, y: placement.position.y + by.y } }]));
}
