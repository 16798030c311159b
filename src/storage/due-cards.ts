import { openDatabase } from './database.ts';

/** How many cards of the review are due before this moment. It looks at nothing else of them, so that practice need not be loaded. */
export async function countDueCards(before: number, name = 'caveat'): Promise<number> {
  const database = await openDatabase(name);
  const cards = await database.getAll('cards');
  database.close();
  return cards.filter((card) => typeof card === 'object' && card !== null && 'due' in card && typeof card.due === 'number' && card.due < before).length;
}
