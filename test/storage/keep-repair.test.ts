import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import { setTitle } from '#diagram/commands/set-settings.ts';
import { emptyDiagram } from '#diagram/diagram.ts';
import { sketch } from '#diagram/sketch.ts';
import { createEditor, type Drill } from '#editor/editor.ts';
import { readDiagram } from '#formats/json/read.ts';
import { type FixRun, fixRunSchema } from '#practice/drills/fix-it.ts';
import { autosave } from '#storage/autosave.ts';
import { keepRepair } from '#storage/keep-repair.ts';
import { openLibrary } from '#storage/library.ts';
import { openPracticeShelf } from '#storage/practice-shelf.ts';
import { countingIds } from '../support/test-command.ts';

const start = sketch('service api');
const recipe = { seed: 1, count: 1, difficulty: 'easy', topics: [] } as const;
const drillOver = (documentId: string): Drill => ({
  task: { recipe, sound: { scenario: 's', design: 'd', title: 'S', diagram: start }, start, planted: [], par: 1, budget: 3 },
  before: { documentId, diagram: emptyDiagram },
});

/** A tab whose editor repairs over the diagram `mine`, and one edit. */
async function repairing(name: string) {
  const [library, shelf] = [await openLibrary(name), await openPracticeShelf(name)];
  const editor = createEditor(countingIds());
  const failed = vi.fn<() => void>();
  const saver = autosave(editor, library, () => 7, () => undefined);
  keepRepair(editor, async () => shelf, failed);
  editor.open(sketch('service shop'), 'mine');
  editor.openDrill(drillOver('mine'));
  editor.dispatch(setTitle(editor.store.getState().diagram, { title: 'Half repaired' }));
  const kept = async (id: string): Promise<FixRun | undefined> => {
    // What the editor has asked for is on its way by then.
    await new Promise((resolve) => setTimeout(resolve));
    return fixRunSchema.safeParse(await shelf.repairs.load(id)).data;
  };
  return { editor, library, shelf, saver, failed, kept };
}

test('each edit is kept for the diagram that it comes back to, and the library never hears of it', async () => {
  const { library, saver, kept } = await repairing('repairs');
  const run = await kept('mine');
  expect(run).toMatchObject({ recipe, scenario: 's', design: 'd' });
  expect(readDiagram(run?.diagram ?? '')).toMatchObject({ ok: true, value: { title: 'Half repaired' } });
  await saver.flush();
  expect((await library.list()).map(({ id }) => id)).toEqual(['mine']);
});

describe('it is forgotten', () => {
  test.each([
    ['when it is left for the diagram from before', 'mine', start],
    ['when it is left for an empty one', 'mine', emptyDiagram],
    ['when another diagram is opened', 'other', start],
  ])('%s', async (name, id, diagram) => {
    const { editor, kept } = await repairing(name);
    editor.open(diagram, id);
    expect(await kept('mine')).toBeUndefined();
  });

  test('when its diagram is opened after the tab that repaired has gone elsewhere', async () => {
    const { editor, shelf, kept } = await repairing('left behind');
    editor.open(start, 'other');
    await shelf.repairs.save('left', { recipe, scenario: 's', design: 'd', diagram: '{}' });
    expect(await kept('left')).toBeDefined();
    editor.open(start, 'left');
    expect(await kept('left')).toBeUndefined();
  });
});

test('begun anew it is kept as at the start', async () => {
  const { editor, kept } = await repairing('anew');
  editor.openDrill(drillOver('mine'));
  expect(readDiagram((await kept('mine'))?.diagram ?? '')).toMatchObject({ ok: true, value: { title: start.title } });
});

test('a shelf that fails is told', async () => {
  const editor = createEditor(countingIds());
  const failed = vi.fn<() => void>();
  keepRepair(editor, () => Promise.reject(new Error('full')), failed);
  editor.openDrill(drillOver('mine'));
  await vi.waitFor(() => expect(failed).toHaveBeenCalledOnce());
});
