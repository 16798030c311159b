/** A step from one version of the file format to the next: frozen once released, and free of today's model. */
export interface Migration {
  /** The version that it reads; it writes the next one. */
  readonly from: number;
  migrate(file: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
}
