import { useMemo, useState } from 'react';
import { optionLabel } from '#catalog/wording.ts';
import type { Connection, Diagram, Id, Point } from '#diagram/diagram.ts';
import { boundaryAt, centreOf, contentOf, overlap, placedRecord, type Rect, rectOf } from '#diagram/geometry.ts';
import { arrowHead, roundedPath, type Wire } from '#drawing/wire.ts';
import { type Badge, badgesOf } from '#editor/badges.ts';
import type { Report } from '#rules/finding.ts';
import { type FlowNode, flowNode, type Look } from './flow-nodes.ts';
import type { Gesture } from './gesture.ts';
import { linePoints } from './preview.ts';
import { spatialIndexOf } from './spatial-index.ts';
import type { WireView } from './WireLayer.tsx';

export interface SceneInput {
  readonly diagram: Diagram;
  readonly report: Report;
  readonly selection: ReadonlySet<Id>;
  readonly highlight: ReadonlySet<Id>;
  readonly gesture: Gesture;
  readonly window: Rect;
  readonly candidate: Id | undefined;
}

export interface VisibleScene {
  /** Whether there is too much in view for cards of their own. */
  readonly isOverview: boolean;
  readonly nodes: readonly FlowNode[];
  readonly wires: readonly WireView[];
}

/** Cards in view at which the overview takes over, and at which it gives way again. */
export const overview = { enter: 250, leave: 200 };
const still: Point = { x: 0, y: 0 };
const none: ReadonlySet<Id> = new Set();

/** What React Flow gets: the records in and around the window, and no others. */
export function useScene(input: SceneInput): VisibleScene {
  const { diagram, report, selection, highlight, gesture, window: area, candidate } = input;
  const components = useMemo(() => spatialIndexOf(diagram).router.components.inside(area), [diagram, area]);
  const isOverview = useOverview(components.length);
  return useMemo(() => {
    const index = spatialIndexOf(diagram);
    if (isOverview) return { isOverview, nodes: [], wires: [] };
    const moving = gesture.type === 'move' ? gesture.moving : none;
    const by = gesture.type === 'move' ? gesture.by : still;
    const badges = badgesOf(report);
    const target = targetOf(diagram, gesture, candidate);
    const isDimming = highlight.size > 0 && [...highlight].some((id) => placedRecord(diagram, id) || diagram.connections.has(id));
    const lookOf = (id: Id): Look => ({
      isSelected: selection.has(id),
      isHighlighted: highlight.has(id),
      isDimmed: isDimming && !highlight.has(id) && !selection.has(id),
      isTarget: id === target,
      badge: badges.get(id),
    });
    const shown = new Map(components.map((component) => [component.id, component]));
    for (const id of [...selection, ...moving]) {
      const pinned = shown.size < overview.enter ? diagram.components.get(id) : undefined;
      if (pinned) shown.set(id, pinned);
    }
    const frames = [...diagram.boundaries.values(), ...diagram.notes.values()].filter((record) => overlap(rectOf(record), area) || moving.has(record.id));
    const nodes = [...frames, ...shown.values()].map((record) => flowNode(record, lookOf(record.id), moving.has(record.id) ? by : still));
    const wires = index.connections.inside(area).flatMap((connection) => wireView(diagram, connection, moving, by, lookOf(connection.id)));
    return { isOverview, nodes, wires };
  }, [diagram, report, selection, highlight, gesture, area, candidate, components, isOverview]);
}

/** Whether the overview shows; it stays for a while on the way back, so that nothing flickers at the edge. */
function useOverview(count: number): boolean {
  const [isOn, setOn] = useState(false);
  const next = count > (isOn ? overview.leave : overview.enter);
  if (next !== isOn) setOn(next);
  return next;
}

function wireView(diagram: Diagram, connection: Connection, moving: ReadonlySet<Id>, by: Point, look: Look): WireView[] {
  const drawn = spatialIndexOf(diagram).router.wire(connection.id);
  const wire = drawn && (moving.has(connection.from) || moving.has(connection.to)) ? movedWire(diagram, connection, drawn, moving, by) : drawn;
  const badge: Badge | undefined = look.badge;
  return wire ? [{ wire, isSelected: look.isSelected, isHighlighted: look.isHighlighted, isDimmed: look.isDimmed, badge, label: connectionLabel(diagram, connection) }] : [];
}

/** While its cards are on the way a connection is a quick line; the true route comes with the release. */
function movedWire(diagram: Diagram, connection: Connection, wire: Wire, moving: ReadonlySet<Id>, by: Point): Wire {
  if (by === still || (by.x === 0 && by.y === 0)) return wire;
  const rectNow = (id: Id): Rect | undefined => {
    const component = diagram.components.get(id);
    const rect = component && rectOf(component);
    return rect && moving.has(id) ? { ...rect, x: rect.x + by.x, y: rect.y + by.y } : rect;
  };
  if (moving.has(connection.from) && moving.has(connection.to)) {
    const points = wire.points.map(({ x, y }) => ({ x: x + by.x, y: y + by.y }));
    const label = wire.label && { ...wire.label, rect: { ...wire.label.rect, x: wire.label.rect.x + by.x, y: wire.label.rect.y + by.y } };
    return { ...wire, points, label, path: roundedPath(points), arrow: arrowHead(points) };
  }
  const [a, b] = [rectNow(connection.from), rectNow(connection.to)];
  if (!a || !b) return wire;
  const points = linePoints(a, b);
  return { ...wire, points, label: undefined, path: roundedPath(points), arrow: arrowHead(points) };
}

/** What lights up as the place where a gesture would end. */
function targetOf(diagram: Diagram, gesture: Gesture, candidate: Id | undefined): Id | undefined {
  if (gesture.type === 'connect' || gesture.type === 'reconnect') return gesture.target;
  if (gesture.type !== 'move') return candidate;
  const [id] = gesture.ids;
  const record = id === undefined ? undefined : placedRecord(diagram, id);
  if (!record) return undefined;
  const rect = rectOf(record);
  const inside = diagram.boundaries.has(record.id) ? contentOf(diagram, record.id) : none;
  const boundary = boundaryAt(diagram, centreOf({ ...rect, x: rect.x + gesture.by.x, y: rect.y + gesture.by.y }), new Set([...gesture.moving, ...inside]));
  return boundary === record.boundary ? undefined : boundary;
}

function connectionLabel(diagram: Diagram, { from, to, properties }: Connection): string {
  const name = (id: Id): string => diagram.components.get(id)?.name ?? id;
  return `${optionLabel(properties.interaction ?? 'connection')} from ${name(from)} to ${name(to)}`;
}
