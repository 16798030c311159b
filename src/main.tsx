import '@fontsource-variable/inter/wght.css';
import '#ui/theme/base.css';
import { nanoid } from 'nanoid';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createEditor } from '#editor/editor.ts';
import { App } from '#ui/app/App.tsx';
import { EditorContext } from '#ui/parts/editor-context.tsx';
import { startTheme } from '#ui/theme/theme.ts';

startTheme();
const editor = createEditor(() => nanoid(10));
const root = document.getElementById('root');
if (!root) throw new Error('The page has no place for the editor.');
createRoot(root).render(
  <StrictMode>
    <EditorContext value={editor}>
      <App />
    </EditorContext>
  </StrictMode>,
);
