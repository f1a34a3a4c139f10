import { messageOf } from "../errors.ts";
import { proposalsOf } from "../wasm/proposals.ts";
import { readModule } from "../wasm/read-module.ts";

/** Why an engine refuses a module, and what to do. */
export interface EngineFault {
  /** The engine's words, and what the module uses that this Node does not have. */
  readonly message: string;
  readonly hint: string;
  /** Whether the module seems to be sound, and the engine to be too old. */
  readonly isNewer: boolean;
}

/** What an engine says of code it has no switch for, or one that is off. */
const UNKNOWN_CODE =
  /enable with --experimental|invalid (?:\w+ )?(?:opcode|memory index|limits flags)/i;

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
  if (lacking.length === 0) return unexplained(words);
  const names = lacking.map(({ name }) => name).join(", ");
  const wanted = Math.max(...lacking.map(({ node }) => node));
  return {
    message: `${words}; it uses ${names}, which Node ${process.versions.node} does not have`,
    hint: `Measure with Node ${wanted} or newer (actions/setup-node), or build the module without it.`,
    isNewer: true,
  };
}

function unexplained(words: string): EngineFault {
  const isNewer = UNKNOWN_CODE.test(words);
  const hint = isNewer
    ? `It may use a proposal that Node ${process.versions.node} does not have: measure with a newer Node, or build it without.`
    : "Build the module again; the file may be damaged.";
  return { message: words, hint, isNewer };
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
