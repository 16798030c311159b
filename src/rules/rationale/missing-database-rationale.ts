import { setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, pass } from '../rule.ts';
import { databaseText } from './database-text.ts';

/** Nobody says why this database was chosen. */
export const missingDatabaseRationale = componentRule({
  id: 'rationale/missing-database-rationale',
  kinds: ['core-database'],
  severity: 'suggestion',
  category: 'rationale',
  reach: 'neighbours',
  messages: { missing: { text: 'Say why {name} is a {what} database: property → benefit.' } },
  docs: {
    what: 'A database has neither a rationale nor a decision attached to it.',
    why: 'It is the one database question that every interviewer asks.',
    fix: 'One sentence: product, property, what it gives you here.',
    silentWhen: ['A decision note is attached to it.', "The database is somebody else's."],
    sources: ['hellointerview.com, key technologies.'],
    question: 'Why this database?',
    answer: '“Postgres, because its transactions keep an order and its payment together.” One sentence: product, property, what it gives you here.',
  },
  examples: {
    bad: 'service api\ncore-database db\napi -> db',
    good: 'service api\ncore-database db { rationale: "Postgres: its transactions keep seats from being sold twice." }\napi -> db',
  },
  check(component, { diagram }) {
    if (databaseText(diagram, component) !== '') return pass;
    const { technology, databaseKind } = component.properties;
    const what = technology?.trim() || (databaseKind === 'nosql' ? 'NoSQL' : (databaseKind ?? 'core'));
    return fail('missing', { data: { name: component.name, what } });
  },
  fixes({ primary }, { diagram }): readonly Fix[] {
    const { technology, rationale } = diagram.components.get(primary)?.properties ?? {};
    const product = technology?.trim() || 'This database';
    return rationale?.includes('___') ? [] : [{ ...setFix('Insert a sentence to complete', 'suggest', primary, { rationale: `${product} because its ___ lets us ___` }), completes: false }];
  },
});
