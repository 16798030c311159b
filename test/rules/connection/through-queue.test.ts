import { expect, test } from 'vitest';
import { applyDiff } from '#diagram/diff.ts';
import type { Diagram } from '#diagram/diagram.ts';
import { sketch } from '#diagram/sketch.ts';
import { fixesOf } from '#rules/fixes.ts';
import { validate } from '#rules/validate.ts';
import { freshIds } from '../../support/test-rule.ts';

/** The diagram after the first fix of the finding of a rule. */
function fixed(rule: string, text: string): Diagram {
  const diagram = sketch(text);
  const finding = validate(diagram).findings.find((each) => each.rule === rule);
  const step = finding && fixesOf(finding, diagram)[0]?.apply(diagram, freshIds());
  if (!step) throw new Error(`${rule} has no finding with a fix.`);
  return applyDiff(diagram, step.diff);
}

const arrows = ({ components, connections }: Diagram): string[] =>
  [...connections.values()].map(({ from, to, properties: { interaction, access } }) => [components.get(from)?.name, interaction ?? 'call', ...(access ? [access] : []), components.get(to)?.name].join(' '));
const warnings = (diagram: Diagram): string[] => validate(diagram).findings.filter(({ severity }) => severity !== 'suggestion').map(({ rule }) => rule);

test('a component that works takes its jobs from the queue itself', () => {
  const diagram = fixed('connection/slow-work-in-request-path', 'entity video {}\nclient web\nservice api\nservice coder { latencyP50Ms: 5000 }\nweb -> api\napi -> coder { dataFlows: [video] }');
  expect(arrows(diagram)).toEqual(['web call api', 'coder jobs dead-letter coder jobs DLQ', 'api publish coder jobs', 'coder jobs consume coder']);
  expect([...diagram.connections.values()].filter(({ properties }) => properties.dataFlows?.includes('video'))).toHaveLength(2);
  expect(warnings(diagram)).toEqual([]);
});

test('a system of others is called by a worker', () => {
  const diagram = fixed('connection/slow-work-in-request-path', 'client web\nservice api\nexternal-system mail { latencyP50Ms: 5000 }\nweb -> api\napi -> mail { access: read, timeoutMs: 900, circuitBreaker: true, encryptedInTransit: true }');
  expect(arrows(diagram)).toEqual(['web call api', 'mail worker call read mail', 'mail jobs dead-letter mail jobs DLQ', 'api publish mail jobs', 'mail jobs consume mail worker']);
  expect(diagram.connections.get('c2')?.properties).toMatchObject({ trigger: 'all', timeoutMs: 900 });
});

test('writes go through the queue, reads stay', () => {
  const sale = 'settings { peakToAverageRatio: 10 }\nclient web\nservice shop\nservice cart\ncore-database db { perInstanceWriteRps: 60 }\nweb -> shop { peakRps: 100, access: write }\nweb -> cart { peakRps: 10, access: write }';
  const diagram = fixed('connection/bursty-writes-without-buffer', `${sale}\nshop -> db { access: read-write, readFraction: 0.5 }\ncart -> db { access: write }`);
  expect(arrows(diagram).slice(2)).toEqual([
    'shop call read db',
    'db worker call write db',
    'db jobs dead-letter db jobs DLQ',
    'shop publish db jobs',
    'cart publish db jobs',
    'db jobs consume db worker',
    'db worker request write db',
  ]);
});
