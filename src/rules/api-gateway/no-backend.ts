import { componentRule, fail, pass } from '../rule.ts';

const madeUp = /mock|static/i;

/** Requests come in, and the gateway has nobody to hand them to. */
export const noBackend = componentRule({
  id: 'api-gateway/no-backend',
  kinds: ['api-gateway'],
  severity: 'error',
  category: 'correctness',
  reach: 'neighbours',
  messages: { nowhere: { text: '{name} has nothing to route to.' } },
  docs: {
    what: 'A gateway is called, and no connection leaves it.',
    why: 'A gateway answers nothing itself: handing requests on is all that it does.',
    fix: 'Connect the services, or the queue or stream, that it hands requests to.',
    silentWhen: ['One of its routes goes to a mock or a static answer.', 'Nobody calls it.'],
    sources: ['Microsoft, gateway routing pattern.'],
    question: 'Who answers the requests that arrive here?',
  },
  examples: { bad: 'client web\napi-gateway gateway\nweb -> gateway', good: 'client web\napi-gateway gateway\nservice api\nweb -> gateway -> api' },
  check({ id, name, properties: { routes } }, { graph }) {
    const callers = graph.into(id);
    const [first] = callers;
    if (!first) return undefined;
    if (graph.out(id).length > 0 || routes?.some(({ target }) => madeUp.test(target ?? ''))) return pass;
    return fail('nowhere', { data: { name }, related: callers.map(({ from }) => ({ id: from.id, role: 'caller' })), witness: [first.from.id, first.id, id] });
  },
});
