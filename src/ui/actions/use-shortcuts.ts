import { useEffect } from 'react';
import { tinykeys } from 'tinykeys';
import type { ActionContext } from './action.ts';
import { actions } from './actions.ts';

const isField = (target: EventTarget | null): boolean => target instanceof HTMLElement && target.closest('input:not([type="checkbox"]), textarea, select, [contenteditable="true"]') !== null;
const isPlain = (shortcut: string): boolean => !shortcut.includes('$mod') && !/^(Shift\+)?F\d+$/.test(shortcut);

/** Listens for the shortcuts of all actions. Keys without a modifier are left alone while somebody types, and while a dialog is open. */
export function useShortcuts(context: ActionContext): void {
  useEffect(() => {
    const bindings = actions
      .filter(({ isCanvasKey }) => !isCanvasKey)
      .flatMap((action) =>
        (action.shortcuts ?? []).map((shortcut): [string, (event: KeyboardEvent) => void] => [
          shortcut,
          (event) => {
            if (event.defaultPrevented || (isField(event.target) && (isPlain(shortcut) || /^\$mod\+(a|z|Shift\+z|y)$/.test(shortcut)))) return;
            if (document.querySelector('[role="dialog"]') || context.editor.store.getState().gesturing) return;
            if (action.isEnabled?.(context) === false) return;
            event.preventDefault();
            void action.run(context);
          },
        ]),
      );
    return tinykeys(window, Object.fromEntries(bindings));
  }, [context]);
}
