import { expect, test } from 'vitest';
import { kinds } from '#catalog/kinds.ts';
import { jsonSchema } from '#formats/json/json-schema.ts';

// After a change of the format: npx vitest run --project headless test/formats/json-schema.test.ts -u
test('the published schema is today\'s', async () => {
  await expect(`${JSON.stringify(jsonSchema(), null, 2)}\n`).toMatchFileSnapshot('../../public/caveat-diagram.schema.json');
});

test('every kind has its properties in it', () => {
  const text = JSON.stringify(jsonSchema());
  for (const { id } of kinds) expect(text).toContain(`"const":"${id}"`);
});
