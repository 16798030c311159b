import { ViewportPortal } from '@xyflow/react';
import { useMemo } from 'react';
import { type DrawnChanges, drawnChanges } from '#diagram/changes.ts';
import type { CanvasRecord, Component, Connection, Diagram, Id, Point } from '#diagram/diagram.ts';
import { boundsOf, overlap, type Rect, rectOf } from '#diagram/geometry.ts';
import { cardOf } from '#drawing/card.ts';
import type { Obstacles } from '#drawing/polyline.ts';
import { boundaryTitle } from '#drawing/scene.ts';
import { arrowHead, roundedPath } from '#drawing/wire.ts';
import type { Preview } from '#editor/editor.ts';
import { CardDrawing } from '#ui/parts/CardDrawing.tsx';
import styles from './Ghosts.module.css';
import { ghostPoints } from './preview.ts';
import { spatialIndexOf } from './spatial-index.ts';

type Fate = keyof DrawnChanges;

interface Ghost {
  readonly fate: Fate;
  readonly record: CanvasRecord;
  /** Of a connection. */
  readonly points: readonly Point[];
  readonly bounds: Rect;
}

/** What comes as ghosts, what changes lit up, what goes struck out: as much of it as is in view. */
export default function Ghosts({ preview, area }: { readonly preview: Preview; readonly area: Rect }) {
  const ghosts = useMemo(() => ghostsOf(preview), [preview]);
  return (
    <ViewportPortal>
      <svg className={styles.layer} width={1} height={1} overflow="visible" aria-hidden="true">
        {ghosts
          .filter(({ bounds }) => overlap(bounds, area))
          .map((ghost) => (
            <g key={`${ghost.fate}:${ghost.record.id}`} className={styles.ghost} data-ghost={ghost.record.id} data-fate={ghost.fate}>
              {'from' in ghost.record ? <LineGhost {...ghost} /> : 'kind' in ghost.record ? <CardGhost {...ghost} record={ghost.record} /> : <FrameGhost {...ghost} />}
            </g>
          ))}
      </svg>
    </ViewportPortal>
  );
}

function ghostsOf({ before, after }: Preview): readonly Ghost[] {
  const changes = drawnChanges(before, after);
  const added = changes.added.flatMap((record) => ('kind' in record && record.position ? [rectOf(record)] : []));
  const obstacles: Obstacles = (area) => [...spatialIndexOf(before).router.components.entries(area).map(({ rect }) => rect), ...added.filter((rect) => overlap(rect, area))];
  const ghostOf = (fate: Fate, record: CanvasRecord): Ghost[] => {
    if (!('from' in record)) return record.position ? [{ fate, record, points: [], bounds: rectOf(record) }] : [];
    const points = fate === 'added' ? newLine(after, record, obstacles) : spatialIndexOf(before).router.wire(record.id)?.points;
    const bounds = boundsOf(points?.map((point) => ({ ...point, width: 1, height: 1 })) ?? []);
    return points && bounds ? [{ fate, record, points, bounds }] : [];
  };
  const fates: readonly Fate[] = ['changed', 'removed', 'added'];
  return fates.flatMap((fate) => changes[fate].flatMap((record) => ghostOf(fate, record)));
}

function newLine(diagram: Diagram, { from, to }: Connection, obstacles: Obstacles): readonly Point[] | undefined {
  const rect = (id: Id): Rect | undefined => {
    const component: Component | undefined = diagram.components.get(id);
    return component?.position && rectOf(component);
  };
  const [a, b] = [rect(from), rect(to)];
  return a && b && ghostPoints(a, b, obstacles);
}

function CardGhost({ fate, record }: { readonly fate: Fate; readonly record: Component }) {
  const card = cardOf(record);
  const { x, y, width, height } = rectOf(record);
  return (
    <g transform={`translate(${x} ${y})`}>
      {fate === 'added' && (
        <g className={styles.card}>
          <CardDrawing card={card} />
        </g>
      )}
      {fate === 'removed' && <path className={styles.veil} d={card.shape.outline} />}
      <path className={styles.outline} d={card.shape.outline} />
      {fate === 'removed' && <path className={styles.strike} d={`M${-8} ${height / 2}H${width + 8}`} />}
    </g>
  );
}

function FrameGhost({ fate, record, bounds: { x, y, width, height } }: Ghost) {
  return (
    <>
      <rect className={styles.outline} x={x} y={y} width={width} height={height} rx={12} />
      {fate === 'added' && 'name' in record && !('kind' in record) && (
        <text className={styles.title} x={x + 14} y={y + 21}>
          {boundaryTitle(record)}
        </text>
      )}
      {fate === 'removed' && <path className={styles.strike} d={`M${x} ${y}L${x + width} ${y + height}`} />}
    </>
  );
}

function LineGhost({ fate, points }: Ghost) {
  const { x, y } = middleOf(points);
  return (
    <>
      {fate === 'removed' && <path className={styles.ground} d={roundedPath(points)} />}
      <path className={styles.outline} d={roundedPath(points)} />
      {fate !== 'removed' && <path className={styles.head} d={arrowHead(points)} />}
      {fate === 'removed' && <path className={styles.strike} d={`M${x - 6} ${y - 6}L${x + 6} ${y + 6}M${x + 6} ${y - 6}L${x - 6} ${y + 6}`} />}
    </>
  );
}

/** The middle of the longest stretch. */
function middleOf(points: readonly Point[]): Point {
  let best = { length: -1, x: 0, y: 0 };
  points.slice(1).forEach((b, index) => {
    const a = points[index] ?? b;
    const length = Math.hypot(a.x - b.x, a.y - b.y);
    if (length > best.length) best = { length, x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  });
  return best;
}
