import { writeDiagram } from '#formats/json/write.ts';
import { Button } from '#ui/parts/Button.tsx';
import { Dialog } from '#ui/parts/Dialog.tsx';
import { useEditor } from '#ui/parts/editor-context.tsx';
import styles from './InterviewBar.module.css';
import { type End, happen } from './use-interviewer.ts';

const words = {
  reveal: { title: 'Reveal?', text: 'The clock stops, and the judge says everything it knows. What you name from then on no longer counts.', verb: 'Reveal' },
  end: { title: 'End the interview?', text: 'The clock stops for good, without a debrief and without a score. Your design and your notebook stay.', verb: 'End without the reveal' },
} as const;

/** Asks once before the interview is over: there is no way back. */
export function EndDialog({ how, onClose }: { readonly how: End; onClose(): void }) {
  const editor = useEditor();
  const { title, text, verb } = words[how];
  return (
    <Dialog title={title} width={400} onClose={onClose}>
      <div className={styles.end}>
        <p>{text}</p>
        <div className={styles.buttons}>
          <Button
            look="primary"
            onClick={() => {
              happen(editor, how === 'reveal' ? { type: 'revealed', design: writeDiagram(editor.store.getState().diagram) } : { type: 'ended' });
              editor.highlight([]);
              onClose();
            }}
          >
            {verb}
          </Button>
          <Button look="quiet" onClick={onClose}>
            Not yet
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
