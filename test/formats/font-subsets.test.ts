import { expect, test } from 'vitest';
import { charactersOutside, fontSubsetsOf } from '#formats/svg/font-subsets.ts';

test.each([
  ['plain', ['latin']],
  ['Łódź', ['latin', 'latin-ext']],
  ['Привет α', ['latin', 'cyrillic', 'greek']],
])('%s needs %j', (text, subsets) => {
  expect(fontSubsetsOf(text).map(({ subset }) => subset)).toEqual(subsets);
});

test('characters that no file holds are named once', () => {
  expect(charactersOutside('Łódź – 印刷印 😀 Привет')).toEqual(['印', '刷', '😀']);
});
