import { memoByIdentity } from '#base/memo.ts';
import type { Settings } from '#catalog/diagram-fields.ts';
import { kindOf } from '#catalog/kinds.ts';
import type { Boundary, Component, Connection, Diagram, Entity, Id } from '#diagram/diagram.ts';
import type { Finding, Report } from './finding.ts';
import { inputs } from './inputs.ts';
import { createStepper, type RunOptions } from './validate.ts';

/** What one sees of a connection: what sort of arrow it is, and what it carries. */
const ofConnections: ReadonlySet<string> = new Set(['interaction', 'access', 'dataFlows']);

/** What one sees of a component beside its kind and variant: what it holds, where it leads, and whose it is. */
const ofComponents: ReadonlySet<string> = new Set(['dataStored', 'inScope', 'isDeadLetterQueue', 'routes']);

/** Names under which a rule may look at what is drawn; `role` is the part that a record plays in a finding. */
const drawn: ReadonlySet<string> = new Set([...ofConnections, ...ofComponents, 'role', '']);

/** A diagram's report, and the report on nothing but its drawing. */
export interface Judged {
  readonly report: Report;
  /** Undefined unless it was asked for. */
  readonly structure: Report | undefined;
}

/** Judges a diagram in steps; where asked to, its drawing too. */
export type Judge = (diagram: Diagram, options: RunOptions & { readonly structure: boolean }) => Generator<void, Judged>;

/**
 * A judge that can keep to the structure. What is absent is not stated, and rules ask about that and do not object; so what they still object to
 * in a drawing from which all else was taken follows from the drawing. Suggestions count where the rule looks at nothing else:
 * the others would only say that something is not stated. What the whole diagram excuses is left out.
 */
export function createJudge(): Judge {
  const [judgeAll, judgeDrawing] = [createStepper(), createStepper()];
  return function* (diagram, { structure, ...options }) {
    const report = yield* judgeAll(diagram, options);
    if (!structure) return { report, structure: undefined };
    const bare = yield* judgeDrawing(drawingOf(diagram), options);
    const open = new Set(report.findings.map(({ key }) => key));
    const findings = bare.findings.filter((finding) => open.has(finding.key) && isAboutDrawing(finding));
    return { report, structure: { findings, accepted: report.accepted, questions: [] } };
  };
}

const isAboutDrawing = ({ rule, severity }: Finding): boolean => severity !== 'suggestion' || inputs.get(rule)?.every((name) => drawn.has(name)) === true;

/** The diagram with kinds and arrows, and nothing stated beside; severities are those of the rules. */
const drawingOf = (diagram: Diagram): Diagram => ({
  ...diagram,
  settings: bareSettings(diagram.settings),
  components: bareComponents(diagram.components),
  connections: bareConnections(diagram.connections),
  boundaries: bareBoundaries(diagram.boundaries),
  entities: bareEntities(diagram.entities),
});

const bareSettings = memoByIdentity(({ fragment }: Settings): Settings => (fragment === undefined ? {} : { fragment }));

/** Records and tables that are the same give the same: the stepper compares by identity. */
function stripped<R extends object>(strip: (record: R) => R): (table: ReadonlyMap<Id, R>) => ReadonlyMap<Id, R> {
  const once = memoByIdentity(strip);
  return memoByIdentity((table) => new Map([...table].map(([id, record]) => [id, once(record)])));
}

const bareComponents = stripped((component: Component) => {
  const variant = new Set((kindOf(component.kind)?.entries ?? []).flatMap(({ properties = {} }) => Object.keys(properties)));
  return { ...component, properties: only(component.properties, (name) => ofComponents.has(name) || variant.has(name)) };
});

const bareConnections = stripped((connection: Connection) => ({ ...connection, properties: only(connection.properties, (name) => ofConnections.has(name)) }));

const bareBoundaries = stripped((boundary: Boundary) => ({ ...boundary, properties: {} }));

const bareEntities = stripped(({ id, name }: Entity): Entity => ({ id, name }));

const only = (properties: object, keeps: (name: string) => boolean): Readonly<Record<string, unknown>> => Object.fromEntries(Object.entries(properties).filter(([name]) => keeps(name)));
