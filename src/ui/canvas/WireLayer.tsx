import { ViewportPortal } from '@xyflow/react';
import { memo } from 'react';
import type { Wire } from '#drawing/wire.ts';
import type { Badge } from '#editor/badges.ts';
import styles from './WireLayer.module.css';

export interface WireView {
  readonly wire: Wire;
  readonly isSelected: boolean;
  readonly isHighlighted: boolean;
  readonly isDimmed: boolean;
  readonly badge: Badge | undefined;
  /** What a screen reader says. */
  readonly label: string;
}

/** The connections in view, on one sheet behind the cards. */
export const WireLayer = memo(function WireLayer({ wires }: { readonly wires: readonly WireView[] }) {
  return (
    <ViewportPortal>
      <svg className={styles.layer} width={1} height={1} overflow="visible">
        {wires.map((view) => (
          <WireDrawing key={view.wire.id} {...view} />
        ))}
      </svg>
    </ViewportPortal>
  );
});

const WireDrawing = memo(function WireDrawing({ wire, isSelected, isHighlighted, isDimmed, badge, label }: WireView) {
  const { path, arrow, dashed, label: text } = wire;
  return (
    <g id={`record-${wire.id}`} role="img" aria-label={label} className={styles.wire} data-connection={wire.id} data-selected={isSelected} data-highlighted={isHighlighted} data-dimmed={isDimmed}>
      <path d={path} className={styles.ground} />
      <path d={path} strokeDasharray={dashed ? '5 4' : undefined} />
      <path d={arrow} />
      {text && (
        <>
          <rect className={styles.halo} x={text.rect.x} y={text.rect.y} width={text.rect.width} height={text.rect.height} rx={4} />
          <text className={styles.text} x={text.rect.x + text.rect.width / 2} y={text.rect.y + text.rect.height / 2 + 4} textAnchor="middle">
            {text.text}
          </text>
        </>
      )}
      {badge && <WireBadge wire={wire} badge={badge} />}
    </g>
  );
});

function WireBadge({ wire, badge }: { readonly wire: Wire; readonly badge: Badge }) {
  const { x, y } = badgeSpot(wire);
  return (
    <g className={styles.badge} data-severity={badge.severity} transform={`translate(${x} ${y})`}>
      <circle r={8} />
      <text y={4} textAnchor="middle">
        {badge.count}
      </text>
    </g>
  );
}

/** Beside the label, else in the middle of the longest stretch. */
function badgeSpot({ label, points }: Wire): { readonly x: number; readonly y: number } {
  if (label) return { x: label.rect.x + label.rect.width / 2, y: label.rect.y - 9 };
  let best = { length: -1, x: 0, y: 0 };
  points.slice(1).forEach((b, index) => {
    const a = points[index] ?? b;
    const length = Math.hypot(a.x - b.x, a.y - b.y);
    if (length > best.length) best = { length, x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  });
  return best;
}
