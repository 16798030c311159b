import { describe, expect, test } from 'vitest';
import { commands } from '#cli/commands.ts';
import { runWith } from '../support/fake-io.ts';

describe('what cannot be understood', () => {
  test.each([
    [['chek'], 'There is no command "chek". Did you mean check?'],
    [['banana'], 'There is no command "banana". See caveat --help.'],
    [['--verson'], 'There is no option --verson. Did you mean --version?'],
    [['help', 'chek'], 'There is no command "chek". Did you mean check?'],
    [['check'], 'caveat check wants FILE.... See caveat check --help.'],
    [['check', 'a', '--fromat', 'json'], 'caveat check has no option --fromat. Did you mean --format?'],
    [['check', 'a', '--banana'], 'caveat check has no option --banana. See caveat check --help.'],
    [['check', 'a', '-x'], 'caveat check has no option -x. See caveat check --help.'],
    [['check', 'a', '--format', 'jsn'], '--format cannot be "jsn". Did you mean json?'],
    [['check', 'a', '--format', 'yaml-with-ease'], '--format cannot be "yaml-with-ease". Use one of text, json, sarif, junit, markdown.'],
    [['check', 'a', '--format'], '--format wants a value: text, json, sarif, junit, markdown.'],
    [['check', 'a', '--format='], '--format wants a value: text, json, sarif, junit, markdown.'],
    [['check', 'a', '--format', 'json', '--format', 'text'], '--format is given more than once. Give it once.'],
    [['check', 'a', '--rule', 'queue/no-consumr=off'], 'There is no rule "queue/no-consumr". Did you mean queue/no-consumer?'],
    [['check', 'a', '--rule', 'queue/no-consumer'], '--rule queue/no-consumer wants one of off, suggestion, warning, error, as in --rule queue/no-consumer=off.'],
    [['check', 'a', '--rule', 'queue/no-consumer=fatal'], '--rule queue/no-consumer wants one of off, suggestion, warning, error, as in --rule queue/no-consumer=off.'],
    [['fmt', 'a', '--check=yes'], '--check takes no value. Leave out "=yes".'],
    [['rules', 'queue'], 'caveat rules does not know what to do with "queue". It takes no arguments.'],
    [['export', 'a'], 'caveat export wants FILE OUT.svg|OUT.png|OUT.md. See caveat export --help.'],
    [['export', 'a', 'b.svg', 'c.svg'], 'caveat export does not know what to do with "c.svg". It takes FILE OUT.svg|OUT.png|OUT.md.'],
    [['explain', 'qeue'], 'There is no rule, kind or property "qeue". Did you mean queue?'],
    [['explain', 'queue/no-consumr'], 'There is no rule, kind or property "queue/no-consumr". Did you mean queue/no-consumer?'],
    [['explain', 'queue.orderin'], 'There is no rule, kind or property "queue.orderin". Did you mean queue.ordering?'],
    [['explain', 'queue.constructor'], 'There is no rule, kind or property "queue.constructor". See caveat rules for the rules.'],
    [['explain', 'xyzzy-plugh'], 'There is no rule, kind or property "xyzzy-plugh". See caveat rules for the rules.'],
  ])('%j', async (args, sentence) => {
    expect(await runWith({}, args)).toMatchObject({ code: 2, out: '', err: `caveat: ${sentence}\n` });
  });

  test('no command at all: the overview, as a complaint', async () => {
    expect(await runWith({}, [])).toMatchObject({ code: 2, out: '', err: expect.stringContaining('Usage: caveat COMMAND') });
  });
});

describe('help', () => {
  test.each([[['--help']], [['-h']], [['help']]])('%j names every command', async (args) => {
    const { code, out } = await runWith({}, args);
    expect(code).toBe(0);
    for (const { name, summary } of commands) {
      expect(out).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
      expect(out).toContain(summary);
    }
  });

  test.each(commands.map(({ name }) => name))('of %s names every option, and fits a terminal', async (name) => {
    const entry = commands.find((each) => each.name === name);
    const command = await entry?.load();
    const { code, out } = await runWith({}, [name, '--help']);
    expect(code).toBe(0);
    expect(out).toContain(`Usage: caveat ${name}`);
    for (const option of command?.options ?? []) {
      expect(out).toContain(`--${option.name}`);
      expect(option.help).toMatch(/^[A-Z].*\.$/);
    }
    for (const paragraph of [entry?.summary, ...(command?.notes ?? [])]) expect(paragraph).toMatch(/^[A-Z].*\.$/);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    expect((await runWith({}, ['help', name])).out).toBe(out);
  });

  test('the version', async () => {
    for (const word of ['--version', '-v', '-V']) expect(await runWith({}, [word])).toMatchObject({ code: 0, out: '1.2.3\n' });
  });
});

test('after -- a word is a file, whatever it looks like', async () => {
  expect((await runWith({}, ['check', '--', '--help'])).err).toBe('caveat: --help does not exist.\n');
});
