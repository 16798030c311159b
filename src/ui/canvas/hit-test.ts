import type { Diagram, Id, Point, Side } from '#diagram/diagram.ts';
import { contains, type Rect, rectOf } from '#diagram/geometry.ts';
import type { Wire } from '#drawing/wire.ts';
import { portAt, sides } from './ports.ts';
import { spatialIndexOf } from './spatial-index.ts';

export type Corner = 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right';

/** What a pointer is over. */
export type Hit =
  | { readonly type: 'pane' }
  | { readonly type: 'record'; readonly id: Id }
  | { readonly type: 'port'; readonly id: Id; readonly side: Side }
  | { readonly type: 'wire-end'; readonly id: Id; readonly end: 'from' | 'to' }
  | { readonly type: 'corner'; readonly id: Id; readonly corner: Corner };

export interface HitContext {
  readonly diagram: Diagram;
  readonly selection: ReadonlySet<Id>;
  /** Whether ports can be grabbed; not while a tool is armed or cards are only painted. */
  readonly hasPorts: boolean;
  readonly zoom: number;
  /** Fingers are thicker than mouse pointers. */
  readonly coarse: boolean;
}

/** What lies under a point of the canvas, topmost first. Asks the diagram, not the page: what is not mounted is found as well. */
export function hitTest(point: Point, context: HitContext): Hit {
  return portHit(point, context) ?? wireEndHit(point, context) ?? cornerHit(point, context) ?? recordHit(point, context) ?? { type: 'pane' };
}

/** The component under a point. */
export function componentAt(diagram: Diagram, point: Point, slack = 0): Id | undefined {
  const area = { x: point.x - slack, y: point.y - slack, width: 2 * slack, height: 2 * slack };
  return spatialIndexOf(diagram).router.components.inside(area).at(-1)?.id;
}

const reach = ({ zoom, coarse }: HitContext, pixels: number): number => (coarse ? pixels * 1.7 : pixels) / zoom;
const near = (a: Point, b: Point, distance: number): boolean => Math.hypot(a.x - b.x, a.y - b.y) <= distance;

function portHit(point: Point, context: HitContext): Hit | undefined {
  if (!context.hasPorts || componentAt(context.diagram, point) !== undefined) return undefined;
  for (const id of portOwners(point, context)) {
    const component = context.diagram.components.get(id);
    const side = component && sides.find((each) => near(portAt(component, each), point, reach(context, 13)));
    if (side) return { type: 'port', id, side };
  }
  return undefined;
}

/** Components whose ports can be grabbed: the one near the pointer, then the one that is selected alone. */
export function portOwners(point: Point | undefined, { diagram, selection }: Pick<HitContext, 'diagram' | 'selection'>): readonly Id[] {
  const close = point && (componentAt(diagram, point) ?? componentAt(diagram, point, portReach));
  const [only, ...others] = selection;
  const selected = only !== undefined && others.length === 0 && diagram.components.has(only) ? only : undefined;
  return [close, selected].filter((id) => id !== undefined);
}

/** How far around a card its ports stay within reach. */
const portReach = 30;

function wireEndHit(point: Point, context: HitContext): Hit | undefined {
  const [id, ...others] = context.selection;
  if (id === undefined || others.length > 0 || !context.diagram.connections.has(id)) return undefined;
  const points = spatialIndexOf(context.diagram).router.wire(id)?.points ?? [];
  const [first, last] = [points[0], points.at(-1)];
  if (last && near(last, point, reach(context, 11))) return { type: 'wire-end', id, end: 'to' };
  if (first && near(first, point, reach(context, 11))) return { type: 'wire-end', id, end: 'from' };
  return undefined;
}

function cornerHit(point: Point, context: HitContext): Hit | undefined {
  const [id, ...others] = context.selection;
  const record = id === undefined || others.length > 0 ? undefined : (context.diagram.boundaries.get(id) ?? context.diagram.notes.get(id));
  if (!record) return undefined;
  const corner = cornersOf(rectOf(record)).find(({ at }) => near(at, point, reach(context, 9)));
  return corner && { type: 'corner', id: record.id, corner: corner.corner };
}

/** The corners of a rectangle by name. */
export function cornersOf({ x, y, width, height }: Rect): readonly { readonly corner: Corner; readonly at: Point }[] {
  return [
    { corner: 'top-left', at: { x, y } },
    { corner: 'top-right', at: { x: x + width, y } },
    { corner: 'bottom-left', at: { x, y: y + height } },
    { corner: 'bottom-right', at: { x: x + width, y: y + height } },
  ];
}

function recordHit(point: Point, context: HitContext): Hit | undefined {
  const { diagram } = context;
  const note = [...diagram.notes.values()].findLast((each) => contains(rectOf(each), point));
  const id = note?.id ?? componentAt(diagram, point) ?? wireAt(point, context) ?? boundaryEdgeAt(point, context);
  return id === undefined ? undefined : { type: 'record', id };
}

function wireAt(point: Point, context: HitContext): Id | undefined {
  const slack = reach(context, 7);
  const area = { x: point.x - slack, y: point.y - slack, width: 2 * slack, height: 2 * slack };
  const wires = spatialIndexOf(context.diagram).wiresIn(area);
  return wires.find(({ label }) => label && contains(label.rect, point))?.id ?? wires.find((wire) => distanceTo(wire, point) <= slack)?.id;
}

function distanceTo({ points }: Wire, point: Point): number {
  return points.slice(1).reduce((least, b, index) => {
    const a = points[index] ?? b;
    const x = Math.max(Math.min(a.x, b.x), Math.min(point.x, Math.max(a.x, b.x)));
    const y = Math.max(Math.min(a.y, b.y), Math.min(point.y, Math.max(a.y, b.y)));
    return Math.min(least, Math.hypot(point.x - x, point.y - y));
  }, Infinity);
}

/** A boundary is grabbed by its frame or its title: its inside belongs to what stands there. */
function boundaryEdgeAt(point: Point, context: HitContext): Id | undefined {
  const slack = reach(context, 7);
  const title = 30;
  const boundaries = [...context.diagram.boundaries.values()].toReversed();
  return boundaries.find((boundary) => {
    const { x, y, width, height } = rectOf(boundary);
    const outer = { x: x - slack, y: y - slack, width: width + 2 * slack, height: height + 2 * slack };
    const inner = { x: x + slack, y: y + title, width: width - 2 * slack, height: height - title - slack };
    return contains(outer, point) && !contains(inner, point);
  })?.id;
}

/** Everything that a marquee takes: cards and notes that it touches, boundaries and connections that it encloses. */
export function recordsIn(diagram: Diagram, area: Rect): readonly Id[] {
  const index = spatialIndexOf(diagram);
  const encloses = (rect: Rect): boolean => rect.x >= area.x && rect.y >= area.y && rect.x + rect.width <= area.x + area.width && rect.y + rect.height <= area.y + area.height;
  const touches = (rect: Rect): boolean => rect.x <= area.x + area.width && area.x <= rect.x + rect.width && rect.y <= area.y + area.height && area.y <= rect.y + rect.height;
  const components = new Set(index.router.components.inside(area).map(({ id }) => id));
  return [
    ...[...diagram.boundaries.values()].filter((boundary) => encloses(rectOf(boundary))).map(({ id }) => id),
    ...components,
    ...[...diagram.notes.values()].filter((note) => touches(rectOf(note))).map(({ id }) => id),
    ...index.connections.inside(area).filter(({ from, to }) => components.has(from) && components.has(to)).map(({ id }) => id),
  ];
}
