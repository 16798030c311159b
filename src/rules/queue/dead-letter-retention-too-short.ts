import { quantity } from '#catalog/wording.ts';
import type { Component } from '#diagram/diagram.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { setFix } from '../fixing.ts';
import { mentions } from '../mentions.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { isFifo, parkingEdges, twoWeeks } from './queue-terms.ts';

/** What failed is deleted before anybody can look at it. */
export const deadLetterRetentionTooShort = componentRule({
  id: 'queue/dead-letter-retention-too-short',
  kinds: ['queue'],
  severity: 'warning',
  category: 'operability',
  reach: 'neighbours',
  messages: {
    aged: { text: '{name} may drop messages right after they arrive: their age counts from the first enqueue.' },
    short: { severity: 'suggestion', text: '{name} keeps failed messages for less time than {queue} keeps live ones; is that enough to look at them?' },
  },
  docs: {
    what: 'A dead-letter queue keeps messages no longer than the queue that they come from.',
    why: 'A standard SQS queue keeps the age of a message when it parks it: what failed late is deleted at once. Other brokers start anew, and still leave little time.',
    fix: 'Keep failed messages for two weeks, and for longer than live ones.',
    silentWhen: ['It keeps them longer than the queue that they come from; in a product that starts anew, as long.', 'A consumer parks by itself: such a message is new.'],
    sources: ['AWS, SQS dead-letter queues.'],
    question: 'A message fails on Friday night: is it still there on Monday?',
  },
  examples: {
    bad: 'service api\nqueue jobs { technology: "Amazon SQS", retentionSeconds: 345600 }\nworker mailer\nqueue failed { isDeadLetterQueue: true, retentionSeconds: 345600 }\napi -> jobs -> mailer\njobs -> failed { interaction: dead-letter }',
    good: 'service api\nqueue jobs { technology: "Amazon SQS", retentionSeconds: 345600 }\nworker mailer\nqueue failed { isDeadLetterQueue: true, retentionSeconds: 1209600 }\napi -> jobs -> mailer\njobs -> failed { interaction: dead-letter }',
  },
  check(component, { graph }) {
    const { id, name } = component;
    const retentionSeconds = secondsOf(component);
    const sources = sourcesOf(graph, component);
    if (sources.length === 0) return undefined;
    const known = sources.filter(({ seconds }) => seconds !== undefined);
    if (retentionSeconds === undefined) return known.length > 0 ? notStated(id, 'retentionSeconds') : undefined;
    const [worst] = known.filter(({ seconds = 0, keepsAge }) => (keepsAge ? retentionSeconds <= seconds : retentionSeconds < seconds));
    if (!worst) return known.length === sources.length ? pass : { verdict: 'not-stated', fields: sources.filter(({ seconds }) => seconds === undefined).map(({ edge }) => ({ record: edge.from.id, property: 'retentionSeconds' })) };
    const { edge, keepsAge, seconds } = worst;
    return fail(keepsAge ? 'aged' : 'short', {
      data: { name, queue: edge.from.name },
      related: [{ id: edge.from.id, role: 'source' }, { id: edge.id, role: 'dead letters' }],
      witness: [edge.from.id, edge.id, id],
      evidence: [...statedEvidence(edge.from.id, { retentionSeconds: seconds }), ...statedEvidence(id, { retentionSeconds })],
    });
  },
  fixes({ primary }, { graph, diagram }): readonly Fix[] {
    const queue = diagram.components.get(primary);
    if (!queue) return [];
    const longest = Math.max(0, ...sourcesOf(graph, queue).map(({ seconds = 0 }) => seconds));
    const retentionSeconds = Math.max(twoWeeks, 2 * longest);
    return [setFix(`Keep failed messages for ${quantity(retentionSeconds, 's')}`, 'auto', primary, { retentionSeconds })];
  },
});

interface Source {
  readonly edge: Edge;
  readonly seconds: number | undefined;
  /** Whether the age of a message counts on from its first queue. */
  readonly keepsAge: boolean;
}

/** Queues that park here: first those that keep messages longest, and of these first those that keep the age of a message. */
const sourcesOf = (graph: Graph, deadLetters: Component): readonly Source[] =>
  parkingEdges(graph, deadLetters)
    .map((edge) => ({ edge, seconds: secondsOf(edge.from), keepsAge: isStandardSqs(edge) }))
    .toSorted((a, b) => (b.seconds ?? 0) - (a.seconds ?? 0) || Number(b.keepsAge) - Number(a.keepsAge));

const secondsOf = ({ properties: { retentionSeconds } }: Component): number | undefined => (typeof retentionSeconds === 'number' ? retentionSeconds : undefined);

function isStandardSqs({ from, to }: Edge): boolean {
  const products = `${from.properties.technology ?? ''} ${to.properties.technology ?? ''}`;
  return mentions(products, 'SQS') && !mentions(products, 'FIFO') && !isFifo(from);
}
