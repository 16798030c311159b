import { useEffect, useRef, useState } from 'react';
import type { Attempt } from '#practice/attempt.ts';
import { readAttempts, writeAttempts } from '#practice/attempts-file.ts';
import { type Trend, trendsOf } from '#practice/trend.ts';
import { Button } from '#ui/parts/Button.tsx';
import { download } from '#ui/parts/download.ts';
import { notify } from '#ui/parts/notify.ts';
import { useShelf } from '#ui/parts/shelf-context.tsx';
import styles from './History.module.css';

/** Past interviews, newest first, and how each topic goes. Kept in this browser only, until they are exported. */
export default function History() {
  const openShelf = useShelf();
  const [attempts, setAttempts] = useState<readonly Attempt[]>();
  const file = useRef<HTMLInputElement>(null);
  const reload = (): void => void openShelf().then(async (shelf) => setAttempts((await shelf?.attempts()) ?? []));
  useEffect(reload, [openShelf]);

  const remove = async (attempt: Attempt): Promise<void> => {
    const shelf = await openShelf();
    await shelf?.removeAttempt(attempt.id);
    reload();
    notify(`“${attempt.title}” is no longer in your history.`, 'plain', { label: 'Undo', run: () => void shelf?.saveAttempts([attempt]).then(reload) });
  };
  const take = async (chosen: File | undefined): Promise<void> => {
    if (!chosen) return;
    const read = readAttempts(await chosen.text());
    if (!read.ok) {
      notify(read.error, 'problem');
      return;
    }
    await (await openShelf())?.saveAttempts(read.value);
    reload();
  };
  if (!attempts) return <p className={styles.empty}>Reading …</p>;
  return (
    <div className={styles.history}>
      <div className={styles.tools}>
        <Button disabled={attempts.length === 0} onClick={() => download('caveat-interviews.json', new Blob([writeAttempts(attempts)], { type: 'application/json' }))}>
          Export
        </Button>
        <Button onClick={() => file.current?.click()}>Import</Button>
        <input
          ref={file}
          type="file"
          hidden
          accept=".json,application/json"
          data-testid="import-attempts"
          onChange={(event) => {
            void take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </div>
      {attempts.length === 0 && <p className={styles.empty}>Interviews that you have revealed stand here, with how each topic goes. They stay in this browser until you export them.</p>}
      {attempts.length > 0 && (
        <section aria-label="Topics">
          <h3>Topics</h3>
          <ul className={styles.trends}>
            {trendsOf(attempts).map((trend) => (
              <TrendLine key={trend.topic} trend={trend} />
            ))}
          </ul>
        </section>
      )}
      {attempts.length > 0 && (
        <section aria-label="Interviews">
          <h3>Interviews</h3>
          <ul className={styles.attempts}>
            {attempts.toReversed().map((attempt) => (
              <li key={attempt.id}>
                <strong>{attempt.title}</strong>
                <span>{new Date(attempt.ended).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })}</span>
                <span>{attempt.score.points} of 100</span>
                <span>
                  {attempt.checks.filter(({ mandatory, verdict }) => mandatory && verdict === 'met').length} of {attempt.checks.filter(({ mandatory }) => mandatory).length} requirements
                </span>
                <span>{attempt.nameable === 0 ? 'nothing to name' : `${attempt.named} of ${attempt.nameable} named`}</span>
                <Button look="quiet" aria-label={`Remove ${attempt.title} from the history`} onClick={() => void remove(attempt)}>
                  Remove
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

const [width, height, inset] = [120, 28, 4];

/** A topic over time as a small line, and in words. */
function TrendLine({ trend: { topic, points } }: { readonly trend: Trend }) {
  const shares = points.map(({ met, of }) => met / of);
  const step = shares.length > 1 ? (width - 2 * inset) / (shares.length - 1) : 0;
  const places = shares.map((share, index) => ({ x: width - inset - (shares.length - 1 - index) * step, y: height - inset - share * (height - 2 * inset) }));
  const last = places.at(-1);
  const words = `${topic.replaceAll('-', ' ')}: ${shares.map((share) => `${Math.round(share * 100)} %`).join(', ')}`;
  return (
    <li>
      <span>{topic.replaceAll('-', ' ')}</span>
      <svg width={width} height={height} role="img" aria-label={words}>
        <polyline points={places.map(({ x, y }) => `${x},${y}`).join(' ')} />
        {last && <circle cx={last.x} cy={last.y} r="3" />}
      </svg>
      <span>{Math.round((shares.at(-1) ?? 0) * 100)} %</span>
    </li>
  );
}
