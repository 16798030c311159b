import { optionLabel } from '#catalog/wording.ts';
import type { Boundary, Component, Diagram, Id, Note } from '#diagram/diagram.ts';
import { boundsOf, type Rect, rectOf, sizeOf } from '#diagram/geometry.ts';
import { type Card, cardOf } from './card.ts';
import { routerOf } from './router.ts';
import { noteStyle, wrapped } from './text.ts';
import type { Wire } from './wire.ts';

/** Everything that is drawn of a diagram, back to front. */
export interface Scene {
  /** Around all of it; an empty rectangle for an empty diagram. */
  readonly bounds: Rect;
  readonly boundaries: readonly { readonly boundary: Boundary; readonly rect: Rect; readonly title: string }[];
  readonly wires: readonly Wire[];
  readonly cards: readonly { readonly component: Component; readonly rect: Rect; readonly card: Card }[];
  readonly notes: readonly { readonly note: Note; readonly rect: Rect; readonly lines: readonly string[] }[];
}

export const noteLineHeight = 17;
const notePadding = 12;

/** The scene of a diagram, or of some of its records; connections come along where both their ends do. */
export function sceneOf(diagram: Diagram, ids?: ReadonlySet<Id>): Scene {
  const isIn = (id: Id): boolean => !ids || ids.has(id);
  const router = routerOf(diagram);
  const boundaries = [...diagram.boundaries.values()].filter(({ id }) => isIn(id)).sort((a, b) => depthOf(diagram, a) - depthOf(diagram, b));
  const cards = [...diagram.components.values()].filter(({ id }) => isIn(id)).map((component) => ({ component, rect: rectOf(component), card: cardOf(component) }));
  const notes = [...diagram.notes.values()].filter(({ id }) => isIn(id)).map((note) => ({ note, rect: rectOf(note), lines: noteLines(note) }));
  const wires = [...diagram.connections.values()]
    .filter(({ from, to }) => isIn(from) && isIn(to))
    .map(({ id }) => router.wire(id))
    .filter((wire) => wire !== undefined);
  const frames = boundaries.map((boundary) => ({ boundary, rect: rectOf(boundary), title: boundaryTitle(boundary) }));
  const points = wires.flatMap((wire) => wire.points.map((point): Rect => ({ ...point, width: 0, height: 0 })));
  const labels = wires.flatMap(({ label }) => (label ? [label.rect] : []));
  const bounds = boundsOf([...frames.map(({ rect }) => rect), ...cards.map(({ rect }) => rect), ...notes.map(({ rect }) => rect), ...points, ...labels]);
  return { bounds: bounds ?? { x: 0, y: 0, width: 0, height: 0 }, boundaries: frames, wires, cards, notes };
}

/** A boundary's name with what it stands for. */
export function boundaryTitle({ name, properties }: Boundary): string {
  const type = properties.boundaryType ? optionLabel(properties.boundaryType) : '';
  if (name.trim() === '') return type;
  return type === '' || name.toLowerCase().includes(type.toLowerCase()) ? name : `${name} · ${type}`;
}

/** The lines of a note, as many as fit on it. */
export function noteLines(note: Note): readonly string[] {
  const { width, height } = sizeOf(note);
  return wrapped(note.text, width - 2 * notePadding, noteStyle, Math.max(1, Math.floor((height - notePadding) / noteLineHeight)));
}

function depthOf(diagram: Diagram, boundary: Boundary): number {
  let depth = 0;
  for (let outer = boundary.boundary; outer !== undefined && depth <= diagram.boundaries.size; depth++) outer = diagram.boundaries.get(outer)?.boundary;
  return depth;
}
