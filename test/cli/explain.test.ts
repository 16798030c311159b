import { describe, expect, test } from 'vitest';
import { kinds } from '#catalog/kinds.ts';
import { owners } from '#cli/catalog-pages.ts';
import { rules } from '#rules/rules.ts';
import { runWith } from '../support/fake-io.ts';

const explained = async (word: string): Promise<string> => {
  const { code, out, err } = await runWith({}, ['explain', word]);
  expect([code, err]).toEqual([0, '']);
  expect(out).not.toMatch(/undefined|NaN|\[object/);
  return out;
};

/** A text on one line, as it was before it was folded. */
const unfolded = (text: string): string => text.replaceAll(/\s+/g, ' ');

describe('explain', () => {
  test.each(rules.map((rule) => [rule.id, rule] as const))('%s says everything that the rule declares', async (id, { docs, messages, examples, severity, options = {} }) => {
    const out = unfolded(await explained(id));
    for (const text of [docs.what, docs.why, docs.fix, docs.question, ...docs.silentWhen, ...docs.sources, examples.bad, examples.good, ...Object.keys(options)]) expect(out).toContain(unfolded(text));
    for (const message of Object.values<{ readonly text: string; readonly severity?: string }>(messages)) expect(out).toContain(unfolded(`${message.severity ?? severity}: ${message.text}`));
  });

  test.each(kinds.map((kind) => [kind.id, kind] as const))('%s shows properties and caveats', async (id, { properties, caveats, summary }) => {
    const out = unfolded(await explained(id));
    for (const text of [summary, ...Object.keys(properties), ...caveats.map(({ text }) => text)]) expect(out).toContain(text);
  });

  test('every property of every owner has a page', async () => {
    for (const [owner, table] of owners) for (const [name, { help }] of Object.entries(table)) expect(unfolded(await explained(`${owner}.${name}`))).toContain(help);
  });

  test('a property shows its type, unit, values and where it is stated', async () => {
    expect(await explained('queue.ordering')).toMatch(/^queue\.ordering {2}Ordering, none \| fifo-per-group \| fifo-global, a key property\n/);
    expect(await explained('queue.retentionSeconds')).toContain('number, s, from 0');
    expect(await explained('queue.maxDeliveryAttempts')).toContain('whole number, from 1, or unlimited');
    expect(await explained('connection.access')).toContain('read-write');
  });

  test('a bare property has a page for each way in which it is declared', async () => {
    const pages = (await explained('ordering')).match(/^Stated of|^What it says$/gm) ?? [];
    expect(pages.length).toBeGreaterThan(0);
    expect(unfolded(await explained('technology'))).toContain(unfolded('Stated of core-database, blob-storage'));
  });

  test('a rule is found without its group', async () => {
    expect(await explained('missing-dead-letter-queue')).toContain('queue/missing-dead-letter-queue');
  });
});

describe('rules', () => {
  test('lists every rule', async () => {
    const { out } = await runWith({}, ['rules']);
    for (const { id } of rules) expect(out).toContain(`${id} `);
    expect(out).toContain(`\n${rules.length} rules.\n`);
  });

  test('as JSON has their prose', async () => {
    const json: unknown = JSON.parse((await runWith({}, ['rules', '--format', 'json'])).out);
    expect(json).toMatchObject({ version: 1, rules: rules.map(({ id, severity, category, docs }) => ({ id, severity, category, what: docs.what, question: docs.question })) });
  });
});
