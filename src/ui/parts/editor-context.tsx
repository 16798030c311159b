import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { Editor, EditorState } from '#editor/editor.ts';

export const EditorContext = createContext<Editor | undefined>(undefined);

/** The editor that this tree of components shows. */
export function useEditor(): Editor {
  const editor = use(EditorContext);
  if (!editor) throw new Error('useEditor needs an EditorContext above it.');
  return editor;
}

/** A value of the editor's state; the component renders again when it changes by identity. */
export const useEditorState = <T,>(select: (state: EditorState) => T): T => useStore(useEditor().store, select);
