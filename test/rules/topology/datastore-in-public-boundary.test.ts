import { describe, expect, test } from 'vitest';
import { type Placement, placed } from '#diagram/commands/place-records.ts';
import type { Diagram } from '#diagram/diagram.ts';
import { applyDiff } from '#diagram/diff.ts';
import { boundsOf, overlap, type Rect, rectOf } from '#diagram/geometry.ts';
import { sketch } from '#diagram/sketch.ts';
import { fixesOf } from '#rules/fixes.ts';
import { datastoreInPublicBoundary } from '#rules/topology/datastore-in-public-boundary.ts';
import { validate } from '#rules/validate.ts';
import { freshIds, testRule } from '../../support/test-rule.ts';

const inside = (store: string, zone = 'boundaryType: subnet, public: true', more = ''): string => `service api\n${store}\nboundary zone "Edge" { ${zone} } [store]\napi -> store { access: write }\n${more}`;
const fixes = ['Move it into a private zone'];

testRule(datastoreInPublicBoundary, {
  fires: [
    ...['core-database', 'search-database', 'distributed-cache', 'distributed-lock', 'queue', 'stream'].map((kind) => ({ when: `a ${kind} is in it`, sketch: inside(`${kind} store "Orders"`), primary: 'store', severity: 'error' as const, message: 'Orders sits in the public zone Edge.', related: ['zone'], fixes })),
    ...['public-read', 'public-read-write'].map((access) => ({ when: `a bucket is ${access}`, sketch: inside(`blob-storage store { accessControl: ${access} }`), primary: 'store' })),
    { when: 'the network alone stands in between', sketch: inside('core-database store { accessControl: network }') },
    { when: 'an inner boundary says nothing', sketch: 'service api\ncore-database store\nboundary team { boundaryType: team } [store]\nboundary zone "Edge" { public: true } [team]\napi -> store', message: 'store sits in the public zone Edge.' },
    { when: 'the public one lies in a private one', sketch: inside('core-database store', 'public: true', 'boundary vpc { public: false } [zone]') },
    { when: 'a private zone lies beside it', sketch: inside('core-database store', 'public: true', 'boundary inner { public: false } [api]'), fixes },
    { when: 'a region is public', sketch: inside('core-database store', 'boundaryType: region, public: true'), fixes },
    { when: 'a database is managed', sketch: inside('core-database store { highAvailability: managed }') },
    { when: 'the queue runs on own machines', sketch: inside('queue store { highAvailability: active-passive }') },
  ],
  silent: [
    { when: 'the zone is private', sketch: inside('core-database store', 'public: false') },
    { when: 'the zone says nothing', sketch: inside('core-database store', 'boundaryType: subnet') },
    { when: 'the private one lies in a public one', sketch: inside('core-database store', 'public: false', 'boundary vpc { public: true } [zone]') },
    ...['iam', 'row-level-security'].map((access) => ({ when: `access is controlled by ${access}`, sketch: inside(`core-database store { accessControl: ${access} }`) })),
    ...['queue', 'stream'].map((kind) => ({ when: `the ${kind} is managed`, sketch: inside(`${kind} store { highAvailability: managed }`) })),
    ...['accessControl: private', 'accessControl: presigned-url', 'accessControl: iam', ''].map((values) => ({ when: `a bucket says: ${values}`, sketch: inside(`blob-storage store { ${values} }`) })),
    { when: 'a service is in it', sketch: inside('service store') },
    { when: "it is somebody else's", sketch: inside('core-database store { inScope: false }') },
  ],
});

/** The diagram after the fix of its only finding. */
function fixed(diagram: Diagram): Diagram {
  const finding = validate(diagram).findings.find(({ rule }) => rule === datastoreInPublicBoundary.id);
  const step = finding && fixesOf(finding, diagram)[0]?.apply(diagram, freshIds());
  return applyDiff(diagram, step?.diff ?? {});
}

describe('its fix', () => {
  const zones = 'service api\ncore-database store\nboundary zone { boundaryType: subnet, public: true } [store]\nboundary inner { public: false } [api]\nboundary vpc { boundaryType: vpc } [zone, inner]\nboundary other { public: false } []\napi -> store';

  test('moves it into the private zone beside the public one', () => {
    expect(fixed(sketch(zones)).components.get('store')?.boundary).toBe('inner');
  });

  test('draws a zone of the same type where there is none', () => {
    const after = fixed(sketch('service api\ncore-database store\nboundary zone { boundaryType: vpc, public: true } [store]\nboundary account { boundaryType: account } [zone]\napi -> store'));
    expect(after.components.get('store')?.boundary).toBe('new1');
    expect(after.boundaries.get('new1')).toMatchObject({ name: 'Private zone', boundary: 'account', properties: { public: false, boundaryType: 'vpc' } });
  });

  test('stays in the region', () => {
    const after = fixed(sketch('service api\ncore-database store\nboundary zone { boundaryType: region, public: true } [store]\napi -> store'));
    expect(after.boundaries.get('new1')).toMatchObject({ boundary: 'zone', properties: { public: false, boundaryType: 'subnet' } });
  });

  const laidOut = placed(sketch(zones), new Map<string, Placement>([
    ['store', { position: { x: 40, y: 60 } }],
    ['zone', { position: { x: 20, y: 20 }, size: { width: 240, height: 140 } }],
    ['api', { position: { x: 340, y: 60 } }],
    ['inner', { position: { x: 320, y: 20 }, size: { width: 240, height: 140 } }],
    ['vpc', { position: { x: 0, y: -40 }, size: { width: 600, height: 240 } }],
  ]));
  const surrounds = (outer: Rect, inner: Rect): boolean => JSON.stringify(boundsOf([outer, inner])) === JSON.stringify(outer);
  const rectIn = ({ components, boundaries }: Diagram, id: string): Rect => {
    const record = components.get(id) ?? boundaries.get(id);
    if (!record) throw new Error(`There is no ${id}.`);
    return rectOf(record);
  };

  test('finds a free place in it', () => {
    const after = fixed(laidOut);
    expect(surrounds(rectIn(after, 'inner'), rectIn(after, 'store'))).toBe(true);
    expect(overlap(rectIn(after, 'store'), rectIn(after, 'api'))).toBe(false);
  });

  test('draws the new zone where nothing else is, inside what lies around the public one', () => {
    const after = fixed({ ...laidOut, boundaries: new Map([...laidOut.boundaries].filter(([id]) => id !== 'inner')) });
    expect(surrounds(rectIn(after, 'new1'), rectIn(after, 'store'))).toBe(true);
    expect(surrounds(rectIn(after, 'vpc'), rectIn(after, 'new1'))).toBe(true);
    expect(['zone', 'api'].map((id) => overlap(rectIn(after, 'new1'), rectIn(after, id)))).toEqual([false, false]);
  });
});
