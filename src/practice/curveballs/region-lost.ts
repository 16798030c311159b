import type { Curveball } from '../scenario.ts';
import { inOwnWords, type OwnWords } from './wording.ts';

interface Args extends OwnWords {
  /** Entities that must still be readable without the region. */
  readonly reads: readonly string[];
  /** Entities that must still be writable without it. */
  readonly writes?: readonly string[];
}

/** A whole region goes dark. Regions are the boundaries of that type; a copy is where `replicate` connections lead. */
export const regionLost = ({ reads, writes = [], ...own }: Args): Curveball =>
  inOwnWords(
    {
      id: 'region-lost',
      title: 'A region is lost',
      says: 'A cable is cut, and a whole region is gone for a day. Show me what of your design is left, and who notices.',
      checks: [
        ...reads.map((entity) => ({ id: `region-lost-read-${entity}`, title: `Without any one region, clients still read ${wordsOf(entity)}.`, topics: ['durability'] as const, fact: { fact: 'survives-region', entity, access: 'read' } as const })),
        ...writes.map((entity) => ({ id: `region-lost-write-${entity}`, title: `Without any one region, clients still write ${wordsOf(entity)}.`, topics: ['durability'] as const, fact: { fact: 'survives-region', entity, access: 'write' } as const })),
      ],
      debrief: 'A good answer draws the regions, says who sends clients to the one that is left, where the copy of the data is, and what it does not know yet: copies between regions usually lag, so the last seconds of writes may be missing, and somebody has to decide whether that is acceptable.',
    },
    own,
  );

const wordsOf = (entity: string): string => entity.replaceAll('-', ' ');
