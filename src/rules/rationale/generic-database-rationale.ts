import { componentRule, fail, pass } from '../rule.ts';
import { databaseText } from './database-text.ts';
import { namesProperty } from './lexicon.ts';
import { arguesCategories } from './sql-vs-nosql-comparison.ts';

/** A reason is given for a database, and it would fit any other one. */
export const genericDatabaseRationale = componentRule({
  id: 'rationale/generic-database-rationale',
  kinds: ['core-database'],
  severity: 'suggestion',
  category: 'rationale',
  reach: 'neighbours',
  messages: { generic: { text: 'The reason given for {name} names no property of the database (consistency, transactions, partitioning, query model …).' } },
  docs: {
    what: 'The reason given for a database mentions nothing that the database does.',
    why: 'Popular, fast, modern, known to the team: none of it follows from your requirements.',
    fix: 'Name the property that you need, and what it gives you.',
    silentWhen: ['It compares SQL with NoSQL, which another check reports.', 'It is written in another script than Latin: the known words are English.', "The database is somebody else's."],
    sources: ['hellointerview.com, key technologies.'],
    question: 'Which property of this database does your system need?',
    answer: '“DynamoDB, because it partitions by user id and we only ever ask by user id.” A property of the database, and a need of yours that it meets.',
  },
  examples: {
    bad: 'service api\ncore-database db { rationale: "MongoDB because it is modern." }\napi -> db',
    good: 'service api\ncore-database db { rationale: "Cassandra: leaderless replication keeps writes available." }\napi -> db',
  },
  check(component, { diagram }) {
    const text = databaseText(diagram, component);
    if (text === '') return undefined;
    if (namesProperty(text) || arguesCategories(text) || isForeign(text)) return pass;
    return fail('generic', { data: { name: component.name }, evidence: [{ record: component.id, property: 'rationale', value: text }] });
  },
});

const letters = /\p{L}/gu;
const foreignLetters = /(?![a-z])\p{L}/giu;

/** Whether three in ten letters are none of the English alphabet. */
const isForeign = (text: string): boolean => {
  const all = text.match(letters)?.length ?? 0;
  return all > 0 && (text.match(foreignLetters)?.length ?? 0) >= 0.3 * all;
};
