import { sketch } from '#diagram/sketch.ts';
import { judging, type KnownEntity } from '#practice/facts/judging.ts';
import { type Fact, factSchema, judgeFact } from '#practice/facts.ts';

/** The verdict on a drawn design in short: "met", "not-met", or "cannot-tell c1.access" with the properties that would decide. */
export function judged(fact: Fact, text: string, entities: readonly KnownEntity[] = []): string {
  const { verdict, fields } = judgeFact(factSchema.parse(fact), judging(sketch(text), entities));
  return [verdict, ...fields.map(({ record, property }) => `${record}.${property}`)].join(' ');
}

/** A case of a table: what it shows, the design, the verdict in short. */
export type Judged = readonly [about: string, design: string, verdict: string];
