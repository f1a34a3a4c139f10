/** A binary that a baseline document names. */
export interface ObjectReference {
  /** Component it belongs to. */
  readonly component: string;
  /** Path of the field that names it, for messages: `components[0].sha256`. */
  readonly field: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  /** False when the document says that it was left out. */
  readonly stored: boolean;
}

/** How a baseline document is read, written and asked for its binaries. */
export interface BaselineCodec<Document> {
  /** Text to document. `name` is for messages. Throws ActionError (`baseline`) naming file and field. */
  readonly parse: (text: string, name: string) => Document;
  readonly serialize: (document: Document) => string;
  /** Every binary the document names. */
  readonly references: (document: Document) => readonly ObjectReference[];
  /** The document saying that the binaries of these components are not stored. */
  readonly leaveOut: (document: Document, components: readonly string[]) => Document;
  /** Commit that was measured. */
  readonly commitOf: (document: Document) => string;
}
