import type { Call, Procedure } from "../model/benchmark.ts";
import type { ModuleFacts } from "../model/module-facts.ts";
import { callsOf } from "../model/procedure-calls.ts";
import type { Sides } from "../model/sides.ts";
import { exportedSignatures } from "./signatures.ts";

/**
 * Why a baseline's module cannot run what is defined for the candidate's, as far as its bytes tell.
 *
 * @param procedure - what is done for the benchmark
 * @param modules - what the modules of both sides say of themselves; null for a Component Model binary
 * @returns for example `it exports no function "blur"`; null when its exports are what the procedure asks for. Names are the
 *   configuration's
 */
export function runObstacle(
  procedure: Procedure,
  { baseline, candidate }: Sides<ModuleFacts | null>,
): string | null {
  if (baseline === null) return "it is a Component Model binary";
  const memory = procedure.kind === "grow" ? procedure.memory : null;
  if (memory !== null && !exportsMemory(baseline, memory))
    return `it exports no memory "${memory}"`;
  const known = exportedSignatures(baseline);
  const wanted = candidate === null ? new Map<string, Signature>() : exportedSignatures(candidate);
  for (const name of callsOf(procedure).flatMap(namesOf)) {
    const signature = known.get(name);
    if (signature === undefined) return `it exports no function "${name}"`;
    const asked = wanted.get(name);
    if (asked !== undefined && typeOf(signature) !== typeOf(asked))
      return `its "${name}" is ${typeOf(signature)}, this one's ${typeOf(asked)}`;
  }
  return null;
}

/** What a call needs of a module: its export, and what places its data. */
function namesOf({ export: name, place }: Call): string[] {
  return [name, place?.alloc ?? null, place?.free ?? null].filter((one) => one !== null);
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
