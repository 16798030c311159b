import { useEffect } from 'react';
import { deleteRecords } from '#diagram/commands/delete-records.ts';
import { fragmentOf } from '#diagram/fragment.ts';
import type { Editor } from '#editor/editor.ts';
import { writeDiagram } from '#formats/json/write.ts';

const isElsewhere = (event: ClipboardEvent): boolean => event.target instanceof HTMLElement && event.target.closest('input, textarea, [role="dialog"]') !== null;

/** Copy, cut and paste by the browser's own events, so that they cross tabs and programs. What is copied is a Caveat file as text. */
export function useClipboard(editor: Editor, pasteText: (text: string) => Promise<void>): void {
  useEffect(() => {
    const copy = (event: ClipboardEvent): void => {
      const { diagram, selection } = editor.store.getState();
      if (isElsewhere(event) || selection.size === 0 || (window.getSelection()?.toString() ?? '') !== '') return;
      event.clipboardData?.setData('text/plain', writeDiagram(fragmentOf(diagram, selection)));
      event.preventDefault();
      if (event.type === 'cut') editor.dispatch(deleteRecords(diagram, { ids: selection }), []);
    };
    const paste = (event: ClipboardEvent): void => {
      if (isElsewhere(event)) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text.trim() === '') return;
      event.preventDefault();
      void pasteText(text);
    };
    document.addEventListener('copy', copy);
    document.addEventListener('cut', copy);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('cut', copy);
      document.removeEventListener('paste', paste);
    };
  }, [editor, pasteText]);
}
