import { createHash } from "node:crypto";
import type { Benchmark } from "../model/benchmark.ts";
import { clockOf } from "../model/clock-of.ts";
import type { Component, Glue } from "../model/component.ts";

/**
 * Hashes what a component is made of: its module and the files of its glue.
 *
 * @param bytes - the module; may be empty
 * @param glue - glue with its files, or null
 * @returns SHA-256 as lower-case hex; equal exactly when every byte and file name is
 */
export function hashComponent(bytes: Uint8Array, glue: Glue | null): string {
  const hash = createHash("sha256").update(bytes);
  for (const file of glue?.files ?? []) hash.update(`\0${file.name}\0`).update(file.bytes);
  return hash.digest("hex");
}

/** What a benchmark runs with, besides its definition. */
export interface DefinitionContext {
  /** Its component; null for a benchmark without one. */
  readonly component: Component | null;
  /** Major version of this product. */
  readonly harness: number;
}

/**
 * Hashes what a benchmark means, without the code it measures: equal hashes may be compared.
 *
 * The user's host code is not part of it: the candidate's serves both sides.
 *
 * @param benchmark - the benchmark
 * @param context - component and version
 * @returns SHA-256 as lower-case hex
 */
export function hashDefinition(
  benchmark: Benchmark,
  { component, harness }: DefinitionContext,
): string {
  const host =
    component === null
      ? null
      : {
          kind: component.host.kind,
          args: component.host.kind === "wasi" ? component.host.args : [],
        };
  const definition = {
    id: benchmark.id,
    procedure: benchmark.procedure,
    primary: benchmark.primary,
    host,
    harness,
    init: component?.glue?.init ?? null,
    // Without a word about the clock it is wall time, as in definitions written before there was a choice.
    ...(clockOf(benchmark.procedure) === "cpu" ? { clock: "cpu" } : {}),
  };
  const text = JSON.stringify(definition, (_, value: unknown) =>
    typeof value === "bigint" ? `${value}n` : value,
  );
  return createHash("sha256").update(text).digest("hex");
}
