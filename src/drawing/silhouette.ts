import type { Silhouette } from '#catalog/kind.ts';
import { kindOf } from '#catalog/kinds.ts';
import type { Side } from '#diagram/diagram.ts';

/** An outline as path data, with lines inside it, in the card's own coordinates. */
export interface Outline {
  readonly outline: string;
  /** Lines that give the shape depth; drawn thinner. */
  readonly details: readonly string[];
  readonly dashed: boolean;
  /** Where the glyph starts, and where text must end. */
  readonly left: number;
  readonly right: number;
  /** How much lower than the middle the content sits. */
  readonly drop: number;
}

type Draw = (width: number, height: number) => Partial<Outline> & Pick<Outline, 'outline'>;

const radius = 10;
const tip = 16;
const lid = 8;
const end = 9;

function roundedRect(x: number, y: number, width: number, height: number, r = radius): string {
  return `M${x + r} ${y}H${x + width - r}a${r} ${r} 0 0 1 ${r} ${r}V${y + height - r}a${r} ${r} 0 0 1 ${-r} ${r}H${x + r}a${r} ${r} 0 0 1 ${-r} ${-r}V${y + r}a${r} ${r} 0 0 1 ${r} ${-r}z`;
}

const cylinder = (width: number, height: number): string => {
  const rx = width / 2;
  return `M0 ${lid}A${rx} ${lid} 0 0 1 ${width} ${lid}V${height - lid}A${rx} ${lid} 0 0 1 0 ${height - lid}z`;
};
const ring = (width: number, y: number): string => `M0 ${y}A${width / 2} ${lid} 0 0 0 ${width} ${y}`;

const pipe = (width: number, height: number): string => `M${end} 0H${width - end}A${end} ${height / 2} 0 0 1 ${width - end} ${height}H${end}A${end} ${height / 2} 0 0 1 ${end} 0z`;
const slot = (x: number, height: number): string => `M${x} 0A${end} ${height / 2} 0 0 1 ${x} ${height}`;

const shapes: Readonly<Record<Silhouette, Draw>> = {
  card: (w, h) => ({ outline: roundedRect(0, 0, w, h) }),
  cylinder: (w, h) => ({ outline: cylinder(w, h), details: [ring(w, lid)], drop: 5 }),
  'index-cylinder': (w, h) => ({ outline: cylinder(w, h), details: [ring(w, lid), ring(w, lid + 4)], drop: 7 }),
  bucket: (w, h) => ({ outline: `M8 0H${w - 8}a8 8 0 0 1 8 9L${w - 7} ${h - 8}a9 9 0 0 1 -9 8H16a9 9 0 0 1 -9 -8L0 9a8 8 0 0 1 8 -9z`, left: 20, right: 16 }),
  pointed: (w, h) => ({ outline: `M${radius} 0H${w - tip}L${w} ${h / 2}L${w - tip} ${h}H${radius}a${radius} ${radius} 0 0 1 -${radius} -${radius}V${radius}a${radius} ${radius} 0 0 1 ${radius} -${radius}z`, right: 18 }),
  hexagon: (w, h) => ({ outline: `M${tip} 0H${w - tip}L${w} ${h / 2}L${w - tip} ${h}H${tip}L0 ${h / 2}z`, left: 26, right: 18 }),
  'slotted-pipe': (w, h) => ({ outline: pipe(w, h), details: [0, 6, 12].map((offset) => slot(w - end - 6 - offset, h)), left: 20, right: 34 }),
  pipe: (w, h) => ({ outline: pipe(w, h), details: [`M${w - end} 0A${end} ${h / 2} 0 0 0 ${w - end} ${h}`], left: 20, right: 24 }),
  padlock: (w, h) => ({ outline: `${roundedRect(0, 12, w, h - 12)}M${w / 2 - 20} 12a20 12 0 0 1 40 0`, drop: 6 }),
  'cut-corners': (w, h) => ({ outline: `M14 0H${w - radius}a${radius} ${radius} 0 0 1 ${radius} ${radius}V${h - 14}L${w - 14} ${h}H${radius}a${radius} ${radius} 0 0 1 -${radius} -${radius}V14z` }),
  pill: (w, h) => ({ outline: roundedRect(0, 0, w, h, h / 2), left: 26, right: 22 }),
  window: (w, h) => ({ outline: roundedRect(0, 0, w, h), details: [`M0 16H${w}`, 'M11 8h1', 'M17 8h1'], drop: 8 }),
  'dashed-card': (w, h) => ({ outline: roundedRect(0, 0, w, h), dashed: true }),
  'gear-card': (w, h) => ({ outline: roundedRect(0, 0, w, h), details: [`M7 0V${h}`, `M${w - 7} 0V${h}`], left: 20, right: 16 }),
  'clock-card': (w, h) => ({ outline: roundedRect(0, 4, w, h - 4), details: [`M26 0V8`, `M${w - 26} 0V8`, `M0 14H${w}`], drop: 7 }),
};

/** The silhouette of a kind; a plain dashed card for one that is not known. */
export const silhouetteOf = (kind: string): Silhouette => kindOf(kind)?.silhouette ?? 'dashed-card';

/** How a card of this silhouette and size is drawn. */
export function outlineOf(silhouette: Silhouette, width: number, height: number): Outline {
  return { details: [], dashed: false, left: 18, right: 12, drop: 0, ...shapes[silhouette](width, height) };
}

const ellipseInset = (offset: number, half: number, depth: number): number => depth - depth * Math.sqrt(Math.max(0, 1 - (offset / half) ** 2));

const ellipseHeight = (offset: number): number => (Math.abs(offset) < 20 ? 12 * Math.sqrt(1 - (offset / 20) ** 2) : 0);

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
      return vertical ? Math.max(0, ((offset + height / 2 - 9) / (height - 17)) * 7) : 0;
    case 'padlock':
      return side === 'top' ? 12 - ellipseHeight(offset) : 0;
    case 'clock-card':
      return side === 'top' ? 4 : 0;
    default:
      return 0;
  }
}
