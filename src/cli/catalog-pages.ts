import { connectionProperties } from '#catalog/connection.ts';
import { boundaryProperties, entityProperties, noteProperties, settingsProperties } from '#catalog/diagram-fields.ts';
import type { Kind } from '#catalog/kind.ts';
import { kinds } from '#catalog/kinds.ts';
import type { Property, ValueType } from '#catalog/property.ts';
import { valueText } from '#catalog/wording.ts';
import { rules } from '#rules/rules.ts';
import type { Page } from './page.ts';

type PropertyTable = Readonly<Record<string, Property>>;

/** Everything that has properties: kinds and the other records, by the name that stands before the dot. */
export const owners: ReadonlyMap<string, PropertyTable> = new Map<string, PropertyTable>([
  ...kinds.map((kind: Kind): [string, PropertyTable] => [kind.id, kind.properties]),
  ['connection', connectionProperties],
  ['boundary', boundaryProperties],
  ['note', noteProperties],
  ['entity', entityProperties],
  ['settings', settingsProperties],
]);

/** What a kind of component is, what bites, and what can be stated of it. */
export function kindPage({ id, label, summary, section, properties, caveats, products }: Kind): Page {
  return {
    title: id,
    about: `${label}, ${section === 'building-block' ? 'building block' : 'supporting kind'}`,
    sections: [
      { heading: 'What it is for', paragraphs: [summary] },
      { heading: 'Caveats', points: caveats.map(({ text, source }) => (source === undefined ? text : `${text} (${source})`)) },
      { heading: 'Properties', points: Object.entries(properties).map(([name, property]) => propertyLine(name, property)) },
      { heading: 'Products', points: products.map(({ name, facts = [] }) => [`${name}.`, ...facts].join(' ')) },
      { heading: 'Rules', points: rules.filter((rule) => 'kinds' in rule && rule.kinds?.some((kind) => kind === id)).map(({ id: rule, docs }) => `${rule}: ${docs.what}`) },
    ],
  };
}

/** What a property of some owners means: one page for all that declare it alike. */
export function propertyPage(name: string, property: Property, on: readonly string[]): Page {
  const mentions = new RegExp(`\\b${name}:`);
  const asking = rules.filter(({ examples }) => mentions.test(examples.bad) || mentions.test(examples.good));
  return {
    title: on.length === 1 ? `${on[0]}.${name}` : name,
    about: `${property.label}, ${typeText(property)}${property.key ? ', a key property' : ''}`,
    sections: [
      { heading: 'What it says', paragraphs: [property.help] },
      { heading: 'Values', points: valuePoints(property) },
      { heading: 'Usually', paragraphs: property.typical === undefined ? [] : [valueText(property, property.typical)] },
      { heading: 'Stated of', paragraphs: [on.join(', ')] },
      { heading: 'Rules whose examples turn on it', points: asking.map(({ id, docs }) => `${id}: ${docs.what}`) },
    ],
  };
}

const propertyLine = (name: string, property: Property): string => `${name}${property.key ? ' (key)' : ''}: ${typeText(property)}. ${property.help}`;

/** The type of a property in words: "whole number, s, from 0, or unlimited". */
function typeText(type: ValueType): string {
  switch (type.type) {
    case 'enum':
      return type.options.join(' | ');
    case 'integer':
    case 'number': {
      const limits = [type.min === undefined ? '' : `from ${type.min}`, type.max === undefined ? '' : `up to ${type.max}`].filter((part) => part !== '').join(' ');
      return [type.type === 'integer' ? 'whole number' : 'number', type.unit ?? '', limits, type.word === undefined ? '' : `or ${type.word}`].filter((part) => part !== '').join(', ');
    }
    case 'ratio':
      return 'share from 0 to 1';
    case 'boolean':
      return 'true or false';
    case 'text':
      return 'text';
    case 'product':
      return 'name of a product';
    case 'reference':
      return `id of ${/^[aeiou]/.test(type.to) ? 'an' : 'a'} ${type.to}`;
    case 'record':
      return `record of ${Object.keys(type.fields).join(', ')}`;
    case 'list':
      return `list, each: ${typeText(type.item)}`;
  }
}

function valuePoints(type: ValueType): readonly string[] {
  if (type.type === 'enum') return type.options.map((option) => `${option}: ${valueText(type, option)}`);
  if (type.type === 'list') return valuePoints(type.item);
  if (type.type === 'record') return Object.entries(type.fields).map(([name, property]) => propertyLine(name, property));
  return [];
}
