import { expect, test } from 'vitest';
import { placesOf } from '#formats/json/places.ts';

const text = `{
  "format": "caveat-diagram", "title": "components",
  "settings": { "components": { "no": 1 } },
  "components": {
    "jobs": { "kind": "queue", "name": "a \\" } { \\"x\\": ", "properties": { "jobs": 1 } },
\t"a\\u0062": {}
  },
  "notes": { "n1": { "text": "line\\nbreak" } },
  "suppressions": [{ "on": "jobs" }]
}`;

test('records are found by their ids', () => {
  expect([...placesOf(text)]).toEqual([
    ['jobs', { line: 5, column: 5, length: 6 }],
    ['ab', { line: 6, column: 2, length: 9 }],
    ['n1', { line: 8, column: 14, length: 4 }],
  ]);
});

test('the lists of the oldest files have no ids to point to', () => {
  expect(placesOf('{"components": [{"id": "jobs"}]}').size).toBe(0);
});
