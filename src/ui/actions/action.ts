import type { Editor } from '#editor/editor.ts';

/** What actions may ask of the app around the editor. */
export interface Shell {
  newDiagram(): void;
  /** Lets the user choose a file. */
  chooseFile(): void;
  saveFile(): void;
  openExample(name: ExampleName): Promise<void>;
  openStored(id: string): Promise<void>;
  tidyUp(): Promise<void>;
  copy(ids: Iterable<string>): Promise<void>;
  paste(): Promise<void>;
  show(dialog: DialogName | undefined): void;
  togglePanel(panel: PanelName): void;
}

export type DialogName = 'commands' | 'export' | 'shortcuts';
export type PanelName = 'palette' | 'inspector' | 'problems';
export type ExampleName = 'ticket-booking' | 'video-streaming' | 'flawed';

export interface ActionContext {
  readonly editor: Editor;
  readonly shell: Shell;
}

export type ActionSection = 'Edit' | 'Arrange' | 'View' | 'Problems' | 'Practice' | 'Diagram' | 'Appearance' | 'Add';

/** Something that a user can do: the command palette, menus, shortcuts and the help sheet all read it from one list. */
export interface Action {
  readonly id: string;
  /** A verb, in sentence case. */
  readonly title: string;
  readonly section: ActionSection;
  /** In the notation of tinykeys: `$mod+Shift+z`. The first is shown. */
  readonly shortcuts?: readonly string[];
  /** Whether the key works while the canvas's own keys do the same: it is shown in the help only. */
  readonly isCanvasKey?: true;
  isEnabled?(context: ActionContext): boolean;
  run(context: ActionContext): void | Promise<void>;
}

const isMac = (): boolean => typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.platform);

const keyNames: Readonly<Record<string, string>> = { Delete: 'Del', ArrowUp: '↑', Escape: 'Esc', Digit0: '0', Digit1: '1', Equal: '+', Minus: '-' };

/** A shortcut as people write it: "Ctrl Shift Z". */
export function shortcutText(shortcut: string): string {
  return shortcut
    .split('+')
    .map((key) => (key === '$mod' ? (isMac() ? '⌘' : 'Ctrl') : (keyNames[key] ?? (key.length === 1 ? key.toUpperCase() : key.replace(/^Key/, '')))))
    .join(' ');
}
