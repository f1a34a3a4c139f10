import * as v from "valibot";
import { FUNCTION_FATES } from "../model/function-difference.ts";
import { whole, words } from "./document-fields.ts";
import { closed } from "./structure.ts";

/** More than is kept of a comparison. */
const MAX_ENTRIES = 1_000;

/** Fuel, which Wasmtime may give back. */
const fuel = v.pipe(v.number(), v.safeInteger());

const use = closed({ calls: whole, self: fuel, inclusive: fuel });

/** A way is continued by those behind it only. */
const ways = v.pipe(
  v.array(
    closed({
      name: words,
      parent: v.pipe(v.number(), v.safeInteger(), v.minValue(-1)),
      baseline: fuel,
      candidate: fuel,
    }),
  ),
  v.maxLength(MAX_ENTRIES),
  v.check(
    (all) => all.every(({ parent }, place) => parent < place),
    "a way must stand behind the one it continues",
  ),
);

/** How the fuel of one call differs, by function. */
export const functionDifferenceSchema = closed({
  baseline: whole,
  candidate: whole,
  functions: v.pipe(
    v.array(
      closed({
        name: words,
        baseline: v.nullable(use),
        candidate: v.nullable(use),
        fate: v.exactOptional(v.picklist(FUNCTION_FATES)),
        other: v.exactOptional(words),
      }),
    ),
    v.maxLength(MAX_ENTRIES),
  ),
  rest: closed({ baseline: fuel, candidate: fuel }),
  ways,
});
