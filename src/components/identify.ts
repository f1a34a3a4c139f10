import { createHash } from "node:crypto";
import type { Benchmark } from "../model/benchmark.ts";
import { clockOf } from "../model/clock-of.ts";
import { type ClosureFacts, closureText, glueText, hostCodeText } from "../model/closure.ts";
import type { Component, Glue } from "../model/component.ts";

/**
 * Hashes what a component is made of: its module, and everything its glue needs.
 *
 * @param bytes - the module; may be empty
 * @param glue - glue with its closure, or null
 * @returns SHA-256 as lower-case hex; without glue that of the bytes
 */
export function hashComponent(bytes: Uint8Array, glue: Pick<Glue, "closure"> | null): string {
  const module = createHash("sha256").update(bytes).digest("hex");
  return glue === null
    ? module
    : hashText(glueText(bytes.length === 0 ? null : module, glue.closure));
}

/**
 * Hashes everything some JavaScript needs.
 *
 * @param closure - the closure
 * @returns SHA-256 as lower-case hex; equal exactly when every name, byte and link is
 */
export function hashClosure(closure: ClosureFacts): string {
  return hashText(closureText(closure));
}

/**
 * Hashes the host code of a benchmark.
 *
 * @param host - hash of the closure of its imports module; null without one
 * @param native - hash of the closure of its native reference; null without one
 * @returns SHA-256 as lower-case hex; null when it runs with no JavaScript of the user's
 */
export function hashHostCode(host: string | null, native: string | null): string | null {
  return host === null && native === null ? null : hashText(hostCodeText(host, native));
}

function hashText(text: string): string {
  return createHash("sha256").update(text).digest("hex");
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
    ...(component?.wasi === undefined ? {} : { wasi: component.wasi.sha256 }),
    ...(benchmark.procedure.kind === "workload"
      ? { workload: component?.workload?.sha256 ?? null }
      : {}),
    // Without a word about the clock it is wall time, as in definitions written before there was a choice.
    ...(clockOf(benchmark.procedure) === "cpu" ? { clock: "cpu" } : {}),
  };
  const text = JSON.stringify(definition, (_, value: unknown) => {
    if (typeof value === "bigint") return `${value}n`;
    return fileContents(value, component);
  });
  return createHash("sha256").update(text).digest("hex");
}

/** A file stands for what is in it, wherever it lies. */
function fileContents(value: unknown, component: Component | null): unknown {
  const path = (value as { readonly $file?: unknown } | null)?.$file;
  const bytes = typeof path === "string" ? component?.data?.get(path) : undefined;
  if (bytes === undefined) return value;
  const $file = createHash("sha256").update(bytes).digest("hex");
  return { ...(value as object), $file };
}
