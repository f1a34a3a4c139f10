import type { Unit } from "./metric.ts";

/** Tools whose output can be imported. */
export const IMPORT_FORMATS = [
  "criterion",
  "gungraun",
  "sightglass",
  "hyperfine",
  "google-benchmark",
  "go",
  "pytest-benchmark",
  "vitest",
  "tinybench",
  "custom-smaller-is-better",
  "custom-bigger-is-better",
] as const;

/** One of {@link IMPORT_FORMATS}. */
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** The word that leaves the format to the content of the files. */
export const RECOGNISE = "auto";

/** A format, or `auto`. */
export type ImportFormatChoice = ImportFormat | typeof RECOGNISE;

/** A file of another tool's output. */
export interface ImportFile {
  /** Path with `/` between folders, for messages and, where a format has no other, for identity. */
  readonly path: string;
  readonly text: string;
}

/** What one operation works on, as some tools record it. */
export interface Throughput {
  readonly quantity: "bytes" | "elements" | "bits";
  /** Amount per operation. */
  readonly amount: number;
}

/** One benchmark of another tool. Lower is better but for a `score`: rates are already turned into times. */
export interface Imported {
  /** Identity the tool gives it; unique within one import. */
  readonly id: string;
  readonly unit: Unit;
  /** What a unit alone does not tell: bytes allocated by an operation are no size, and of a score more is better. */
  readonly quantity?: "allocated" | "score";
  /** The unit as the tool writes it; of a count the thing counted. */
  readonly written: string;
  /** Observations in the order taken, in `unit`; at least one, finite, not negative. */
  readonly samples: readonly number[];
  /** Process of each sample, as numbered by the tool; absent where the tool does not say. */
  readonly processes?: readonly number[];
  /** Work of one operation; absent where the tool records none. */
  readonly throughput?: readonly Throughput[];
  /** The value of the run before, where the tool keeps it in the same file. */
  readonly before?: number;
  /** When it was measured, as the tool writes it; absent where it does not. */
  readonly recordedAt?: string;
  /** Values beside it that are not judged, by name: the file does not say which way is worse. */
  readonly aside?: readonly string[];
  /** The file it comes from, and in words what a sample is. */
  readonly source: {
    readonly format: ImportFormat;
    readonly path: string;
    readonly sample: string;
  };
}
