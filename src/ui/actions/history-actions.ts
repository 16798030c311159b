import type { Action } from './action.ts';

export const undoAction: Action = {
  id: 'undo',
  title: 'Undo',
  section: 'Edit',
  shortcuts: ['$mod+z'],
  isEnabled: ({ editor }) => editor.store.getState().history.done.length > 0,
  run: ({ editor }) => editor.undo(),
};

export const redoAction: Action = {
  id: 'redo',
  title: 'Redo',
  section: 'Edit',
  shortcuts: ['$mod+Shift+z', '$mod+y'],
  isEnabled: ({ editor }) => editor.store.getState().history.undone.length > 0,
  run: ({ editor }) => editor.redo(),
};
