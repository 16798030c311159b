import { useStoreApi } from '@xyflow/react';
import { useEffect } from 'react';
import type { Point } from '#diagram/diagram.ts';
import type { Editor, Tool } from '#editor/editor.ts';
import { cornerFor, placeEntry } from './place.ts';
import { toCanvas } from './view.ts';

/** Follows a pointer that came down on the palette, over the canvas, and places on release. Escape and a release elsewhere drop nothing. */
export function usePaletteDrop(editor: Editor, tool: Tool, setPointer: (point: Point | undefined) => void): void {
  const flow = useStoreApi();
  const entry = tool.type === 'place' && tool.dragging ? tool.entry : undefined;

  useEffect(() => {
    if (entry === undefined) return undefined;
    const pointOver = ({ clientX, clientY }: PointerEvent): Point | undefined => {
      const { domNode, transform } = flow.getState();
      const over = document.elementFromPoint(clientX, clientY);
      const box = domNode?.getBoundingClientRect();
      const [x, y, zoom] = transform;
      return box && domNode?.contains(over) ? toCanvas({ x: clientX - box.left, y: clientY - box.top }, { x, y, zoom }) : undefined;
    };
    const follow = (event: PointerEvent): void => setPointer(pointOver(event));
    const release = (event: PointerEvent): void => {
      const point = pointOver(event);
      setPointer(undefined);
      if (point) placeEntry(editor, entry, cornerFor(entry, point));
      else editor.setTool({ type: 'select' });
    };
    const leave = (event: KeyboardEvent | PointerEvent): void => {
      if (event instanceof KeyboardEvent && event.key !== 'Escape') return;
      setPointer(undefined);
      editor.setTool({ type: 'select' });
    };
    window.addEventListener('pointermove', follow);
    window.addEventListener('pointerup', release);
    window.addEventListener('pointercancel', leave);
    window.addEventListener('keydown', leave);
    return () => {
      window.removeEventListener('pointermove', follow);
      window.removeEventListener('pointerup', release);
      window.removeEventListener('pointercancel', leave);
      window.removeEventListener('keydown', leave);
    };
  }, [editor, entry, flow, setPointer]);
}
