import { derivedRate } from '#estimate/flow.ts';
import { certain, total } from '#estimate/rate.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { reachable } from '#graph/paths.ts';
import { isEntry } from '#graph/roles.ts';
import { setFix } from '../fixing.ts';
import { connectionRule, fail, type Fix, pass } from '../rule.ts';
import { perSecond } from './capacity-terms.ts';

const tolerance = 2;

/** A stated rate does not fit what leads to it. */
export const declaredRateMismatch = connectionRule({
  id: 'capacity/declared-rate-mismatch',
  severity: 'suggestion',
  category: 'completeness',
  reach: 'diagram',
  messages: { apart: { text: '{from} to {to}: declared {declared}, derived {derived} (estimate).' } },
  docs: {
    what: 'A connection inside the system states a peak rate that is less than half, or more than twice, of what follows from the traffic that enters.',
    why: 'One of the two is wrong, and everything behind it is counted with the stated one.',
    fix: 'Take the stated rate away so that it follows from the traffic, or state how many calls a request makes.',
    silentWhen: ['Work starts there: then nothing else says how much.', 'The connection lies on a cycle, where somebody has to state a rate.', 'The derived rate is not known for certain.'],
    sources: ['The capacity model of this editor.'],
    question: 'How many of these calls does one request make?',
  },
  examples: {
    bad: 'client web\nservice api\ncore-database db\nweb -> api { peakRps: 1000, access: read }\napi -> db { access: read, peakRps: 10 }',
    good: 'client web\nservice api\ncore-database db\nweb -> api { peakRps: 1000, access: read }\napi -> db { access: read, peakRps: 900 }',
  },
  check({ id, properties: { peakRps } }, { graph }) {
    const edge = graph.edge(id);
    if (!edge || peakRps === undefined || isEntry(graph, edge.from) || circles(graph, edge)) return undefined;
    const derived = certain(total(derivedRate(graph, edge)));
    if (derived === undefined) return undefined;
    if (peakRps <= tolerance * derived && derived <= tolerance * peakRps) return pass;
    return fail('apart', {
      data: { from: edge.from.name, to: edge.to.name, declared: perSecond(peakRps), derived: perSecond(derived) },
      related: [{ id: edge.from.id, role: 'caller' }],
      witness: [edge.from.id, id, edge.to.id],
      evidence: [{ record: id, property: 'peakRps', value: peakRps }],
    });
  },
  fixes({ primary }, { graph }): readonly Fix[] {
    const edge = graph.edge(primary);
    if (!edge) return [];
    const { peakRps, callsPerRequest = 1 } = edge.connection.properties;
    const derived = certain(total(derivedRate(graph, edge)));
    const clear = setFix('Let the rate follow from the traffic', 'auto', primary, { peakRps: undefined });
    if (!derived || peakRps === undefined || callsPerRequest === 0 || ownRates.has(edge.interaction ?? '')) return [clear];
    const calls = Number(((callsPerRequest * peakRps) / derived).toPrecision(3));
    return [clear, setFix(`Count ${calls} calls for each request`, 'suggest', primary, { callsPerRequest: calls })];
  },
});

/** What flows there follows from the messages or the misses alone, not from calls for each request. */
const ownRates: ReadonlySet<string> = new Set(['consume', 'cache-load', 'cache-flush', 'origin-fetch']);

const circles = (graph: Graph, { from, to }: Edge): boolean => reachable(graph, [to.id]).has(from.id);
