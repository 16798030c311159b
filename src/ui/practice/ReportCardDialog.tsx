import { useRef } from 'react';
import { verdictWords } from '#formats/grade/words.ts';
import { writeReportCard } from '#formats/markdown/report-card.ts';
import type { Attempt } from '#practice/attempt.ts';
import type { Debrief } from '#practice/debrief.ts';
import type { PhaseMinutes } from '#practice/interview/phases.ts';
import { type ReportCard, reportCardOf } from '#practice/report-card.ts';
import type { Curveball } from '#practice/scenario.ts';
import { Button } from '#ui/parts/Button.tsx';
import { Dialog } from '#ui/parts/Dialog.tsx';
import { download, fileName } from '#ui/parts/download.ts';
import { notify } from '#ui/parts/notify.ts';
import styles from './ReportCardDialog.module.css';

interface ReportCardDialogProps {
  readonly attempt: Attempt;
  readonly debrief: Debrief;
  readonly curveball: Curveball | undefined;
  readonly minutes: PhaseMinutes;
  onClose(): void;
}

/** The report card: to look at, to keep as a picture, or as Markdown. */
export default function ReportCardDialog({ attempt, debrief, curveball, minutes, onClose }: ReportCardDialogProps) {
  const sheet = useRef<HTMLDivElement>(null);
  const date = new Date(attempt.ended).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
  const card = reportCardOf(attempt, debrief, { date, ...(curveball ? { curveball } : {}), planned: minutes });
  const markdown = writeReportCard(card);
  const attemptTo = (work: () => Promise<void>): void => void work().catch(() => notify('This could not be saved. Try Markdown instead.', 'problem'));

  const savePicture = async (): Promise<void> => {
    const { toBlob } = await import('html-to-image');
    const blob = sheet.current && (await toBlob(sheet.current, { pixelRatio: 2 }));
    if (!blob) throw new Error('There is no picture.');
    download(fileName(`${card.title} report card`, 'png'), blob);
  };
  return (
    <Dialog title="Report card" width={720} isTall onClose={onClose}>
      <div className={styles.frame} role="group" aria-label="The card" tabIndex={0}>
        <div ref={sheet} className={styles.sheet} data-theme="light">
          <Sheet card={card} />
        </div>
      </div>
      <footer className={styles.actions}>
        <Button onClick={() => attemptTo(() => navigator.clipboard.writeText(markdown).then(() => notify('The report card is on the clipboard.')))}>Copy as Markdown</Button>
        <Button onClick={() => download(fileName(`${card.title} report card`, 'md'), new Blob([markdown], { type: 'text/markdown' }))}>Save as Markdown</Button>
        <Button look="primary" onClick={() => attemptTo(savePicture)}>
          Save as picture
        </Button>
      </footer>
    </Dialog>
  );
}

function Sheet({ card }: { readonly card: ReportCard }) {
  return (
    <>
      <header>
        <div>
          <h3>{card.title}</h3>
          <p>
            {card.date} · {card.complete ? 'Complete' : 'Not complete yet'}
          </p>
        </div>
        <strong>
          {card.score}
          <small> / 100</small>
        </strong>
      </header>
      <table>
        <tbody>
          {card.requirements.map(({ title, mandatory, verdict }) => (
            <tr key={title} data-verdict={verdict}>
              <td>
                {title}
                {mandatory ? '' : ' (extra)'}
              </td>
              <td>{verdictWords[verdict]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul>
        <li>{card.nameable === 0 ? 'There was no weakness to name.' : `${card.named} of ${card.nameable} weaknesses named before the reveal.`}</li>
        <li>{card.hints === 0 ? 'No hint taken.' : `${card.hints} ${card.hints === 1 ? 'hint' : 'hints'} taken.`}</li>
        {card.curveball && (
          <li>
            Curveball “{card.curveball.title}”: {card.curveball.met ? 'met' : 'not met'}
            {card.curveball.met && card.curveball.minimal ? ', every change needed' : ''}.
          </li>
        )}
        {card.pausedMinutes > 0 && <li>Paused for {card.pausedMinutes} min.</li>}
        <li>{card.phases.map(({ title, minutes, planned }) => `${title} ${minutes} of ${planned} min`).join(' · ')}</li>
      </ul>
      {card.nextSteps.length > 0 && (
        <>
          <h4>Next</h4>
          <ul>
            {card.nextSteps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ul>
        </>
      )}
      <footer>Caveat</footer>
    </>
  );
}
