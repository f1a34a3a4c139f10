import { messageOf } from "../errors.ts";
import { proposalsOf } from "../wasm/proposals.ts";
import { readModule } from "../wasm/read-module.ts";

/** Why an engine refuses a module, and what to do. */
export interface EngineFault {
  /** The engine's words, and what the module uses that this Node does not have. */
  readonly message: string;
  readonly hint: string;
}

/**
 * Why this engine refuses a module.
 *
 * @param bytes - a core module
 * @returns its words with the proposals it lacks, and the remedy; null when it takes it
 */
export function engineFault(bytes: Uint8Array): EngineFault | null {
  if (WebAssembly.validate(bytes as BufferSource)) return null;
  const words = wordsOf(bytes);
  const lacking = lackingOf(bytes);
  if (lacking.length === 0)
    return { message: words, hint: "Build the module again; the file may be damaged." };
  const names = lacking.map(({ name }) => name).join(", ");
  const wanted = Math.max(...lacking.map(({ node }) => node));
  return {
    message: `${words}; it uses ${names}, which Node ${process.versions.node} does not have`,
    hint: `Measure with Node ${wanted} or newer (actions/setup-node), or build the module without it.`,
  };
}

function wordsOf(bytes: Uint8Array): string {
  try {
    new WebAssembly.Module(bytes as BufferSource);
    return "unknown fault";
  } catch (error) {
    return messageOf(error);
  }
}

/** What the module uses and this engine refuses; nothing where the module cannot be decoded. */
function lackingOf(bytes: Uint8Array): ReturnType<typeof proposalsOf> {
  try {
    return proposalsOf(readModule(bytes)).filter(({ probe }) => !WebAssembly.validate(probe));
  } catch {
    return [];
  }
}
