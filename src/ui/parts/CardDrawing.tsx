import type { Family } from '#catalog/kind.ts';
import type { Card } from '#drawing/card.ts';
import { detailStyle, nameStyle } from '#drawing/text.ts';
import { Glyph } from './Glyph.tsx';

/** The colour variables of a family. */
export const familyColours = (family: Family): { readonly accent: string; readonly tint: string } => ({
  accent: `var(--accent-${family})`,
  tint: `var(--tint-${family})`,
});

/** A card as every picture shows it, in the colours of the theme. */
export function CardDrawing({ card, showsText = true }: { readonly card: Card; readonly showsText?: boolean }) {
  const { accent, tint } = familyColours(card.family);
  const { x, y, scale } = card.glyphAt;
  return (
    <svg width={card.width} height={card.height} overflow="visible" aria-hidden="true">
      <path d={card.shape.outline} fill={tint} stroke={accent} strokeWidth={1.4} strokeDasharray={card.shape.dashed ? '5 4' : undefined} />
      {card.shape.details.map((d) => (
        <path key={d} d={d} fill="none" stroke={accent} strokeWidth={1.1} strokeOpacity={0.75} strokeLinecap="round" />
      ))}
      <g transform={`translate(${x} ${y}) scale(${scale})`}>
        <Glyph paths={card.glyph} colour={accent} />
      </g>
      {showsText &&
        card.lines.map(({ text, role, x: left, y: baseline }) => (
          <text key={`${role}${baseline}`} x={left} y={baseline} fontSize={role === 'name' ? nameStyle.size : detailStyle.size} fontWeight={role === 'name' ? nameStyle.weight : detailStyle.weight} fill={role === 'name' ? 'var(--ink-1)' : 'var(--ink-2)'}>
            {text}
          </text>
        ))}
    </svg>
  );
}
