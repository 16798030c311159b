import { type Family } from '#catalog/kind.ts';
import { kindOf } from '#catalog/kinds.ts';
import type { Component, Diagram, Id, Point, Size } from '#diagram/diagram.ts';
import { centreOf, rectOf } from '#diagram/geometry.ts';
import type { DrawingTheme } from '#drawing/theme.ts';
import { spatialIndexOf } from './spatial-index.ts';
import { type Viewport, visibleArea } from './view.ts';

export interface OverviewOptions {
  readonly theme: DrawingTheme;
  readonly selectionColour: string;
  readonly selection: ReadonlySet<Id>;
  readonly highlight: ReadonlySet<Id>;
  /** Records on the way, and how far. */
  readonly moving: ReadonlySet<Id>;
  readonly by: Point;
}

/** Above this many connections in view they are straight: their turns are too small to see. */
const routedAtMost = 1200;
const textFromZoom = 0.42;
const stillness: Point = { x: 0, y: 0 };

/** Paints what is in view, many cards at once: plain boxes in their colours, lines between them, names while they can be read. */
export function paintOverview(context: CanvasRenderingContext2D, diagram: Diagram, viewport: Viewport, size: Size, options: OverviewOptions): void {
  const area = visibleArea(viewport, size);
  const index = spatialIndexOf(diagram);
  const components = index.router.components.inside(area);
  const offsetOf = (id: Id): Point => (options.moving.has(id) ? options.by : stillness);
  context.save();
  context.clearRect(0, 0, size.width, size.height);
  context.translate(viewport.x, viewport.y);
  context.scale(viewport.zoom, viewport.zoom);
  paintBoundaries(context, diagram, options, offsetOf);
  paintConnections(context, diagram, index.connections.inside(area), options, offsetOf);
  paintCards(context, components, options, offsetOf);
  if (viewport.zoom >= textFromZoom) paintNames(context, components, options, offsetOf);
  context.restore();
}

type OffsetOf = (id: Id) => Point;

function paintBoundaries(context: CanvasRenderingContext2D, diagram: Diagram, { theme }: OverviewOptions, offsetOf: OffsetOf): void {
  context.strokeStyle = theme.ink3;
  context.lineWidth = 1;
  for (const boundary of diagram.boundaries.values()) {
    const { x, y, width, height } = rectOf(boundary);
    const by = offsetOf(boundary.id);
    context.strokeRect(x + by.x, y + by.y, width, height);
  }
}

function paintConnections(
  context: CanvasRenderingContext2D,
  diagram: Diagram,
  connections: readonly { readonly id: Id; readonly from: Id; readonly to: Id }[],
  { theme, highlight, selection, selectionColour }: OverviewOptions,
  offsetOf: OffsetOf,
): void {
  const router = spatialIndexOf(diagram).router;
  const routed = connections.length <= routedAtMost;
  const lines: Record<'plain' | 'lit', Path2D> = { plain: new Path2D(), lit: new Path2D() };
  for (const { id, from, to } of connections) {
    const [a, b] = [diagram.components.get(from), diagram.components.get(to)];
    if (!a || !b) continue;
    const still = offsetOf(from) === stillness && offsetOf(to) === stillness;
    const points = (routed && still ? router.wire(id)?.points : undefined) ?? [moved(a, offsetOf(from)), moved(b, offsetOf(to))];
    const path = highlight.has(id) || selection.has(id) ? lines.lit : lines.plain;
    points.forEach(({ x, y }, index) => (index === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
  }
  context.lineWidth = 2;
  context.strokeStyle = theme.connection;
  context.stroke(lines.plain);
  context.strokeStyle = selectionColour;
  context.lineWidth = 4;
  context.stroke(lines.lit);
}

const moved = (component: Component, by: Point): Point => {
  const { x, y } = centreOf(rectOf(component));
  return { x: x + by.x, y: y + by.y };
};

function paintCards(context: CanvasRenderingContext2D, components: readonly Component[], options: OverviewOptions, offsetOf: OffsetOf): void {
  const { theme, selection, highlight, selectionColour } = options;
  const paths = new Map<Family, Path2D>();
  const lit = new Path2D();
  for (const component of components) {
    const family = kindOf(component.kind)?.family ?? 'compute';
    const path = paths.get(family) ?? new Path2D();
    paths.set(family, path);
    const { x, y, width, height } = rectOf(component);
    const by = offsetOf(component.id);
    path.rect(x + by.x, y + by.y, width, height);
    if (selection.has(component.id) || highlight.has(component.id)) lit.rect(x + by.x - 4, y + by.y - 4, width + 8, height + 8);
  }
  for (const [family, path] of paths) {
    context.fillStyle = theme.tint[family];
    context.fill(path);
    context.lineWidth = 3;
    context.strokeStyle = theme.accent[family];
    context.stroke(path);
  }
  context.lineWidth = 8;
  context.strokeStyle = selectionColour;
  context.stroke(lit);
}

function paintNames(context: CanvasRenderingContext2D, components: readonly Component[], { theme }: OverviewOptions, offsetOf: OffsetOf): void {
  context.font = '600 18px "Inter Basic", sans-serif';
  context.textBaseline = 'middle';
  context.fillStyle = theme.ink1;
  for (const component of components) {
    const { x, y, width, height } = rectOf(component);
    const by = offsetOf(component.id);
    context.fillText(component.name, x + by.x + 14, y + by.y + height / 2, width - 28);
  }
}
