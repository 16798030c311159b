import type { Locator, Page } from 'playwright-core';

/** Runs a command by the words that it is found with. */
export async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill(words);
  await page.keyboard.press('Enter');
}

/** Opens the page of one's own scenarios. */
export async function yours(page: Page): Promise<Locator> {
  await page.getByTestId('open-file').waitFor({ state: 'attached' });
  await command(page, 'write your own scenario');
  const dialog = page.getByRole('dialog', { name: 'Practise' });
  await dialog.getByRole('button', { name: 'Open a file' }).waitFor();
  return dialog;
}

/** Writes the smallest scenario that can be judged: one check, a queue. */
export async function write(dialog: Locator): Promise<void> {
  await dialog.getByRole('button', { name: 'New' }).click();
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Parcel tracking');
  await dialog.getByRole('textbox', { name: 'Brief' }).fill('Tell people where their parcel is.');
  await dialog.getByRole('textbox', { name: 'Functional requirements', exact: true }).fill('See where a parcel is.\nHear of a delay.');
  await dialog.getByRole('textbox', { name: 'Name of a new entity' }).fill('Parcel');
  await dialog.getByRole('textbox', { name: 'Name of a new entity' }).press('Enter');
  await dialog.getByRole('button', { name: 'Add a check' }).click();
  await dialog.getByRole('textbox', { name: 'Requirement', exact: true }).fill('Scans wait in a queue.');
  await dialog.getByRole('combobox', { name: 'Fact' }).selectOption('has');
  await dialog.getByText('Components of this sort are there, one or at least so many.').waitFor();
  await dialog.getByRole('combobox', { name: 'Of this sort' }).selectOption('queue');
}

/** Saves what is written, and gives its row. */
export const saved = async (dialog: Locator): Promise<Locator> => {
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  const row = dialog.getByRole('listitem', { name: 'Parcel tracking', exact: true });
  await row.waitFor();
  return row;
};
