import { isRequest, writes } from '#graph/access.ts';
import { isCompute } from '#graph/roles.ts';
import { addConnection, choices, fix } from '../fixing.ts';
import { componentRule, fail, type Fix, pass } from '../rule.ts';

/** A CDN is asked, and has nowhere to fetch what it lacks. */
export const noOrigin = componentRule({
  id: 'cdn/no-origin',
  kinds: ['cdn'],
  severity: 'error',
  category: 'correctness',
  reach: 'neighbours',
  messages: { missing: { text: '{name} has no origin to fetch misses from.' } },
  docs: {
    what: 'Clients ask the CDN, and no origin stands behind it.',
    why: 'A miss must be fetched somewhere, and at first everything is a miss.',
    fix: 'Connect it to the bucket, service, gateway or balancer that has the content.',
    silentWhen: ['Content is pushed to it, and it is not declared as pull.'],
    sources: ['AWS, CloudFront origins.'],
    question: 'Where does the CDN get what it does not have?',
  },
  examples: { bad: 'client web\ncdn edge\nweb -> edge', good: 'client web\ncdn edge\nblob-storage files\nweb -> edge -> files' },
  check({ id, name, properties }, { graph }) {
    const asking = graph.into(id).filter((edge) => isRequest(edge) && edge.from.kind === 'client');
    if (asking.length === 0) return undefined;
    if (graph.out(id).some(({ interaction }) => interaction === 'origin-fetch')) return pass;
    const isPushed = graph.into(id).some((edge) => (isRequest(edge) || edge.interaction === undefined) && writes(edge) === true && (isCompute(edge.from) || edge.from.kind === 'external-system'));
    if (isPushed && properties.pullOrPush !== 'pull') return pass;
    const [first] = asking;
    return fail('missing', { data: { name }, related: asking.map(({ from }) => ({ id: from.id, role: 'client' })), witness: first ? [first.from.id, first.id, id] : [id] });
  },
  fixes: ({ primary }, { diagram }): readonly Fix[] =>
    choices(diagram, ['blob-storage', 'service', 'api-gateway', 'load-balancer'], primary).map((origin) =>
      fix(`Fetch from ${origin.name}`, 'suggest', (now, freshId) => addConnection(now, freshId(), primary, origin.id, 'origin-fetch')),
    ),
});
