import { detailOf } from '#catalog/detail.ts';
import type { Family, Silhouette } from '#catalog/kind.ts';
import { kindOf } from '#catalog/kinds.ts';
import { entryOf } from '#catalog/palette.ts';
import { memoByIdentity } from '#base/memo.ts';
import type { Component } from '#diagram/diagram.ts';
import { sizeOf } from '#diagram/geometry.ts';
import { type Outline, outlineOf, silhouetteOf } from './silhouette.ts';
import { detailStyle, fitted, nameStyle, textWidth, wrapped } from './text.ts';

/** Everything that is drawn of a component, in its own coordinates. */
export interface Card {
  readonly width: number;
  readonly height: number;
  readonly family: Family;
  readonly silhouette: Silhouette;
  readonly shape: Outline;
  readonly glyph: readonly string[];
  readonly glyphAt: { readonly x: number; readonly y: number; readonly scale: number };
  readonly lines: readonly CardLine[];
}

export interface CardLine {
  readonly text: string;
  readonly role: 'name' | 'detail';
  readonly x: number;
  /** The baseline. */
  readonly y: number;
}

const glyphSize = 20;
const glyphGap = 9;
const nameHeight = 17;
const detailHeight = 16;
const questionMark = ['M9 9a3 3 0 1 1 4.2 2.75c-.8.4-1.2 1-1.2 2.25', 'M12 17.5h.01'];

/** How a component is drawn; computed once for each record. */
export const cardOf: (component: Component) => Card = memoByIdentity(drawCard);

function drawCard(component: Component): Card {
  const kind = kindOf(component.kind);
  const { width, height } = sizeOf(component);
  const silhouette = silhouetteOf(component.kind);
  const shape = outlineOf(silhouette, width, height);
  const textX = shape.left + glyphSize + glyphGap;
  const room = width - textX - shape.right;
  const names = wrapped(component.name, room, nameStyle, 2).filter((line) => line !== '');
  const detail = fitted(detailOf(component.kind, component.properties, (text) => textWidth(text, detailStyle) <= room), room, detailStyle);
  const free = height - shape.top - shape.bottom;
  const middle = shape.top + free / 2;
  const tight = free < names.length * nameHeight + detailHeight + 8 ? 1.5 : 0;
  const top = middle - (names.length * (nameHeight - tight) + detailHeight - tight) / 2;
  return {
    width,
    height,
    family: kind?.family ?? 'compute',
    silhouette,
    shape,
    glyph: entryOf(component.kind, component.properties)?.glyph ?? questionMark,
    glyphAt: { x: shape.left, y: middle - glyphSize / 2, scale: glyphSize / 24 },
    lines: [
      ...names.map((text, index): CardLine => ({ text, role: 'name', x: textX, y: top + index * (nameHeight - tight) + 13 - tight / 2 })),
      { text: detail, role: 'detail', x: textX, y: top + names.length * (nameHeight - tight) + 12 - tight / 2 },
    ],
  };
}
