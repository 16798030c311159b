import { paletteItems } from '#catalog/palette.ts';
import type { Action, ExampleName } from './action.ts';

export const newAction: Action = { id: 'new', title: 'New diagram', section: 'Diagram', run: ({ shell }) => shell.newDiagram() };
export const openAction: Action = { id: 'open', title: 'Open a file …', section: 'Diagram', shortcuts: ['$mod+o'], run: ({ shell }) => shell.chooseFile() };
export const saveAction: Action = { id: 'save', title: 'Save as a file', section: 'Diagram', shortcuts: ['$mod+s'], run: ({ shell }) => shell.saveFile() };
export const exportAction: Action = { id: 'export', title: 'Export a picture …', section: 'Diagram', shortcuts: ['$mod+Shift+e'], run: ({ shell }) => shell.show('export') };
export const commandsAction: Action = { id: 'commands', title: 'Search or run a command', section: 'View', shortcuts: ['$mod+k'], run: ({ shell }) => shell.show('commands') };
export const shortcutsAction: Action = { id: 'shortcuts', title: 'Keyboard shortcuts', section: 'View', shortcuts: ['?', 'Shift+?'], run: ({ shell }) => shell.show('shortcuts') };

/** The diagrams that come with the editor. */
export const examples: readonly { readonly name: ExampleName; readonly title: string; readonly summary: string }[] = [
  { name: 'ticket-booking', title: 'Ticket booking', summary: 'Seats sold once, under load' },
  { name: 'video-streaming', title: 'Video streaming', summary: 'Uploads, encoding, delivery' },
  { name: 'flawed', title: 'A dozen flaws', summary: 'Find them before Caveat does' },
];

export const exampleActions: readonly Action[] = examples.map(({ name, title }) => ({ id: `example-${name}`, title: `Open example: ${title}`, section: 'Diagram', run: ({ shell }) => shell.openExample(name) }));

/** Arms the tool that places an entry with the next click. */
export const toolActions: readonly Action[] = paletteItems.map(({ id, label, shortcut }) => ({
  id: `add-${id}`,
  title: `Add ${label}`,
  section: 'Add',
  ...(shortcut ? { shortcuts: [shortcut] } : {}),
  run: ({ editor }) => editor.setTool({ type: 'place', entry: id, dragging: false }),
}));
