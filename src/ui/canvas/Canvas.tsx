import { Background, BackgroundVariant, ReactFlow, ReactFlowProvider, useStore, type ReactFlowState } from '@xyflow/react';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Id, Point } from '#diagram/diagram.ts';
import type { EditorState } from '#editor/editor.ts';
import { useEditor, useEditorState } from '#ui/parts/editor-context.tsx';
import styles from './Canvas.module.css';
import { CanvasControls } from './CanvasControls.tsx';
import { elementId } from './flow-nodes.ts';
import { GhostLayer } from './GhostLayer.tsx';
import { portOwners } from './hit-test.ts';
import { nodeTypes } from './nodes.tsx';
import { Overlay } from './Overlay.tsx';
import { RenameField } from './RenameField.tsx';
import { canvasKeys } from './use-canvas-keys.ts';
import { usePointing } from './use-gestures.ts';
import { usePaletteDrop } from './use-palette-drop.ts';
import { overview, useScene } from './use-scene.ts';
import { useViewRequests } from './use-view-requests.ts';
import { windowArea, zoomRange } from './view.ts';
import { WireLayer } from './WireLayer.tsx';

const loadOverview = () => import('./Overview.tsx');
const Overview = lazy(loadOverview);
const QuickAdd = lazy(() => import('./QuickAdd.tsx'));

/** The drawing, as a view of the diagram: React Flow moves and zooms it, everything else is the editor's. */
export function Canvas() {
  return (
    <ReactFlowProvider>
      <Flow />
    </ReactFlowProvider>
  );
}

const noEdges: never[] = [];
const panWithMiddleButton = [1];
const still: Point = { x: 0, y: 0 };
const none: ReadonlySet<Id> = new Set();
const diagramOf = (state: EditorState): EditorState['diagram'] => state.diagram;

function windowKey({ transform: [x, y, zoom], width, height }: ReactFlowState): string {
  const area = windowArea({ x, y, zoom }, { width, height });
  return `${area.x},${area.y},${area.width},${area.height}`;
}

function Flow() {
  const editor = useEditor();
  const diagram = useEditorState(diagramOf);
  const selection = useEditorState((state) => state.selection);
  const highlight = useEditorState((state) => state.highlight);
  const report = useEditorState((state) => state.report);
  const tool = useEditorState((state) => state.tool);
  const renaming = useEditorState((state) => state.renaming);
  const key = useStore(windowKey);
  const zoom = useStore((state) => Math.round(state.transform[2] * 20) / 20);
  const frame = useRef<HTMLDivElement>(null);
  const [chosen, setCandidate] = useState<Id>();
  const candidate = tool.type === 'connect' ? chosen : undefined;
  const [dragged, setDragged] = useState<Point>();
  const { gesture, hover, pointer, drop, closeDrop, cancel, handlers } = usePointing(editor);

  const mayNeedOverview = diagram.components.size > overview.enter;
  useEffect(() => {
    if (mayNeedOverview) void loadOverview();
  }, [mayNeedOverview]);
  useViewRequests(editor);
  usePaletteDrop(editor, tool, setDragged);
  useEffect(() => {
    if (tool.type === 'connect') frame.current?.focus({ preventScroll: true });
  }, [tool]);

  const window = useMemo(() => {
    const [x = 0, y = 0, width = 0, height = 0] = key.split(',').map(Number);
    return { x, y, width, height };
  }, [key]);
  const { isOverview, nodes, wires } = useScene({ diagram, report, selection, highlight, gesture, window, candidate });
  const focusCanvas = useCallback(() => frame.current?.focus({ preventScroll: true }), []);

  const active = [...selection].at(-1);
  const portsOf = tool.type === 'select' && !isOverview ? portOwners(pointer, { diagram, selection })[0] : undefined;
  return (
    <div
      ref={frame}
      role="application"
      aria-label="Diagram"
      aria-roledescription="canvas"
      aria-activedescendant={active === undefined ? undefined : elementId(active)}
      // A canvas is operated as a whole: Tab and the arrow keys walk inside it.
      tabIndex={0}
      className={styles.canvas}
      data-tool={tool.type}
      data-overview={isOverview}
      data-over={hover.type}
      data-has-selection={selection.size > 0}
      onKeyDown={canvasKeys(editor, candidate, setCandidate, cancel)}
      {...handlers}
      onPointerDown={(event) => {
        if (!(event.target instanceof HTMLElement && event.target.closest('input, textarea, button, [role="menu"]'))) focusCanvas();
        handlers.onPointerDown(event);
      }}
    >
      {isOverview && (
        <Suspense>
          <Overview diagram={diagram} selection={selection} highlight={highlight} moving={gesture.type === 'move' ? gesture.moving : none} by={gesture.type === 'move' ? gesture.by : still} />
        </Suspense>
      )}
      <ReactFlow
        nodes={nodes as never[]}
        edges={noEdges}
        nodeTypes={nodeTypes}
        minZoom={zoomRange.min}
        maxZoom={zoomRange.max}
        panOnScroll
        zoomOnDoubleClick={false}
        panOnDrag={panWithMiddleButton}
        selectionOnDrag={false}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        deleteKeyCode={null}
        disableKeyboardA11y
        zIndexMode="manual"
        elevateNodesOnSelect={false}
      >
        <Background variant={BackgroundVariant.Dots} gap={20} size={1.4} color="var(--canvas-dot)" />
        {!isOverview && <WireLayer wires={wires} />}
        <Overlay diagram={diagram} selection={selection} gesture={gesture} tool={tool} pointer={dragged ?? pointer} portsOf={portsOf} candidate={candidate} zoom={zoom} />
        <GhostLayer area={window} />
        {renaming !== undefined && <RenameField key={renaming} diagram={diagram} id={renaming} onClose={focusCanvas} />}
      </ReactFlow>
      {drop && (
        <Suspense>
          <QuickAdd drop={drop} onClose={closeDrop} />
        </Suspense>
      )}
      <CanvasControls components={diagram.components.size} connections={diagram.connections.size} />
    </div>
  );
}
