import type { Point, Size } from '#diagram/diagram.ts';
import type { Rect } from '#diagram/geometry.ts';

/** Where the canvas is looked at: screen = canvas * zoom + (x, y). */
export interface Viewport extends Point {
  readonly zoom: number;
}

export const zoomRange = { min: 0.05, max: 3 };
const fitPadding = 48;
const tile = 512;

/** The part of the canvas that a screen of this size shows. */
export function visibleArea({ x, y, zoom }: Viewport, { width, height }: Size): Rect {
  return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
}

/** The visible part in whole tiles with a margin, so that it changes seldom while one pans. */
export function windowArea(viewport: Viewport, size: Size): Rect {
  const { x, y, width, height } = visibleArea(viewport, size);
  const step = tile / Math.min(1, Math.max(viewport.zoom, 0.25));
  const left = Math.floor((x - 80) / step) * step;
  const top = Math.floor((y - 80) / step) * step;
  return { x: left, y: top, width: Math.ceil((x + width + 80 - left) / step) * step, height: Math.ceil((y + height + 80 - top) / step) * step };
}

/** The viewport that shows all of a rectangle, not larger than life. */
export function fitViewport(bounds: Rect, { width, height }: Size): Viewport {
  const zoom = clampZoom(Math.min(1, (width - 2 * fitPadding) / Math.max(bounds.width, 1), (height - 2 * fitPadding) / Math.max(bounds.height, 1)));
  return centredOn({ x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 }, zoom, { width, height });
}

export const centredOn = (point: Point, zoom: number, { width, height }: Size): Viewport => ({ x: width / 2 - point.x * zoom, y: height / 2 - point.y * zoom, zoom });

/** The viewport at another zoom with the middle of the screen in its place. */
export function zoomedTo(viewport: Viewport, zoom: number, size: Size): Viewport {
  const area = visibleArea(viewport, size);
  return centredOn({ x: area.x + area.width / 2, y: area.y + area.height / 2 }, clampZoom(zoom), size);
}

/** The viewport that shows a rectangle with as little movement as will do; the same one where it is in view already. */
export function revealing(bounds: Rect, viewport: Viewport, size: Size): Viewport {
  const area = visibleArea(viewport, size);
  const margin = 24 / viewport.zoom;
  const isVisible = bounds.x >= area.x + margin && bounds.y >= area.y + margin && bounds.x + bounds.width <= area.x + area.width - margin && bounds.y + bounds.height <= area.y + area.height - margin;
  if (isVisible && viewport.zoom >= 0.4) return viewport;
  const fitting = Math.min((size.width - 2 * fitPadding) / Math.max(bounds.width, 1), (size.height - 2 * fitPadding) / Math.max(bounds.height, 1));
  const zoom = clampZoom(Math.min(Math.max(viewport.zoom, 0.7), fitting));
  return centredOn({ x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 }, zoom, size);
}

export const toCanvas = (screen: Point, { x, y, zoom }: Viewport): Point => ({ x: (screen.x - x) / zoom, y: (screen.y - y) / zoom });

const clampZoom = (zoom: number): number => Math.min(zoomRange.max, Math.max(zoomRange.min, zoom));
