import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setName } from '#diagram/commands/set-name.ts';
import { sketch } from '#diagram/sketch.ts';
import { createEditor, type Editor } from '#editor/editor.ts';
import { keepValidated } from '#editor/validation.ts';
import type { Report } from '#rules/finding.ts';
import { countingIds } from '../support/test-command.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function start() {
  const editor = createEditor(countingIds());
  const validate = vi.fn((): Report => ({ findings: [], accepted: [], questions: [] }));
  const load = vi.fn(() => Promise.resolve(validate));
  const stop = keepValidated(editor, load, () => '2026-01-02');
  return { editor, validate, load, stop };
}

const type = (editor: Editor, name: string): void => void editor.dispatch(setName(editor.store.getState().diagram, { id: 'api', name }));

test('the rules are not even loaded for an empty canvas', async () => {
  const { load } = start();
  await vi.runAllTimersAsync();
  expect(load).not.toHaveBeenCalled();
});

test('a row of keystrokes is judged once, with the day of the run', async () => {
  const { editor, validate } = start();
  editor.open(sketch('service api'));
  for (const name of ['S', 'Sh', 'Shop']) type(editor, name);
  await vi.runAllTimersAsync();
  expect(validate).toHaveBeenCalledTimes(1);
  expect(validate).toHaveBeenCalledWith(editor.store.getState().diagram, { today: '2026-01-02' });
});

test('nothing is judged while the pointer is down; its release catches up', async () => {
  const { editor, validate } = start();
  editor.setGesturing(true);
  editor.open(sketch('service api'));
  editor.setGesturing(true);
  await vi.runAllTimersAsync();
  expect(validate).not.toHaveBeenCalled();
  editor.setGesturing(false);
  await vi.runAllTimersAsync();
  expect(validate).toHaveBeenCalledTimes(1);
});

test('a change of selection judges nothing', async () => {
  const { editor, validate } = start();
  editor.open(sketch('service api'));
  await vi.runAllTimersAsync();
  editor.select(['api']);
  await vi.runAllTimersAsync();
  expect(validate).toHaveBeenCalledTimes(1);
});

test('once stopped, nothing is judged', async () => {
  const { editor, validate, stop } = start();
  stop();
  editor.open(sketch('service api'));
  await vi.runAllTimersAsync();
  expect(validate).not.toHaveBeenCalled();
});
