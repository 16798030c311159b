import { nearest } from '#base/nearest.ts';
import { kindOf } from '#catalog/kinds.ts';
import type { Property } from '#catalog/property.ts';
import { ruleOf } from '#rules/fixes.ts';
import { rules } from '#rules/rules.ts';
import { kindPage, owners, propertyPage } from './catalog-pages.ts';
import type { Command } from './command.ts';
import { exit } from './io.ts';
import { type Page, pageText } from './page.ts';
import { rulePage } from './rule-page.ts';

export const explain: Command = {
  least: 1,
  most: 1,
  options: [],
  notes: ['For example: caveat explain queue/no-consumer, caveat explain queue, caveat explain queue.ordering, caveat explain ordering.'],
  run({ operands: [word = ''] }, io) {
    const pages = pagesOf(word);
    if (pages.length > 0) {
      io.stdout(pages.map((page) => pageText(page, io.isTerminal)).join('\n'));
      return Promise.resolve(exit.clean);
    }
    io.stderr(`caveat: ${unknown(word)}\n`);
    return Promise.resolve(exit.unreadable);
  },
};

/** What a word means: a rule, a kind, a property, or a rule without its group. */
function pagesOf(word: string): readonly Page[] {
  const rule = ruleOf(word);
  if (rule) return [rulePage(rule)];
  const kind = kindOf(word);
  if (kind) return [kindPage(kind)];
  const [owner = '', name = ''] = word.split('.');
  const property = propertyOf(owner, name);
  if (property) return [propertyPage(name, property, [owner])];
  const pages = alike(word);
  return pages.length > 0 ? pages : rules.filter(({ id }) => id.split('/')[1] === word).map(rulePage);
}

function propertyOf(owner: string, name: string): Property | undefined {
  const table = owners.get(owner);
  return table && Object.hasOwn(table, name) ? table[name] : undefined;
}

/** A property under its bare name: a page for each way in which it is declared. */
function alike(name: string): readonly Page[] {
  const groups = new Map<string, { readonly property: Property; readonly on: string[] }>();
  for (const owner of owners.keys()) {
    const property = propertyOf(owner, name);
    if (!property) continue;
    const group = groups.get(JSON.stringify(property));
    if (group) group.on.push(owner);
    else groups.set(JSON.stringify(property), { property, on: [owner] });
  }
  return [...groups.values()].map(({ property, on }) => propertyPage(name, property, on));
}

function unknown(word: string): string {
  const dotted = [...owners].flatMap(([owner, table]) => Object.keys(table).map((name) => `${owner}.${name}`));
  const bare = new Set([...owners.values()].flatMap((table) => Object.keys(table)));
  const known = word.includes('/') ? rules.map(({ id }) => id) : word.includes('.') ? dotted : [...owners.keys(), ...bare, ...rules.map(({ id }) => id.split('/')[1] ?? id)];
  const meant = nearest(word, known);
  return `There is no rule, kind or property "${word}". ${meant === undefined ? 'See caveat rules for the rules.' : `Did you mean ${meant}?`}`;
}
