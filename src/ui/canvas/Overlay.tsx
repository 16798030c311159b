import { ViewportPortal } from '@xyflow/react';
import { cardOf } from '#drawing/card.ts';
import { arrowHead, roundedPath } from '#drawing/wire.ts';
import { paletteItem } from '#catalog/palette.ts';
import type { Component, Diagram, Id, Point, Side } from '#diagram/diagram.ts';
import { rectOf } from '#diagram/geometry.ts';
import type { Tool } from '#editor/editor.ts';
import { CardDrawing } from '#ui/parts/CardDrawing.tsx';
import type { Gesture } from './gesture.ts';
import { rectBetween } from './gesture.ts';
import { cornersOf } from './hit-test.ts';
import styles from './Overlay.module.css';
import { cornerFor, placedSize } from './place.ts';
import { previewPoints } from './preview.ts';
import { portAt, sides } from './ports.ts';
import { spatialIndexOf } from './spatial-index.ts';

export interface OverlayProps {
  readonly diagram: Diagram;
  readonly selection: ReadonlySet<Id>;
  readonly gesture: Gesture;
  readonly tool: Tool;
  readonly pointer: Point | undefined;
  /** The component whose ports are shown. */
  readonly portsOf: Id | undefined;
  /** The target that the keyboard has chosen. */
  readonly candidate: Id | undefined;
  readonly zoom: number;
}

/** What lies above the drawing while one works on it: ports, grips, previews, helper lines. */
export function Overlay(props: OverlayProps) {
  const { diagram, gesture, tool, pointer, portsOf, zoom } = props;
  const component = portsOf === undefined ? undefined : diagram.components.get(portsOf);
  const line = connectionPreview(props);
  return (
    <ViewportPortal>
      <svg className={styles.layer} width={1} height={1} overflow="visible" aria-hidden="true">
        {component && gesture.type !== 'move' && <Ports component={component} zoom={zoom} lit={gesture.type === 'connect' ? gesture.side : undefined} />}
        {line && (
          <g className={styles.preview}>
            <path d={roundedPath(line)} />
            <path d={arrowHead(line)} />
          </g>
        )}
        {gesture.type === 'marquee' && <Marquee {...rectBetween(gesture.from, gesture.to)} />}
        {gesture.type === 'resize' && <Marquee {...gesture.rect} />}
        {gesture.type === 'move' && gesture.guides.map(({ from, to }) => <line key={`${from.x},${from.y},${to.x}`} className={styles.guide} x1={from.x} y1={from.y} x2={to.x} y2={to.y} strokeWidth={1 / zoom} />)}
        {(gesture.type === 'idle' || gesture.type === 'press') && <Grips {...props} />}
        {tool.type === 'place' && pointer && <Ghost entry={tool.entry} at={cornerFor(tool.entry, pointer)} />}
      </svg>
    </ViewportPortal>
  );
}

function connectionPreview({ diagram, gesture, tool, pointer, candidate }: OverlayProps): readonly Point[] | undefined {
  if (gesture.type === 'connect') return previewPoints(diagram, gesture.from, gesture.side, gesture.target ?? gesture.at);
  if (gesture.type === 'reconnect') {
    const connection = diagram.connections.get(gesture.id);
    const fixed = gesture.end === 'to' ? connection?.from : connection?.to;
    const points = fixed === undefined ? undefined : previewPoints(diagram, fixed, undefined, gesture.target ?? gesture.at);
    return gesture.end === 'to' ? points : points?.toReversed();
  }
  if (tool.type !== 'connect') return undefined;
  const to = candidate ?? pointer;
  return to === undefined ? undefined : previewPoints(diagram, tool.from, undefined, to);
}

function Ports({ component, zoom, lit }: { readonly component: Component; readonly zoom: number; readonly lit: Side | undefined }) {
  const radius = 5 / Math.max(0.6, Math.min(zoom, 1.4));
  return sides.map((side) => {
    const { x, y } = portAt(component, side);
    return <circle key={side} className={styles.port} data-port={side} data-lit={lit === side} cx={x} cy={y} r={radius} strokeWidth={radius / 3.2} />;
  });
}

function Marquee({ x, y, width, height }: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }) {
  return <rect className={styles.marquee} x={x} y={y} width={width} height={height} vectorEffect="non-scaling-stroke" />;
}

/** Grips of the only thing selected: ends of a connection, corners of a boundary or note. */
function Grips({ diagram, selection, zoom }: OverlayProps) {
  const [id, ...others] = selection;
  if (id === undefined || others.length > 0) return null;
  const frame = diagram.boundaries.get(id) ?? diagram.notes.get(id);
  const points = diagram.connections.has(id) ? spatialIndexOf(diagram).router.wire(id)?.points : undefined;
  const spots = frame ? cornersOf(rectOf(frame)).map(({ at }) => at) : points ? [points[0], points.at(-1)].filter((point) => point !== undefined) : [];
  const radius = 4.5 / Math.max(0.5, zoom);
  return spots.map(({ x, y }) => <circle key={`${x},${y}`} className={styles.grip} cx={x} cy={y} r={radius} strokeWidth={radius / 3} />);
}

/** What is about to be placed, where it would go. */
function Ghost({ entry, at }: { readonly entry: string; readonly at: Point }) {
  const item = paletteItem(entry);
  const { width, height } = placedSize(entry);
  if (!item) return null;
  const isCard = item.kind !== 'boundary' && item.kind !== 'note';
  return (
    <g transform={`translate(${at.x} ${at.y})`} className={styles.ghost} data-testid="ghost">
      {isCard ? <CardDrawing card={cardOf({ id: entry, kind: item.kind, name: item.label, properties: item.properties ?? {} })} /> : <rect className={styles.marquee} width={width} height={height} rx={10} />}
    </g>
  );
}
