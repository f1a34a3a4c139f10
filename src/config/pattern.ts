import * as v from "valibot";
import { MOST_ALTERNATIVES } from "../model/policy.ts";
import { text } from "./fields.ts";

const LONGEST = 512;

/** A benchmark id or glob that may be matched. */
export const pattern = v.pipe(
  text,
  v.maxLength(LONGEST, `a pattern has at most ${LONGEST} characters`),
  v.check(
    (value) => alternatives(value) <= MOST_ALTERNATIVES,
    `a pattern stands for at most ${MOST_ALTERNATIVES} alternatives: use several entries`,
  ),
);

/** No fewer than the alternatives the braces of a pattern stand for. */
function alternatives(value: string): number {
  return (value.match(/\{[^}]*\}?/g) ?? []).reduce(
    (product, braces) => product * braces.split(",").length,
    1,
  );
}
