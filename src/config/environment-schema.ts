import * as v from "valibot";
import { CLOCKS } from "../model/clock.ts";
import { ENGINES } from "../model/engine.ts";
import { later, moment, whole, words } from "./document-fields.ts";
import { closed, uniqueBy } from "./structure.ts";

/** Engines beside V8. */
const NATIVE = ENGINES.filter((name) => name !== "v8");

/** The machine, engine and flags of a stored measurement. */
export const environmentSchema = closed({
  platform: words,
  arch: words,
  cpuModel: words,
  cpuCount: whole,
  totalMemoryBytes: whole,
  osRelease: words,
  image: words,
  node: words,
  v8: words,
  tier: v.picklist(["natural", "optimized", "startup"]),
  flags: v.array(words),
  harness: whole,
  clock: later(v.picklist(CLOCKS)),
  clockReason: later(words),
  engines: later(
    v.pipe(
      v.array(closed({ name: v.picklist(NATIVE), version: words, sha256: v.exactOptional(words) })),
      v.rawCheck(uniqueBy("engine", "name")),
    ),
  ),
});

/** Where a stored run happened. */
export const runSchema = closed({
  repository: words,
  sha: words,
  ref: words,
  event: words,
  runId: words,
  attempt: whole,
  url: words,
});

/** The baseline a stored result was compared with. */
export const baselineInfoSchema = closed({
  source: v.picklist(["cache", "file", "compare"]),
  key: words,
  sha: words,
  createdAt: moment,
  environment: environmentSchema,
  fingerprintMatches: v.boolean(),
  offset: v.exactOptional(
    closed({
      base: words,
      distance: v.nullable(closed({ ahead: whole, behind: whole })),
    }),
  ),
});
