/** Words that tell a comparison of categories from an argument (case-insensitive, whole words). The lists are English. */
const words = (...alternatives: readonly string[]): RegExp => new RegExp(`(?<![\\p{L}\\d-])(?:${alternatives.join('|')})(?![\\p{L}\\d-])`, 'giu');

export const nosqlWords = words('nosql', 'no-sql', 'non-relational', 'non relational');
const relationalOnly = words('sql', 'relational', 'rdbms');
export const compareWords = words('than', 'vs', 'versus', 'unlike', 'whereas', 'instead of', 'rather than', 'compared', 'better', 'worse');

/** Properties of databases that an argument can rest on. Where two words make one term, a space may stand for the hyphen. */
const propertyWords = new RegExp(
  `(?<![\\p{L}\\d])(?:${[
    'acid', 'atomic', 'transactions?', 'transactional', 'integrity', 'constraints?', 'foreign keys?', 'unique', 'joins?', 'isolation', 'serializable', 'consisten(?:t|cy)', 'schema', 'flexible',
    'index(?:es|ed)?', 'b-tree', 'range quer(?:y|ies)', 'partition(?:s|ed|ing)?', 'shard(?:s|ed|ing)?', 'consistent hashing', 'horizontal(?:ly)?', 'scale-out', 'throughput', 'write-heavy',
    'write volume', 'low latency', 'key-value', 'key lookup', 'documents?', 'wide column', 'column-family', 'graph', 'traversal', 'time series', 'geospatial', 'ttl', 'replication', 'multi-region',
    'availability', 'durab(?:le|ility)', 'quorum', 'append-only',
  ]
    .join('|')
    .replaceAll(/[ -]/g, '[\\s-]')})(?![\\p{L}\\d])`,
  'iu',
);

/** Whether a text names a property of a database. */
export const namesProperty = (text: string): boolean => propertyWords.test(text);

/** Places of relational words, those inside a word for NoSQL left out. */
export function relationalMatches(text: string): readonly number[] {
  const taken = [...text.matchAll(nosqlWords)].map((match) => [match.index, match.index + match[0].length] as const);
  return [...text.matchAll(relationalOnly)].map(({ index }) => index).filter((index) => !taken.some(([from, to]) => index >= from && index < to));
}

/** Sentences end at a full stop, question or exclamation mark before white space, and at a line break. */
export const sentencesOf = (text: string): readonly string[] => text.split(/(?<=[.!?])\s+|\n+/).filter((sentence) => sentence.trim() !== '');

/** Runs of letters, digits, hyphens and apostrophes. */
export const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\d'’-]+/gu)?.map((word) => word.replaceAll('’', "'")) ?? [];
