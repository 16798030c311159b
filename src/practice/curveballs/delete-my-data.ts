import type { Curveball } from '../scenario.ts';
import { inOwnWords, type OwnWords } from './wording.ts';

interface Args extends OwnWords {
  /** Entities that tell something about a person. */
  readonly entities: readonly string[];
  /** How long it may take until the last trace is gone. */
  readonly withinDays?: number;
}

/** A user asks to be forgotten: stores, indexes, caches and logs included. */
export const deleteMyData = ({ entities, withinDays = 30, ...own }: Args): Curveball =>
  inOwnWords(
    {
      id: 'delete-my-data',
      title: 'Delete my data',
      says: `A user writes: delete all that you have of me. You have ${withinDays} days. Where is it, and how does each of these places hear of it?`,
      checks: entities.map((entity) => ({ id: `deleted-${entity}`, title: `Each place that has ${entity.replaceAll('-', ' ')} hears of deletions, or forgets within ${withinDays} days.`, topics: ['durability'] as const, fact: { fact: 'forgets', entity, withinDays } as const })),
      debrief: 'A good answer lists the places one by one: the source of truth, its index, caches and CDN, files with their old versions, and the log of events, which keeps what it was told. Deletions travel the way that changes travel; what cannot delete has to expire.',
    },
    own,
  );
