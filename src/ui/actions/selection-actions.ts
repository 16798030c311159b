import { alignRecords, distributeRecords, type Edge } from '#diagram/commands/align-records.ts';
import { deleteRecords } from '#diagram/commands/delete-records.ts';
import { encloseRecords } from '#diagram/commands/enclose-records.ts';
import { duplicateRecords } from '#diagram/commands/paste-records.ts';
import { uniqueName } from '#diagram/names.ts';
import type { Diagram } from '#diagram/diagram.ts';
import { placedRecord } from '#diagram/geometry.ts';
import type { Action, ActionContext } from './action.ts';

const selectionOf = ({ editor }: ActionContext): ReadonlySet<string> => editor.store.getState().selection;
const diagramOf = ({ editor }: ActionContext): Diagram => editor.store.getState().diagram;
const hasSelection = (context: ActionContext): boolean => selectionOf(context).size > 0;
const placedCount = (context: ActionContext): number => [...selectionOf(context)].filter((id) => placedRecord(diagramOf(context), id)).length;

export const selectAllAction: Action = {
  id: 'select-all',
  title: 'Select all',
  section: 'Edit',
  shortcuts: ['$mod+a'],
  run: ({ editor }) => {
    const { components, connections, boundaries, notes } = editor.store.getState().diagram;
    editor.select([...boundaries.keys(), ...components.keys(), ...notes.keys(), ...connections.keys()]);
  },
};

export const deleteAction: Action = {
  id: 'delete',
  title: 'Delete selection',
  section: 'Edit',
  shortcuts: ['Delete', 'Backspace'],
  isCanvasKey: true,
  isEnabled: hasSelection,
  run: (context) => void context.editor.dispatch(deleteRecords(diagramOf(context), { ids: selectionOf(context) }), []),
};

export const duplicateAction: Action = {
  id: 'duplicate',
  title: 'Duplicate',
  section: 'Edit',
  shortcuts: ['$mod+d'],
  isEnabled: hasSelection,
  run: (context) => {
    const fresh: string[] = [];
    const freshId = (): string => {
      const id = context.editor.freshId();
      fresh.push(id);
      return id;
    };
    context.editor.dispatch(duplicateRecords(diagramOf(context), { ids: selectionOf(context), freshId, by: { x: 40, y: 40 } }), fresh);
  },
};

export const copyAction: Action = {
  id: 'copy',
  title: 'Copy',
  section: 'Edit',
  isEnabled: hasSelection,
  run: (context) => context.shell.copy(selectionOf(context)),
};

export const pasteAction: Action = { id: 'paste', title: 'Paste', section: 'Edit', run: ({ shell }) => shell.paste() };

export const renameAction: Action = {
  id: 'rename',
  title: 'Rename',
  section: 'Edit',
  shortcuts: ['F2'],
  isEnabled: (context) => selectionOf(context).size === 1,
  run: (context) => context.editor.rename([...selectionOf(context)][0]),
};

export const encloseAction: Action = {
  id: 'enclose',
  title: 'Enclose in a boundary',
  section: 'Arrange',
  shortcuts: ['$mod+g'],
  isEnabled: (context) => placedCount(context) > 0,
  run: (context) => {
    const id = context.editor.freshId();
    const step = encloseRecords(diagramOf(context), { id, ids: selectionOf(context), name: uniqueName(diagramOf(context), 'Boundary') });
    if (context.editor.dispatch(step, [id])) context.editor.rename(id);
  },
};

const edges: readonly Edge[] = ['left', 'centre', 'right', 'top', 'middle', 'bottom'];

export const alignActions: readonly Action[] = edges.map((edge) => ({
  id: `align-${edge}`,
  title: `Align ${edge === 'centre' ? 'centres' : edge === 'middle' ? 'middles' : edge}`,
  section: 'Arrange',
  isEnabled: (context) => placedCount(context) > 1,
  run: (context) => void context.editor.dispatch(alignRecords(diagramOf(context), { ids: selectionOf(context), edge })),
}));

export const distributeActions: readonly Action[] = (['x', 'y'] as const).map((axis) => ({
  id: `distribute-${axis}`,
  title: axis === 'x' ? 'Distribute across' : 'Distribute down',
  section: 'Arrange',
  isEnabled: (context) => placedCount(context) > 2,
  run: (context) => void context.editor.dispatch(distributeRecords(diagramOf(context), { ids: selectionOf(context), axis })),
}));

export const tidyAction: Action = {
  id: 'tidy-up',
  title: 'Tidy up the diagram',
  section: 'Arrange',
  isEnabled: (context) => diagramOf(context).components.size > 1,
  run: ({ shell }) => shell.tidyUp(),
};
