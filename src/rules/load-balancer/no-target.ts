import { componentRule, fail, pass } from '../rule.ts';

/** Requests arrive at a balancer and go nowhere. */
export const noTarget = componentRule({
  id: 'load-balancer/no-target',
  kinds: ['load-balancer'],
  severity: 'error',
  category: 'correctness',
  reach: 'neighbours',
  messages: { none: { text: '{name} has no targets.' } },
  docs: {
    what: 'A balancer receives traffic, and no connection leaves it.',
    why: 'Nobody is there to answer.',
    fix: 'Connect the service that it balances.',
    silentWhen: ['Nothing arrives at it.'],
    sources: ['AWS, target groups.'],
    question: 'Whom does this balancer send requests to?',
  },
  examples: {
    bad: 'client web\nload-balancer lb\nweb -> lb',
    good: 'client web\nload-balancer lb\nservice api\nweb -> lb -> api',
  },
  check({ id, name }, { graph }) {
    const arriving = graph.into(id);
    if (arriving.length === 0) return undefined;
    if (graph.out(id).length > 0) return pass;
    return fail('none', {
      data: { name },
      related: arriving.map(({ from }) => ({ id: from.id, role: 'caller' })),
      witness: arriving.slice(0, 1).flatMap((edge) => [edge.from.id, edge.id, id]),
    });
  },
});
