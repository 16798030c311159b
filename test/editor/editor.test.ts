import { expect, test } from 'vitest';
import { deleteRecords } from '#diagram/commands/delete-records.ts';
import { setName } from '#diagram/commands/set-name.ts';
import { sketch } from '#diagram/sketch.ts';
import { createEditor, type Editor } from '#editor/editor.ts';
import { badgesOf } from '#editor/badges.ts';
import { validate } from '#rules/validate.ts';
import { countingIds } from '../support/test-command.ts';

function opened(text: string): Editor {
  const editor = createEditor(countingIds());
  editor.open(sketch(text));
  return editor;
}

const state = (editor: Editor) => editor.store.getState();
const rename = (editor: Editor, name: string): boolean => editor.dispatch(setName(state(editor).diagram, { id: 'api', name }));

test('a command that does not apply changes nothing, not even the state object', () => {
  const editor = opened('service api');
  const before = state(editor);
  expect(editor.dispatch(null)).toBe(false);
  expect(state(editor)).toBe(before);
});

test('undo and redo bring back diagram and history', () => {
  const editor = opened('service api');
  expect(rename(editor, 'Shop')).toBe(true);
  editor.undo();
  expect(state(editor).diagram.components.get('api')?.name).toBe('api');
  editor.redo();
  expect(state(editor).diagram.components.get('api')?.name).toBe('Shop');
});

test('the selection forgets what is deleted, and keeps its identity otherwise', () => {
  const editor = opened('service api\nservice other');
  editor.select(['api', 'other']);
  const { selection } = state(editor);
  rename(editor, 'Shop');
  expect(state(editor).selection).toBe(selection);
  editor.dispatch(deleteRecords(state(editor).diagram, { ids: ['api'] }));
  expect([...state(editor).selection]).toEqual(['other']);
});

test('undoing while a name is being typed ends the typing', () => {
  const editor = opened('service api');
  rename(editor, 'Shop');
  editor.rename('api');
  editor.undo();
  expect(state(editor).renaming).toBeUndefined();
});

test('another diagram starts with an empty history and a new document', () => {
  const editor = opened('service api');
  rename(editor, 'Shop');
  const { documentId } = state(editor);
  editor.open(sketch('queue jobs'));
  expect(state(editor).history.done).toEqual([]);
  expect(state(editor).documentId).not.toBe(documentId);
});

test('a badge shows the worst finding of a record and how many there are', () => {
  const report = validate(sketch('client web\nload-balancer lb { layer: l7, instances: 1 }\nqueue jobs\nworker w\nweb -> jobs\njobs -> w'));
  const badges = badgesOf(report);
  for (const [id, badge] of badges) {
    const own = report.findings.filter(({ primary }) => primary === id);
    expect(badge.count).toBe(own.length);
    const order = ['error', 'warning', 'suggestion'];
    expect(badge.severity).toBe(order.find((severity) => own.some((finding) => finding.severity === severity)));
  }
  expect(badges.has('jobs')).toBe(true);
});

test('any change ends what is only looked at', () => {
  const editor = opened('service api');
  const look = (): void => editor.preview({ before: state(editor).diagram, after: sketch('service api\nqueue jobs') });
  const ends: readonly (() => void)[] = [() => rename(editor, 'Shop'), () => editor.undo(), () => editor.redo(), () => editor.open(sketch('queue jobs'))];
  for (const end of ends) {
    look();
    expect(state(editor).preview).toBeDefined();
    end();
    expect(state(editor).preview).toBeUndefined();
  }
});

test('a field that is asked for brings its record along', () => {
  const editor = opened('service api\nqueue jobs');
  editor.goToField('jobs', 'ordering');
  expect([...state(editor).selection]).toEqual(['jobs']);
  editor.goToField('diagram', 'availabilityTarget');
  expect([...state(editor).selection]).toEqual([]);
  expect(state(editor).fieldRequest).toEqual({ record: 'diagram', property: 'availabilityTarget' });
});
