import { useEffect, useState } from 'react';
import { success } from '#base/result.ts';
import { emptyDiagram, holdsNothing } from '#diagram/diagram.ts';
import type { Editor, EditorState } from '#editor/editor.ts';
import { writeDiagram } from '#formats/json/write.ts';
import { autosave, type SaveState } from '#storage/autosave.ts';
import { StorageHeld } from '#storage/database.ts';
import { keepRepair } from '#storage/keep-repair.ts';
import { type Library, openLibrary } from '#storage/library.ts';
import { browserTabs } from '#storage/tabs.ts';
import { notify } from '#ui/parts/notify.ts';
import { readText } from './open-diagram.ts';
import { openShelf } from './shelf.ts';

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
  if (id !== null && (await bringBack(editor, store, id))) setState('saved');
  const remember = (): void => {
    const state = editor.store.getState();
    if (holdsNothing(state.diagram)) return;
    for (const memory of [sessionStorage, localStorage]) memory.setItem(openKey, homeOf(state));
  };
  remember();
  const saving = autosave(editor, store, () => Date.now(), setState);
  const stopWatching = editor.store.subscribe((now, before) => {
    if (homeOf(now) !== homeOf(before)) void tabs.claim(homeOf(now));
    if (now.diagram !== before.diagram) remember();
  });
  const stopKeeping = keepRepair(editor, openShelf, () => notify('This browser could not keep your repair. Stay on this page until it is solved.', 'problem'));
  const flush = (): void => void saving.flush();
  document.addEventListener('visibilitychange', flush);
  window.addEventListener('pagehide', flush);
  return () => {
    saving.stop();
    stopWatching();
    stopKeeping();
    document.removeEventListener('visibilitychange', flush);
    window.removeEventListener('pagehide', flush);
  };
}

/** The diagram that a tab belongs to: a repair that is practised comes back to the one from before. */
const homeOf = ({ drill, documentId }: EditorState): string => drill?.before.documentId ?? documentId;

/** Opens the diagram of before, or the repair that was practised over it; false where neither is there, or something else was opened meanwhile. */
async function bringBack(editor: Editor, store: Library, id: string): Promise<boolean> {
  const untouched = editor.store.getState().diagram;
  const isUntouched = (): boolean => editor.store.getState().diagram === untouched;
  const [stored, kept] = await Promise.all([store.load(id), openShelf().then((shelf) => shelf?.repairs.load(id)).catch(() => undefined)]);
  if (!stored && kept === undefined) return false;
  const read = stored ? await readText(stored.text) : success(emptyDiagram);
  if (!read.ok) notify(`Your last diagram could not be read. ${read.error}`, 'problem');
  if (!read.ok || !isUntouched()) return false;
  const isMine = await tabs.claim(id);
  const repair = isMine && kept !== undefined ? await import('#ui/practice/repair.ts').then(({ resumedRepair }) => resumedRepair(kept, { documentId: id, diagram: read.value })) : undefined;
  if (!isUntouched()) return false;
  // A link may have opened it meanwhile.
  const { practiceShown } = editor.store.getState();
  if (repair) editor.openDrill(repair.drill, repair.diagram);
  else if (stored) editor.open(isMine ? read.value : { ...read.value, title: `${read.value.title} (copy)` }, isMine ? id : undefined);
  editor.showPractice(practiceShown);
  if (stored && !isMine) {
    // Nothing has changed in it yet, and still it is to be there after a reload.
    const { documentId, diagram } = editor.store.getState();
    await store.save({ id: documentId, title: diagram.title, text: writeDiagram(diagram), updated: Date.now() });
    notify('This diagram is open in another tab, so this one works on a copy.');
  }
  return repair !== undefined || stored !== undefined;
}
