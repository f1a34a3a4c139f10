import * as v from "valibot";
import type { WasiEntry } from "../model/config.ts";
import { describeValue } from "./fault.ts";
import { text } from "./fields.ts";
import { closed, keyed } from "./structure.ts";

/** Longest argument or value of a variable, in characters: what systems accept. */
const MAX_VALUE = 131_072;

/** Text for a program, which may be empty. Of `1.10` YAML would keep the number alone. */
const value = v.pipe(
  v.string((issue) => `expected a text, got ${describeValue(issue.input)}: write it in quotes`),
  v.check((given) => !given.includes("\0"), "must not contain NUL"),
  v.maxLength(MAX_VALUE, `must be at most ${MAX_VALUE} characters long`),
);

const variable = v.pipe(
  text,
  v.check((given) => !given.includes("="), "a variable's name must not contain `=`"),
);

/** What a component finds through WASI. */
export const wasiSchema = v.pipe(
  closed({
    preopens: v.optional(
      v.pipe(
        keyed(text, text),
        v.description(
          "Folders below this file, by the names the guest has for them, such as { '.': bench/inputs }.",
        ),
      ),
    ),
    env: v.optional(v.pipe(keyed(variable, value), v.description("Environment variables."))),
    args: v.optional(
      v.pipe(v.array(value), v.description("Arguments behind the name of the program.")),
    ),
    stdin: v.optional(
      v.pipe(text, v.description("File below this file that the guest reads as its input.")),
    ),
  }),
  v.transform(
    ({ preopens, env, args, stdin }): WasiEntry => ({
      preopens: preopens ?? {},
      env: env ?? {},
      args: args ?? [],
      stdin: stdin ?? null,
    }),
  ),
);
