import { useStoreApi } from '@xyflow/react';
import { useEffect } from 'react';
import { boundsOf, placedRecord, placedRecords, type Rect, rectOf } from '#diagram/geometry.ts';
import type { Diagram, Id } from '#diagram/diagram.ts';
import type { Editor, ViewRequest } from '#editor/editor.ts';
import { placeInView } from './place.ts';
import { spatialIndexOf } from './spatial-index.ts';
import { fitViewport, revealing, toCanvas, type Viewport, zoomedTo } from './view.ts';

const zoomStep = 1.25;

/** Does what other parts of the editor ask of the view: fit, zoom, reveal, place. */
export function useViewRequests(editor: Editor): void {
  const flow = useStoreApi();

  useEffect(() => {
    const show = (viewport: Viewport): void => {
      const { panZoom } = flow.getState();
      void panZoom?.setViewport({ x: viewport.x, y: viewport.y, zoom: viewport.zoom });
    };
    const serve = (request: ViewRequest): void => {
      const { width, height, transform } = flow.getState();
      const [x, y, zoom] = transform;
      const [viewport, size] = [{ x, y, zoom }, { width, height }];
      const { diagram } = editor.store.getState();
      switch (request.type) {
        case 'fit':
          show(fitOf(diagram, size));
          break;
        case 'actual-size':
          show(zoomedTo(viewport, 1, size));
          break;
        case 'zoom-in':
          show(zoomedTo(viewport, zoom * zoomStep, size));
          break;
        case 'zoom-out':
          show(zoomedTo(viewport, zoom / zoomStep, size));
          break;
        case 'reveal': {
          const bounds = boundsOf(request.ids.flatMap((id) => rectsOf(diagram, id)));
          if (bounds) show(revealing(bounds, viewport, size));
          break;
        }
        case 'place':
          placeInView(editor, request.entry, toCanvas({ x: width / 2, y: height / 2 }, viewport));
          break;
      }
    };
    const fitWhenSized = (): void => {
      const { width, height, panZoom } = flow.getState();
      if (width > 0 && height > 0 && panZoom) show(fitOf(editor.store.getState().diagram, { width, height }));
    };
    fitWhenSized();
    const stopSize = flow.subscribe((state, before) => {
      if ((before.width === 0 && state.width > 0) || (!before.panZoom && state.panZoom)) fitWhenSized();
    });
    const stopRequests = editor.store.subscribe((state, before) => {
      if (state.documentId !== before.documentId) fitWhenSized();
      if (state.viewRequest && state.viewRequest !== before.viewRequest) serve(state.viewRequest);
    });
    return () => {
      stopSize();
      stopRequests();
    };
  }, [editor, flow]);
}

function fitOf(diagram: Diagram, size: { readonly width: number; readonly height: number }): Viewport {
  const bounds = boundsOf([...placedRecords(diagram)].map(rectOf));
  return bounds ? fitViewport(bounds, size) : { x: size.width / 2, y: size.height / 2, zoom: 1 };
}

function rectsOf(diagram: Diagram, id: Id): readonly Rect[] {
  const record = placedRecord(diagram, id);
  if (record) return [rectOf(record)];
  return spatialIndexOf(diagram).router.wire(id)?.points.map((point) => ({ ...point, width: 0, height: 0 })) ?? [];
}
