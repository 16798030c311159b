import type { Diagram, Id } from '#diagram/diagram.ts';
import { graphOf } from '#graph/graph.ts';
import { type KnownEntity, plain } from '../facts/judging.ts';

/** What an entity of either design is called when the two are compared: the same word for what is the same data. */
export interface CanonicalEntities {
  readonly yours: ReadonlyMap<Id, string>;
  readonly reference: ReadonlyMap<Id, string>;
}

/** By what the scenario knows, then by name, and what is left by what carries it from where to where. */
export function canonicalEntities(yours: Diagram, reference: Diagram, known: readonly KnownEntity[]): CanonicalEntities {
  const result = { yours: wordsOf(yours, known), reference: wordsOf(reference, known) };
  const spare = (own: ReadonlyMap<Id, string>, other: ReadonlyMap<Id, string>): readonly Id[] => [...own].filter(([, word]) => ![...other.values()].includes(word)).map(([id]) => id).toSorted();
  const free = new Set(spare(result.yours, result.reference));
  for (const id of spare(result.reference, result.yours)) {
    const use = usesOf(reference, id);
    const partner = [...free].find((other) => use !== '' && usesOf(yours, other) === use);
    if (partner === undefined) continue;
    free.delete(partner);
    result.yours.set(partner, result.reference.get(id) ?? id);
  }
  return result;
}

/** What stands for an entity of the scenario, because the learner said so, is called like it. */
function wordsOf({ entities, practice }: Diagram, known: readonly KnownEntity[]): Map<Id, string> {
  const said = new Map(Object.entries(practice?.standsFor ?? {}).map(([entity, own]) => [own, entity]));
  return new Map([...entities.values()].map(({ id, name }) => [id, wordFor(said.get(id) ?? id, name, known)]));
}

function wordFor(id: Id, name: string, known: readonly KnownEntity[]): string {
  const entity = known.find((each) => each.id === id) ?? known.find((each) => [each.id, each.name, ...(each.alsoCalled ?? [])].some((word) => plain(word) === plain(name)));
  return plain(entity?.name ?? name);
}

/** Which sorts of connections carry it, in words. */
const usesOf = (diagram: Diagram, id: Id): string =>
  graphOf(diagram)
    .edges.filter(({ connection }) => connection.properties.dataFlows?.includes(id))
    .map(({ from, to, interaction, connection }) => `${from.kind} ${interaction} ${connection.properties.access} ${to.kind}`)
    .toSorted()
    .join('; ');
