import { describe, expect, test } from 'vitest';
import { sketch } from '#diagram/sketch.ts';
import { writeDiagram } from '#formats/json/write.ts';
import { runWith } from '../support/fake-io.ts';

const stable = writeDiagram(sketch('service api\nqueue jobs { ordering: none }\napi -> jobs'));
const loose = JSON.stringify({ components: { api: { name: 'api', kind: 'service' } }, version: 1, format: 'caveat-diagram', mine: 1 });

describe('fmt', () => {
  test('writes what is not stable yet, keeps the rest, and is done after once', async () => {
    const { code, out, written } = await runWith({ 'a.json': loose, 'b.json': stable }, ['fmt', 'a.json', 'b.json']);
    expect([code, out, [...written.keys()]]).toEqual([0, 'a.json written.\n', ['a.json']]);
    const text = String(written.get('a.json'));
    expect(JSON.parse(text)).toMatchObject({ format: 'caveat-diagram', components: { api: { kind: 'service' } }, mine: 1 });
    expect((await runWith({ 'a.json': text }, ['fmt', '--check', 'a.json'])).code).toBe(0);
  });

  test('--check names what would change, and writes nothing', async () => {
    const { code, out, written } = await runWith({ 'a.json': loose, 'b.json': stable }, ['fmt', '--check', 'a.json', 'b.json']);
    expect([code, out, written.size]).toEqual([1, 'a.json is not in its stable form. Run caveat fmt on it.\n', 0]);
  });

  test('standard input goes to standard output', async () => {
    expect(await runWith({ '-': stable.replaceAll(/\s+/g, '') }, ['fmt', '-'])).toMatchObject({ code: 0, out: stable });
  });

  test.each([
    [['fmt', 'missing.json', 'b.json'], 'caveat: missing.json does not exist.\n'],
    [['fmt', 'closed/a.json'], 'caveat: closed/a.json is closed to you.\n'],
    [['fmt', '--check', 'missing.json', 'closed/a.json'], 'caveat: missing.json does not exist.\n'],
  ])('%j ends with 2', async (args, err) => {
    expect(await runWith({ 'b.json': stable, 'closed/a.json': loose }, args)).toMatchObject({ code: 2, err });
  });
});

const flawed = writeDiagram(sketch('service api\nstream events "Events" { replicationFactor: 1 }\nworker reader\napi -> events -> reader\napi -> nobody as broken'));
const report = (what: string): string => `a.json: 2 safe fixes ${what}
  Remove the connection: the connection from api to nobody (model/dangling-connection)
  Keep three copies and wait for two: Events (stream/no-replication)
    ~ components.events.properties.replicationFactor: 1 -> 3
    + components.events.properties.minInsyncReplicas: 2
    + components.events.properties.producerAcks: "all"
    - connections.broken
`;

describe('fix', () => {
  test('applies the safe fixes and prints the changes', async () => {
    const { code, out, written } = await runWith({ 'a.json': flawed }, ['fix', 'a.json']);
    expect([code, out]).toEqual([0, report('applied')]);
    const again = await runWith({ 'a.json': String(written.get('a.json')) }, ['fix', 'a.json']);
    expect([again.code, again.out, again.written.size]).toEqual([0, 'a.json: nothing to mend safely.\n', 0]);
  });

  test('--dry-run writes nothing', async () => {
    const { code, out, written } = await runWith({ 'a.json': flawed }, ['fix', '--dry-run', 'a.json']);
    expect([code, out, written.size]).toEqual([0, report('to apply'), 0]);
  });

  test('standard input: the diagram to standard output, the changes to standard error', async () => {
    const { code, out, err } = await runWith({ '-': flawed }, ['fix', '-']);
    expect(code).toBe(0);
    expect(err).toContain('2 safe fixes applied');
    expect(JSON.parse(out)).toMatchObject({ components: { events: { properties: { replicationFactor: 3 } } } });
    expect((await runWith({ '-': stable }, ['fix', '-'])).out, 'untouched to the letter').toBe(stable);
  });

  test('what cannot be read or written ends with 2, and the others are mended', async () => {
    const { code, err, written } = await runWith({ 'a.json': flawed, 'closed/a.json': flawed }, ['fix', 'missing.json', 'closed/a.json', 'a.json']);
    expect([code, err, [...written.keys()]]).toEqual([2, 'caveat: missing.json does not exist.\ncaveat: closed/a.json is closed to you.\n', ['a.json']]);
  });
});
