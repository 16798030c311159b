import { quantity } from '#catalog/wording.ts';
import { fix } from '../fixing.ts';
import { connectionRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { changesData, edgeIntoDatabase, isMovable, recordBytes, withBlobStorage } from './database-terms.ts';

/** Records are larger than the database takes. */
export const itemTooLarge = connectionRule({
  id: 'database/item-too-large',
  severity: 'error',
  category: 'correctness',
  reach: 'neighbours',
  messages: { large: { text: 'Records of {size} exceed the {limit} limit of {name}; it will reject the write.' } },
  docs: {
    what: 'What a connection writes does not fit into one record of the database.',
    why: 'The database rejects the write, at the first large value and not before.',
    fix: 'Put the bytes into blob storage and a pointer here, or split the record.',
    silentWhen: ['The size of the request or the limit of the database is not stated.'],
    sources: ['AWS, DynamoDB quotas.', 'MongoDB documentation, limits.'],
    question: 'How large is the largest record?',
  },
  examples: {
    bad: 'service api\ncore-database db { maxItemBytes: 409600 }\napi -> db { access: write, requestBytes: 700000 }',
    good: 'service api\ncore-database db { maxItemBytes: 409600 }\napi -> db { access: write, requestBytes: 700000, batchSize: 25 }',
  },
  check({ id }, { graph }) {
    const edge = edgeIntoDatabase(graph, id);
    if (!edge || !changesData(edge)) return undefined;
    const [bytes, limit] = [recordBytes(edge), edge.to.properties.maxItemBytes];
    if (bytes === undefined) return limit === undefined ? undefined : notStated(id, 'requestBytes');
    if (limit === undefined) return notStated(edge.to.id, 'maxItemBytes');
    if (bytes <= limit) return pass;
    return fail('large', {
      data: { name: edge.to.name, size: quantity(bytes, 'bytes'), limit: quantity(limit, 'bytes') },
      related: [{ id: edge.from.id, role: 'writer' }, { id: edge.to.id, role: 'database' }],
      witness: [edge.from.id, id, edge.to.id],
      evidence: [
        { record: id, property: 'requestBytes', value: edge.connection.properties.requestBytes },
        { record: edge.to.id, property: 'maxItemBytes', value: limit },
      ],
    });
  },
  fixes: ({ primary }, { graph }): readonly Fix[] => {
    const edge = edgeIntoDatabase(graph, primary);
    return edge && isMovable(edge) ? [fix('Move the bytes to blob storage', 'suggest', (diagram, freshId) => withBlobStorage(diagram, freshId, edge.to.id, [edge]))] : [];
  },
});
