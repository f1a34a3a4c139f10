import type { Argument, Call } from "../model/benchmark.ts";
import { dataKeyOf } from "../model/data.ts";
import type { FunctionType } from "../model/module-facts.ts";
import { formatQuantity } from "../wording/number.ts";
import { type Place, ValueFault } from "./component/value-fault.ts";

/** Numbers no number of YAML or JSON is, as WebAssembly text writes them. */
const SPECIAL: Readonly<Record<string, number>> = {
  nan: Number.NaN,
  inf: Number.POSITIVE_INFINITY,
  "-inf": Number.NEGATIVE_INFINITY,
};

/** Types that no JavaScript function takes or returns. */
const UNCROSSABLE = ["v128", "exnref", "nullexnref"];

/**
 * Turns a call as configured into one with the values JavaScript hands to a core module.
 *
 * @param call - export, arguments and expectation as configured
 * @param signature - parameters and results of the export
 * @returns the call: a number for i32, f32 and f64, a bigint for i64
 * @throws ValueFault naming the argument, or the result, that does not fit
 */
export function convertCoreCall(call: Call, signature: FunctionType): Call {
  const { params, results } = signature;
  const closed = [...params, ...results].find((type) => UNCROSSABLE.includes(type));
  if (closed !== undefined)
    throw new ValueFault(
      call.export,
      `it takes or returns ${closed}, which JavaScript cannot pass; export a function that takes numbers`,
    );
  const given = call.args.reduce((sum: number, value) => sum + slotsOf(value), 0);
  if (params.length !== given)
    throw new ValueFault(call.export, `takes ${listed(params)}, ${given} given`);
  let from = 0;
  const args = call.args.map((value, index): Argument => {
    const types = params.slice(from, from + slotsOf(value));
    from += types.length;
    const place = `args[${index}]`;
    return types.length === 1
      ? convertNumber(value, types[0] ?? "", place)
      : data(value, types, place);
  });
  const { expect, ...rest } = call;
  const converted = { ...rest, args };
  if (expect === undefined) return converted;
  return { ...converted, expect: convertExpected(call, results) };
}

/**
 * How many parameters an argument takes.
 *
 * @param value - argument as configured, or with its data read
 * @returns 2 for data, which is handed over as pointer and length; 1 for everything else
 */
export function slotsOf(value: unknown): 1 | 2 {
  return value instanceof Uint8Array || dataKeyOf(value as Argument) !== null ? 2 : 1;
}

/** Pointer and length are of one integer type; both are known once the data is written. */
function data(value: Argument, types: readonly string[], place: Place): Argument {
  const [pointer, length] = types;
  if (pointer === length && (pointer === "i32" || pointer === "i64")) return value;
  throw new ValueFault(
    place,
    `data is handed over as pointer and length, two of i32 or of i64; the function takes ${types.join(" and ")} there`,
  );
}

/**
 * Parameters with their number.
 *
 * @param types - value types in the text format's names
 * @returns for example `2 arguments (i32, i32)`
 */
export function listed(types: readonly string[]): string {
  if (types.length === 0) return "no arguments";
  return `${formatQuantity(types.length, "argument")} (${types.join(", ")})`;
}

/** Results of i64 are signed; those of i32 are compared by their bits. */
function convertExpected(
  { export: name, expect = null }: Call,
  results: readonly string[],
): Argument {
  const [type, ...more] = results;
  if (type === undefined) throw new ValueFault("expect", `${name} returns nothing: leave it away`);
  if (more.length === 0) return signed(convertNumber(expect, type, "expect"));
  if (!Array.isArray(expect) || expect.length !== results.length)
    throw new ValueFault(
      "expect",
      `expected a list of ${results.length} values (${results.join(", ")}), got ${ValueFault.show(expect)}`,
    );
  return results.map((one, index) =>
    signed(convertNumber(expect[index] as Argument, one, `expect[${index}]`)),
  );
}

function signed(value: Argument): Argument {
  return typeof value === "bigint" ? BigInt.asIntN(64, value) : value;
}

function convertNumber(value: Argument, type: string, place: Place): Argument {
  if (type === "i32") return Number(convertInteger(value, 32, place));
  if (type === "i64") return convertInteger(value, 64, place);
  if (type === "f32" || type === "f64") return convertFloat(value, type, place);
  if (value === null && isNullable(type)) return null;
  throw new ValueFault(
    place,
    `a reference (${type}) can only be null here, got ${ValueFault.show(value)}; glue takes any value`,
  );
}

function isNullable(type: string): boolean {
  return type.endsWith("ref") || type.startsWith("(ref null");
}

/** Both readings of the bits are accepted: the sign is the guest's to see. */
function convertInteger(value: Argument, bits: 32 | 64, place: Place): bigint {
  const [min, max] = [-(2n ** BigInt(bits - 1)), 2n ** BigInt(bits) - 1n];
  const exact = exactInteger(value, bits, place);
  if (exact !== null && exact >= min && exact <= max) return exact;
  const expected = `expected a whole number from ${min} to ${max} (i${bits})`;
  throw new ValueFault(place, `${expected}, got ${ValueFault.show(value)}`);
}

function exactInteger(value: Argument, bits: 32 | 64, place: Place): bigint | null {
  if (typeof value === "bigint") return value;
  if (bits === 64 && typeof value === "string")
    return /^-?\d{1,20}n?$/.test(value) ? BigInt(value.replace("n", "")) : null;
  if (typeof value !== "number" || !Number.isInteger(value)) return null;
  if (bits === 64 && !Number.isSafeInteger(value))
    throw new ValueFault(place, `${value} has lost digits: write it as a text, in quotes`);
  return BigInt(value);
}

function convertFloat(value: Argument, type: "f32" | "f64", place: Place): number {
  const number =
    typeof value === "string"
      ? SPECIAL[value.toLowerCase()]
      : typeof value === "number" || typeof value === "bigint"
        ? Number(value)
        : undefined;
  if (number === undefined)
    throw new ValueFault(
      place,
      `expected a number, or "nan", "inf" or "-inf" (${type}), got ${ValueFault.show(value)}`,
    );
  const isTooLarge =
    typeof value !== "string" && type === "f32" && !Number.isFinite(Math.fround(number));
  if (!isTooLarge) return number;
  throw new ValueFault(place, `${ValueFault.show(value)} is larger than any f32`);
}
