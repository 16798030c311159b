import type { BoundaryProperties } from '#catalog/diagram-fields.ts';
import { enclosing } from '#graph/boundaries.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { isUntrusted } from '#graph/roles.ts';
import { setFix } from '../fixing.ts';
import { connectionRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { endsOf } from './connection-terms.ts';

const fences = ['region', 'vpc', 'trust-zone'] as const;

/** Plain text leaves the place where everybody is trusted. */
export const unencryptedAcrossBoundary = connectionRule({
  id: 'connection/unencrypted-across-boundary',
  severity: 'warning',
  category: 'security',
  reach: 'neighbours',
  messages: { plain: { text: '{from} → {to} is unencrypted.' } },
  docs: {
    what: 'A connection that crosses a boundary, or has an end that is not trusted, is declared as unencrypted.',
    why: 'Whoever sits on the way can read what passes, and change it.',
    fix: 'Use TLS, or an encrypted tunnel between the two sides.',
    silentWhen: ['Both ends lie in the same trust zone, and neither is an untrusted client or a system of others.', 'No region, VPC or trust zone lies between them.'],
    sources: ['Threagile, unencrypted communication.'],
    question: 'Who could read along between these two?',
  },
  examples: {
    bad: 'client web\nservice api\nweb -> api { encryptedInTransit: false }',
    good: 'client web\nservice api\nweb -> api { encryptedInTransit: true }',
  },
  check({ id }, { graph }) {
    const edge = graph.edge(id);
    if (!edge || !isExposed(graph, edge)) return undefined;
    const { encryptedInTransit } = edge.connection.properties;
    if (encryptedInTransit === undefined) return notStated(id, 'encryptedInTransit');
    if (encryptedInTransit) return pass;
    return fail('plain', {
      data: { from: edge.from.name, to: edge.to.name },
      related: endsOf(edge),
      witness: [edge.from.id, id, edge.to.id],
      evidence: statedEvidence(id, { encryptedInTransit }),
    });
  },
  fixes: ({ primary }): readonly Fix[] => [setFix('Encrypt it', 'auto', primary, { encryptedInTransit: true })],
});

/** Whether somebody else may sit on the way. */
function isExposed(graph: Graph, edge: Edge): boolean {
  if (isUntrusted(edge.from) || isUntrusted(edge.to)) return true;
  return !sharesZone(graph, edge) && fences.some((type) => around(graph, edge, type).from !== around(graph, edge, type).to);
}

function sharesZone(graph: Graph, edge: Edge): boolean {
  const zone = around(graph, edge, 'trust-zone');
  return zone.from !== undefined && zone.from === zone.to;
}

const around = ({ diagram }: Graph, { from, to }: Edge, type: NonNullable<BoundaryProperties['boundaryType']>) => ({
  from: enclosing(diagram, from, type)?.id,
  to: enclosing(diagram, to, type)?.id,
});
