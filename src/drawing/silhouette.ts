import type { Silhouette } from '#catalog/kind.ts';
import { kindOf } from '#catalog/kinds.ts';
import type { Point, Side } from '#diagram/diagram.ts';

/** An outline as path data, with lines inside it, in the card's own coordinates. */
export interface Outline {
  readonly outline: string;
  /** Lines that give the shape depth; drawn thinner. */
  readonly details: readonly string[];
  readonly dashed: boolean;
  /** Where the glyph starts, and how far from the right text must end. */
  readonly left: number;
  readonly right: number;
  /** The height that content may take, from the upper and the lower edge. */
  readonly top: number;
  readonly bottom: number;
}

type Draw = (width: number, height: number) => Partial<Outline> & Pick<Outline, 'outline'>;

const radius = 10;
const tip = 16;
const lid = 8;
const end = 9;
const cut = 15;
const shackle = { height: 15, half: 17, band: 6 };
const rings = 5;

/** A closed line through corners, each rounded by its own radius. */
function polygon(corners: readonly (Point & { readonly r: number })[]): string {
  const parts = corners.map((corner, index) => {
    const [before, after] = [corners.at(index - 1) ?? corner, corners[(index + 1) % corners.length] ?? corner];
    return `${index === 0 ? 'M' : 'L'}${at(between(corner, before, corner.r))}Q${at(corner)} ${at(between(corner, after, corner.r))}`;
  });
  return `${parts.join('')}z`;
}

