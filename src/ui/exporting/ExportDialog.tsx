import { useMemo, useState } from 'react';
import { writeDiagram } from '#formats/json/write.ts';
import { writeSvg } from '#formats/svg/write.ts';
import { Button } from '#ui/parts/Button.tsx';
import { Dialog } from '#ui/parts/Dialog.tsx';
import { useEditorState } from '#ui/parts/editor-context.tsx';
import { notify } from '#ui/parts/notify.ts';
import { Segmented } from '#ui/parts/Segmented.tsx';
import { useTheme } from '#ui/theme/theme.ts';
import styles from './ExportDialog.module.css';
import { download, fileName } from '#ui/parts/download.ts';
import { type PictureOptions, pngPicture, svgPicture } from './picture.ts';

/** The ways out: PNG, SVG, the file, or a Markdown report with findings and accepted trade-offs; with a preview of the picture. */
export default function ExportDialog({ onClose }: { onClose(): void }) {
  const diagram = useEditorState((state) => state.diagram);
  const selection = useEditorState((state) => state.selection);
  const report = useEditorState((state) => state.report);
  const theme = useTheme();
  const [options, setOptions] = useState<PictureOptions>({ theme, isTransparent: false, scale: 2 });
  const [isSelection, setSelectionOnly] = useState(false);
  const chosen: PictureOptions = isSelection ? { ...options, ids: selection } : options;
  const { isTransparent } = options;
  const isEmpty = diagram.components.size + diagram.notes.size + diagram.boundaries.size === 0;

  const preview = useMemo(() => {
    const svg = writeSvg(diagram, { theme: options.theme, background: !isTransparent, ...(isSelection ? { ids: selection } : {}) });
    return `data:image/svg+xml,${encodeURIComponent(svg)}`;
  }, [diagram, options.theme, isTransparent, isSelection, selection]);

  const attempt = (work: () => Promise<void>): void => {
    void work().catch((error: unknown) => notify(error instanceof Error ? error.message : 'This could not be exported.', 'problem'));
  };

  return (
    <Dialog title="Export" width={680} onClose={onClose}>
      <div className={styles.body}>
        <div className={styles.preview} data-theme={options.theme} data-transparent={isTransparent}>
          {!isEmpty && <img src={preview} alt="Preview of the picture" />}
          {isEmpty && <p>There is nothing to export yet.</p>}
        </div>
        <div className={styles.options}>
          <Segmented label="Appearance" value={options.theme} options={[{ value: 'light', label: 'Light' }, { value: 'dark', label: 'Dark' }]} onChange={(value) => setOptions({ ...options, theme: value })} />
          <Segmented label="Background" value={isTransparent ? 'none' : 'solid'} options={[{ value: 'solid', label: 'Solid' }, { value: 'none', label: 'Transparent' }]} onChange={(value) => setOptions({ ...options, isTransparent: value === 'none' })} />
          <Segmented label="Scale of PNG" value={`${options.scale}x`} options={[{ value: '1x', label: '1x' }, { value: '2x', label: '2x' }, { value: '3x', label: '3x' }]} onChange={(value) => setOptions({ ...options, scale: value === '1x' ? 1 : value === '2x' ? 2 : 3 })} />
          {selection.size > 0 && (
            <Segmented label="Content" value={isSelection ? 'selection' : 'all'} options={[{ value: 'all', label: 'Whole diagram' }, { value: 'selection', label: 'Selection' }]} onChange={(value) => setSelectionOnly(value === 'selection')} />
          )}
        </div>
      </div>
      <footer className={styles.actions}>
        <Button
          disabled={isEmpty}
          onClick={() =>
            attempt(async () => {
              const { writeMarkdown } = await import('#formats/markdown/write.ts');
              download(fileName(diagram.title, 'md'), new Blob([writeMarkdown(diagram, report)], { type: 'text/markdown' }));
            })
          }
        >
          Save report
        </Button>
        <Button onClick={() => download(fileName(diagram.title, 'caveat.json'), new Blob([writeDiagram(diagram)], { type: 'application/json' }))}>Save JSON</Button>
        <Button disabled={isEmpty} onClick={() => attempt(async () => download(fileName(diagram.title, 'svg'), new Blob([await svgPicture(diagram, chosen, !isSelection)], { type: 'image/svg+xml' })))}>
          Save SVG
        </Button>
        <Button
          disabled={isEmpty}
          onClick={() =>
            attempt(async () => {
              await navigator.clipboard.write([new ClipboardItem({ 'image/png': pngPicture(diagram, chosen) })]);
              notify('The picture is on the clipboard.');
            })
          }
        >
          Copy PNG
        </Button>
        <Button look="primary" disabled={isEmpty} onClick={() => attempt(async () => download(fileName(diagram.title, 'png'), await pngPicture(diagram, chosen)))}>
          Save PNG
        </Button>
      </footer>
    </Dialog>
  );
}
