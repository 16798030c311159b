import { useEffect, useState } from 'react';
import { progressOf } from '#practice/interview/progress.ts';
import { useEditor, useEditorState } from '#ui/parts/editor-context.tsx';
import { notify } from '#ui/parts/notify.ts';
import { useShelf } from '#ui/parts/shelf-context.tsx';

/**
 * Keeps the interview over the open diagram: brings back what this browser knows of it, writes down each event at once,
 * and lets the judge say no more than the phase allows. Returns whether it is known if there is an interview.
 */
export function useKeeper(): boolean {
  const editor = useEditor();
  const openShelf = useShelf();
  const documentId = useEditorState((state) => state.documentId);
  const interview = useEditorState((state) => state.interview);
  const [lookedUp, setLookedUp] = useState<string>();

  useEffect(() => {
    let isGone = false;
    void openShelf()
      .then((shelf) => shelf?.loadSession(documentId))
      .catch(() => undefined)
      .then((session) => {
        if (isGone) return;
        const { diagram, interview: running } = editor.store.getState();
        if (session && !running && session[0].scenario === diagram.practice?.scenario) editor.setInterview(session);
        setLookedUp(documentId);
      });
    return () => {
      isGone = true;
    };
  }, [editor, openShelf, documentId]);

  useEffect(() => {
    if (!interview) return;
    editor.setHush(progressOf(interview, interview.at(-1)?.at ?? 0).hush);
    void openShelf()
      .then((shelf) => shelf?.saveSession(editor.store.getState().documentId, interview))
      .catch(() => notify('This browser could not keep the interview. Save the diagram as a file before you leave.', 'problem'));
  }, [editor, openShelf, interview]);

  useEffect(
    () => () => {
      if (editor.store.getState().diagram.practice) return;
      editor.setInterview(undefined);
      editor.setHush('everything');
    },
    [editor],
  );

  return interview !== undefined || lookedUp === documentId;
}
