import { useStoreApi } from '@xyflow/react';
import { type PointerEvent as ReactPointerEvent, useEffect, useRef, useState } from 'react';
import { moveRecords } from '#diagram/commands/move-records.ts';
import { reconnect } from '#diagram/commands/reconnect.ts';
import { resizeRecord } from '#diagram/commands/resize-record.ts';
import type { Id, Point } from '#diagram/diagram.ts';
import { contains, rectOf } from '#diagram/geometry.ts';
import type { Editor } from '#editor/editor.ts';
import { connectWith } from './connect-with.ts';
import { type Gesture, idle, marqueeSelection, moved, resized } from './gesture.ts';
import { type Corner, type Hit, hitTest } from './hit-test.ts';
import { cornerFor, placeEntry } from './place.ts';
import { nearestSide } from './ports.ts';
import { toCanvas } from './view.ts';

/** Where a new connection was dropped on nothing: a place for a quick choice of what to add. */
export interface Drop {
  readonly from: Id;
  readonly at: Point;
}

export interface Pointing {
  readonly gesture: Gesture;
  readonly hover: Hit;
  /** The pointer on the canvas, while it is over it. */
  readonly pointer: Point | undefined;
  readonly drop: Drop | undefined;
  closeDrop(): void;
  cancel(): void;
  readonly handlers: {
    onPointerDown(event: ReactPointerEvent): void;
    onPointerMove(event: ReactPointerEvent): void;
    onPointerUp(event: ReactPointerEvent): void;
    onPointerCancel(): void;
    onPointerLeave(): void;
    onDoubleClick(event: { readonly clientX: number; readonly clientY: number }): void;
  };
}

const nowhere: Hit = { type: 'pane' };

