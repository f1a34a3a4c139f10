import { ENGINES, type EngineChoice, type LibrarySource } from "../model/engine.ts";
import { describeValue } from "./fault.ts";
import { didYouMean } from "./suggest.ts";

/** A version as releases name it. */
export const VERSION = /^\d{1,4}\.\d{1,4}\.\d{1,4}$/;
/** A SHA-256 in hex. */
export const SHA256 = /^[0-9a-f]{64}$/i;

const FORMS = "v8, wasmtime, wasmtime@24.0.5, wasmtime@24.0.5#SHA256 or wasmtime=PATH";

/** An engine that was read, or what is wrong with what was written. */
export type EngineReading = { readonly value: EngineChoice } | { readonly fault: string };

/**
 * Reads an engine that is written as one text.
 *
 * @param written - `v8`, `wasmtime`, `wasmtime@VERSION`, `wasmtime@VERSION#SHA256` or `wasmtime=PATH`
 * @param base - folder a path is relative to: the configuration's, or the current one
 * @returns the engine, or one sentence that names what is accepted
 */
export function readEngine(
  written: string,
  base: Extract<LibrarySource, { readonly kind: "path" }>["base"],
): EngineReading {
  const [, word = "", mark = "", rest = ""] = /^([^@=]*)([@=]?)(.*)$/s.exec(written.trim()) ?? [];
  const name = ENGINES.find((one) => one === word.trim());
  if (name === undefined) return { fault: faultOf(written) };
  if (name === "v8")
    return mark === ""
      ? { value: { name } }
      : {
          fault: `v8 is the one of Node and has no version or library, got ${describeValue(written)}`,
        };
  const source = mark === "" ? UNNAMED : sourceOf(mark, rest.trim(), base);
  return source === null ? { fault: faultOf(written) } : { value: { name, source } };
}

/** What releases are called elsewhere (`v24.0.5`, `wasmtime-24.0.5`, `wasmtime 24.0.5`), and what libraries are. */
const OTHER_RELEASE = /^wasmtime[\s@:/_-]*v?(\d{1,4}\.\d{1,4}\.\d{1,4})$/i;
const LIBRARY_PATH = /[/\\]|\.(?:so|dylib|dll)$/i;

function faultOf(written: string): string {
  return `expected ${FORMS}, got ${describeValue(written)}${remedyFor(written.trim())}`;
}

function remedyFor(written: string): string {
  const [, release] = OTHER_RELEASE.exec(written) ?? [];
  if (release !== undefined) return `; did you mean "wasmtime@${release}"?`;
  if (/^wasmtime\s*=/.test(written)) return ": no path stands behind the =";
  if (/^wasmtime\s*@/.test(written))
    return written.includes("#")
      ? ": a release has three numbers, and a SHA-256 has 64 digits"
      : ": a release has three numbers";
  if (LIBRARY_PATH.test(written)) return `; did you mean "wasmtime=PATH" with this path?`;
  return didYouMean(written, ENGINES);
}

const UNNAMED: LibrarySource = { kind: "unnamed" };

function sourceOf(mark: string, rest: string, base: "root" | "current"): LibrarySource | null {
  if (mark === "=")
    return rest === "" || rest.includes("\0")
      ? null
      : { kind: "path", path: rest, base, sha256: [] };
  const [version = "", hash] = rest.split("#", 2);
  const isVersion = VERSION.test(version) && (hash === undefined || SHA256.test(hash));
  return isVersion
    ? { kind: "version", version, sha256: hash === undefined ? [] : [hash.toLowerCase()] }
    : null;
}

/**
 * Why engines cannot be measured side by side in one run.
 *
 * @param engines - the engines that were chosen
 * @returns a sentence when one is named twice; null when each is there once
 */
export function doubledEngine(engines: readonly EngineChoice[]): string | null {
  const names = engines.map(({ name }) => name);
  const doubled = names.find((name, index) => names.indexOf(name) !== index);
  return doubled === undefined
    ? null
    : `names ${doubled} twice: a run has one library of an engine`;
}
