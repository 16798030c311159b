import { useCallback, useEffect, useRef, useState } from 'react';
import { applyDiff } from '#diagram/diff.ts';
import type { Diagram } from '#diagram/diagram.ts';
import type { Transaction } from '#diagram/transaction.ts';
import type { Preview } from '#editor/editor.ts';
import { useEditor, useEditorState } from './editor-context.tsx';

/** `peek` while a pointer or the focus is there, `confirm` where a finger decides. */
export type PreviewMode = 'peek' | 'confirm';

/** What a button would do to this diagram; null where it would do nothing. */
export type Plan = (diagram: Diagram) => Transaction | null | Promise<Transaction | null>;

export interface ShownPreview {
  readonly preview: Preview;
  readonly mode: PreviewMode;
}

/** Shows what a button would do, as long as it is asked for and the diagram stays as it is. */
export function usePreview(plan: Plan): { readonly shown: ShownPreview | undefined; show(mode: PreviewMode): void; hide(): void } {
  const editor = useEditor();
  const [own, setOwn] = useState<ShownPreview>();
  const isCurrent = useEditorState((state) => own !== undefined && state.preview === own.preview);
  const asked = useRef<{ readonly mode: PreviewMode }>(undefined);
  const last = useRef<Preview>(undefined);

  const hide = useCallback(() => {
    asked.current = undefined;
    if (last.current && editor.store.getState().preview === last.current) editor.preview(undefined);
    last.current = undefined;
    setOwn(undefined);
  }, [editor]);
  useEffect(() => hide, [hide]);

  const show = (mode: PreviewMode): void => {
    const { diagram: before, gesturing } = editor.store.getState();
    if (gesturing || asked.current?.mode === mode) return;
    const request = { mode };
    asked.current = request;
    const put = (step: Transaction | null): void => {
      if (!step || asked.current !== request || editor.store.getState().diagram !== before) return;
      const preview = { before, after: applyDiff(before, step.diff) };
      last.current = preview;
      editor.preview(preview);
      setOwn({ preview, mode });
    };
    const step = plan(before);
    if (step instanceof Promise) void step.then(put);
    else put(step);
  };

  return { shown: isCurrent ? own : undefined, show, hide };
}
