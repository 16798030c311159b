import { describe, expect, test, vi } from 'vitest';
import { sketch } from '#diagram/sketch.ts';
import { createEditor, type Editor } from '#editor/editor.ts';
import { shownFindings } from '#editor/problem-groups.ts';
import type { ActionContext, Shell } from '#ui/actions/action.ts';
import { actions } from '#ui/actions/actions.ts';
import { validate } from '#rules/validate.ts';
import { at, countingIds } from '../../support/test-command.ts';

const shell = (): Shell => ({
  newDiagram: vi.fn(),
  chooseFile: vi.fn(),
  saveFile: vi.fn(),
  openExample: vi.fn(async () => undefined),
  openStored: vi.fn(async () => undefined),
  tidyUp: vi.fn(async () => undefined),
  copy: vi.fn(async () => undefined),
  paste: vi.fn(async () => undefined),
  show: vi.fn(),
  togglePanel: vi.fn(),
});

function context(selected: readonly string[]): ActionContext {
  const editor = createEditor(countingIds());
  const diagram = at(sketch('service a\nqueue b\nworker c\na -> b -> c'), { a: [0, 0], b: [300, 40], c: [900, 90] });
  editor.open(diagram);
  editor.setReport(validate(diagram));
  editor.select(selected);
  return { editor, shell: shell() };
}

const action = (id: string) => {
  const found = actions.find((each) => each.id === id);
  if (!found) throw new Error(`There is no action ${id}.`);
  return found;
};

test('ids, titles and shortcuts are there once', () => {
  const once = (values: readonly string[]): void => expect(values.filter((value, index) => values.indexOf(value) !== index)).toEqual([]);
  once(actions.map(({ id }) => id));
  once(actions.map(({ title }) => title));
  once(actions.flatMap(({ shortcuts }) => shortcuts ?? []));
});

describe('what can be done depends on the selection', () => {
  test.each([
    { id: 'undo', selected: ['a'], enabled: false },
    { id: 'delete', selected: [], enabled: false },
    { id: 'delete', selected: ['a'], enabled: true },
    { id: 'rename', selected: ['a', 'b'], enabled: false },
    { id: 'rename', selected: ['a'], enabled: true },
    { id: 'connect', selected: ['c1'], enabled: false },
    { id: 'reverse-connection', selected: ['c1'], enabled: true },
    { id: 'enclose', selected: ['a'], enabled: true },
    { id: 'align-left', selected: ['a'], enabled: false },
    { id: 'align-left', selected: ['a', 'b'], enabled: true },
    { id: 'distribute-x', selected: ['a', 'b'], enabled: false },
    { id: 'distribute-x', selected: ['a', 'b', 'c'], enabled: true },
    { id: 'next-finding', selected: [], enabled: true },
  ])('$id with $selected: $enabled', ({ id, selected, enabled }) => {
    expect(action(id).isEnabled?.(context(selected)) ?? true).toBe(enabled);
  });
});

describe('every action that changes the diagram is one undo step', () => {
  test.each([
    { id: 'delete', selected: ['a', 'b'] },
    { id: 'duplicate', selected: ['a', 'b'] },
    { id: 'enclose', selected: ['a', 'b'] },
    { id: 'align-top', selected: ['a', 'b', 'c'] },
    { id: 'distribute-x', selected: ['a', 'b', 'c'] },
    { id: 'reverse-connection', selected: ['c1'] },
  ])('$id', ({ id, selected }) => {
    const { editor, shell } = context(selected);
    const before = editor.store.getState().diagram;
    action(id).run({ editor, shell });
    expect(editor.store.getState().diagram).not.toEqual(before);
    expect(editor.store.getState().history.done).toHaveLength(1);
    editor.undo();
    expect(Object.fromEntries(editor.store.getState().diagram.components)).toEqual(Object.fromEntries(before.components));
  });
});

describe('F8', () => {
  async function walk(editor: Editor, id: string, steps: number): Promise<readonly (string | undefined)[]> {
    const walked: (string | undefined)[] = [];
    for (let step = 0; step < steps; step++) {
      await action(id).run({ editor, shell: shell() });
      walked.push(editor.store.getState().openFinding);
    }
    return walked;
  }

  test('walks through the findings in a circle, and Shift+F8 back', async () => {
    const { editor } = context([]);
    const keys = editor.store.getState().report.findings.map(({ key }) => key);
    expect(await walk(editor, 'next-finding', keys.length + 1)).toEqual([...keys, keys[0]]);
    expect(await walk(editor, 'previous-finding', 1)).toEqual([keys.at(-1)]);
  });

  test('follows the groups of the panel, and leaves out what its filters hide', async () => {
    const { editor } = context([]);
    const { report, diagram, problems } = editor.store.getState();
    editor.showProblems({ groupBy: 'component' });
    const grouped = shownFindings(report, diagram, { ...problems, groupBy: 'component' }).map(({ key }) => key);
    expect(await walk(editor, 'next-finding', grouped.length)).toEqual(grouped);
    editor.showProblems({ search: 'dead-letter' });
    expect(await walk(editor, 'next-finding', 2)).toEqual(['queue/missing-dead-letter-queue@b', 'queue/missing-dead-letter-queue@b']);
  });
});
