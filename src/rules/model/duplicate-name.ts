import { memoByIdentity } from '#base/memo.ts';
import type { Kind } from '#catalog/kind.ts';
import { kindOf } from '#catalog/kinds.ts';
import type { Component, Diagram } from '#diagram/diagram.ts';
import { componentRule, fail, pass } from '../rule.ts';

const nameOf = ({ name }: Component): string => name.trim().toLowerCase();

/** Names that other palettes give. */
const elsewhere: Readonly<Record<string, readonly string[]>> = {
  'core-database': ['Relational', 'NoSQL', 'Core Database'],
  'search-database': ['Search Optimized Database'],
  stream: ['Stream / Event Sourcing'],
};

/** Names that components of a kind are given, not ones that somebody chose. */
const given = memoByIdentity(
  (kind: Kind): ReadonlySet<string> => new Set([kind.label, ...kind.entries.map(({ label }) => label), ...(elsewhere[kind.id] ?? [])].map((label) => label.toLowerCase())),
);

/** Components by kind and name, in their order. */
const namesakesOf = memoByIdentity(({ components }: Diagram): ReadonlyMap<string, readonly Component[]> => {
  const found = new Map<string, Component[]>();
  for (const component of components.values()) {
    const key = `${component.kind} ${nameOf(component)}`;
    const others = found.get(key);
    if (others) others.push(component);
    else found.set(key, [component]);
  }
  return found;
});

/** Several components of a kind have one name. */
export const duplicateName = componentRule({
  id: 'model/duplicate-name',
  severity: 'suggestion',
  category: 'completeness',
  reach: 'diagram',
  judgesNames: true,
  recommended: false,
  messages: { namesakes: { text: '{count} components are called "{name}".' } },
  docs: {
    what: 'Several components of the same kind have the same name.',
    why: 'Findings and discussions become ambiguous.',
    fix: 'Rename one of them.',
    silentWhen: ['The name is still the one that the palette gave.'],
    sources: ['Experience.'],
    question: 'How do these two differ?',
  },
  examples: {
    bad: 'settings { lintConfig: { preset: strict } }\nservice api\ncore-database a "Database 1"\ncore-database b "Database 1"\napi -> a\napi -> b',
    good: 'settings { lintConfig: { preset: strict } }\nservice api\ncore-database a "Orders DB"\ncore-database b "Users DB"\napi -> a\napi -> b',
  },
  check(component, { diagram }) {
    const name = nameOf(component);
    const kind = kindOf(component.kind);
    if (name === '' || (kind && given(kind).has(name))) return undefined;
    const namesakes = namesakesOf(diagram).get(`${component.kind} ${name}`) ?? [];
    if (namesakes.length < 2 || namesakes.at(-1)?.id !== component.id) return pass;
    return fail('namesakes', {
      data: { count: namesakes.length, name: component.name.trim() },
      related: namesakes.slice(0, -1).map(({ id }) => ({ id, role: 'namesake' })),
    });
  },
});
