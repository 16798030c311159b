import type { Locator, Page } from 'playwright-core';
import { applyDiff } from '#diagram/diff.ts';
import { createFixJudge, fixIt, type FixTask } from '#practice/drills/fix-it.ts';
import { flawName } from '#practice/drills/flaw-names.ts';
import { spotTheFlaw, type SpotPuzzle } from '#practice/drills/spot-the-flaw.ts';
import type { ReviewCard } from '#practice/review/card.ts';
import { displayName } from '#rules/display-name.ts';
import { fixesOf } from '#rules/fixes.ts';
import { soundDesigns } from '#ui/practice/sound-designs.ts';

/** What the drills of `practise` are made of. */
export const seed = 7;
export const day = 86_400_000;

/** Opens a page of practice. */
export async function practise(page: Page, tab: string): Promise<Locator> {
  // The page takes its seeds from chance: the test knows the truth about this one.
  await page.evaluate((random) => {
    Math.random = () => random;
  }, seed / 2 ** 31);
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('practise: drills');
  await page.getByRole('option', { name: 'Practise: drills' }).click();
  const dialog = page.getByRole('dialog', { name: 'Practise' });
  if (tab !== 'Drills') await dialog.getByRole('tab', { name: tab }).click();
  return dialog;
}

/** The puzzle that is shown, in easy. */
export function puzzleOf(count: number): SpotPuzzle {
  const puzzle = spotTheFlaw(soundDesigns(), { seed, count, difficulty: 'easy', topics: [], rules: [] });
  if (!puzzle.ok) throw new Error(puzzle.error);
  return puzzle.value;
}

/** How the flaws of a puzzle are told: the place by name, the flaw by name. */
export const answersOf = ({ diagram, planted }: SpotPuzzle): readonly { readonly place: string; readonly flaw: string }[] =>
  planted.map(({ finding }) => ({ place: displayName(diagram, finding.primary), flaw: flawName({ id: finding.rule }) }));

export const score = (dialog: Locator, text: string): Promise<void> => dialog.getByText(text, { exact: true }).waitFor();

/** A task that one quick fix solves, and the title of that fix. */
export function taskWithFix(): { readonly task: FixTask; readonly rule: string; readonly fix: string } {
  const made = fixIt(soundDesigns(), { seed, count: 1, difficulty: 'easy', topics: [] });
  if (!made.ok) throw new Error(made.error);
  const task = made.value;
  const judge = createFixJudge(task);
  for (const { finding } of task.planted) {
    const fix = fixesOf(finding, task.start).find((each) => {
      const step = each.apply(task.start, () => 'fresh');
      return step && judge(applyDiff(task.start, step.diff)).isSolved;
    });
    if (fix) return { task, rule: finding.rule, fix: fix.title };
  }
  throw new Error('No quick fix solves the task of this seed.');
}

/** A card that was due yesterday. */
export const dueCard = (id: string): ReviewCard => {
  const due = Date.now() - day;
  return { id, due, stability: 1, difficulty: 5, scheduledDays: 1, reviews: 1, lapses: 0, state: 2, lastReview: due - 1 };
};

/** Puts something into the storage of the browser, which must have been opened already. */
export const store = (page: Page, name: string, id: string, value: unknown): Promise<void> =>
  page.evaluate(
    (put) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('caveat');
        opening.addEventListener('error', () => reject(opening.error ?? new Error('It does not open.')));
        opening.addEventListener('success', () => {
          const saving = opening.result.transaction(put.name, 'readwrite');
          saving.objectStore(put.name).put(put.value, put.id);
          saving.addEventListener('complete', () => {
            opening.result.close();
            resolve();
          });
        });
      }),
    { name, id, value },
  );

/** The titles of the diagrams that the browser keeps. */
export const titlesKept = (page: Page): Promise<readonly string[]> =>
  page.evaluate(
    () =>
      new Promise<readonly string[]>((resolve, reject) => {
        const opening = indexedDB.open('caveat');
        opening.addEventListener('error', () => reject(opening.error ?? new Error('It does not open.')));
        opening.addEventListener('success', () => {
          const reading = opening.result.transaction('diagrams').objectStore('diagrams').getAll();
          reading.addEventListener('success', () => {
            opening.result.close();
            resolve((reading.result as readonly { readonly title: string }[]).map(({ title }) => title));
          });
        });
      }),
  );
