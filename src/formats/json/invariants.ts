import { type Problem, problem } from './problem.ts';
import type { FileContent } from './schema.ts';

const shared = ['components', 'connections', 'boundaries', 'notes'] as const;

/** What a schema cannot say: ids differ between tables, and boundaries do not lie in each other in a circle. */
export function invariantProblems(file: FileContent): Problem[] {
  return [...sharedIds(file), ...circles(file)];
}

function sharedIds(file: FileContent): Problem[] {
  const owners = new Map<string, string>();
  return shared.flatMap((table) =>
    Object.keys(file[table] ?? {}).flatMap((id) => {
      const owner = owners.get(id);
      owners.set(id, owner ?? table);
      return owner === undefined ? [] : [problem(`${table}.${id}`, `${table}.${id} uses the id of ${owner}.${id}. Give one of them another id.`)];
    }),
  );
}

function circles(file: FileContent): Problem[] {
  const outer = new Map(Object.entries(file.boundaries ?? {}).map(([id, { boundary }]) => [id, boundary]));
  return [...outer.keys()].flatMap((start) => {
    let id = outer.get(start);
    for (let depth = 0; id !== undefined && depth < outer.size; depth++) {
      if (id === start) return [problem(`boundaries.${start}.boundary`, `boundaries.${start}.boundary puts the boundary into itself. Take it out of one of the frames around it.`)];
      id = outer.get(id);
    }
    return [];
  });
}

const deepest = 40;

/** Keys that would reach into every object, and nesting that no diagram has: what must not even meet the schema. */
export function structureProblem(value: unknown, path = '', depth = 0): Problem | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth > deepest) return problem(path, `${path.slice(0, 80)} is nested more than ${deepest} levels deep. Nothing needs that; check where it comes from.`);
  for (const [key, inner] of Object.entries(value)) {
    const place = path === '' ? key : `${path}.${key}`;
    if (key === '__proto__') return problem(place, `${place} uses "__proto__" as a key, which is not allowed. Choose another name.`);
    const found = structureProblem(inner, place, depth + 1);
    if (found) return found;
  }
  return undefined;
}
