import { useEffect, useState } from 'react';
import { holdsNothing } from '#diagram/diagram.ts';
import type { Editor } from '#editor/editor.ts';
import { autosave, type SaveState } from '#storage/autosave.ts';
import { StorageHeld } from '#storage/database.ts';
import { type Library, openLibrary } from '#storage/library.ts';
import { browserTabs } from '#storage/tabs.ts';
import { notify } from '#ui/parts/notify.ts';
import { readText } from './open-diagram.ts';

const openKey = 'caveat-open';
const tabs = browserTabs(navigator.locks);

const forbidden = 'This browser does not let Caveat keep diagrams. Save yours as a file before you leave.';
const held = 'Another tab with an earlier Caveat keeps your diagrams. Close it and load this page again.';

let whyNot = forbidden;

/** The browser's library, opened once; undefined where storage is forbidden, or held by another tab. */
export const library: Promise<Library | undefined> = openLibrary().catch((error: unknown) => {
  if (error instanceof StorageHeld) whyNot = held;
  return undefined;
});

/** Brings back the last diagram and keeps every change. Returns what became of the latest one; undefined while nothing has been drawn. */
export function useStorage(editor: Editor): SaveState | undefined {
  const [state, setState] = useState<SaveState>();

  useEffect(() => {
    let stop = (): void => undefined;
    let isGone = false;
    void start(editor, setState).then((cleanUp) => {
      if (isGone) cleanUp();
      else stop = cleanUp;
    });
    return () => {
      isGone = true;
      stop();
    };
  }, [editor]);

  return state;
}

async function start(editor: Editor, setState: (state: SaveState) => void): Promise<() => void> {
  const store = await library;
  if (!store) {
    notify(whyNot, 'problem');
    return () => undefined;
  }
  // Each tab comes back to its own diagram, a new one to the last of any.
  const id = sessionStorage.getItem(openKey) ?? localStorage.getItem(openKey);
  const untouched = editor.store.getState();
  const stored = id === null ? undefined : await store.load(id);
  if (stored) {
    const read = await readText(stored.text);
    if (!read.ok) notify(`Your last diagram could not be read. ${read.error}`, 'problem');
    else if (editor.store.getState().diagram === untouched.diagram) {
      const isMine = await tabs.claim(stored.id);
      const { practiceShown } = editor.store.getState();
      editor.open(isMine ? read.value : { ...read.value, title: `${read.value.title} (copy)` }, isMine ? stored.id : undefined);
      // A link may have opened it meanwhile.
      editor.showPractice(practiceShown);
      if (!isMine) notify('This diagram is open in another tab, so this one works on a copy.');
      setState('saved');
    }
  }
  const remember = (): void => {
    const { documentId, diagram } = editor.store.getState();
    if (holdsNothing(diagram)) return;
    for (const memory of [sessionStorage, localStorage]) memory.setItem(openKey, documentId);
  };
  remember();
  const saving = autosave(editor, store, () => Date.now(), setState);
  const stopWatching = editor.store.subscribe((now, before) => {
    if (now.documentId !== before.documentId) void tabs.claim(now.documentId);
    if (now.diagram !== before.diagram) remember();
  });
  const flush = (): void => void saving.flush();
  document.addEventListener('visibilitychange', flush);
  window.addEventListener('pagehide', flush);
  return () => {
    saving.stop();
    stopWatching();
    document.removeEventListener('visibilitychange', flush);
    window.removeEventListener('pagehide', flush);
  };
}
