import type { Diagram, Id } from '#diagram/diagram.ts';
import type { Placement } from '#diagram/commands/place-records.ts';
import { placedRecords, sizeOf, snap } from '#diagram/geometry.ts';
import { grouped } from './grouped.ts';
import { straightened } from './straighten.ts';

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

const spacing = {
  'elk.layered.spacing.nodeNodeBetweenLayers': '96',
  'elk.spacing.nodeNode': '48',
  'elk.layered.spacing.edgeNodeBetweenLayers': '32',
  'elk.spacing.edgeNode': '24',
  'elk.spacing.componentComponent': '72',
} as const;

const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.thoroughness': '40',
  ...spacing,
} as const;

/** ELK does not inherit spacing. */
const boundaryOptions = { ...spacing, 'elk.padding': '[top=60,left=40,bottom=40,right=40]' } as const;

/** Lines attach where the router attaches them, so that what ELK draws straight is straight. */
const cardOptions = { 'elk.portAlignment.default': 'CENTER', 'elk.spacing.portPort': '16' } as const;

/** Prefixes keep ids of records apart from ELK's own. */
const idOf = (id: Id): string => `r:${id}`;

/** What a layout gets: the whole diagram, or these records of it; boundaries with their content inside them. */
export function layoutGraph(diagram: Diagram, ids?: ReadonlySet<Id>): ElkNode {
  const isIn = (id: Id): boolean => !ids || ids.has(id);
  const records = [...placedRecords(diagram)].filter(({ id }) => isIn(id));
  const content = grouped(records, ({ boundary }) => (boundary !== undefined && diagram.boundaries.has(boundary) && isIn(boundary) ? boundary : undefined));
  const childrenOf = (boundary: Id | undefined): ElkNode[] =>
    (content.get(boundary) ?? []).map((record) => {
      const inner = childrenOf(record.id);
      return inner.length > 0 ? { id: idOf(record.id), layoutOptions: boundaryOptions, children: inner } : { id: idOf(record.id), layoutOptions: cardOptions, ...sizeOf(record) };
    });
  const edges = [...diagram.connections.values()]
    .filter(({ from, to }) => from !== to && diagram.components.has(from) && diagram.components.has(to) && isIn(from) && isIn(to))
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
  return straightened(diagram, placements);
}
