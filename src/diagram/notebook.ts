import { memoByIdentity } from '#base/memo.ts';
import type { Diagram, Id, Naming, Notebook } from './diagram.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Names one naming among the others of a notebook. */
export const namingKey = ({ rule, on }: Naming): string => (on === undefined ? rule : `${rule}@${on}`);

/** The notebook as one flat bag, each tick and each naming a field of its own, so that changes of two people can meet. */
export const notebookFields: (notebook: Notebook) => Fields = memoByIdentity(({ captured = [], standsFor = {}, named = [], unknown = {}, ...texts }: Notebook): Fields => {
  const fields = [
    ...Object.entries(texts),
    ...captured.map((id) => [`captured.${id}`, true] as const),
    ...Object.entries(standsFor).map(([id, entity]) => [`standsFor.${id}`, entity] as const),
    ...named.map((naming) => [`named.${namingKey(naming)}`, naming] as const),
    ...Object.entries(unknown).map(([name, value]) => [`unknown.${name}`, value] as const),
  ];
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
});

/** The notebook of such a bag; undefined where it names no scenario, because somebody else has closed the notebook. */
export function notebookOf(fields: Fields): Notebook | undefined {
  const { scenario } = fields;
  if (typeof scenario !== 'string') return undefined;
  const within = (list: string): (readonly [name: string, value: unknown])[] =>
    Object.entries(fields).flatMap(([name, value]) => (name.startsWith(`${list}.`) ? [[name.slice(list.length + 1), value] as const] : []));
  const text = (name: 'requirements' | 'api' | 'decisions'): Partial<Notebook> => (fields[name] === undefined ? {} : { [name]: String(fields[name]) });
  const [captured, standsFor, named, unknown] = [within('captured'), within('standsFor'), within('named'), within('unknown')];
  return {
    scenario,
    ...(captured.length > 0 ? { captured: captured.map(([id]) => id) } : {}),
    ...text('requirements'),
    ...text('api'),
    ...text('decisions'),
    ...(standsFor.length > 0 ? { standsFor: Object.fromEntries(standsFor.map(([id, entity]) => [id, String(entity)])) } : {}),
    ...(named.length > 0 ? { named: named.map(([, naming]) => naming as Naming) } : {}),
    ...(unknown.length > 0 ? { unknown: Object.fromEntries(unknown) } : {}),
  };
}

/** The diagram with its notebook changed; null where it has none. */
export function withNotebook(diagram: Diagram, change: (notebook: Notebook) => Notebook): Diagram | null {
  return diagram.practice ? { ...diagram, practice: change(diagram.practice) } : null;
}

/** The diagram whose notebook no longer names weaknesses of what is gone. */
export const withoutNamingsOn = (diagram: Diagram, gone: ReadonlySet<Id>): Diagram =>
  withNotebook(diagram, ({ named = [], ...rest }) => ({ ...rest, named: named.filter(({ on }) => on === undefined || !gone.has(on)) })) ?? diagram;
