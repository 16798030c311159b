import { useEffect, useRef } from 'react';
import { useEditorState } from '#ui/parts/editor-context.tsx';
import type { AppShell } from './use-shell.ts';

/** Brings the inspector back when somebody wants to see a field of it. */
export function useFieldRequests({ hidden, togglePanel }: AppShell): void {
  const request = useEditorState((state) => state.fieldRequest);
  const seen = useRef(request);
  useEffect(() => {
    if (request === seen.current) return;
    seen.current = request;
    if (request && hidden.has('inspector')) togglePanel('inspector');
  }, [request, hidden, togglePanel]);
}
