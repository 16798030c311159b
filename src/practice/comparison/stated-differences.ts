import { sameValue } from '#base/same-value.ts';
import { sentenceCase } from '#catalog/wording.ts';
import type { Diagram, Id } from '#diagram/diagram.ts';
import { propertyLabel, propertyOf, propertyValueText } from '#diagram/property-of.ts';
import { displayName } from '#rules/display-name.ts';

/** A property that two diagrams state differently of the same record, in words. */
export interface StatedDifference {
  readonly key: string;
  /** Which record: its name, or the design as a whole. */
  readonly of: string;
  readonly property: string;
  /** In the first and in the second; "not stated" is said in words too. */
  readonly values: readonly [string, string];
}

/** What two variants of one sketch state differently of the records that both have, which are those with the same id. */
export function statedDifferences(first: Diagram, second: Diagram): readonly StatedDifference[] {
  const records: readonly (readonly [Id, string, object, object])[] = [
    ['diagram', 'the design as a whole', settingsOf(first), settingsOf(second)],
    ...[...shared(first.components, second.components), ...shared(first.connections, second.connections).filter(([a, b]) => a.from === b.from && a.to === b.to), ...shared(first.boundaries, second.boundaries)].map(
      ([a, b]) => [a.id, displayName(first, a.id), a.properties, b.properties] as const,
    ),
    ...shared(first.entities, second.entities).map(([a, b]) => [a.id, a.name, a, b] as const),
    ...shared(first.suppressions, second.suppressions).map(([a, b]) => [a.id, `accepted on ${displayName(first, a.on)}`, a, b] as const),
  ];
  return records.flatMap(([id, of, own, others]) => {
    const [mine, theirs] = [new Map<string, unknown>(Object.entries(own)), new Map<string, unknown>(Object.entries(others))];
    const word = (diagram: Diagram, name: string, value: unknown): string => (value === undefined ? 'not stated' : propertyValueText(diagram, propertyOf(diagram, id, name), value));
    return [...new Set([...mine.keys(), ...theirs.keys()])]
      .filter((name) => !sameValue(mine.get(name), theirs.get(name)))
      .map((name): StatedDifference => ({ key: `${id} ${name}`, of: sentenceCase(of), property: propertyLabel(mine.has(name) ? first : second, id, name), values: [word(first, name, mine.get(name)), word(second, name, theirs.get(name))] }));
  });
}

function settingsOf({ settings: { lintConfig: _lintConfig, ...promises } }: Diagram): object {
  return promises;
}

const shared = <T extends { readonly id: Id }>(first: ReadonlyMap<Id, T>, second: ReadonlyMap<Id, T>): readonly (readonly [T, T])[] =>
  [...first.values()].flatMap((record) => {
    const other = second.get(record.id);
    return other ? [[record, other] as const] : [];
  });
