import { describe, expect, test } from 'vitest';
import { writeText } from '#formats/findings/text.ts';
import { checkedFile, checkRun } from '../../support/checked.ts';

const drawn = 'service api "API"\nstream events "Events" { replicationFactor: 1 }\nworker reader "Reader"\napi -> events -> reader';
const key = 'stream/no-replication@events';
const only = 'settings { lintConfig: { preset: off, rules: { stream/no-replication: error } } }';
const plainFile = checkedFile('a.json', `${drawn}\n${only}`);

describe('text', () => {
  test('shows a finding with its line, what to do, and a safe fix', () => {
    const line = plainFile.text.split('\n').findIndex((each) => each.includes('"events": {')) + 1;
    const text = writeText(checkRun([plainFile]), false);
    expect(text).toMatch(/^(error|warning|suggestion)\[stream\/no-replication\]: /);
    expect(text.split('\n').slice(1, 6)).toEqual([
      `  --> a.json:${line}:5`,
      '   |',
      `${String(line).padStart(2)} |     "events": {`,
      '   |     ^^^^^^^^ Events, stream',
      '   |',
    ]);
    expect(text).toMatch(/^ {3}= help: .+\.$/m);
    expect(text).toContain('   = safe fix: Keep three copies and wait for two\n');
    expect(text).toMatch(/\na\.json: 1 \w+\.\n/);
    expect(text).toContain('\n1 finding can be mended safely: caveat fix a.json\n');
    expect(text).toMatch(/\nWhat is behind a rule: caveat explain stream\/no-replication\n$/);
  });

  test('has colour only where it is asked for', () => {
    expect(writeText(checkRun([plainFile]), false)).not.toContain('\u001b');
    const coloured = writeText(checkRun([plainFile]), true);
    expect(coloured).toContain('\u001b[1;31m');
    expect(coloured.split('\u001b').map((part, index) => (index === 0 ? part : part.replace(/^\[[\d;]+m/, ''))).join('')).toBe(writeText(checkRun([plainFile]), false));
  });

  test('marks what is known and what is accepted, and counts neither', () => {
    const known = writeText(checkRun([checkedFile('a.json', `${drawn}\n${only}`, [key])]), false);
    expect(known).toMatch(/^known \w+\[stream\/no-replication\]: /);
    expect(known).toContain('a.json: No objection; 1 known.\n');
    const accepted = writeText(checkRun([checkedFile('a.json', `${drawn}\n${only}\naccept stream/no-replication on events "A copy is enough here."`)]), false);
    expect(accepted).toMatch(/^accepted \w+\[stream\/no-replication\]: /);
    expect(accepted).toContain('= reason: A copy is enough here.\n');
    expect(accepted).toContain('a.json: No objection; 1 accepted with a reason.\n');
  });

  test('says what could not be judged', () => {
    const text = writeText(checkRun([checkedFile('a.json', 'service api\nstream events\nworker reader\napi -> events -> reader\nsettings { lintConfig: { preset: off, rules: { stream/no-replication: error } } }')]), false);
    expect(text).toMatch(/1 check could not decide: \d+ propert(y is|ies are) not stated\. See them with --format markdown\.\n/);
  });

  test('keeps what a file says from steering the terminal', () => {
    const evil = checkedFile('a\u001b[2J.json', `${drawn.replace('"Events"', '"\\u001b]0;x\\u0007\\u202eEvents\\nmore"')}\n${only}`);
    const controls = [...writeText(checkRun([evil]), false)].filter((character) => /[\p{Cc}\u202e]/u.test(character) && character !== '\n');
    expect(controls).toEqual([]);
  });

  test('of several files ends with one summary', () => {
    const text = writeText(checkRun([plainFile, checkedFile('b.json', `${drawn}\n${only}`)]), false);
    expect(text).toMatch(/\n2 files: 2 \w+s\.\n/);
    expect(writeText(checkRun([]), false)).toBe('');
  });
});
