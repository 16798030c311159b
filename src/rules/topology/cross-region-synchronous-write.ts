import { quantity } from '#catalog/wording.ts';
import type { Truth } from '#base/truth.ts';
import { pathLatency, roundTripBetween, roundTripOf } from '#estimate/latency.ts';
import { waysToEnds } from '#estimate/ways.ts';
import { isRequest, writes } from '#graph/access.ts';
import { enclosing } from '#graph/boundaries.ts';
import { isOnClientPath } from '#graph/client-path.ts';
import { isCall } from '#graph/dependency.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { wayPassage } from '#graph/proxy.ts';
import { isStore, ofKind } from '#graph/roles.ts';
import { displayName } from '../display-name.ts';
import { connectionRule, fail, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';

const knowingWords = /region|consisten|regulat|latency|global/i;
const waitingModes: ReadonlySet<string> = new Set(['single-leader-sync', 'consensus', 'sync']);

/** A user waits until a write has crossed between regions. */
export const crossRegionSynchronousWrite = connectionRule({
  id: 'topology/cross-region-synchronous-write',
  severity: 'warning',
  category: 'performance',
  reach: 'diagram',
  acceptsRationale: 'A word about regions, consistency, regulation, latency or a global system, on the connection or the store that it writes.',
  messages: { far: { text: 'Writes wait for {rtt} between {here} and {there}.' } },
  docs: {
    what: 'A write, or the copy that it waits for, goes from one region to another while somebody waits.',
    why: 'Nothing is faster than light: every such write pays the way across, often more than once, and fails when the link does.',
    fix: 'Give each user or key a home region, replicate asynchronously, or accept the wait and say why.',
    silentWhen: [
      'A rationale speaks of regions, consistency, regulation, latency or a global system.',
      'The latency target has room for two round trips and the rest of the path, all of it known.',
      'Copies follow asynchronously.',
      'No client waits for it.',
    ],
    sources: ['Kleppmann, Designing Data-Intensive Applications, replication.'],
    question: 'How long does a user far from the leader wait for a write?',
  },
  examples: {
    bad: 'client web\nservice api\ncore-database db\nboundary eu "Europe" { boundaryType: region } [api]\nboundary us "US" { boundaryType: region } [db]\nweb -> api\napi -> db { access: write }',
    good: 'client web\nservice api\ncore-database db\ncore-database copy\nboundary eu "Europe" { boundaryType: region } [api, db]\nboundary us "US" { boundaryType: region } [copy]\nweb -> api\napi -> db { access: write }\ndb -> copy { interaction: replicate, synchrony: async }',
  },
  check({ id }, { graph }) {
    const edge = graph.edge(id);
    const [here, there] = edge ? [edge.from, edge.to].map((component) => enclosing(graph.diagram, component, 'region')) : [];
    if (!edge || !here || !there || here.id === there.id) return undefined;
    const isWaiting = edge.interaction === 'replicate' ? isSyncCopy(edge) : isAwaitedWrite(graph, edge);
    const trip = edge.connection.properties.networkRttMs ?? roundTripBetween(here, there);
    if (isWaiting === false || isExplained(edge) || hasTimeFor(graph, edge, trip)) return pass;
    if (isWaiting === undefined) return notStated(id, 'access');
    const { synchrony, access, networkRttMs } = edge.connection.properties;
    return fail('far', {
      data: { rtt: quantity(trip, 'ms'), here: displayName(graph.diagram, here.id), there: displayName(graph.diagram, there.id) },
      related: [
        { id: edge.from.id, role: 'writer' },
        { id: edge.to.id, role: 'target' },
      ],
      witness: [edge.from.id, id, edge.to.id],
      evidence: [...statedEvidence(id, { synchrony, access, networkRttMs }), ...[here, there].flatMap((region) => statedEvidence(region.id, { interRegionRttMs: region.properties.interRegionRttMs }))],
    });
  },
});

/** Whether a change counts only once the copy has it: stated on the connection, else by the way its source replicates. */
function isSyncCopy({ from, connection }: Edge): boolean {
  const { synchrony } = connection.properties;
  return synchrony ? synchrony === 'sync' : waitingModes.has(from.properties.replicationMode ?? '');
}

/** Whether a client waits for a call that writes; not stated while the access is not. */
const isAwaitedWrite = (graph: Graph, edge: Edge): Truth => (isRequest(edge) && isOnClientPath(graph, edge) ? writes(edge) : false);

const clientsOf = (graph: Graph) => ofKind(graph, 'client');

const isExplained = ({ to, connection }: Edge): boolean => (isStore(to) ? [connection, to] : [connection]).some(({ properties }) => knowingWords.test(properties.rationale ?? ''));

/** Whether the target allows for two round trips beside all else on the longest path of a client that waits for it; false while a part is not known. */
function hasTimeFor(graph: Graph, edge: Edge, trip: number): boolean {
  const { latencyTargetP99Ms } = graph.diagram.settings;
  if (latencyTargetP99Ms === undefined) return false;
  const waiting = (way: readonly Edge[]): boolean => way.some(({ id, to }) => id === edge.id || (edge.interaction === 'replicate' && to.id === edge.from.id));
  const ways = clientsOf(graph).flatMap(({ id }) => waysToEnds(graph, id, { follows: isCall })).filter((way) => waiting(way) && wayPassage(graph, way) !== 'excluded');
  const others = ways.map((way) => pathLatency(graph, way, (_, step) => (step.id === edge.id ? 0 : roundTripOf(graph, step)))?.p99);
  return others.length > 0 && others.every((rest) => rest !== undefined && 2 * trip + rest <= latencyTargetP99Ms);
}
