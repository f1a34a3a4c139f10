import * as v from "valibot";
import { expandBraces, MOST_ALTERNATIVES } from "../model/pattern.ts";
import { text } from "./fields.ts";

const LONGEST = 512;

/** A benchmark id or glob that may be matched. */
export const pattern = v.pipe(
  text,
  v.maxLength(LONGEST, `a pattern has at most ${LONGEST} characters`),
  v.check(
    (value) => expandBraces(value).length <= MOST_ALTERNATIVES,
    `a pattern stands for at most ${MOST_ALTERNATIVES} alternatives: use several entries`,
  ),
);
