import { isBlank } from '../blank.ts';
import { componentRule, fail, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { isPartitioned } from './database-terms.ts';

/** A database is split, and nothing says by what. */
export const shardingWithoutKey = componentRule({
  id: 'database/sharding-without-key',
  kinds: ['core-database'],
  severity: 'error',
  category: 'correctness',
  reach: 'record',
  messages: {
    empty: { text: '{name} is split into shards, and its shard key is empty.' },
    open: { severity: 'suggestion', text: 'By which key is {name} split into shards?' },
  },
  docs: {
    what: 'Data is spread over several servers, and the field that decides where a record lives is missing.',
    why: 'Without a key nobody knows where a row lives: every query asks every shard.',
    fix: 'Choose the key from the query that runs most often.',
    silentWhen: ['The database is not split.'],
    sources: ['Designing Data-Intensive Applications, chapter 6.'],
    question: 'Which field decides where a record lives?',
  },
  examples: {
    bad: 'service api\ncore-database db { shardCount: 8, shardKey: "" }\napi -> db { access: read-write }',
    good: 'service api\ncore-database db { shardCount: 8, partitioning: hash, shardKey: userId }\napi -> db { access: read-write }',
  },
  check(component) {
    const { partitioning, shardCount, shardKey } = component.properties;
    if (!isPartitioned(component)) return undefined;
    if (!isBlank(shardKey)) return pass;
    const evidence = statedEvidence(component.id, { partitioning, shardCount, shardKey });
    return fail(shardKey === undefined || partitioning === 'directory' ? 'open' : 'empty', { data: { name: component.name }, witness: [component.id], evidence });
  },
});
