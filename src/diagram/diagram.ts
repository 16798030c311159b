import type { ConnectionProperties } from '#catalog/connection.ts';
import type { BoundaryProperties, EntityFields, NoteProperties, Settings } from '#catalog/diagram-fields.ts';
import type { ComponentProperties } from '#catalog/kinds.ts';

/** Names a record. Components, connections, boundaries and notes share one space of ids; entities have their own. */
export type Id = string;

/** Canvas units, absolute; y grows downwards. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export type Side = 'top' | 'right' | 'bottom' | 'left';

/** Who wrote a value, where it was not the user's own hand. */
export type Origin = 'preset' | 'fix';

/** Fields of a record that this version does not know: kept verbatim, never read. */
export type Unknown = Readonly<Record<string, unknown>>;

export interface Component {
  readonly id: Id;
  /** One of the catalog's kinds, or a word that this version does not know. */
  readonly kind: string;
  readonly name: string;
  /** Top-left corner; absent until the diagram has been laid out. */
  readonly position?: Point;
  readonly size?: Size;
  readonly boundary?: Id;
  /** Only what is stated. Values of unknown names or kinds are kept as they came. */
  readonly properties: ComponentProperties;
  readonly origins?: Readonly<Record<string, Origin>>;
  readonly unknown?: Unknown;
}

/** An arrow: from the caller to the callee, or the way that a message travels. */
export interface Connection {
  readonly id: Id;
  readonly from: Id;
  readonly to: Id;
  readonly label: string;
  readonly properties: ConnectionProperties;
  /** Corners that the user has set; the route passes them in this order. */
  readonly waypoints?: readonly Point[];
  /** Sides that the user has chosen for its ends. */
  readonly ports?: { readonly from?: Side; readonly to?: Side };
  readonly origins?: Readonly<Record<string, Origin>>;
  readonly unknown?: Unknown;
}

export interface Boundary {
  readonly id: Id;
  readonly name: string;
  readonly position?: Point;
  readonly size?: Size;
  /** The boundary that it lies in. */
  readonly boundary?: Id;
  /** Whether it follows its content. */
  readonly fitted?: boolean;
  readonly properties: BoundaryProperties;
  readonly unknown?: Unknown;
}

export interface Note {
  readonly id: Id;
  readonly text: string;
  readonly position?: Point;
  readonly size?: Size;
  readonly boundary?: Id;
  readonly properties: NoteProperties;
  readonly unknown?: Unknown;
}

/** A named kind of data that connections carry and stores hold. */
export interface Entity extends EntityFields {
  readonly id: Id;
  readonly name: string;
}

/** A finding that somebody accepts, with the reason. */
export interface Suppression {
  /** `<rule>@<on>`, made unique where a file repeats itself. */
  readonly id: Id;
  /** A rule's id, or a group such as `queue/*`. */
  readonly rule: string;
  /** A component, connection or boundary, or `diagram`. */
  readonly on: Id;
  readonly reason: string;
  readonly author?: string;
  /** ISO 8601 days. */
  readonly date?: string;
  readonly until?: string;
  readonly status?: 'accepted' | 'false-positive' | 'in-progress';
  readonly unknown?: Unknown;
}

/** A weakness of the own design that was named before the judge spoke. */
export interface Naming {
  readonly rule: string;
  /** A record or `diagram`; absent where only the weakness is named. */
  readonly on?: Id;
}

/** What somebody who practises writes down beside the drawing. It means nothing to the rules. */
export interface Notebook {
  /** The id of the scenario that the design is for. */
  readonly scenario: string;
  /** Ids of the scenario's requirements that were found out. */
  readonly captured?: readonly string[];
  readonly requirements?: string;
  readonly api?: string;
  readonly decisions?: string;
  /** The diagram's entities by the scenario's that they stand for. */
  readonly standsFor?: Readonly<Record<string, Id>>;
  readonly named?: readonly Naming[];
  readonly unknown?: Unknown;
}

/** Flat tables of records by id, in the order of the file. */
export interface Tables {
  readonly components: ReadonlyMap<Id, Component>;
  readonly connections: ReadonlyMap<Id, Connection>;
  readonly boundaries: ReadonlyMap<Id, Boundary>;
  readonly notes: ReadonlyMap<Id, Note>;
  readonly entities: ReadonlyMap<Id, Entity>;
  readonly suppressions: ReadonlyMap<Id, Suppression>;
}

export type TableName = keyof Tables;

export type RecordOf<T extends TableName> = Tables[T] extends ReadonlyMap<Id, infer R> ? R : never;

/** A whole design: immutable, without viewport, selection or anything derived. */
export interface Diagram extends Tables {
  readonly title: string;
  readonly settings: Settings;
  /** There while the diagram answers a scenario. */
  readonly practice?: Notebook;
  readonly unknown?: Unknown;
}

/** A record that can be selected on the canvas. */
export type CanvasRecord = Component | Connection | Boundary | Note;

/** Whether there is nothing that would be missed: nothing drawn and nothing written down. */
export const holdsNothing = ({ components, boundaries, notes, practice }: Diagram): boolean => components.size + boundaries.size + notes.size === 0 && practice === undefined;

export const emptyDiagram: Diagram = {
  title: 'Untitled',
  settings: {},
  components: new Map(),
  connections: new Map(),
  boundaries: new Map(),
  notes: new Map(),
  entities: new Map(),
  suppressions: new Map(),
};
