import { holdsNothing } from '#diagram/diagram.ts';
import { writeDiagram } from '#formats/json/write.ts';
import type { Editor } from '#editor/editor.ts';
import type { Library } from './library.ts';

/** What became of the latest change. */
export type SaveState = 'saved' | 'saving' | 'failed';

/** How long after a change it is written, in milliseconds. */
const pause = 400;

export interface Autosave {
  /** Writes what is still waiting, now. */
  flush(): Promise<void>;
  stop(): void;
}

/** Writes the open diagram to the library a moment after each change. An untouched empty diagram is not kept, nor a repair that is practised: `keepRepair` does that. */
export function autosave(editor: Editor, library: Library, now: () => number, report: (state: SaveState) => void): Autosave {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing = Promise.resolve();

  const write = ({ documentId, diagram } = editor.store.getState()): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    writing = writing
      .then(() => library.save({ id: documentId, title: diagram.title, text: writeDiagram(diagram), updated: now() }))
      .then(
        () => report(timer === undefined ? 'saved' : 'saving'),
        () => report('failed'),
      );
    return writing;
  };

  const stop = editor.store.subscribe((state, before) => {
    if (state.documentId !== before.documentId) {
      if (timer !== undefined) void write(before);
      if (!state.drill && !holdsNothing(state.diagram)) timer = setTimeout(() => void write(), pause);
      return;
    }
    if (state.diagram === before.diagram || state.drill) return;
    report('saving');
    clearTimeout(timer);
    timer = setTimeout(() => void write(), pause);
  });

  return {
    flush: () => (timer === undefined ? writing : write()),
    stop: () => {
      clearTimeout(timer);
      stop();
    },
  };
}
