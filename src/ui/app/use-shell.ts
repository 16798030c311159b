import { useEffect, useMemo, useState } from 'react';
import { pasteRecords } from '#diagram/commands/paste-records.ts';
import { placeRecords } from '#diagram/commands/place-records.ts';
import { type Diagram, emptyDiagram, type Id } from '#diagram/diagram.ts';
import { fragmentOf } from '#diagram/fragment.ts';
import type { Editor } from '#editor/editor.ts';
import { writeDiagram } from '#formats/json/write.ts';
import { download, fileName } from '#ui/parts/download.ts';
import type { Library } from '#storage/library.ts';
import type { DialogName, ExampleName, PanelName, Shell } from '#ui/actions/action.ts';
import { notify } from '#ui/parts/notify.ts';
import { readFile, readText } from './open-diagram.ts';

export interface AppShell extends Shell {
  readonly dialog: DialogName | undefined;
  readonly hidden: ReadonlySet<PanelName>;
  openFile(file: File): Promise<void>;
  pasteText(text: string): Promise<void>;
}

/** What surrounds the editor: files, examples, dialogs, panels. */
export function useShell(editor: Editor, library: Promise<Library | undefined>): AppShell {
  const [dialog, show] = useState<DialogName>();
  const [hidden, setHidden] = useState<ReadonlySet<PanelName>>(() => (window.innerWidth < 820 ? new Set(['palette', 'inspector']) : new Set()));
  const shell = useMemo(() => createShell(editor, library, show, setHidden), [editor, library]);
  useEffect(() => listenForDrops(shell.openFile), [shell]);
  return useMemo(() => ({ ...shell, dialog, hidden }), [shell, dialog, hidden]);
}

type ShellActions = Omit<AppShell, 'dialog' | 'hidden'>;

function createShell(
  editor: Editor,
  library: Promise<Library | undefined>,
  show: (dialog: DialogName | undefined) => void,
  setHidden: (change: (hidden: ReadonlySet<PanelName>) => ReadonlySet<PanelName>) => void,
): ShellActions {
  const diagram = (): Diagram => editor.store.getState().diagram;
  const open = async (read: Promise<Awaited<ReturnType<typeof readText>>>, documentId?: string): Promise<void> => {
    const result = await read;
    if (result.ok) editor.open(result.value, documentId);
    else notify(result.error, 'problem');
  };
  const pasteText = async (text: string): Promise<void> => {
    const result = await readText(text);
    if (!result.ok) {
      notify(`The clipboard holds no diagram. ${result.error}`, 'problem');
      return;
    }
    const fresh: Id[] = [];
    const freshId = (): Id => {
      const id = editor.freshId();
      fresh.push(id);
      return id;
    };
    const at = fragmentShift(diagram(), result.value);
    editor.dispatch(pasteRecords(diagram(), { fragment: at, freshId }), fresh);
    editor.view({ type: 'reveal', ids: fresh });
  };
  return {
    newDiagram: () => editor.open(emptyDiagram),
    chooseFile: () => document.querySelector<HTMLInputElement>('input[type="file"]')?.click(),
    saveFile: () => download(fileName(diagram().title, 'caveat.json'), new Blob([writeDiagram(diagram())], { type: 'application/json' })),
    openFile: (file) => open(readFile(file)),
    openExample: (name: ExampleName) => open(fetch(`./examples/${name}.caveat.json`).then((response) => response.text()).then(readText)),
    async openStored(id) {
      const stored = await (await library)?.load(id);
      if (stored) await open(readText(stored.text), id);
    },
    async tidyUp() {
      const { layOut } = await import('#ui/parts/layout.ts');
      const placements = await layOut(diagram());
      if (editor.dispatch(placeRecords(diagram(), { placements }))) editor.view({ type: 'fit' });
    },
    copy: (ids) => navigator.clipboard.writeText(writeDiagram(fragmentOf(diagram(), ids))),
    async paste() {
      await pasteText(await navigator.clipboard.readText());
    },
    pasteText,
    show,
    togglePanel: (panel) =>
      setHidden((hidden) => {
        const next = new Set(hidden);
        if (!next.delete(panel)) next.add(panel);
        return next;
      }),
  };
}

/** What is pasted where its own original still stands moves a little aside. */
function fragmentShift(diagram: Diagram, fragment: Diagram): Diagram {
  const covers = [...fragment.components.values()].some(({ position }) => [...diagram.components.values()].some((other) => other.position?.x === position?.x && other.position?.y === position?.y));
  if (!covers) return fragment;
  const shifted = <R extends { readonly position?: { readonly x: number; readonly y: number } }>(table: ReadonlyMap<Id, R>): ReadonlyMap<Id, R> =>
    new Map([...table].map(([id, record]) => [id, record.position ? { ...record, position: { x: record.position.x + 40, y: record.position.y + 40 } } : record]));
  return { ...fragment, components: shifted(fragment.components), boundaries: shifted(fragment.boundaries), notes: shifted(fragment.notes) };
}

/** Opens what is dropped onto the window. */
function listenForDrops(openFile: (file: File) => Promise<void>): () => void {
  const allow = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  };
  const drop = (event: DragEvent): void => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    void openFile(file);
  };
  window.addEventListener('dragover', allow);
  window.addEventListener('drop', drop);
  return () => {
    window.removeEventListener('dragover', allow);
    window.removeEventListener('drop', drop);
  };
}
