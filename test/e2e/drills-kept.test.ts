import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { askSome } from '#practice/drills/which-one.ts';
import { openApp } from '../support/app-page.ts';
import { answersOf, dueCard, practise, puzzleOf, score, seed, store, taskWithFix, titlesKept } from '../support/drill-hands.ts';
import { hands } from '../support/hands.ts';
import { start } from '../support/interview-hands.ts';

/** The tab is loaded again, or the dialog is closed; then the page is opened again. */
const ways: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
  ['the tab is loaded again', (page) => page.reload()],
  ['the dialog is closed', (page) => page.keyboard.press('Escape')],
];

const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');

describe.each(ways)('%s in the middle', (_, interrupt) => {
  const again = async (page: Page, tab: string): Promise<Locator> => {
    await interrupt(page);
    await page.getByRole('dialog', { name: 'Practise' }).waitFor({ state: 'detached' });
    return practise(page, tab);
  };

  test('spot the flaw: what was found, what was wrong, and the clock', async () => {
    await using app = await openApp();
    const { page } = app;
    await page.clock.install();
    const [first, second] = answersOf(puzzleOf(2));
    let dialog = await practise(page, 'Drills');
    await dialog.getByRole('radio', { name: 'Timed' }).check();
    await dialog.getByRole('button', { name: 'Start' }).click();
    const guess = async (flaw: string): Promise<void> => {
      await dialog.getByRole('button', { name: first?.place ?? '', exact: true }).first().press('Enter');
      await dialog.getByRole('combobox', { name: 'Name the flaw' }).fill(flaw);
      await dialog.getByRole('option', { name: flaw }).first().click();
      await dialog.getByRole('button', { name: 'That is it' }).click();
    };
    await guess('Duplicate name');
    await score(dialog, '1 wrong');
    await guess(first?.flaw ?? '');
    await score(dialog, '1 of 2 found');
    await page.clock.fastForward('02:00');
    dialog = await again(page, 'Drills');
    await score(dialog, '1 of 2 found');
    await score(dialog, '1 wrong');
    await dialog.getByText('Found.').waitFor();
    await dialog.locator('[data-mark="right"]').waitFor();
    expect(await dialog.getByText(/^[23]:\d\d$/).count()).toBe(1);
    expect(await focused(page)).toBe(puzzleOf(2).sound.title);
    await dialog.getByRole('button', { name: 'Show the rest' }).click();
    await dialog.getByRole('heading', { name: `${second?.flaw} Missed` }).waitFor();
    await dialog.getByText(/^1 of 2 found in [23]:\d\d\.$/).waitFor();
    dialog = await again(page, 'Drills');
    await dialog.getByRole('radio', { name: 'Which one?' }).waitFor();
  });

  test('spot the flaw: what was left does not come back', async () => {
    await using app = await openApp();
    const { page } = app;
    const dialog = await practise(page, 'Drills');
    await dialog.getByRole('button', { name: 'Start' }).click();
    await dialog.getByRole('button', { name: 'Leave' }).press('Enter');
    await dialog.getByRole('radio', { name: 'Which one?' }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Spot the flaw');
    await (await again(page, 'Drills')).getByRole('radio', { name: 'Which one?' }).waitFor();
  });

  test('which one: the question, its answer, and all answers before', async () => {
    await using app = await openApp();
    const { page } = app;
    const questions = askSome({ count: 10 }, seed);
    let dialog = await practise(page, 'Drills');
    await dialog.getByRole('radio', { name: 'Which one?', exact: true }).check();
    await dialog.getByRole('button', { name: 'Start' }).click();
    for (const [index, { options }] of questions.entries()) {
      await score(dialog, `${index + 1} of 10`);
      if (index === 3) {
        dialog = await again(page, 'Drills');
        await score(dialog, '4 of 10');
        await expect.poll(() => focused(page)).toContain(options[0]?.label);
      }
      // Everything is right but the first.
      await page.keyboard.press(String(options.findIndex(({ isRight }) => isRight === index > 0) + 1));
      if (index === 6) {
        dialog = await again(page, 'Drills');
        await score(dialog, '7 of 10');
        await dialog.getByText(options[0]?.reason ?? '', { exact: true }).first().waitFor();
        await expect.poll(() => focused(page)).toBe('Next');
      }
      await page.keyboard.press('Enter');
    }
    await dialog.getByRole('heading', { name: '9 of 10 right.' }).waitFor();
    dialog = await again(page, 'Drills');
    await dialog.getByRole('button', { name: 'Start' }).waitFor();
  });

  test('the review: the card, its answer, and what was known', async () => {
    await using app = await openApp();
    const { page } = app;
    let dialog = await practise(page, 'Review');
    await dialog.getByRole('heading', { name: 'Nothing is due.' }).waitFor();
    for (const id of ['check:url-shortener/M1', 'rule:queue/no-backpressure']) await store(page, 'cards', id, dueCard(id));
    dialog = await again(page, 'Review');
    await dialog.getByRole('button', { name: 'Start' }).click();
    await dialog.getByRole('button', { name: /A cache answers at least eight of ten redirects/ }).click();
    dialog = await again(page, 'Review');
    await score(dialog, '1 of 2');
    await dialog.getByText('No longer met.', { exact: false }).waitFor();
    await dialog.getByRole('button', { name: 'Next' }).click();
    await score(dialog, '2 of 2');
    dialog = await again(page, 'Review');
    await score(dialog, '2 of 2');
    await page.keyboard.press('1');
    await dialog.getByRole('button', { name: 'Finish' }).click();
    await dialog.getByRole('heading', { name: /^Done: [12] of 2 known\.$/ }).waitFor();
    dialog = await again(page, 'Review');
    await dialog.getByRole('heading', { name: 'Nothing is due.' }).waitFor();
  });
});

describe('fix it', () => {
  const { task } = taskWithFix();
  const [victim] = task.sound.diagram.components.values();

  const begin = async (page: Page): Promise<Locator> => {
    const dialog = await practise(page, 'Drills');
    await dialog.getByRole('radio', { name: 'Fix it', exact: true }).check();
    await dialog.getByRole('radio', { name: '1', exact: true }).check();
    await dialog.getByRole('button', { name: 'Start' }).click();
    const bar = page.getByRole('region', { name: 'Fix it' });
    await bar.getByText(`0 of ${task.budget} edit`, { exact: false }).waitFor();
    return bar;
  };

  test('the repair is there again after a reload, and leaves nothing behind but the diagram of before', async () => {
    await using app = await openApp();
    const { page } = app;
    await hands(page).open('client web "Fans"\nservice a "Alpha"\nweb -> a');
    const title = page.getByRole('textbox', { name: 'Diagram title' });
    await title.fill('Mine');
    const bar = await begin(page);
    await hands(page).card(victim?.name ?? '').click();
    await page.keyboard.press('Delete');
    await bar.getByText(`${victim?.name} is gone.`).waitFor();
    const standing = await bar.getByRole('status').innerText();
    await page.reload();
    await bar.getByText(`${victim?.name} is gone.`).waitFor();
    expect(await bar.getByRole('status').innerText()).toBe(standing);
    expect(standing).toContain(`of ${task.budget} edit`);
    expect(await title.inputValue()).toBe(`Fix it: ${task.sound.title}`);
    await bar.getByRole('button', { name: 'Start over' }).click();
    await bar.getByText(`0 of ${task.budget} edit`, { exact: false }).waitFor();
    await hands(page).card(victim?.name ?? '').waitFor();
    await page.reload();
    await bar.getByText(`0 of ${task.budget} edit`, { exact: false }).waitFor();
    expect(await titlesKept(page)).toEqual(['Mine']);
    await bar.getByRole('button', { name: 'Leave' }).click();
    await bar.waitFor({ state: 'detached' });
    await page.reload();
    await hands(page).card('Alpha').waitFor();
    expect(await bar.count()).toBe(0);
    expect(await titlesKept(page)).toEqual(['Mine']);
  });

  test('over an empty page, it comes back and gives way to an empty page', async () => {
    await using app = await openApp();
    const { page } = app;
    const bar = await begin(page);
    await page.reload();
    await bar.getByText('1 flaw left.').waitFor();
    await bar.getByRole('button', { name: 'Leave' }).click();
    await page.reload();
    await page.getByRole('heading', { name: 'Draw a system.' }).waitFor();
    expect([await bar.count(), await titlesKept(page)]).toEqual([0, []]);
  });

  test('an interview over it makes it a diagram that is kept', async () => {
    await using app = await openApp();
    const { page } = app;
    const bar = await begin(page);
    await start(page, 'Use the open diagram');
    await bar.waitFor({ state: 'detached' });
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.reload();
    await page.getByRole('timer').waitFor();
    expect([await bar.count(), await titlesKept(page)]).toEqual([0, [`Fix it: ${task.sound.title}`]]);
  });

  test('a second tab works on a copy of the diagram of before, and takes nothing from the first', async () => {
    await using app = await openApp();
    const { page } = app;
    await hands(page).open('client web "Fans"\nservice a "Alpha"\nweb -> a');
    const bar = await begin(page);
    const other = await page.context().newPage();
    await other.goto(page.url());
    await hands(other).card('Alpha').waitFor();
    expect(await other.getByRole('region', { name: 'Fix it' }).count()).toBe(0);
    await hands(other).card('Alpha').click();
    await other.keyboard.press('Delete');
    await hands(other).card('Alpha').waitFor({ state: 'detached' });
    await page.reload();
    await bar.getByText('1 flaw left.').waitFor();
    await bar.getByRole('button', { name: 'Leave' }).click();
    await page.keyboard.press('Escape');
    await hands(page).card('Alpha').waitFor();
  });
});

test('a drill that goes on does not hold up who walks along the tabs', async () => {
  await using app = await openApp();
  const { page } = app;
  let dialog = await practise(page, 'Drills');
  await dialog.getByRole('radio', { name: 'Which one?', exact: true }).check();
  await dialog.getByRole('button', { name: 'Start' }).press('Enter');
  await score(dialog, '1 of 10');
  await page.keyboard.press('Escape');
  dialog = await practise(page, 'Review');
  await dialog.getByRole('heading', { name: 'Nothing is due.' }).waitFor();
  await page.keyboard.press('ArrowLeft');
  await score(dialog, '1 of 10');
  await page.keyboard.press('ArrowLeft');
  await dialog.getByRole('searchbox', { name: 'Search the interviews' }).waitFor();
});

test('of two tabs with a drill the last one is kept', async () => {
  await using app = await openApp();
  const { page } = app;
  const other = await page.context().newPage();
  await other.goto(page.url());
  const dialogs = [await practise(page, 'Drills'), await practise(other, 'Drills')];
  for (const dialog of dialogs) await dialog.getByRole('button', { name: 'Start' }).waitFor();
  for (const dialog of dialogs) {
    await dialog.getByRole('radio', { name: 'Which one?', exact: true }).check();
    await dialog.getByRole('button', { name: 'Start' }).click();
  }
  await page.keyboard.press('1');
  await other.keyboard.press('2');
  await other.keyboard.press('Enter');
  await score(dialogs[1] ?? page.locator('body'), '2 of 10');
  await page.reload();
  await score(await practise(page, 'Drills'), '2 of 10');
  await (dialogs[1] ?? page.locator('body')).getByRole('button', { name: 'Leave' }).click();
  await page.keyboard.press('1');
  await page.getByRole('dialog').getByRole('button', { name: 'Next' }).waitFor();
});

test('what cannot be read any more is left out', async () => {
  await using app = await openApp();
  const { page } = app;
  await hands(page).open('client web "Fans"\nservice a "Alpha"\nweb -> a');
  await page.getByText('Saved', { exact: true }).waitFor();
  const open = await page.evaluate(() => sessionStorage.getItem('caveat-open') ?? '');
  await store(page, 'rounds', 'drill', { drill: 'spot', recipe: {} });
  await store(page, 'rounds', 'review', [1]);
  await store(page, 'repairs', open, { recipe: { seed, count: 1, difficulty: 'easy', topics: [] }, scenario: 'no-such', design: 'gone', diagram: '{"format":"caveat-diagram","version":1}' });
  await page.reload();
  await hands(page).card('Alpha').waitFor();
  expect(await page.getByRole('region', { name: 'Fix it' }).count()).toBe(0);
  await (await practise(page, 'Drills')).getByRole('button', { name: 'Start' }).waitFor();
  await page.getByRole('tab', { name: 'Review' }).click();
  await page.getByRole('heading', { name: 'Nothing is due.' }).waitFor();
});
