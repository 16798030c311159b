import type { Connection, Diagram } from '#diagram/diagram.ts';
import { updateRecord, type Values, withProperties } from '#diagram/edits.ts';
import { type Transaction, transaction } from '#diagram/transaction.ts';
import { rounded } from '#estimate/rate.ts';
import { type Edge, graphOf } from '#graph/graph.ts';
import { waysFrom } from '#graph/proxy.ts';
import { isBroker } from '#graph/roles.ts';
import { callsFromOutside } from './facts/callers.ts';
import { checksOf, grade, type GradedCheck } from './grade.ts';
import type { Check, Curveball, Scenario } from './scenario.ts';

type Load = NonNullable<Curveball['load']>;

/** What a curveball does to the diagram: more comes in. Null where it only asks for more, or nobody who calls in states a rate that it changes. */
export function applyCurveball(diagram: Diagram, { title, load }: Curveball): Transaction | null {
  return load ? transaction(title, diagram, withLoad(diagram, load)) : null;
}

/** The diagram after the curveball, before anybody has answered. */
export const dealt = (diagram: Diagram, { load }: Curveball): Diagram => (load ? withLoad(diagram, load) : diagram);

/** What a curveball asks for, all of it mandatory. */
export const checksOfCurveball = ({ checks }: Curveball): readonly Check[] => checks.map((check) => ({ ...check, mandatory: true }));

/** The curveball that hurts this design most: by the mandatory checks that it breaks, and by its own that are not met. Among equals the seed chooses. */
export function chooseCurveball(scenario: Scenario, diagram: Diagram, seed: number): Curveball | undefined {
  const mandatory = checksOf(scenario).filter((check) => check.mandatory);
  const before = new Map(grade(scenario, diagram, mandatory).checks.map((check) => [check.id, check]));
  const harms = scenario.curveballs.map((curveball) => {
    const { checks } = grade(scenario, dealt(diagram, curveball), [...mandatory, ...checksOfCurveball(curveball)]);
    return { curveball, harm: checks.reduce((sum, check, index) => sum + harmOf(index < mandatory.length ? before.get(check.id) : undefined, check), 0) };
  });
  const most = Math.max(...harms.map(({ harm }) => harm));
  const worst = harms.filter(({ harm }) => harm === most);
  return worst[Math.abs(Math.trunc(seed)) % Math.max(worst.length, 1)]?.curveball;
}

/** One for a check that was met, or is new, and is not met now; half of it where nobody can tell. */
function harmOf(before: GradedCheck | undefined, { verdict }: GradedCheck): number {
  if (before && before.verdict !== 'met') return 0;
  return verdict === 'met' ? 0 : verdict === 'not-met' ? 1 : 0.5;
}

/** The calls from outside with so many times the reads or writes. Gateways and balancers that repeat what a client's call states follow it. */
function withLoad(diagram: Diagram, load: Load): Diagram {
  const graph = graphOf(diagram);
  return callsFromOutside(graph).reduce((next, edge) => {
    const more = grown(edge, load);
    if (!more) return next;
    const repeated = waysFrom(graph, edge).flatMap(({ edges }) => edges.slice(1)).filter((other) => repeats(other, edge));
    return [edge, ...repeated].reduce((each, { id, connection }) => updateRecord(each, 'connections', id, (record) => withProperties(record, only(more, connection))), next);
  }, diagram);
}

interface Grown {
  readonly peakRps?: number;
  readonly averageRps?: number;
  readonly readFraction?: number;
}

/** The rates of a call afterwards; undefined where it does not change, or nobody can tell how. */
function grown(edge: Edge, { access: part, times }: Load): Grown | undefined {
  const { access, peakRps, averageRps, readFraction } = edge.connection.properties;
  const writesOnly = edge.interaction === 'publish' || isBroker(edge.to) || access === 'write';
  const reads = writesOnly ? 0 : access === 'read' ? 1 : access === 'read-write' ? readFraction : undefined;
  if (peakRps === undefined || reads === undefined) return undefined;
  const changing = part === 'read' ? reads : 1 - reads;
  if (changing === 0) return undefined;
  const factor = 1 + changing * (times - 1);
  const readsAfter = (part === 'read' ? reads * times : reads) / factor;
  return {
    peakRps: rounded(peakRps * factor),
    ...(averageRps === undefined ? {} : { averageRps: rounded(averageRps * factor) }),
    ...(readFraction === undefined || writesOnly || access === 'read' ? {} : { readFraction: Number(readsAfter.toFixed(6)) }),
  };
}

const rateNames = ['peakRps', 'averageRps', 'readFraction'] as const;

/** Whether a proxy's connection only says again what the client's call says. */
const repeats = ({ connection }: Edge, { connection: call }: Edge): boolean =>
  rateNames.every((name) => connection.properties[name] === undefined || connection.properties[name] === call.properties[name]);

/** The new rates of what the connection states. */
const only = (more: Grown, { properties }: Connection): Values => Object.fromEntries(Object.entries(more).filter(([name]) => rateNames.some((known) => known === name && properties[known] !== undefined)));
