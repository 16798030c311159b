import { describe, expect, test } from 'vitest';
import { kinds } from '#catalog/kinds.ts';
import type { Component } from '#diagram/diagram.ts';
import { cardOf } from '#drawing/card.ts';
import { outlineOf } from '#drawing/silhouette.ts';
import { detailStyle, nameStyle, textWidth } from '#drawing/text.ts';

const component = (fields: Partial<Component>): Component => ({ id: 'a', kind: 'service', name: 'Orders', properties: {}, ...fields });
const names = ['', 'A', 'Orders', 'A rather long name that has to be broken', 'https://example.com/a/very/long/address/without/spaces', '数据库'.repeat(20)];

describe.each(kinds.map(({ id }) => id))('%s', (kind) => {
  test.each(names)('%j stays inside the outline', (name) => {
    const card = cardOf(component({ kind, name }));
    const { left, right, top, bottom } = outlineOf(card.silhouette, card.width, card.height);
    for (const { text, role, x, y } of card.lines) {
      const style = role === 'name' ? nameStyle : detailStyle;
      expect(x).toBeGreaterThan(left);
      expect(x + textWidth(text, style)).toBeLessThanOrEqual(card.width - right + 0.01);
      expect(y - 0.7 * style.size).toBeGreaterThanOrEqual(top);
      expect(y).toBeLessThanOrEqual(card.height - bottom);
    }
    expect(card.lines.filter(({ role }) => role === 'name').length).toBeLessThanOrEqual(2);
  });

  test('lines do not touch', () => {
    const card = cardOf(component({ kind, name: names[3] ?? '' }));
    const baselines = card.lines.map(({ y }) => y);
    for (const [index, y] of baselines.slice(1).entries()) expect(y - (baselines[index] ?? 0)).toBeGreaterThanOrEqual(14);
  });
});

test('shows what the component is', () => {
  const card = cardOf(component({ kind: 'queue', name: 'Mail jobs', properties: { technology: 'Amazon SQS' } }));
  expect(card.lines.map(({ text }) => text)).toEqual(['Mail jobs', 'SQS']);
  expect(card.family).toBe('messaging');
});

test('an unknown kind shows its word and a question mark', () => {
  const card = cardOf(component({ kind: 'blockchain', name: 'Ledger' }));
  expect(card.lines.map(({ text }) => text)).toEqual(['Ledger', 'blockchain']);
  expect(card.shape.dashed).toBe(true);
  expect(card.family).toBe('compute');
  expect(card.glyph).toHaveLength(2);
});

test('grows with its component', () => {
  expect(cardOf(component({ size: { width: 300, height: 120 } }))).toMatchObject({ width: 300, height: 120 });
});

test('is computed once for a record', () => {
  const record = component({});
  expect(cardOf(record)).toBe(cardOf(record));
});
