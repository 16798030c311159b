import { valueText } from '#catalog/wording.ts';
import type { Id } from '#diagram/diagram.ts';
import { availabilityOf } from '#estimate/availability.ts';
import { rounded } from '#estimate/rate.ts';
import { waysToEnds } from '#estimate/ways.ts';
import { isDependency } from '#graph/dependency.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { wayPassage } from '#graph/proxy.ts';
import { arrowed } from '../message.ts';
import { componentRule, fail, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';

/** What a request depends on is, taken together, down more often than the target allows. */
export const availabilityTargetUnreachable = componentRule({
  id: 'topology/availability-target-unreachable',
  kinds: ['client'],
  severity: 'warning',
  category: 'availability',
  reach: 'diagram',
  messages: { below: { text: 'The path {path} reaches about {reached}, below the target {target} (estimate).' } },
  docs: {
    what: 'The availabilities along a path of hard dependencies multiply to less than the target.',
    why: 'A request needs all of them at once: five components with 99.9 % each are 99.5 % together.',
    fix: 'Take hard dependencies out of the path, add redundancy, or go on with less when one fails.',
    silentWhen: ['A component of the path states no availability.', 'The target is not stated.', 'A call is not critical, or has a fallback: the path ends before it.', 'A shared proxy leads these requests elsewhere.'],
    sources: ['Treynor, Dahlin, Rau, Beyer: The Calculus of Service Availability.'],
    question: 'How available is the path as a whole, and which part may fail without harm?',
  },
  examples: {
    bad: 'settings { availabilityTarget: 0.999 }\nclient web\nservice shop { availability: 0.999 }\nexternal-system payments { availability: 0.999 }\nweb -> shop -> payments',
    good: 'settings { availabilityTarget: 0.999 }\nclient web\nservice shop { availability: 0.9995 }\nexternal-system payments { availability: 0.999 }\nweb -> shop\nshop -> payments { fallback: "Take the order, charge later." }',
  },
  check({ id, name }, { graph, diagram }) {
    const { availabilityTarget } = diagram.settings;
    if (availabilityTarget === undefined) return undefined;
    const worst = leastAvailable(pathsFrom(graph, id));
    if (!worst || worst.reached >= availabilityTarget) return pass;
    const passed = worst.way.map(({ to }) => to);
    return fail('below', {
      data: { path: arrowed([name, ...passed.map((each) => each.name)]), reached: percent(worst.reached), target: percent(availabilityTarget) },
      related: passed.map((each) => ({ id: each.id, role: 'on the path' })),
      witness: [id, ...worst.way.flatMap((edge) => [edge.id, edge.to.id])],
      evidence: [...statedEvidence('diagram', { availabilityTarget }), ...passed.flatMap((each) => statedEvidence(each.id, each.properties.availability === undefined ? { sla: each.properties.sla } : { availability: each.properties.availability }))],
    });
  },
});

interface Path {
  readonly way: readonly Edge[];
  readonly reached: number;
}

/** Paths of hard dependencies on which every component states its availability. */
function pathsFrom(graph: Graph, client: Id): readonly Path[] {
  const ends = ({ connection }: Edge): boolean => (connection.properties.fallback ?? '').trim() !== '';
  const matters = ({ to }: Edge): boolean => availabilityOf(to) !== undefined;
  return waysToEnds(graph, client, { follows: isDependency, ends, matters }).flatMap((way): Path[] => {
    const reached = rounded(way.reduce((product, { to }) => product * (availabilityOf(to) ?? 1), 1));
    return wayPassage(graph, way) === 'excluded' ? [] : [{ way, reached }];
  });
}

const leastAvailable = (paths: readonly Path[]): Path | undefined =>
  paths.reduce<Path | undefined>((worst, path) => (worst && worst.reached <= path.reached ? worst : path), undefined);

const percent = (ratio: number): string => valueText({ type: 'ratio' }, ratio);
