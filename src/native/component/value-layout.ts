import type { WitPrimitive, WitType } from "../../model/wit.ts";

/** Numbers by which the C API tells values of components apart. */
export const VALUE_KINDS: Readonly<
  Record<WitPrimitive | Exclude<WitType["kind"], "primitive" | "other">, number>
> = {
  bool: 0,
  s8: 1,
  u8: 2,
  s16: 3,
  u16: 4,
  s32: 5,
  u32: 6,
  s64: 7,
  u64: 8,
  f32: 9,
  f64: 10,
  char: 11,
  string: 12,
  list: 13,
  record: 14,
  tuple: 15,
  variant: 16,
  enum: 17,
  option: 18,
  result: 19,
  flags: 20,
  resource: 21,
};

/** Where the parts of structures lie, in bytes: a test on a real library holds every one of them. */
export const VALUE_LAYOUT = {
  /** A value: its kind, then what it holds. */
  value: 32,
  holds: 8,
  /** Of a vector, a name included: how many, then where. */
  vector: 16,
  vectorData: 8,
  /** Of a variant: its case, then where its payload is. */
  variantPayload: 16,
  /** Of a result: whether it is ok, then where its payload is. */
  resultPayload: 8,
  /** A field of a record: its name, then its value. */
  field: 48,
  fieldValue: 16,
} as const;

/** More than a function of a component takes in any version, in bytes. */
export const FUNCTION_BYTES = 64;

/** A value, or any other structure of the C API, in memory. */
export interface Cell {
  readonly view: DataView;
  /** Where in the view it begins, in bytes. */
  readonly at: number;
}

/**
 * Why no value of a type passes: the C API ends the process where one of the asynchronous kind would be lifted.
 *
 * @param type - type of an argument or a result; null for none
 * @returns name of the part that does not pass; null where all of it does
 */
export function impassable(type: WitType | null): string | null {
  if (type === null) return null;
  if (type.kind === "other") return type.name;
  if (type.kind === "list" && type.length !== null) return "list of a fixed length";
  return (
    partsOf(type)
      .map(impassable)
      .find((one) => one !== null) ?? null
  );
}

/**
 * Types of what values of a type are made of.
 *
 * @param type - the type
 * @returns types; null for a case without payload
 */
export function partsOf(type: WitType): readonly (WitType | null)[] {
  switch (type.kind) {
    case "list":
    case "option":
      return [type.item];
    case "tuple":
      return type.items;
    case "record":
      return type.fields.map((field) => field.type);
    case "variant":
      return type.cases.map((one) => one.type);
    case "result":
      return [type.ok, type.error];
    case "primitive":
    case "enum":
    case "flags":
    case "resource":
    case "other":
      return [];
  }
}