function between(from: Point, to: Point, by: number): Point {
  const share = by / (Math.hypot(to.x - from.x, to.y - from.y) || 1);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

const at = ({ x, y }: Point): string => `${tidy(x)} ${tidy(y)}`;
const tidy = (value: number): string => String(Math.round(value * 100) / 100);

function roundedRect(y: number, width: number, height: number, r = radius): string {
  return `M${r} ${y}H${width - r}a${r} ${r} 0 0 1 ${r} ${r}V${height - r}a${r} ${r} 0 0 1 ${-r} ${r}H${r}a${r} ${r} 0 0 1 ${-r} ${-r}V${y + r}a${r} ${r} 0 0 1 ${r} ${-r}z`;
}

const cylinder = (width: number, height: number): string => {
  const rx = width / 2;
  return `M0 ${lid}A${rx} ${lid} 0 0 1 ${width} ${lid}V${height - lid}A${rx} ${lid} 0 0 1 0 ${height - lid}z`;
};
const ring = (width: number): string => `M0 ${lid}A${width / 2} ${lid} 0 0 0 ${width} ${lid}`;

/** Marks of an index along the right wall, every other one longer. */
function indexMarks(width: number, height: number): readonly string[] {
  const from = 2 * lid + 6;
  const count = Math.max(3, Math.floor((height - from - lid) / 7));
  return Array.from({ length: count }, (_, index) => `M${width} ${from + index * 7}h${index % 2 === 0 ? -12 : -7}`);
}

const pipe = (width: number, height: number): string => `M${end} 0H${width - end}A${end} ${height / 2} 0 0 1 ${width - end} ${height}H${end}A${end} ${height / 2} 0 0 1 ${end} 0z`;
const slot = (x: number, height: number): string => `M${x} 0A${end} ${height / 2} 0 0 1 ${x} ${height}`;
const lane = (width: number, y: number): string => Array.from({ length: Math.floor((width - 3 * end - 8) / 16) }, (_, index) => `M${end + 8 + index * 16} ${y}h9`).join('');

const shackleOf = (width: number): string => {
  const { height, half, band } = shackle;
  const [outer, inner] = [half, half - band];
  return `M${width / 2 - outer} ${height}A${outer} ${height} 0 0 1 ${width / 2 + outer} ${height}h${-band}A${inner} ${height - band} 0 0 0 ${width / 2 - inner} ${height}z`;
};
const keyhole = (x: number, y: number): string => `M${x - 1.6} ${y + 1}a3.2 3.2 0 1 1 3.2 0l1.4 6h-6z`;

const dot = (x: number, y: number): string => `M${x - 1.25} ${y}a1.25 1.25 0 1 0 2.5 0a1.25 1.25 0 1 0 -2.5 0z`;
const binderRing = (x: number): string => `M${x} 1V${rings + 5}`;

const shapes: Readonly<Record<Silhouette, Draw>> = {
  card: (w, h) => ({ outline: roundedRect(0, w, h) }),
  cylinder: (w, h) => ({ outline: cylinder(w, h), details: [ring(w)], top: 2 * lid, bottom: 2 }),
  'index-cylinder': (w, h) => ({ outline: cylinder(w, h), details: [ring(w), ...indexMarks(w, h)], top: 2 * lid, bottom: 2, right: 18 }),
  bucket: (w, h) => ({
    outline: polygon([{ x: 0, y: 0, r: 8 }, { x: w, y: 0, r: 8 }, { x: w - 12, y: h, r: 10 }, { x: 12, y: h, r: 10 }]),
    details: [`M2.5 13H${w - 2.5}`],
    top: 13,
    left: 22,
    right: 18,
  }),
  pointed: (w, h) => ({
    outline: polygon([{ x: 0, y: 0, r: radius }, { x: w - tip, y: 0, r: 5 }, { x: w, y: h / 2, r: 4 }, { x: w - tip, y: h, r: 5 }, { x: 0, y: h, r: radius }]),
    right: 14,
  }),
  hexagon: (w, h) => ({
    outline: polygon([{ x: tip, y: 0, r: 5 }, { x: w - tip, y: 0, r: 5 }, { x: w, y: h / 2, r: 4 }, { x: w - tip, y: h, r: 5 }, { x: tip, y: h, r: 5 }, { x: 0, y: h / 2, r: 4 }]),
    left: 24,
    right: 16,
  }),
  'slotted-pipe': (w, h) => ({ outline: pipe(w, h), details: [0, 6, 12].map((offset) => slot(w - end - 6 - offset, h)), left: 20, right: 32 }),
  pipe: (w, h) => ({ outline: pipe(w, h), details: [`M${w - end} 0A${end} ${h / 2} 0 0 0 ${w - end} ${h}`, lane(w, 7), lane(w, h - 7)], left: 20, right: 21, top: 9, bottom: 9 }),
  padlock: (w, h) => ({
    outline: `${roundedRect(shackle.height, w, h)}${shackleOf(w)}`,
    details: [keyhole(w - 16, (h + shackle.height) / 2 - 2)],
    top: shackle.height,
    right: 24,
  }),
  'cut-corners': (w, h) => ({
    outline: polygon([{ x: cut, y: 0, r: 3 }, { x: w, y: 0, r: radius }, { x: w, y: h - cut, r: 3 }, { x: w - cut, y: h, r: 3 }, { x: 0, y: h, r: radius }, { x: 0, y: cut, r: 3 }]),
  }),
  pill: (w, h) => ({ outline: roundedRect(0, w, h, h / 2), details: [`M${w - h / 2} 6a${h / 2 - 6} ${h / 2 - 6} 0 0 1 0 ${h - 12}`], left: 24, right: 20 }),
  window: (w, h) => ({ outline: roundedRect(0, w, h), details: [`M0 15H${w}`, dot(11, 7.5), dot(17.5, 7.5), dot(24, 7.5)], top: 15 }),
  'dashed-card': (w, h) => ({ outline: roundedRect(0, w, h), dashed: true }),
  'gear-card': (w, h) => ({ outline: roundedRect(0, w, h), details: [`M7 0V${h}`, `M${w - 7} 0V${h}`], left: 20, right: 14 }),
  'clock-card': (w, h) => ({ outline: roundedRect(rings, w, h), details: [`M0 ${rings + 11}H${w}`, ...[26, 34, w - 34, w - 26].map(binderRing)], top: rings + 11 }),
};

/** The silhouette of a kind; a plain dashed card for one that is not known. */
export const silhouetteOf = (kind: string): Silhouette => kindOf(kind)?.silhouette ?? 'dashed-card';

/** How a card of this silhouette and size is drawn. */
export function outlineOf(silhouette: Silhouette, width: number, height: number): Outline {
  return { details: [], dashed: false, left: 18, right: 12, top: 0, bottom: 0, ...shapes[silhouette](width, height) };
}

const ellipseInset = (offset: number, half: number, depth: number): number => depth - depth * Math.sqrt(Math.max(0, 1 - (offset / half) ** 2));

/** How far inside the rectangle the outline is, on a side, at an offset from the side's middle: arrows end on the outline. */
export function insetAt(silhouette: Silhouette, side: Side, offset: number, width: number, height: number): number {
  const vertical = side === 'left' || side === 'right';
  switch (silhouette) {
    case 'cylinder':
    case 'index-cylinder':
      return vertical ? 0 : ellipseInset(offset, width / 2, lid);
    case 'slotted-pipe':
    case 'pipe':
      return vertical ? ellipseInset(offset, height / 2, end) : 0;
    case 'pill':
      return vertical ? ellipseInset(offset, height / 2, height / 2) : 0;
    case 'hexagon':
      return vertical ? (Math.abs(offset) / (height / 2)) * tip : 0;
    case 'pointed':
      return side === 'right' ? (Math.abs(offset) / (height / 2)) * tip : 0;
    case 'bucket':
      return vertical ? Math.max(0, (offset / height + 0.5) * 12) : 0;
    case 'padlock':
      return side === 'top' ? (Math.abs(offset) < shackle.half ? ellipseInset(offset, shackle.half, shackle.height) : shackle.height) : 0;
    case 'clock-card':
      return side === 'top' ? rings : 0;
    default:
      return 0;
  }
}
