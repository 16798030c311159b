import type { Diagram } from './diagram.ts';
import { applyDiff, invertDiff, isEmptyDiff, squashDiffs } from './diff.ts';
import type { Transaction } from './transaction.ts';

/** What has been done and what has been taken back; the last element is the next to move. */
export interface History {
  readonly done: readonly Transaction[];
  readonly undone: readonly Transaction[];
}

export const emptyHistory: History = { done: [], undone: [] };

const limit = 500;

/** The history after a new step; steps of one gesture become one, and a gesture that ends where it began leaves no step. */
export function record(history: History, step: Transaction): History {
  const last = history.done.at(-1);
  if (last?.gesture === undefined || last.gesture !== step.gesture || history.undone.length > 0) {
    return { done: [...history.done, step].slice(-limit), undone: [] };
  }
  const diff = squashDiffs(last.diff, step.diff);
  const before = history.done.slice(0, -1);
  return { done: isEmptyDiff(diff) ? before : [...before, { ...step, diff }], undone: [] };
}

/** Diagram and history one step back; null where there is none. */
export function undo(diagram: Diagram, history: History): { diagram: Diagram; history: History; step: Transaction } | null {
  const step = history.done.at(-1);
  if (!step) return null;
  return {
    diagram: applyDiff(diagram, invertDiff(step.diff)),
    history: { done: history.done.slice(0, -1), undone: [...history.undone, step] },
    step,
  };
}

/** Diagram and history one step forward again; null where there is none. */
export function redo(diagram: Diagram, history: History): { diagram: Diagram; history: History; step: Transaction } | null {
  const step = history.undone.at(-1);
  if (!step) return null;
  return {
    diagram: applyDiff(diagram, step.diff),
    history: { done: [...history.done, step], undone: history.undone.slice(0, -1) },
    step,
  };
}
