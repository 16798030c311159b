import type { Component } from '#diagram/diagram.ts';
import { reads } from '#graph/access.ts';
import { isBlank } from '../blank.ts';
import { setFix } from '../fixing.ts';
import { connectionRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { edgeIntoDatabase, firstField, isSameField } from './database-terms.ts';

const indexed: ReadonlySet<string> = new Set(['key-lookup', 'range', 'join']);
const keyed: ReadonlySet<string | undefined> = new Set(['key-value', 'column-family', 'document']);

/** A query filters by a field that no index starts with. */
export const missingIndex = connectionRule({
  id: 'database/missing-index',
  severity: 'suggestion',
  category: 'performance',
  reach: 'neighbours',
  messages: {
    none: { text: 'Which index of {name} serves the {pattern} by {fields}? None of those declared starts with it.' },
    hash: { text: 'Which index of {name} serves the range by {fields}? A hash index finds single values only.' },
  },
  docs: {
    what: 'The declared indexes of a database do not fit a query.',
    why: 'A full scan grows with the table, and a hash index cannot answer ranges.',
    fix: 'Add an index that starts with the field that the query filters by.',
    silentWhen: ['The indexes are not stated; an empty list is.', 'The field is the first one of the shard key, by which the store itself finds records.'],
    sources: ['Designing Data-Intensive Applications, chapter 3.'],
    question: 'Which index answers this query?',
  },
  examples: {
    bad: 'service api\ncore-database db { indexes: [{ fields: [createdAt], type: hash }] }\napi -> db { access: read, queryPattern: range, filterFields: [createdAt] }',
    good: 'service api\ncore-database db { indexes: [{ fields: [email], type: b-tree }] }\napi -> db { access: read, queryPattern: key-lookup, filterFields: [email] }',
  },
  check({ id }, { graph }) {
    const edge = edgeIntoDatabase(graph, id);
    const { queryPattern, filterFields = [] } = edge?.connection.properties ?? {};
    const [field] = filterFields;
    if (!edge || edge.interaction === 'replicate' || reads(edge) !== true || isBlank(field)) return undefined;
    if ((queryPattern !== undefined && !indexed.has(queryPattern)) || isFoundByKey(edge.to, field)) return pass;
    const { indexes } = edge.to.properties;
    if (indexes === undefined) return notStated(edge.to.id, 'indexes');
    if (queryPattern === undefined) return notStated(id, 'queryPattern');
    const fitting = indexes.filter(({ fields }) => isSameField(fields?.[0], field));
    if (fitting.some(({ type }) => queryPattern !== 'range' || type !== 'hash')) return pass;
    return fail(fitting.length > 0 ? 'hash' : 'none', {
      data: { name: edge.to.name, pattern: queryPattern === 'key-lookup' ? 'lookup' : queryPattern, fields: filterFields.join(', ') },
      related: [{ id: edge.to.id, role: 'database' }],
      witness: [edge.from.id, id, edge.to.id],
      evidence: [
        { record: id, property: 'filterFields', value: filterFields },
        { record: edge.to.id, property: 'indexes', value: indexes },
      ],
    });
  },
  fixes: ({ primary }, { graph }): readonly Fix[] => {
    const edge = graph.edge(primary);
    const fields = edge?.connection.properties.filterFields;
    return edge && fields ? [setFix(`Add a B-tree index on ${fields.join(', ')}`, 'suggest', edge.to.id, { indexes: [...(edge.to.properties.indexes ?? []), { fields, type: 'b-tree' }] })] : [];
  },
});

/** Whether the store finds records by this field without any further index. */
const isFoundByKey = ({ properties: { dataModel, shardKey } }: Component, field: string | undefined): boolean => keyed.has(dataModel) && shardKey !== undefined && isSameField(firstField(shardKey), field);
