import type { FreshId } from '#diagram/transaction.ts';
import { offersFixes } from '#editor/quiet.ts';
import type { Finding } from '#rules/finding.ts';
import { fixesOf } from '#rules/fixes.ts';
import { useEditor, useEditorState } from './editor-context.tsx';
import styles from './FindingDetail.module.css';
import { PreviewButton } from './PreviewButton.tsx';
import type { PreviewSide } from './PreviewCard.tsx';

/** The fixes of a finding as buttons that say their effect, and show it before they have it. */
export function FixButtons({ finding, most, side }: { readonly finding: Finding; readonly most: number; readonly side: PreviewSide }) {
  const editor = useEditor();
  const diagram = useEditorState((state) => state.diagram);
  const isOffered = useEditorState(offersFixes);
  const fixes = isOffered ? fixesOf(finding, diagram).slice(0, most) : [];
  if (fixes.length === 0) return null;
  return (
    <div className={styles.fixes}>
      {fixes.map((fix) => (
        <PreviewButton key={fix.title} label={fix.title} side={side} plan={(before) => fix.apply(before, ghostIds())} onApply={() => editor.dispatch(fix.apply(editor.store.getState().diagram, editor.freshId))}>
          {fix.title}
        </PreviewButton>
      ))}
    </div>
  );
}

/** Ids for what is only looked at. */
function ghostIds(): FreshId {
  let count = 0;
  return () => `ghost:${(count += 1)}`;
}
