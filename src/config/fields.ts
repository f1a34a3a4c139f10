import * as v from "valibot";
import type { Argument } from "../model/benchmark.ts";
import type { Unit } from "../model/metric.ts";
import { type DecodedArgument, decodeArgument, decodeExpected } from "./argument.ts";
import { describeValue } from "./fault.ts";
import { describeQuantity, type Parsed, parseQuantity, quantityPattern } from "./units.ts";

type QuantitySchema = v.GenericSchema<string | number, number>;

interface Reading {
  readonly parse: (raw: string | number) => Parsed;
  /** What may be written, for messages. */
  readonly expected: string;
  /** What text may be written, as a regular expression; null where there is none to publish. */
  readonly pattern: string | null;
}

function parsedBy({ parse, expected, pattern }: Reading): QuantitySchema {
  return v.pipe(
    v.union(
      [v.string(), v.number()],
      (issue) => `expected ${expected}, got ${describeValue(issue.input)}`,
    ),
    v.metadata({ quantity: { pattern } }),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const parsed = parse(dataset.value);
      if ("fault" in parsed) {
        addIssue({ message: parsed.fault });
        return NEVER;
      }
      return parsed.value;
    }),
  );
}

/**
 * A quantity with its unit, such as `10ms`, `512KiB`, `5%` or `30`.
 *
 * @param unit - unit of the output: ns, bytes, a fraction, or a whole number
 * @returns the schema
 */
export function quantity(unit: Unit): QuantitySchema {
  return parsedBy({
    parse: (raw: string | number) => parseQuantity(raw, unit),
    expected: describeQuantity(unit),
    pattern: quantityPattern(unit),
  });
}

/**
 * A quantity inside bounds.
 *
 * @param unit - unit of the bounds and the output
 * @param bounds - smallest and largest value, inclusive, with the words a message uses for them
 * @returns the schema
 */
export function bounded(
  unit: Unit,
  bounds: { readonly min: number; readonly max: number; readonly words: string },
): QuantitySchema {
  return v.pipe(
    quantity(unit),
    v.check(
      (value) => value >= bounds.min && value <= bounds.max,
      (issue) => `must be ${bounds.words}, got ${describeValue(issue.input)}`,
    ),
  );
}

/**
 * A duration in milliseconds.
 *
 * @param bounds - smallest and largest value in ms, with the words a message uses for them
 * @returns the schema
 */
export function milliseconds(bounds: {
  readonly min: number;
  readonly max: number;
  readonly words: string;
}): QuantitySchema {
  const NS_PER_MS = 1e6;
  const inNs = { min: bounds.min * NS_PER_MS, max: bounds.max * NS_PER_MS, words: bounds.words };
  return v.pipe(
    v.pipe(
      quantity("ns"),
      v.check((ns) => ns >= inNs.min && ns <= inNs.max, `must be ${bounds.words}`),
    ),
    v.transform((ns) => ns / NS_PER_MS),
  );
}

/** Text that is not empty and holds no NUL. */
export const text = v.pipe(
  v.string(),
  v.check((value) => value.trim() !== "", "must not be empty"),
  v.check((value) => !value.includes("\0"), "must not contain NUL"),
  v.maxLength(4096, "must be at most 4096 characters long"),
);

/** A name that becomes a part of a benchmark id and of file names. */
export const name = v.pipe(
  v.string(),
  v.regex(
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
    (issue) =>
      `expected a name of letters, digits, ".", "_" and "-" (at most 64, the first a letter or digit), got ${describeValue(issue.input)}`,
  ),
);

function decodedBy(decode: (raw: unknown) => DecodedArgument): v.GenericSchema<unknown, Argument> {
  return v.pipe(
    v.unknown(),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const decoded = decode(dataset.value);
      if ("fault" in decoded) {
        addIssue({ message: `${decoded.fault}; got ${describeValue(dataset.value)}` });
        return NEVER;
      }
      return decoded.value;
    }),
  );
}

/** A call argument. */
export const argument: v.GenericSchema<unknown, Argument> = decodedBy((raw) => decodeArgument(raw));

/** An expected result. */
export const expectedResult: v.GenericSchema<unknown, Argument> = decodedBy(decodeExpected);
