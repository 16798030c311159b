import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setName } from '#diagram/commands/set-name.ts';
import type { Diagram } from '#diagram/diagram.ts';
import { sketch } from '#diagram/sketch.ts';
import { createEditor, type Editor, emptyReport } from '#editor/editor.ts';
import { keepValidated } from '#editor/validation.ts';
import type { Judged } from '#rules/drawing-alone.ts';
import { countingIds } from '../support/test-command.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

let time = 0;

function start() {
  const editor = createEditor(countingIds());
  /** Takes as many steps as there are components, each of them a millisecond. */
  const validate = vi.fn(function* (diagram: Diagram, options: { readonly structure: boolean }): Generator<void, Judged> {
    for (const _ of diagram.components) {
      time += 1;
      yield;
    }
    return { report: emptyReport, structure: options.structure ? emptyReport : undefined };
  });
  const load = vi.fn(() => Promise.resolve(validate));
  const stop = keepValidated(editor, load, { today: () => '2026-01-02', now: () => time });
  const reports = vi.spyOn(editor, 'setReport');
  return { editor, validate, load, stop, reports };
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
  expect(validate).toHaveBeenCalledWith(editor.store.getState().diagram, { today: '2026-01-02', structure: false });
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

const many = (count: number): Diagram => sketch(Array.from({ length: count }, (_, index) => `service s${index}`).join('\n'));

test('what takes longer than a slice goes on after input had its turn, and says so', async () => {
  const { editor, reports } = start();
  editor.open(many(30));
  await vi.advanceTimersByTimeAsync(120);
  expect([reports.mock.calls.length, editor.store.getState().checking]).toEqual([0, true]);
  await vi.runAllTimersAsync();
  expect([reports.mock.calls.length, editor.store.getState().checking]).toEqual([1, false]);
});

test('a change in the middle starts again with the new diagram', async () => {
  const { editor, reports, validate } = start();
  editor.open(many(30));
  await vi.advanceTimersByTimeAsync(120);
  editor.dispatch(setName(editor.store.getState().diagram, { id: 's0', name: 'Shop' }));
  await vi.runAllTimersAsync();
  expect(reports).toHaveBeenCalledTimes(1);
  expect(validate.mock.calls.at(-1)?.[0]).toBe(editor.store.getState().diagram);
});

test('a press in the middle stops it until the release', async () => {
  const { editor, reports } = start();
  editor.open(many(30));
  await vi.advanceTimersByTimeAsync(120);
  editor.setGesturing(true);
  await vi.runAllTimersAsync();
  expect(reports).not.toHaveBeenCalled();
  editor.setGesturing(false);
  await vi.runAllTimersAsync();
  expect(reports).toHaveBeenCalledTimes(1);
});

test('the drawing is judged too while only that may be spoken of, and not again afterwards', async () => {
  const { editor, validate } = start();
  editor.open(sketch('service api'));
  await vi.runAllTimersAsync();
  for (const hush of ['nothing', 'structure', 'nothing', 'everything'] as const) {
    editor.setHush(hush);
    await vi.runAllTimersAsync();
  }
  expect(validate.mock.calls.map(([, { structure }]) => structure)).toEqual([false, true]);
});