/** Pointers on the canvas: mouse, pen and finger. Previews in its own state, one command at the end. */
export function usePointing(editor: Editor): Pointing {
  const flow = useStoreApi();
  const [gesture, setGesture] = useState<Gesture>(idle);
  const [hover, setHover] = useState<Hit>(nowhere);
  const [pointer, setPointer] = useState<Point>();
  const [drop, setDrop] = useState<Drop>();
  const current = useRef<Gesture>(idle);
  const corner = useRef<Corner>('bottom-right');

  const change = (next: Gesture): void => {
    if (next === current.current) return;
    if ((next.type === 'idle') !== (current.current.type === 'idle')) editor.setGesturing(next.type !== 'idle');
    current.current = next;
    setGesture(next);
  };

  useEffect(() => () => editor.setGesturing(false), [editor]);

  const pointOf = ({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): Point => {
    const { domNode, transform } = flow.getState();
    const box = domNode?.getBoundingClientRect();
    const [x, y, zoom] = transform;
    return toCanvas({ x: clientX - (box?.left ?? 0), y: clientY - (box?.top ?? 0) }, { x, y, zoom });
  };

  const hitAt = (point: Point, coarse: boolean): Hit => {
    const { diagram, selection, tool } = editor.store.getState();
    return hitTest(point, { diagram, selection, hasPorts: tool.type === 'select', zoom: flow.getState().transform[2], coarse });
  };

  const finish = (): void => {
    const { diagram, selection } = editor.store.getState();
    const done = current.current;
    change(idle);
    switch (done.type) {
      case 'press':
        clicked(editor, done.hit, done.toggles);
        break;
      case 'move':
        editor.dispatch(moveRecords(diagram, { ids: done.ids, by: done.by }), selection.size > 0 ? undefined : done.ids);
        break;
      case 'marquee':
        editor.select(marqueeSelection(diagram, done));
        break;
      case 'connect':
        if (done.target === undefined) setDrop({ from: done.from, at: done.at });
        else finishConnection(editor, done, done.target);
        break;
      case 'reconnect':
        if (done.target !== undefined) editor.dispatch(reconnect(diagram, { id: done.id, end: done.end, target: done.target }));
        break;
      case 'resize':
        editor.dispatch(resizeRecord(diagram, { id: done.id, position: done.rect, size: { width: done.rect.width, height: done.rect.height } }));
        break;
      case 'idle':
        break;
    }
  };

  return {
    gesture,
    hover,
    pointer,
    drop,
    closeDrop: () => setDrop(undefined),
    cancel: () => change(idle),
    handlers: {
      onPointerDown(event) {
        if (event.button !== 0 || !event.isPrimary || isTyping(event.target)) return;
        setDrop(undefined);
        const at = pointOf(event);
        const { tool, diagram } = editor.store.getState();
        if (tool.type === 'place') return;
        const coarse = event.pointerType === 'touch';
        const hit = hitAt(at, coarse);
        if (tool.type === 'connect') {
          if (hit.type === 'record' && diagram.components.has(hit.id) && hit.id !== tool.from) connectWith(editor, tool, hit.id);
          editor.setTool({ type: 'select' });
          return;
        }
        if (coarse && hit.type === 'port') {
          editor.setTool({ type: 'connect', from: hit.id });
          return;
        }
        if (hit.type === 'corner') corner.current = hit.corner;
        if (coarse && hit.type === 'pane') {
          editor.select([]);
          return;
        }
        event.currentTarget.setPointerCapture(event.pointerId);
        change({ type: 'press', hit, at, toggles: event.shiftKey });
      },
      onPointerMove(event) {
        const at = pointOf(event);
        setPointer(at);
        const state = editor.store.getState();
        const now = current.current;
        if (now.type === 'idle') {
          const hit = hitAt(at, event.pointerType === 'touch');
          setHover((before) => (sameHit(before, hit) ? before : hit));
          return;
        }
        const zoom = flow.getState().transform[2];
        if (now.type === 'resize') {
          const record = state.diagram.boundaries.get(now.id) ?? state.diagram.notes.get(now.id);
          if (record) change({ ...now, rect: resized(rectOf(record), corner.current, at, 60) });
          return;
        }
        if (now.type === 'press' && now.hit.type === 'record' && !state.selection.has(now.hit.id)) {
          const next = moved(now, at, { diagram: state.diagram, selection: new Set([now.hit.id]), zoom });
          if (next.type === 'move') editor.select([now.hit.id]);
          change(next);
          return;
        }
        change(moved(now, at, { diagram: state.diagram, selection: state.selection, zoom }));
      },
      onPointerUp(event) {
        const { tool } = editor.store.getState();
        // Placed on release: a press would take the focus from the name that opens.
        if (tool.type === 'place' && !tool.dragging && event.button === 0) placeEntry(editor, tool.entry, cornerFor(tool.entry, pointOf(event)));
        else finish();
      },
      onPointerCancel: () => change(idle),
      onPointerLeave: () => {
        setPointer(undefined);
        setHover(nowhere);
      },
      onDoubleClick(event) {
        const hit = hitAt(pointOf(event), false);
        if (hit.type === 'record') editor.rename(hit.id);
      },
    },
  };
}

function clicked(editor: Editor, hit: Hit, toggles: boolean): void {
  const { selection } = editor.store.getState();
  if (hit.type === 'pane') {
    if (!toggles) editor.select([]);
    return;
  }
  if (hit.type === 'port') {
    editor.setTool({ type: 'connect', from: hit.id });
    return;
  }
  if (!toggles) editor.select([hit.id]);
  else if (selection.has(hit.id)) editor.select([...selection].filter((id) => id !== hit.id));
  else editor.select([...selection, hit.id]);
}

function finishConnection(editor: Editor, { from, side, at }: Extract<Gesture, { type: 'connect' }>, target: Id): void {
  const { diagram } = editor.store.getState();
  const component = diagram.components.get(target);
  const source = diagram.components.get(from);
  if (!component || !source || (target === from && contains(rectOf(source), at) && side === undefined)) return;
  const chosen = side === undefined || isUsual(editor, from, target, side) ? undefined : { from: side, to: nearestSide(rectOf(component), at) };
  connectWith(editor, { from }, target, chosen);
}

/** Whether a side is the one that faces the other card anyway: then the route stays free to choose when cards move. */
function isUsual(editor: Editor, from: Id, to: Id, side: string): boolean {
  const { diagram } = editor.store.getState();
  const [a, b] = [diagram.components.get(from), diagram.components.get(to)];
  if (!a || !b) return true;
  const middle = { x: rectOf(b).x + rectOf(b).width / 2, y: rectOf(b).y + rectOf(b).height / 2 };
  return nearestSide(rectOf(a), middle) === side;
}

const isTyping = (target: EventTarget): boolean => target instanceof HTMLElement && target.closest('input, textarea, [role="menu"], [role="listbox"], button') !== null;

const sameHit = (a: Hit, b: Hit): boolean => JSON.stringify(a) === JSON.stringify(b);
