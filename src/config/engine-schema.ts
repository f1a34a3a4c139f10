import * as v from "valibot";
import { ENGINES, type EngineChoice, type EngineName } from "../model/engine.ts";
import { doubledEngine, readEngine, SHA256, VERSION } from "./engine-text.ts";
import { describeValue } from "./fault.ts";
import { text } from "./fields.ts";
import { closed, oneOrMany, textOrObject } from "./structure.ts";

const hash = v.pipe(
  v.string(),
  v.regex(SHA256, ({ input }) => `expected a SHA-256 of 64 digits, got ${describeValue(input)}`),
  v.transform((given) => given.toLowerCase()),
);

const written = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }): EngineChoice => {
    const read = readEngine(dataset.value, "root");
    if ("value" in read) return read.value;
    addIssue({ message: read.fault });
    return NEVER;
  }),
);

const named = v.pipe(
  closed({
    name: v.pipe(v.picklist(ENGINES), v.description("v8 or wasmtime.")),
    library: v.exactOptional(
      v.pipe(text, v.description("Shared library of the engine, relative to this file.")),
    ),
    version: v.exactOptional(
      v.pipe(
        v.string((issue) => `expected a version such as 24.0.5, got ${describeValue(issue.input)}`),
        v.regex(
          VERSION,
          (issue) => `expected a version such as 24.0.5, got ${describeValue(issue.input)}`,
        ),
        v.description("Release of the engine, which is downloaded."),
      ),
    ),
    sha256: v.exactOptional(
      v.pipe(
        oneOrMany(hash, "names no hash: leave the key away to accept any"),
        v.description(
          "SHA-256 of the library, or of the release's archive; a list for several machines.",
        ),
      ),
    ),
  }),
  v.check(
    ({ name, ...rest }) => name !== "v8" || Object.keys(rest).length === 0,
    "v8 is the one of Node: it has no library, version or sha256",
  ),
  v.check(
    ({ library, version }) => library === undefined || version === undefined,
    "names a library and a version: leave one of them away",
  ),
  v.check(
    ({ library, version, sha256 }) =>
      sha256 === undefined || library !== undefined || version !== undefined,
    "gives a sha256 of nothing: name a library or a version",
  ),
  v.transform(({ name, library, version, sha256 = [] }): EngineChoice => {
    if (name === "v8") return { name };
    if (library !== undefined)
      return { name, source: { kind: "path", path: library, base: "root", sha256 } };
    return version === undefined
      ? { name, source: { kind: "unnamed" } }
      : { name, source: { kind: "version", version, sha256 } };
  }),
);

/** `engine:` of a configuration. */
export const enginesSchema = v.pipe(
  oneOrMany(
    textOrObject<EngineChoice>(written, named),
    "names no engine: leave the key away for V8",
  ),
  v.rawCheck(({ dataset, addIssue }) => {
    const doubled = dataset.typed ? doubledEngine(dataset.value) : null;
    if (doubled !== null) addIssue({ message: doubled });
  }),
);

/** `engine:` of a component: names alone, since a run has one library of an engine. */
export const engineNamesSchema: v.GenericSchema<unknown, readonly EngineName[]> = v.pipe(
  oneOrMany(
    v.picklist(ENGINES),
    "names no engine: leave the key away for those of the configuration",
  ),
  v.transform((given) => ENGINES.filter((name) => given.includes(name))),
);
