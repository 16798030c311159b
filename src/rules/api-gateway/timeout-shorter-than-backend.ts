import { quantity } from '#catalog/wording.ts';
import type { Component, Diagram, Id } from '#diagram/diagram.ts';
import type { FreshId } from '#diagram/transaction.ts';
import { inSeries, type Latency, latencyOf, roundTripOf } from '#estimate/latency.ts';
import { rounded } from '#estimate/rate.ts';
import { waysToEnds } from '#estimate/ways.ts';
import { isCall } from '#graph/dependency.ts';
import { type Edge, type Graph, graphOf } from '#graph/graph.ts';
import { reachable } from '#graph/paths.ts';
import { wayPassage, waysFrom } from '#graph/proxy.ts';
import { isCompute } from '#graph/roles.ts';
import type { Evidence } from '../finding.ts';
import { addBeside, addConnection, fix, retarget } from '../fixing.ts';
import { arrowed } from '../message.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';

/** A gateway gives up before what it calls has answered. */
export const timeoutShorterThanBackend = componentRule({
  id: 'api-gateway/timeout-shorter-than-backend',
  kinds: ['api-gateway'],
  severity: 'warning',
  category: 'operability',
  reach: 'diagram',
  messages: { early: { text: '{name} gives up after {timeout}; {path} takes {p99} at p99 (estimate).' } },
  docs: {
    what: 'One request in a hundred takes longer behind the gateway than the gateway waits.',
    why: 'Users see a 504 while the work goes on, and try again on top of it.',
    fix: 'Accept the request, answer 202 and work behind a queue, or make the slow part faster.',
    silentWhen: ['The timeout, or every latency behind the gateway, is not stated.', 'The gateway does not wait for the slow part.', 'A shared proxy on the way leads these requests elsewhere.'],
    sources: ['AWS, API Gateway quotas.', 'Google SRE book, addressing cascading failures.'],
    question: 'How long does the gateway wait, and how long does the slowest call behind it take?',
  },
  examples: {
    bad: 'client web\napi-gateway gateway { timeoutMs: 29000 }\nservice exports { latencyP50Ms: 20000, latencyP99Ms: 60000 }\nweb -> gateway -> exports',
    good: 'client web\napi-gateway gateway { timeoutMs: 10000 }\nservice orders { latencyP50Ms: 80, latencyP99Ms: 300 }\nweb -> gateway -> orders',
  },
  check({ id, name, properties: { timeoutMs } }, { graph }) {
    if (!isLatencyKnownBehind(graph, id)) return undefined;
    if (timeoutMs === undefined) return notStated(id, 'timeoutMs');
    const slowest = slowestBehind(graph, id);
    if (!slowest || slowest.p99 <= timeoutMs) return pass;
    const passed = slowest.way.map(({ to }) => to);
    return fail('early', {
      data: { name, timeout: quantity(timeoutMs, 'ms'), path: arrowed(passed.map((each) => each.name)), p99: quantity(Math.round(slowest.p99), 'ms') },
      related: passed.map((each) => ({ id: each.id, role: 'slow path' })),
      witness: [id, ...slowest.way.flatMap((edge) => [edge.id, edge.to.id])],
      evidence: [...statedEvidence(id, { timeoutMs }), ...passed.flatMap(statedLatency)],
    });
  },
  fixes: ({ primary }): readonly Fix[] => [fix('Put a queue and a worker before the slow part', 'suggest', (diagram, freshId) => decoupled(diagram, freshId, primary))],
});

/** Whether something that the gateway waits for states how long it takes. */
function isLatencyKnownBehind(graph: Graph, gateway: Id): boolean {
  const behind = [...reachable(graph, [gateway], isCall)].filter((id) => id !== gateway).map((id) => graph.diagram.components.get(id)?.properties);
  return behind.some((stated) => (stated?.latencyP99Ms ?? stated?.serviceTimeMs) !== undefined);
}

