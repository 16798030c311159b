import { useState } from 'react';
import type { Report } from '#rules/finding.ts';
import { safelyFixable } from '#rules/fixes.ts';
import { fixSafeOnes, safeFixesStep } from '#ui/actions/safe-fixes.ts';
import { useEditor, useEditorState } from '#ui/parts/editor-context.tsx';
import { PreviewButton } from '#ui/parts/PreviewButton.tsx';
import styles from './Problems.module.css';

/** Makes every fix that is safe and has one sensible result; not there where none has. */
export default function FixAll({ report }: { readonly report: Report }) {
  const editor = useEditor();
  const diagram = useEditorState((state) => state.diagram);
  const [isBusy, setBusy] = useState(false);
  const count = safelyFixable(report.findings, diagram).length;
  if (count === 0) return null;
  const words = count === 1 ? 'safe one' : 'safe ones';
  const run = async (): Promise<void> => {
    setBusy(true);
    await fixSafeOnes(editor);
    setBusy(false);
  };
  return (
    <PreviewButton label={`Fix ${count} ${words}`} side="above" disabled={isBusy} plan={safeFixesStep} onApply={() => void run()}>
      {isBusy ? 'Fixing …' : `Fix ${count}`}
      {!isBusy && <span className={styles.safeWord}>{words}</span>}
    </PreviewButton>
  );
}
