import type { Procedure } from "../model/benchmark.ts";
import { callsOf } from "../model/procedure-calls.ts";
import { readHeader } from "./header.ts";
import type { ModuleFacts } from "./module-facts.ts";
import { exportedSignatures, readModule } from "./read-module.ts";

/** Modules of both sides. */
export interface ModulePair {
  readonly baseline: Uint8Array;
  readonly candidate: Uint8Array;
}

/**
 * Why a baseline's module cannot run what is defined for the candidate's, as far as its bytes tell.
 *
 * @param procedure - what is done for the benchmark
 * @param modules - bytes of both sides; the candidate's are a valid core module
 * @returns for example `it exports no function "blur"`; null when its exports are what the procedure asks for. Names are the
 *   configuration's
 */
export function runObstacle(
  procedure: Procedure,
  { baseline, candidate }: ModulePair,
): string | null {
  if (readHeader(baseline).kind !== "module") return "it is a Component Model binary";
  const [base, own] = [readModule(baseline), readModule(candidate)];
  const memory = procedure.kind === "grow" ? procedure.memory : null;
  if (memory !== null && !exportsMemory(base, memory)) return `it exports no memory "${memory}"`;
  const [known, wanted] = [exportedSignatures(base), exportedSignatures(own)];
  for (const { export: name } of callsOf(procedure)) {
    const signature = known.get(name);
    if (signature === undefined) return `it exports no function "${name}"`;
    const asked = wanted.get(name);
    if (asked !== undefined && typeOf(signature) !== typeOf(asked))
      return `its "${name}" is ${typeOf(signature)}, this one's ${typeOf(asked)}`;
  }
  return null;
}

function exportsMemory({ exports }: ModuleFacts, name: string): boolean {
  return exports.some((one) => one.kind === "memory" && one.name === name);
}

interface Signature {
  readonly params: readonly string[];
  readonly results: readonly string[];
}

function typeOf({ params, results }: Signature): string {
  return `(${params.join(", ")}) -> (${results.join(", ")})`;
}
