import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { setTitle } from '#diagram/commands/set-settings.ts';
import { sketch } from '#diagram/sketch.ts';
import { createEditor } from '#editor/editor.ts';
import { readDiagram } from '#formats/json/read.ts';
import { autosave, type SaveState } from '#storage/autosave.ts';
import { type Library, openLibrary } from '#storage/library.ts';
import { browserTabs } from '#storage/tabs.ts';
import { countingIds } from '../support/test-command.ts';

test('the library lists the latest first, loads, replaces and removes', async () => {
  const library = await openLibrary('lists');
  await library.save({ id: 'a', title: 'Old', text: '1', updated: 1 });
  await library.save({ id: 'b', title: 'New', text: '2', updated: 2 });
  await library.save({ id: 'a', title: 'Newest', text: '3', updated: 3 });
  expect(await library.list()).toEqual([{ id: 'a', title: 'Newest', updated: 3 }, { id: 'b', title: 'New', updated: 2 }]);
  expect((await library.load('a'))?.text).toBe('3');
  await library.remove('a');
  expect(await library.load('a')).toBeUndefined();
});

function saving(library: Library) {
  const editor = createEditor(countingIds());
  const states: SaveState[] = [];
  const saver = autosave(editor, library, () => 7, (state) => states.push(state));
  return { editor, states, saver };
}

test('a change is written as a file that opens again', async () => {
  const library = await openLibrary('writes');
  const { editor, states, saver } = saving(library);
  editor.open(sketch('service api'), 'mine');
  editor.dispatch(setTitle(editor.store.getState().diagram, { title: 'Shop' }));
  await saver.flush();
  const stored = await library.load('mine');
  expect(stored).toMatchObject({ title: 'Shop', updated: 7 });
  expect(readDiagram(stored?.text ?? '')).toMatchObject({ ok: true, value: { title: 'Shop' } });
  expect(states.at(-1)).toBe('saved');
});

test('a change that waits is written before another diagram takes the place', async () => {
  const library = await openLibrary('switches');
  const { editor, saver } = saving(library);
  editor.open(sketch('service api'), 'first');
  editor.dispatch(setTitle(editor.store.getState().diagram, { title: 'Shop' }));
  editor.open(sketch('service other'), 'second');
  await saver.flush();
  expect((await library.list()).map(({ id, title }) => [id, title])).toContainEqual(['first', 'Shop']);
});

test('an untouched empty diagram is not kept', async () => {
  const library = await openLibrary('empty');
  const { saver } = saving(library);
  await saver.flush();
  expect(await library.list()).toEqual([]);
});

test('a failing disk is reported, and the next change tries again', async () => {
  const save = vi.fn<Library['save']>().mockRejectedValueOnce(new Error('full')).mockResolvedValue();
  const { editor, states, saver } = saving({ save, load: async () => undefined, remove: async () => undefined, list: async () => [] });
  editor.open(sketch('service api'));
  await saver.flush();
  expect(states.at(-1)).toBe('failed');
  editor.dispatch(setTitle(editor.store.getState().diagram, { title: 'Shop' }));
  await saver.flush();
  expect(states.at(-1)).toBe('saved');
});

/** Just enough of Web Locks: one holder for each name, until its promise settles. */
function locks(): LockManager {
  const held = new Set<string>();
  const request = async (name: string, _: unknown, callback: (lock: object | null) => Promise<void> | undefined): Promise<void> => {
    if (held.has(name)) return callback(null);
    held.add(name);
    await callback({});
    held.delete(name);
  };
  return { request } as unknown as LockManager;
}

test('one tab has a diagram; it is free again once that tab has gone elsewhere', async () => {
  const manager = locks();
  const [first, second] = [browserTabs(manager), browserTabs(manager)];
  expect(await first.claim('a')).toBe(true);
  expect(await second.claim('a')).toBe(false);
  expect(await first.claim('b')).toBe(true);
  await Promise.resolve();
  expect(await second.claim('a')).toBe(true);
});

test('a browser without locks lets every tab write', async () => {
  expect(await browserTabs(undefined).claim('a')).toBe(true);
});
