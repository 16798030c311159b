import { callCycles } from '#graph/call-cycles.ts';
import { arrowed } from '../message.ts';
import { componentRule, fail, pass } from '../rule.ts';

/** Services wait for each other in a ring. */
export const synchronousCycle = componentRule({
  id: 'topology/synchronous-cycle',
  kinds: ['service', 'worker', 'scheduled-job'],
  severity: 'error',
  category: 'correctness',
  reach: 'diagram',
  messages: {
    ring: { text: 'Synchronous call cycle: {ring}.' },
    open: { severity: 'suggestion', text: 'Can {from} and {to} call each other through {proxy}?' },
  },
  docs: {
    what: 'A component calls others, waits, and one of them calls it back and waits too.',
    why: 'Each of them holds a thread while it waits for the other. Under load they run out of threads together, and none can be deployed or started alone.',
    fix: 'Turn one call into an event, or move what both need into a component of its own.',
    silentWhen: ['A call of the ring is asynchronous, or a webhook.', 'A proxy on the way leads these calls elsewhere, by its labels, its routes or the data that they carry.'],
    sources: ['Tarjan: Depth-first search and linear graph algorithms.', 'Newman, Building Microservices.'],
    question: 'Which of these two can run while the other is down?',
  },
  examples: { bad: 'service orders\nservice inventory\norders -> inventory -> orders', good: 'service orders\nservice inventory\nqueue events\norders -> inventory\ninventory -> events -> orders' },
  check({ id }, { graph }) {
    const cycle = callCycles(graph).find(({ ways }) => ways[0]?.edges[0].from.id === id);
    if (!cycle) return pass;
    const stops = cycle.ways.map(({ edges }) => edges[0].from);
    const open = cycle.ways.find(({ certainty }) => certainty === 'open')?.edges;
    const names = [...stops, ...stops.slice(0, 1)].map(({ name }) => name);
    return fail(open ? 'open' : 'ring', {
      data: { ring: arrowed(names), from: open?.[0].from.name ?? '', to: (open?.at(-1) ?? open?.[0])?.to.name ?? '', proxy: open?.[0].to.name ?? '' },
      related: [...stops.slice(1).map((each) => ({ id: each.id, role: 'in the cycle' })), ...cycle.others.map((other) => ({ id: other, role: 'entangled' }))],
      witness: [...cycle.ways.flatMap(({ edges }) => edges.flatMap((edge) => [edge.from.id, edge.id])), id],
    });
  },
});
