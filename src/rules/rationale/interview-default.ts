import { memoByIdentity } from '#base/memo.ts';
import { kindOf } from '#catalog/kinds.ts';
import { productNamed } from '#catalog/presets.ts';
import type { Component } from '#diagram/diagram.ts';
import type { Graph } from '#graph/graph.ts';
import { isInScope } from '#graph/roles.ts';
import type { Finding } from '../finding.ts';
import { setFix } from '../fixing.ts';
import { isJoined } from '../joined.ts';
import { type Context, fail, type Fix, pass, type Verdict } from '../rule.ts';
import { databaseText } from './database-text.ts';
import { namesProperty } from './lexicon.ts';

type Family = 'relational' | 'nosql';

/** Fails where all databases of a diagram are of one family, and none says which property made the choice. */
export function unexplainedFamily({ id, name }: Component, { graph }: Context, family: Family): Verdict<'unexplained'> {
  const { databases, explained } = databasesOf(graph);
  if (explained || databases.some(({ properties: { databaseKind } }) => databaseKind !== undefined && databaseKind !== family)) return pass;
  const open = databases.filter(({ properties }) => properties.databaseKind === undefined);
  if (open.length > 0) return { verdict: 'not-stated', fields: open.map((each) => ({ record: each.id, property: 'databaseKind' })) };
  return fail('unexplained', { data: { name }, evidence: [{ record: id, property: 'databaseKind', value: family }] });
}

/** The databases that a candidate would have to explain, and whether the reason for one names a property. Computed once for each graph. */
const databasesOf = memoByIdentity((graph: Graph) => {
  const databases = [...graph.diagram.components.values()].filter((each) => each.kind === 'core-database' && isInScope(each) && isJoined(graph, each.id));
  return { databases, explained: databases.some((each) => namesProperty(databaseText(graph.diagram, each))) };
});

const titles: Readonly<Record<Family, string>> = { relational: 'Change to relational', nosql: 'Change to NoSQL' };

/** Makes a database one of the other family. A product that cannot be meant any more goes, and with it what its preset has filled. */
export function changeFamily({ primary }: Finding, { diagram }: Context, family: Family): readonly Fix[] {
  const database = diagram.components.get(primary);
  const kind = kindOf('core-database');
  if (!database || !kind) return [];
  const { technology = '', dataModel } = database.properties;
  const isOther = (productNamed(kind, technology)?.entry ?? `${family}-database`) !== `${family}-database`;
  const filled = Object.entries(database.origins ?? {}).filter(([, origin]) => origin === 'preset').map(([name]) => [name, undefined]);
  const model = family === 'relational' ? { dataModel: 'relational' } : dataModel === 'relational' ? { dataModel: undefined } : {};
  return [setFix(titles[family], 'suggest', primary, { ...Object.fromEntries(filled), ...(isOther ? { technology: undefined } : {}), databaseKind: family, ...model })];
}
