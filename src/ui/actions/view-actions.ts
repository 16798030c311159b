import { chooseTheme, type ThemeChoice } from '#ui/theme/theme.ts';
import type { Action, PanelName } from './action.ts';

export const fitAction: Action = { id: 'fit', title: 'Fit the diagram', section: 'View', shortcuts: ['Shift+Digit1'], run: ({ editor }) => editor.view({ type: 'fit' }) };
export const actualSizeAction: Action = { id: 'actual-size', title: 'Zoom to 100 %', section: 'View', shortcuts: ['Shift+Digit0'], run: ({ editor }) => editor.view({ type: 'actual-size' }) };
export const zoomInAction: Action = { id: 'zoom-in', title: 'Zoom in', section: 'View', shortcuts: ['$mod+Equal'], run: ({ editor }) => editor.view({ type: 'zoom-in' }) };
export const zoomOutAction: Action = { id: 'zoom-out', title: 'Zoom out', section: 'View', shortcuts: ['$mod+Minus'], run: ({ editor }) => editor.view({ type: 'zoom-out' }) };

export const revealSelectionAction: Action = {
  id: 'reveal-selection',
  title: 'Show the selection',
  section: 'View',
  shortcuts: ['Shift+Digit2'],
  isEnabled: ({ editor }) => editor.store.getState().selection.size > 0,
  run: ({ editor }) => editor.view({ type: 'reveal', ids: [...editor.store.getState().selection] }),
};

const panels: readonly { readonly panel: PanelName; readonly key: string }[] = [
  { panel: 'palette', key: '$mod+Shift+p' },
  { panel: 'inspector', key: '$mod+Shift+i' },
  { panel: 'problems', key: '$mod+Shift+m' },
];

export const panelActions: readonly Action[] = panels.map(({ panel, key }) => ({
  id: `toggle-${panel}`,
  title: `Show or hide ${panel}`,
  section: 'View',
  shortcuts: [key],
  run: ({ shell }) => shell.togglePanel(panel),
}));

const themes: readonly { readonly choice: ThemeChoice; readonly title: string }[] = [
  { choice: 'light', title: 'Light appearance' },
  { choice: 'dark', title: 'Dark appearance' },
  { choice: 'system', title: 'Appearance of the system' },
];

export const themeActions: readonly Action[] = themes.map(({ choice, title }) => ({ id: `theme-${choice}`, title, section: 'Appearance', run: () => chooseTheme(choice) }));
