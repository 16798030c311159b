import type { KeyboardEvent } from 'react';
import { deleteRecords } from '#diagram/commands/delete-records.ts';
import { moveRecords } from '#diagram/commands/move-records.ts';
import type { Diagram, Id, Point } from '#diagram/diagram.ts';
import { centreOf, placedRecord, rectOf } from '#diagram/geometry.ts';
import type { Editor, Tool } from '#editor/editor.ts';
import { connectWith } from './connect-with.ts';
import { neighbourAlong, neighbourInOrder } from './reading-order.ts';

const arrows: Readonly<Record<string, { readonly by: Point; readonly name: 'up' | 'down' | 'left' | 'right' }>> = {
  ArrowUp: { by: { x: 0, y: -1 }, name: 'up' },
  ArrowDown: { by: { x: 0, y: 1 }, name: 'down' },
  ArrowLeft: { by: { x: -1, y: 0 }, name: 'left' },
  ArrowRight: { by: { x: 1, y: 0 }, name: 'right' },
};

const step = { small: 4, large: 20 };

/** Keys on the focused canvas: walk, move, connect, rename, delete, escape. */
export function canvasKeys(editor: Editor, candidate: Id | undefined, setCandidate: (id: Id | undefined) => void, cancel: () => void) {
  return (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    const handled = handle(editor, event, candidate, setCandidate, cancel);
    if (handled) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
}

function handle(editor: Editor, event: KeyboardEvent, candidate: Id | undefined, setCandidate: (id: Id | undefined) => void, cancel: () => void): boolean {
  const { diagram, selection, tool } = editor.store.getState();
  const plain = !event.ctrlKey && !event.metaKey;
  const [active] = [...selection].slice(-1);
  if (event.key === 'Escape') {
    cancel();
    setCandidate(undefined);
    if (tool.type === 'select') editor.select([]);
    editor.setTool({ type: 'select' });
    return true;
  }
  if (!plain) return false;
  if (tool.type === 'connect') return chooseTarget(editor, tool, event, candidate, setCandidate);
  if (event.key === 'Tab') {
    const next = neighbourInOrder(diagram, active, event.shiftKey ? -1 : 1);
    if (next === undefined) return false;
    editor.select([next]);
    editor.view({ type: 'reveal', ids: [next] });
    return true;
  }
  const arrow = arrows[event.key];
  if (arrow && event.altKey && active !== undefined) {
    const next = neighbourAlong(diagram, active, arrow.name);
    if (next !== undefined) {
      editor.select([next]);
      editor.view({ type: 'reveal', ids: [next] });
    }
    return true;
  }
  if (arrow && !event.altKey && selection.size > 0) {
    const length = event.shiftKey ? step.large : step.small;
    const ids = [...selection].filter((id) => placedRecord(diagram, id));
    editor.dispatch(moveRecords(diagram, { ids, by: { x: arrow.by.x * length, y: arrow.by.y * length }, gesture: `nudge:${ids.join(',')}` }));
    return true;
  }
  if ((event.key === 'Delete' || event.key === 'Backspace') && selection.size > 0) {
    editor.dispatch(deleteRecords(diagram, { ids: selection }), []);
    return true;
  }
  if (event.key === 'Enter' && active !== undefined) {
    editor.rename(active);
    return true;
  }
  return false;
}

/** While connecting: Tab and arrows walk the possible targets, nearest first; Enter connects. */
function chooseTarget(editor: Editor, tool: Extract<Tool, { type: 'connect' }>, event: KeyboardEvent, candidate: Id | undefined, setCandidate: (id: Id | undefined) => void): boolean {
  const { diagram } = editor.store.getState();
  const { from } = tool;
  const targets = connectionTargets(diagram, from);
  const index = candidate === undefined ? -1 : targets.indexOf(candidate);
  const back = event.key === 'ArrowLeft' || event.key === 'ArrowUp' || (event.key === 'Tab' && event.shiftKey);
  if (event.key === 'Tab' || arrows[event.key]) {
    const next = targets[(index + (back ? -1 : 1) + targets.length) % targets.length];
    setCandidate(next);
    if (next !== undefined) editor.view({ type: 'reveal', ids: [from, next] });
    return true;
  }
  if (event.key === 'Enter' && candidate !== undefined) {
    connectWith(editor, tool, candidate);
    setCandidate(undefined);
    editor.setTool({ type: 'select' });
    return true;
  }
  return false;
}

/** Components that a connection could go to, nearest first. */
export function connectionTargets(diagram: Diagram, from: Id): readonly Id[] {
  const source = diagram.components.get(from);
  if (!source) return [];
  const here = centreOf(rectOf(source));
  return [...diagram.components.values()]
    .filter(({ id }) => id !== from)
    .map((component) => ({ id: component.id, at: centreOf(rectOf(component)) }))
    .sort((a, b) => Math.hypot(a.at.x - here.x, a.at.y - here.y) - Math.hypot(b.at.x - here.x, b.at.y - here.y))
    .map(({ id }) => id);
}
