import { z } from 'zod';
import { asynchronous } from './facts/asynchronous.ts';
import { before } from './facts/before.ts';
import { cached } from './facts/cached.ts';
import { clientLoad } from './facts/client-load.ts';
import { conditional } from './facts/conditional.ts';
import { connection } from './facts/connection.ts';
import { consumerGroups } from './facts/consumer-groups.ts';
import { deferred } from './facts/deferred.ts';
import { derived } from './facts/derived.ts';
import { direct } from './facts/direct.ts';
import { entityLoad } from './facts/entity-load.ts';
import { entityStated } from './facts/entity-stated.ts';
import { fedBy } from './facts/fed-by.ts';
import { forgets } from './facts/forgets.ts';
import { guarded } from './facts/guarded.ts';
import { has } from './facts/has.ts';
import { hops } from './facts/hops.ts';
import { keptIn } from './facts/kept-in.ts';
import { keyed } from './facts/keyed.ts';
import { leadsTo } from './facts/leads-to.ts';
import { loops } from './facts/loops.ts';
import { notFrom } from './facts/not-from.ts';
import { notInto } from './facts/not-into.ts';
import { offPath } from './facts/off-path.ts';
import { openConnections } from './facts/open-connections.ts';
import { pushed } from './facts/pushed.ts';
import { readApart } from './facts/read-apart.ts';
import { reason } from './facts/reason.ts';
import { repeatable } from './facts/repeatable.ts';
import { silent, noErrors } from './facts/silent.ts';
import { stored } from './facts/stored.ts';
import { survivesRegion } from './facts/survives-region.ts';
import { through } from './facts/through.ts';
import { together } from './facts/together.ts';
import { utilisation } from './facts/utilisation.ts';
import { windowed } from './facts/windowed.ts';
import { withinLimits } from './facts/within-limits.ts';
import type { Judging } from './facts/judging.ts';
import { all, any, type Judgement, not } from './judgement.ts';

/** The vocabulary of checks. To add a word: write its file, then its line here. */
export const factDefinitions = [
  asynchronous,
  before,
  cached,
  clientLoad,
  conditional,
  connection,
  consumerGroups,
  deferred,
  derived,
  direct,
  entityLoad,
  entityStated,
  fedBy,
  forgets,
  guarded,
  has,
  hops,
  keptIn,
  keyed,
  leadsTo,
  loops,
  notFrom,
  notInto,
  offPath,
  openConnections,
  pushed,
  readApart,
  reason,
  repeatable,
  silent,
  noErrors,
  stored,
  survivesRegion,
  through,
  together,
  utilisation,
  windowed,
  withinLimits,
] as const;

type Word = z.infer<(typeof factDefinitions)[number]['schema']>;

/** A fact about a diagram that the judge can check; facts combine by `all`, `any` and `not`. */
export type Fact = Word | { readonly fact: 'all' | 'any'; readonly of: readonly Fact[] } | { readonly fact: 'not'; readonly of: Fact };

const [first, ...others] = factDefinitions;

/** What a fact looks like in a file. */
export const factSchema: z.ZodType<Fact> = z.discriminatedUnion(
  'fact',
  [
    first.schema,
    ...others.map(({ schema }) => schema),
    z.strictObject({ fact: z.enum(['all', 'any']), of: z.array(z.lazy(() => factSchema), 'must be a list of facts').min(1, 'must not be empty').readonly() }),
    z.strictObject({ fact: z.literal('not'), of: z.lazy(() => factSchema) }),
  ],
  { error: ({ input }) => (input === undefined || input === null ? 'must hold a fact' : `must be an object whose "fact" is one of ${[...factDefinitions.map(({ name }) => name), 'all', 'any', 'not'].join(', ')}`) },
);

/** What the judge says about a fact. */
export function judgeFact(fact: Fact, judging: Judging): Judgement {
  if (fact.fact === 'all') return all(fact.of.map((each) => judgeFact(each, judging)));
  if (fact.fact === 'any') return any(fact.of.map((each) => judgeFact(each, judging)));
  if (fact.fact === 'not') return not(judgeFact(fact.of, judging));
  const definition = factDefinitions.find(({ name }) => name === fact.fact);
  if (!definition) throw new Error(`There is no fact ${fact.fact}.`);
  return definition.judge(fact, judging);
}
