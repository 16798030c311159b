import { describe, expect, test } from 'vitest';
import { askSome } from '#practice/drills/which-one.ts';
import { openApp } from '../support/app-page.ts';
import { answersOf, day, dueCard, practise, puzzleOf, score, seed, store, taskWithFix } from '../support/drill-hands.ts';
import { hands } from '../support/hands.ts';
import { violations } from '../support/violations.ts';

describe('spot the flaw', () => {
  test('by pointer: a wrong guess is explained, a right one is marked, the rest is shown and comes back', async () => {
    await using app = await openApp();
    const { page } = app;
    const puzzle = puzzleOf(2);
    const [first, second] = answersOf(puzzle);
    const dialog = await practise(page, 'Drills');
    await dialog.getByRole('button', { name: 'Start' }).click();
    await dialog.getByText('2 flaws are hidden in here.').waitFor();
    const guess = dialog.getByRole('button', { name: 'That is it' });
    expect(await guess.isDisabled()).toBe(true);
    const place = dialog.getByRole('button', { name: first?.place ?? '', exact: true }).first();
    await place.click({ force: true });
    await dialog.getByRole('combobox', { name: 'Name the flaw' }).fill('duplicate name');
    await dialog.getByRole('option', { name: /^Duplicate name/ }).click();
    await guess.click();
    await score(dialog, '1 wrong');
    await dialog.getByText('Something is wrong with', { exact: false }).waitFor();
    expect(await place.getAttribute('data-mark')).toBe('wrong');
    await dialog.getByRole('combobox', { name: 'Name the flaw' }).fill(first?.flaw ?? '');
    await dialog.getByRole('option', { name: first?.flaw ?? '' }).first().click();
    await guess.click();
    await score(dialog, '1 of 2 found');
    expect(await place.getAttribute('data-mark')).toBe('right');
    await dialog.getByRole('button', { name: 'Show the rest' }).click();
    await dialog.getByText('What you missed comes back in the review.', { exact: false }).waitFor();
    const flaws = dialog.getByRole('list', { name: 'The flaws' });
    await flaws.getByRole('heading', { name: `${second?.flaw} Missed` }).waitFor();
    await flaws.getByRole('heading', { name: `${first?.flaw} Found` }).waitFor();
    expect(await dialog.locator('[data-mark="missed"]').count()).toBe(1);
    await dialog.getByRole('tab', { name: 'Review' }).click();
    await dialog.getByText('Tomorrow: 2 cards.', { exact: false }).waitFor();
  });

  test('by keyboard and against the clock', async () => {
    await using app = await openApp();
    const { page } = app;
    const [only] = answersOf(puzzleOf(1));
    const dialog = await practise(page, 'Drills');
    await dialog.getByRole('radio', { name: 'Spot the flaw' }).focus();
    await dialog.getByRole('radio', { name: '1', exact: true }).press(' ');
    await dialog.getByRole('radio', { name: 'Timed' }).press(' ');
    await dialog.getByRole('button', { name: 'Start' }).press('Enter');
    await dialog.getByText('One flaw is hidden in here.').waitFor();
    await dialog.getByText('0:0', { exact: false }).waitFor();
    const place = dialog.getByRole('button', { name: only?.place ?? '', exact: true }).first();
    await place.press('Enter');
    expect(await place.getAttribute('aria-pressed')).toBe('true');
    await dialog.getByRole('combobox', { name: 'Name the flaw' }).focus();
    await page.keyboard.type(only?.flaw ?? '');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await dialog.getByRole('option', { selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await dialog.getByText(/All found in 0:\d\d\./).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Another one');
    await dialog.getByRole('button', { name: 'All drills' }).press('Enter');
    await dialog.getByRole('radio', { name: 'Which one?' }).waitFor();
  });
});

describe('fix it', () => {
  test('a repair is counted, judged, begun anew, and left for what was open before', async () => {
    await using app = await openApp();
    const { page } = app;
    const { task, rule, fix } = taskWithFix();
    await hands(page).open('client web "Fans"\nservice a "Alpha"\nweb -> a');
    const dialog = await practise(page, 'Drills');
    await dialog.getByRole('radio', { name: 'Fix it', exact: true }).check();
    await dialog.getByRole('radio', { name: '1', exact: true }).check();
    await dialog.getByRole('button', { name: 'Start' }).click();
    await dialog.waitFor({ state: 'detached' });
    const bar = page.getByRole('region', { name: 'Fix it' });
    await bar.getByText('1 flaw left.').waitFor();
    await bar.getByText(`0 of ${task.budget} edit`, { exact: false }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Diagram title' }).inputValue()).toBe(`Fix it: ${task.sound.title}`);
    await hands(page).problem(rule).getByRole('button').first().click();
    await hands(page).problem(rule).getByRole('button', { name: fix, exact: true }).first().click();
    await bar.getByText('Solved.').waitFor();
    await bar.getByRole('button', { name: 'Start over' }).click();
    await bar.getByText('1 flaw left.').waitFor();
    const [victim] = task.sound.diagram.components.values();
    await hands(page).card(victim?.name ?? '').click();
    await page.keyboard.press('Delete');
    await bar.getByRole('list', { name: 'Broken anew' }).getByText(`${victim?.name} is gone.`).waitFor();
    await bar.getByRole('button', { name: 'Leave' }).click();
    await bar.waitFor({ state: 'detached' });
    await page.getByRole('dialog', { name: 'Practise' }).getByRole('tab', { name: 'Review' }).click();
    await page.getByText('Tomorrow: 1 card.', { exact: false }).waitFor();
    await page.keyboard.press('Escape');
    await hands(page).card('Alpha').waitFor();
  });
});

describe('which one', () => {
  test('answered by digits, with a reason for each option; what was wrong comes back tomorrow', async () => {
    await using app = await openApp();
    const { page } = app;
    const questions = askSome({ count: 10 }, seed);
    const dialog = await practise(page, 'Drills');
    await dialog.getByRole('radio', { name: 'Which one?', exact: true }).check();
    await dialog.getByRole('button', { name: 'Start' }).click();
    for (const [index, { text, options }] of questions.entries()) {
      await dialog.getByText(`${index + 1} of 10`, { exact: true }).waitFor();
      await dialog.getByRole('heading', { name: text }).waitFor();
      // Everything is right but the first.
      await page.keyboard.press(String(options.findIndex(({ isRight }) => isRight === index > 0) + 1));
      await dialog.getByText(index > 0 ? 'Right.' : 'Not that one.', { exact: false }).first().waitFor();
      if (index === 0) for (const { reason } of options) await dialog.getByText(reason, { exact: true }).first().waitFor();
      await page.keyboard.press('Enter');
    }
    await dialog.getByRole('heading', { name: '9 of 10 right.' }).waitFor();
    await dialog.getByText(questions[0]?.text ?? '').waitFor();

    await page.clock.setSystemTime(Date.now() + day);
    await page.keyboard.press('Escape');
    await page.getByText('1 thing that you missed is due: review, ten minutes at most.').waitFor();
    await page.getByRole('button', { name: 'Practise, 1 thing that you missed is due' }).click();
    await dialog.getByRole('heading', { name: '1 card today, about 1 minute.' }).waitFor();
    await dialog.getByRole('button', { name: 'Start' }).press('Enter');
    await dialog.getByText('1 of 1', { exact: true }).waitFor();
    await page.keyboard.press('1');
    await dialog.getByRole('button', { name: 'Finish' }).press('Enter');
    await dialog.getByRole('heading', { name: /^Done: [01] of 1 known\.$/ }).waitFor();
    await page.reload();
    const again = await practise(page, 'Review');
    await again.getByRole('heading', { name: 'Nothing is due.' }).waitFor();
  });
});

test('a card about a check shows a design that fails it', async () => {
  await using app = await openApp();
  const { page } = app;
  const dialog = await practise(page, 'Review');
  await dialog.getByText('What you miss in interviews and drills comes back here.').waitFor();
  await dialog.getByRole('tab', { name: 'Drills' }).click();
  await store(page, 'cards', 'check:url-shortener/M1', dueCard('check:url-shortener/M1'));
  await dialog.getByRole('tab', { name: 'Review' }).click();
  await dialog.getByRole('button', { name: 'Start' }).click();
  await dialog.getByRole('heading', { name: /Which requirement does it not meet/ }).waitFor();
  await dialog.getByRole('button', { name: /A cache answers at least eight of ten redirects/ }).click();
  await dialog.getByText('No longer met.', { exact: false }).waitFor();
  await dialog.getByRole('button', { name: 'Finish' }).click();
  await dialog.getByRole('heading', { name: 'Done: 1 of 1 known.' }).waitFor();
  await dialog.getByText('Nothing comes back tomorrow.').waitFor();
});

test.each(['light', 'dark'] as const)('axe finds nothing in %s', async (colorScheme) => {
  await using app = await openApp({ colorScheme });
  const { page } = app;
  const found = async (): Promise<void> => expect(await violations(page)).toEqual([]);
  const dialog = await practise(page, 'Drills');
  await dialog.getByRole('button', { name: 'Start' }).waitFor();
  await found();
  await dialog.getByRole('button', { name: 'Start' }).click();
  const place = dialog.getByRole('button', { name: answersOf(puzzleOf(2))[0]?.place ?? '', exact: true }).first();
  await place.press('Enter');
  await dialog.getByRole('option').first().click();
  await dialog.getByRole('button', { name: 'That is it' }).click();
  await found();
  await dialog.getByRole('button', { name: 'Show the rest' }).click();
  await found();
  await dialog.getByRole('button', { name: 'All drills' }).click();
  await dialog.getByRole('radio', { name: 'Which one?', exact: true }).check();
  await dialog.getByRole('button', { name: 'Start' }).click();
  await dialog.getByText('1 of 10', { exact: true }).waitFor();
  await page.keyboard.press('1');
  await dialog.getByRole('button', { name: 'Next' }).waitFor();
  await found();
  await dialog.getByRole('button', { name: 'Leave' }).click();
  await dialog.getByRole('tab', { name: 'Review' }).click();
  await dialog.getByRole('heading', { name: 'Nothing is due.' }).waitFor();
  await found();
  await dialog.getByRole('tab', { name: 'Drills' }).click();
  await dialog.getByRole('radio', { name: 'Fix it', exact: true }).check();
  await dialog.getByRole('button', { name: 'Start' }).click();
  await page.getByRole('region', { name: 'Fix it' }).getByText('left.', { exact: false }).waitFor();
  // The bar is looked at beside the properties of a component: the entities of the diagram are not part of the drill.
  await page.locator('.react-flow__node').first().click();
  await page.getByRole('complementary', { name: 'Inspector' }).getByRole('textbox', { name: 'Name' }).waitFor();
  await found();
});
