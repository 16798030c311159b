import { lazy, Suspense, useEffect, useMemo } from 'react';
import { emptyDiagram } from '#diagram/diagram.ts';
import { keepValidated } from '#editor/validation.ts';
import { useShortcuts } from '#ui/actions/use-shortcuts.ts';
import { Canvas } from '#ui/canvas/Canvas.tsx';
import { Palette } from '#ui/palette/Palette.tsx';
import { Button } from '#ui/parts/Button.tsx';
import { useEditor, useEditorState } from '#ui/parts/editor-context.tsx';
import { ShelfContext } from '#ui/parts/shelf-context.tsx';
import { Splitter } from '#ui/parts/Splitter.tsx';
import { today } from '#ui/parts/today.ts';
import { Problems } from '#ui/problems/Problems.tsx';
import styles from './App.module.css';
import { CommandPalette } from './CommandPalette.tsx';
import { EmptyState } from './EmptyState.tsx';
import { Notices } from './Notices.tsx';
import { openShelf } from './shelf.ts';
import { TopBar } from './TopBar.tsx';
import { useChallengeLink } from './use-challenge-link.ts';
import { useClipboard } from './use-clipboard.ts';
import { useDueCards } from './use-due-cards.ts';
import { useFieldRequests } from './use-field-requests.ts';
import { usePanelSize } from './use-panel-size.ts';
import { useShell } from './use-shell.ts';
import { library, useStorage } from './use-storage.ts';

const Inspector = lazy(() => import('#ui/inspector/Inspector.tsx'));
const ShortcutSheet = lazy(() => import('./ShortcutSheet.tsx'));
const RulesDialog = lazy(() => import('#ui/rules/RulesDialog.tsx'));
const PracticeDialog = lazy(() => import('#ui/practice/PracticeDialog.tsx'));
const FixBar = lazy(() => import('#ui/practice/FixBar.tsx'));
const InterviewBar = lazy(() => import('#ui/practice/InterviewBar.tsx'));
const SidePanel = lazy(() => import('./SidePanel.tsx'));
const ExportDialog = lazy(() => import('#ui/exporting/ExportDialog.tsx'));

const loadJudge = () => import('#rules/drawing-alone.ts').then(({ createJudge }) => createJudge());

/** The whole editor: bar, palette, canvas with its problems, inspector. */
export function App() {
  const editor = useEditor();
  const shell = useShell(editor, library);
  const isUntouched = useEditorState(({ diagram }) => diagram === emptyDiagram);
  const showsRules = useEditorState(({ rulesShown }) => rulesShown !== undefined);
  const practicePage = useEditorState(({ practiceShown }) => practiceShown);
  const isPractising = useEditorState(({ diagram }) => diagram.practice !== undefined);
  const isRepairing = useEditorState(({ drill }) => drill !== undefined);
  const saveState = useStorage(editor);
  const due = useDueCards();
  const context = useMemo(() => ({ editor, shell }), [editor, shell]);
  const [paletteWidth, setPaletteWidth] = usePanelSize('palette', window.innerWidth < 1200 ? 60 : 224);
  const [inspectorWidth, setInspectorWidth] = usePanelSize('inspector', window.innerWidth < 1200 ? 264 : 288);
  const [problemsHeight, setProblemsHeight] = usePanelSize('problems', 232);

  useShortcuts(context);
  useClipboard(editor, shell.pasteText);
  useFieldRequests(shell);
  useChallengeLink(editor);
  useEffect(() => keepValidated(editor, loadJudge, { today, now: () => performance.now() }), [editor]);

  const shows = (panel: 'palette' | 'inspector' | 'problems'): boolean => !shell.hidden.has(panel);
  const close = (): void => shell.show(undefined);
  return (
    <ShelfContext value={openShelf}>
      <div className={styles.app}>
        <TopBar context={context} saveState={saveState} due={due} />
        <main className={styles.main}>
          {shows('palette') && (
            <>
              <div className={styles.palette} style={{ width: paletteWidth }}>
                <Palette />
              </div>
              <Splitter label="Width of the palette" orientation="vertical" value={paletteWidth} min={56} max={360} direction={1} onChange={setPaletteWidth} />
            </>
          )}
          <div className={styles.centre}>
            <div className={styles.canvas}>
              <Canvas />
              {isPractising ? (
                <Suspense>
                  <InterviewBar panel={{ isShown: shows('inspector'), toggle: () => shell.togglePanel('inspector') }} />
                </Suspense>
              ) : (
                <EmptyState shell={shell} due={due} />
              )}
              <Suspense>{isRepairing && <FixBar />}</Suspense>
              <Button className={styles.blocks} aria-expanded={shows('palette')} onClick={() => shell.togglePanel('palette')}>
                Building blocks
              </Button>
            </div>
            {shows('problems') && <Splitter label="Height of the problems" orientation="horizontal" value={problemsHeight} min={96} max={560} direction={-1} onChange={setProblemsHeight} />}
            <div className={styles.problems} style={{ height: shows('problems') ? problemsHeight : 40 }}>
              <Problems isOpen={shows('problems')} onToggle={() => shell.togglePanel('problems')} today={today} />
            </div>
          </div>
          {shows('inspector') && (
            <>
              <Splitter label="Width of the inspector" orientation="vertical" value={inspectorWidth} min={240} max={520} direction={-1} onChange={setInspectorWidth} />
              <div className={styles.inspector} style={{ width: inspectorWidth }}>
                {isUntouched ? (
                  <p className={styles.hint}>What you select can be described here: what it promises, what to know about it, what the rules object to.</p>
                ) : (
                  <Suspense>{isPractising ? <SidePanel today={today} onClose={() => shell.togglePanel('inspector')} /> : <Inspector today={today} />}</Suspense>
                )}
              </div>
            </>
          )}
        </main>
        <Suspense>
          {shell.dialog === 'commands' && <CommandPalette context={context} onClose={close} />}
          {shell.dialog === 'shortcuts' && <ShortcutSheet onClose={close} />}
          {showsRules && <RulesDialog />}
          {practicePage && <PracticeDialog page={practicePage} />}
          {shell.dialog === 'export' && <ExportDialog onClose={close} />}
        </Suspense>
        <Notices />
        <input
          type="file"
          hidden
          data-testid="open-file"
          accept=".json,.png,.svg,application/json"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) void shell.openFile(file);
            event.target.value = '';
          }}
        />
      </div>
    </ShelfContext>
  );
}
