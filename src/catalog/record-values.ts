import type { ValueType } from './property.ts';

/** One entry of a list of routes: what matches, and where it goes. */
export const route = {
  type: 'record',
  fields: {
    match: { type: 'text', label: 'Match', help: 'A path, host or header.', group: 'behaviour' },
    target: { type: 'text', label: 'Target', help: 'The component that answers.', group: 'behaviour' },
  },
} as const satisfies ValueType;

/** One index of a database. */
export const indexType = {
  type: 'record',
  fields: {
    name: { type: 'text', label: 'Name', help: 'How the index is called.', group: 'data' },
    fields: { type: 'list', item: { type: 'text' }, label: 'Fields', help: 'The fields that it covers, in order.', group: 'data' },
    type: { type: 'enum', options: ['b-tree', 'hash', 'full-text', 'geospatial', 'inverted', 'lsm'], label: 'Type', help: 'B-tree also serves ranges and sorting, hash only equality.', group: 'data' },
  },
} as const satisfies ValueType;

/** One field of a search index. */
export const indexedField = {
  type: 'record',
  fields: {
    field: { type: 'text', label: 'Field', help: 'The field of the document.', group: 'data' },
    type: { type: 'enum', options: ['text', 'keyword', 'numeric', 'date', 'geo', 'vector'], label: 'Type', help: 'How it is searched.', group: 'data' },
  },
} as const satisfies ValueType;