interface Slow {
  readonly way: readonly Edge[];
  readonly p99: number;
}

/** The slowest of all that happens while the gateway waits; undefined where no latency is stated. */
function slowestBehind(graph: Graph, gateway: Id): Slow | undefined {
  const calls = graph.out(gateway).filter(isCall);
  const measured = calls.flatMap((edge) => waysFrom(graph, edge)).flatMap(({ edges }): Slow[] => {
    const { kind, properties } = (edges.at(-1) ?? edges[0]).to;
    const isWaitedFor = edges.every(isCall) && kind === 'service';
    return isWaitedFor && properties.latencyP99Ms !== undefined ? [{ way: edges, p99: properties.latencyP99Ms }] : [];
  });
  const estimated = waysToEnds(graph, gateway, { follows: isCall }).flatMap((full): Slow[] => {
    const way = possiblePart(graph, full);
    const hops = way.flatMap((edge) => knownHops(graph, edge));
    return hops.length === 0 ? [] : [{ way, p99: rounded(inSeries(hops).p99) }];
  });
  return [...estimated, ...measured].reduce<Slow | undefined>((worst, each) => (worst && worst.p99 >= each.p99 ? worst : each), undefined);
}

/** A way up to the first proxy that leads these requests elsewhere. */
function possiblePart(graph: Graph, way: readonly Edge[]): readonly Edge[] {
  const end = way.findIndex((_, index) => wayPassage(graph, way.slice(Math.max(0, index - 1), index + 1)) === 'excluded');
  return end === -1 ? way : way.slice(0, end);
}

/** What a call adds to the way; nothing while its target states no latency. */
function knownHops(graph: Graph, edge: Edge): readonly Latency[] {
  const own = latencyOf(graph, edge);
  const trip = roundTripOf(graph, edge);
  return own ? [{ p50: trip, p99: trip }, own] : [];
}

const statedLatency = ({ id, properties: { serviceTimeMs, latencyP50Ms, latencyP99Ms } }: Component): readonly Evidence[] => statedEvidence(id, { serviceTimeMs, latencyP50Ms, latencyP99Ms });

/** The diagram in which slow parts come behind queues until nothing outlasts the gateway's patience. */
function decoupled(diagram: Diagram, freshId: FreshId, gateway: Id): Diagram {
  const graph = graphOf(diagram);
  const slowest = slowestBehind(graph, gateway);
  const cut = slowest && slowest.p99 > (diagram.components.get(gateway)?.properties.timeoutMs ?? Infinity) ? cutOf(graph, slowest.way) : undefined;
  if (!cut) return diagram;
  const { dataFlows } = cut.connection.properties;
  const [queue, worker] = [freshId(), freshId()];
  const queued = addBeside(diagram, { id: queue, kind: 'queue', name: `${cut.to.name} queue`, anchor: cut.to.id, direction: 'left' });
  const staffed = addBeside(queued, { id: worker, kind: 'worker', name: `${cut.to.name} worker`, anchor: queue, direction: 'below' });
  const published = addConnection(staffed, freshId(), cut.from.id, queue, 'publish', dataFlows ? { dataFlows } : {});
  const consumed = addConnection(published, freshId(), queue, worker, 'consume', dataFlows ? { dataFlows } : {});
  return decoupled(retarget(consumed, cut.id, 'from', worker), freshId, gateway);
}

/** The call into the slowest component of a way, or the last one before it whose caller can publish instead. */
function cutOf(graph: Graph, way: readonly Edge[]): Edge | undefined {
  const tails = way.map((edge) => latencyOf(graph, edge)?.p99 ?? edge.to.properties.latencyP99Ms ?? 0);
  const slow = tails.indexOf(Math.max(...tails));
  return way.slice(0, slow + 1).findLast(({ from, interaction }) => interaction === 'request' && (from.kind === 'api-gateway' || isCompute(from)));
}
