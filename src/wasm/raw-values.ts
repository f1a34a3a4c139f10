/** Bytes of one value as native engines pass it to and from a function: wide enough for a vector. */
export const RAW_VALUE_BYTES = 16;

/** Types of values that pass between JavaScript and a native engine. */
export type RawType = "i32" | "i64" | "f32" | "f64";

/** Writes and reads values of one type. */
interface RawCodec {
  readonly write: (view: DataView, at: number, value: unknown) => void;
  readonly read: (view: DataView, at: number) => number | bigint;
}

/** Numbers as JavaScript gives them to WebAssembly: integers wrap around, an i64 is a bigint. */
const CODECS: Readonly<Record<RawType, RawCodec>> = {
  i32: {
    write: (view: DataView, at: number, value: unknown): void =>
      view.setInt32(at, Number(onlyNumber(value, "i32")) | 0, true),
    read: (view: DataView, at: number): number | bigint => view.getInt32(at, true),
  },
  i64: {
    write: (view: DataView, at: number, value: unknown): void =>
      view.setBigInt64(at, BigInt.asIntN(64, onlyBigint(value)), true),
    read: (view: DataView, at: number): number | bigint => view.getBigInt64(at, true),
  },
  f32: {
    write: (view: DataView, at: number, value: unknown): void =>
      view.setFloat32(at, Number(onlyNumber(value, "f32")), true),
    read: (view: DataView, at: number): number | bigint => view.getFloat32(at, true),
  },
  f64: {
    write: (view: DataView, at: number, value: unknown): void =>
      view.setFloat64(at, Number(onlyNumber(value, "f64")), true),
    read: (view: DataView, at: number): number | bigint => view.getFloat64(at, true),
  },
};

/**
 * Whether values of a type pass between JavaScript and a native engine.
 *
 * @param type - name of a value type in the text format
 * @returns false for vectors and references
 */
export function isRawType(type: string): type is RawType {
  return Object.hasOwn(CODECS, type);
}

/**
 * Writes values one behind another.
 *
 * @param view - as many times {@link RAW_VALUE_BYTES} as there are types, or more
 * @param types - their types
 * @param values - as JavaScript has them; what is missing is zero
 * @throws TypeError for a bigint where a number is asked for, and for a number where a bigint is
 */
export function writeRawValues(
  view: DataView,
  types: readonly RawType[],
  values: readonly unknown[],
): void {
  for (const [index, type] of types.entries()) {
    const value = index < values.length ? values[index] : type === "i64" ? 0n : 0;
    CODECS[type].write(view, index * RAW_VALUE_BYTES, value);
  }
}

/**
 * Reads values that lie one behind another.
 *
 * @param view - as many times {@link RAW_VALUE_BYTES} as there are types, or more
 * @param types - their types
 * @returns them as JavaScript has them
 */
export function readRawValues(view: DataView, types: readonly RawType[]): (number | bigint)[] {
  return types.map((type, index) => CODECS[type].read(view, index * RAW_VALUE_BYTES));
}

/**
 * What a function with these results returns to JavaScript.
 *
 * @param types - types of its results
 * @returns reads them: nothing for none, a value for one, a list for several
 */
export function rawResultReader(types: readonly RawType[]): (view: DataView) => unknown {
  const [only] = types;
  if (only === undefined) return (): unknown => undefined;
  if (types.length > 1) return (view: DataView): unknown => readRawValues(view, types);
  const { read } = CODECS[only];
  return (view: DataView): unknown => read(view, 0);
}

function onlyNumber(value: unknown, type: RawType): unknown {
  if (typeof value === "bigint") throw new TypeError(`${value}n is no value of type ${type}`);
  return value;
}

function onlyBigint(value: unknown): bigint {
  if (typeof value === "bigint") return value;
  if (typeof value === "boolean") return value ? 1n : 0n;
  throw new TypeError(`${String(value)} is no value of type i64: write it as a bigint`);
}
