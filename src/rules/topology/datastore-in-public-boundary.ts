import type { Boundary, Component, Diagram } from '#diagram/diagram.ts';
import { putRecord } from '#diagram/edits.ts';
import { boundaryAround, freePlace, rectOf } from '#diagram/geometry.ts';
import { uniqueName } from '#diagram/names.ts';
import type { FreshId } from '#diagram/transaction.ts';
import { boundariesAround } from '#graph/boundaries.ts';
import { isBroker } from '#graph/roles.ts';
import { displayName } from '../display-name.ts';
import { fix, putInside } from '../fixing.ts';
import { componentRule, fail, type Fix, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';

/** Data lies in a part of the network that the internet reaches. */
export const datastoreInPublicBoundary = componentRule({
  id: 'topology/datastore-in-public-boundary',
  kinds: ['core-database', 'search-database', 'distributed-cache', 'distributed-lock', 'queue', 'stream', 'blob-storage'],
  severity: 'error',
  category: 'security',
  reach: 'diagram',
  messages: { exposed: { text: '{store} sits in the public zone {zone}.' } },
  docs: {
    what: 'A database, cache, lock or broker, or a bucket that anybody may read, lies in a boundary that can be reached from the internet.',
    why: 'Every machine of the world can knock at it, and one open port or weak password is enough.',
    fix: 'Move it into a private subnet, and let only services reach it.',
    silentWhen: [
      'The innermost boundary that says so is private.',
      'Access is controlled by IAM or for every single row.',
      'The queue or stream is an endpoint of its provider.',
      'The bucket is not declared to be readable by everybody.',
    ],
    sources: ['Threagile, datastores in a shared or public network segment.'],
    question: 'Who can open a connection to this store?',
  },
  examples: {
    bad: 'service api\ncore-database db\nboundary edge { boundaryType: subnet, public: true } [db]\napi -> db',
    good: 'service api\ncore-database db\nboundary edge { boundaryType: subnet, public: false } [db]\napi -> db',
  },
  check(component, { diagram }) {
    const zone = publicZone(diagram, component);
    if (!zone) return undefined;
    const { accessControl, highAvailability } = component.properties;
    if (accessControl === 'iam' || accessControl === 'row-level-security' || (isBroker(component) && highAvailability === 'managed')) return pass;
    if (component.kind === 'blob-storage' && accessControl !== 'public-read' && accessControl !== 'public-read-write') return pass;
    return fail('exposed', {
      data: { store: component.name, zone: displayName(diagram, zone.id) },
      related: [{ id: zone.id, role: 'public zone' }],
      evidence: [...statedEvidence(zone.id, { public: true }), ...statedEvidence(component.id, { accessControl })],
    });
  },
  fixes: ({ primary }): readonly Fix[] => [
    fix('Move it into a private zone', 'auto', (diagram, freshId) => {
      const component = diagram.components.get(primary);
      const zone = component && publicZone(diagram, component);
      return zone ? hidden(diagram, freshId, component, zone) : diagram;
    }),
  ],
});

/** The innermost boundary that states whether it is public, where it is. */
function publicZone(diagram: Diagram, component: Component): Boundary | undefined {
  const deciding = boundariesAround(diagram, component).find(({ properties }) => properties.public !== undefined);
  return deciding?.properties.public ? deciding : undefined;
}

/** Regions and availability zones stay around what moves: it must not land elsewhere on the map. */
const isPlace = ({ properties: { boundaryType } }: Boundary): boolean => boundaryType === 'region' || boundaryType === 'availability-zone';

/** The diagram with a component in the private zone beside a public one; a new zone where there is none. */
function hidden(diagram: Diagram, freshId: FreshId, component: Component, zone: Boundary): Diagram {
  const outer = isPlace(zone) ? zone.id : zone.boundary;
  const sibling = [...diagram.boundaries.values()].find(({ boundary, properties }) => boundary === outer && properties.public === false);
  if (sibling) return putInside(diagram, component, sibling.id);
  const added: Boundary = {
    id: freshId(),
    name: uniqueName(diagram, 'Private zone'),
    ...(zone.position ? { position: freePlace(diagram, rectOf(zone), 'below', boundaryAround), size: boundaryAround } : {}),
    properties: { public: false, boundaryType: isPlace(zone) ? 'subnet' : (zone.properties.boundaryType ?? 'subnet') },
  };
  const framed = outer === undefined ? putRecord(diagram, 'boundaries', added) : putInside(diagram, added, outer);
  return putInside(framed, component, added.id);
}
