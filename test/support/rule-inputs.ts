import fs from 'node:fs';
import path from 'node:path';
import { parseAst } from 'vite';
import { connectionProperties } from '#catalog/connection.ts';
import { kinds } from '#catalog/kinds.ts';

type Node = Readonly<Record<string, unknown>> & { readonly type: string };

/** What a top-level declaration mentions: names and texts, and whether it looks at properties whose names are not written down. */
interface Mentions {
  readonly words: ReadonlySet<string>;
  readonly anyProperty: boolean;
  /** Functions that are given all properties of a record. */
  readonly handsTo: ReadonlySet<string>;
}

interface Module {
  readonly declarations: ReadonlyMap<string, Mentions>;
  /** Local name to module and name there. */
  readonly imports: ReadonlyMap<string, readonly [file: string, name: string]>;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
const nodesOf = (value: unknown): readonly Node[] => (Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : []);
const children = (node: Node): readonly Node[] => Object.values(node).flatMap(nodesOf);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const nameOf = (node: unknown): string => (isNode(node) ? textOf(node['name']) || textOf(node['value']) : '');

/** Whether an expression is all properties of a record. */
const isProperties = (node: unknown): boolean => nameOf(node) === 'properties' || (isNode(node) && node.type === 'MemberExpression' && nameOf(node['property']) === 'properties');

function looksAtAny(node: Node): boolean {
  switch (node.type) {
    case 'CallExpression':
      return isNode(node['callee']) && nameOf(node['callee']['object']) === 'Object' && nodesOf(node['arguments']).some(isProperties);
    case 'SpreadElement':
      return isProperties(node['argument']);
    case 'VariableDeclarator':
      return isProperties(node['init']) && isNode(node['id']) && nodesOf(node['id']['properties']).some(({ type }) => type === 'RestElement');
    default:
      return false;
  }
}

function mentionsOf(root: Node): Mentions {
  const words = new Set<string>();
  const handsTo = new Set<string>();
  let anyProperty = false;
  const visit = (node: Node): void => {
    if (node.type.startsWith('TS') && !['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression'].includes(node.type)) return;
    if (node.type === 'Identifier' || node.type === 'Literal') words.add(nameOf(node));
    if (node.type === 'CallExpression' && nodesOf(node['arguments']).some(isProperties)) handsTo.add(nameOf(node['callee']));
    anyProperty ||= looksAtAny(node);
    for (const child of children(node)) visit(child);
  };
  visit(root);
  return { words, anyProperty, handsTo };
}

/** Of a rule only how it judges counts, not its prose and its fixes. */
function judgingPart(init: Node): Node {
  const [rule] = nodesOf(init['arguments']);
  const isRule = init.type === 'CallExpression' && /^(component|connection|record|diagram)Rule$/.test(nameOf(init['callee'])) && rule?.type === 'ObjectExpression';
  return (isRule ? nodesOf(rule['properties']).find((property) => nameOf(property['key']) === 'check') : undefined) ?? init;
}

function readModule(file: string): Module {
  const declarations = new Map<string, Mentions>();
  const imports = new Map<string, readonly [string, string]>();
  const declare = (node: Node): void => {
    if (node.type === 'FunctionDeclaration') declarations.set(nameOf(node['id']), mentionsOf(node));
    for (const each of nodesOf(node['declarations'])) {
      const init = isNode(each['init']) ? mentionsOf(judgingPart(each['init'])) : undefined;
      // Several names may come out of one pattern.
      if (init) for (const name of isNode(each['id']) ? mentionsOf(each['id']).words : []) declarations.set(name, init);
    }
  };
  const program: unknown = parseAst(fs.readFileSync(file, 'utf8'), { lang: 'ts' });
  for (const node of isNode(program) ? nodesOf(program['body']) : []) {
    if (node.type === 'ImportDeclaration' && node['importKind'] !== 'type') {
      const target = nameOf(node['source']);
      const found = target.startsWith('#') ? `src/${target.slice(1)}` : path.posix.join(path.posix.dirname(file), target);
      for (const each of nodesOf(node['specifiers'])) imports.set(nameOf(each['local']), [found, nameOf(each['imported'])]);
    }
    const inner = node['declaration'];
    declare(isNode(inner) ? inner : node);
  }
  return { declarations, imports };
}

const propertyNames: ReadonlySet<string> = new Set([...Object.keys(connectionProperties), ...kinds.flatMap(({ properties }) => Object.keys(properties))]);

/**
 * Which properties of components and connections the verdicts of a rule can depend on: all that its check mentions, and all that
 * what it calls mentions, however far away. Undefined where it looks at properties that it does not name.
 */
export function createInputReader(): (file: string, name: string) => readonly string[] | undefined {
  const modules = new Map<string, Module>();
  const moduleOf = (file: string): Module => {
    const known = modules.get(file) ?? readModule(file);
    modules.set(file, known);
    return known;
  };
  return (file, name) => {
    const seen = new Map<string, readonly [string, string]>([[`${file} ${name}`, [file, name]]]);
    const found = new Set<string>();
    for (const [where, what] of seen.values()) {
      // The catalog says what properties there are, and reads none.
      if (!where.startsWith('src/') || where.startsWith('src/catalog/')) continue;
      const { declarations, imports } = moduleOf(where);
      const mentions = declarations.get(what);
      if (!mentions) continue;
      // The catalog may ask for each property that it lists.
      if (mentions.anyProperty || [...mentions.handsTo].some((callee) => imports.get(callee)?.[0].startsWith('src/catalog/'))) return undefined;
      for (const word of mentions.words) {
        if (propertyNames.has(word)) found.add(word);
        const target = declarations.has(word) ? ([where, word] as const) : imports.get(word);
        if (target) seen.set(target.join(' '), target);
      }
    }
    return [...found].sort();
  };
}
