import { kindOf } from './kinds.ts';

/** Properties of which one answers for the other. */
const alternatives: readonly { readonly kinds: readonly string[]; readonly names: readonly string[] }[] = [
  { kinds: ['core-database'], names: ['replicas', 'replicationFactor'] },
  { kinds: ['api-gateway'], names: ['instances', 'highAvailability'] },
];

/** What "the provider sees to it" answers. */
const managed: ReadonlySet<string> = new Set(['instances', 'replicas', 'replicationFactor', 'replicasPerShard']);

/** Whether a value is stated; an empty list states nothing, while none, false and 0 do. */
export const isStated = (value: unknown): boolean => value !== undefined && !(Array.isArray(value) && value.length === 0);

/** The key properties of a component that nothing answers yet, in the order of its kind. None for an unknown kind. */
export function undeclaredKeyProperties(kindId: string, properties: Readonly<Record<string, unknown>>): readonly string[] {
  const table = kindOf(kindId)?.properties ?? {};
  const answered = (name: string): boolean => isStated(properties[name]) || (properties['highAvailability'] === 'managed' && managed.has(name));
  const open = Object.keys(table).filter((name) => table[name]?.key && !answered(name));
  return open.filter((name) => {
    const group = alternatives.find(({ kinds, names }) => kinds.includes(kindId) && names.includes(name));
    return !group?.names.some((other) => other !== name && (answered(other) || isFirst(open, other, name)));
  });
}

/** Of two open alternatives only the first is asked for. */
const isFirst = (open: readonly string[], other: string, name: string): boolean => open.includes(other) && open.indexOf(other) < open.indexOf(name);
