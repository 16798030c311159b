import { componentRule, fail, pass } from '../rule.ts';
import { databaseText } from './database-text.ts';
import { compareWords, nosqlWords, relationalMatches, sentencesOf, wordsOf } from './lexicon.ts';

/** A reason argues category against category instead of property for benefit. */
export const sqlVsNosqlComparison = componentRule({
  id: 'rationale/sql-vs-nosql-comparison',
  kinds: ['core-database'],
  severity: 'warning',
  category: 'rationale',
  reach: 'neighbours',
  messages: {
    categories: {
      text: 'This compares SQL with NoSQL as categories. They overlap; say which property of {database} helps this system (e.g. "Postgres, because its ACID properties protect data integrity").',
    },
  },
  docs: {
    what: 'The reason given for a database compares SQL with NoSQL, or makes a blanket claim about one of them.',
    why: 'Both families scale and both model relationships. The comparison invites a debate and shows nothing about your system.',
    fix: 'Write it as product, property, benefit here.',
    silentWhen: ['The categories only stand in brackets behind products that are compared.', 'The sentence gives each category a part without comparing them.', 'It speaks of what this system needs.', "The database is somebody else's."],
    sources: ['hellointerview.com, key technologies.'],
    question: 'Which property of this database does your system need?',
    answer: '“Cassandra, because its leaderless replication keeps writes available when a zone is gone, and losing a seat map update for a second is fine here.” One product, one property, one benefit, and no family.',
  },
  examples: {
    bad: 'service api\ncore-database db { rationale: "NoSQL scales better than SQL." }\napi -> db',
    good: 'service api\ncore-database db { rationale: "Postgres: ACID transactions keep orders and stock consistent." }\napi -> db',
  },
  check(component, { diagram }) {
    const text = databaseText(diagram, component);
    if (text === '') return undefined;
    if (!arguesCategories(text)) return pass;
    return fail('categories', {
      data: { database: component.properties.technology?.trim() || 'this database' },
      evidence: [{ record: component.id, property: 'rationale', value: text }],
    });
  },
});

/** Whether one of its sentences compares SQL with NoSQL, or makes a blanket claim about one of them. */
export const arguesCategories = (text: string): boolean => sentencesOf(text).some((sentence) => compares(sentence) || claims(sentence));

/** Both categories and a word that compares, what stands in round brackets not read. */
function compares(sentence: string): boolean {
  const bare = sentence.replaceAll(/\([^)]*\)/g, ' ');
  return relationalMatches(bare).length > 0 && has(bare, nosqlWords) && has(bare, compareWords);
}

const has = (text: string, pattern: RegExp): boolean => text.search(pattern) >= 0;

const relational = ['sql', 'relational', 'rdbms'];
const nosql = ['nosql', 'no-sql', 'non-relational'];
const cannot = ["doesn't", "don't", 'cannot', "can't"];
const lacks = ['no', 'not', 'lack', 'lacks', ...cannot];
const needs = ['we', 'need', 'needs', 'needed', 'require', 'required'];
const lacking = /^(joins?|relations?|relationships?|transactions?|consisten\w*)$/;

/** "SQL does not scale", "NoSQL has no joins": said of the category, not of what this system needs. */
function claims(sentence: string): boolean {
  const words = wordsOf(sentence.replaceAll(/do(es)? not/gi, "don't").replaceAll(/non relational/gi, 'non-relational'));
  return words.some((word, start) => {
    if (relational.includes(word)) return claimAfter(words, start, cannot, /^scales?$/, 1);
    return nosql.includes(word) && claimAfter(words, start, lacks, lacking, 2);
  });
}

/** A negation within five words after the category, and soon after it what is denied. */
function claimAfter(words: readonly string[], start: number, negations: readonly string[], denied: RegExp, between: number): boolean {
  for (let at = start + 1; at <= start + 6 && at < words.length; at++) {
    if (!negations.includes(words[at] ?? '')) continue;
    for (let end = at + 1; end <= at + 1 + between && end < words.length; end++) {
      if (!denied.test(words[end] ?? '')) continue;
      if (!words.slice(start + 1, end + 2).some((word) => needs.includes(word))) return true;
    }
  }
  return false;
}
