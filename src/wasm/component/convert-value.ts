import type { Argument, ArgumentRecord } from "../../model/benchmark.ts";
import { DataBytes } from "../../model/data.ts";
import type { WitField, WitPrimitive, WitType } from "../../model/wit.ts";
import { toCamelCase } from "./names.ts";
import { convertPrimitive, TYPED_ARRAYS } from "./primitive.ts";
import { typeName } from "./type-name.ts";
import { type Place, ValueFault } from "./value-fault.ts";

/**
 * Turns a value as a configuration writes it into what the JavaScript of a transpiled component takes and returns.
 *
 * @param value - as read: numbers, texts, lists, records
 * @param type - what it is for
 * @param place - name for messages, such as `points[2].x`
 * @returns the value; lists of numbers as typed arrays, none of an option as undefined
 * @throws ValueFault naming the place, the type and what was given
 */
export function convertValue(value: Argument, type: WitType, place: Place): unknown {
  switch (type.kind) {
    case "primitive":
      return convertPrimitive(value, type.name, place);
    case "list":
      return convertList(value, type, place);
    case "tuple":
      return convertTuple(value, type.items, place);
    case "record":
      return convertRecord(value, type.fields, place);
    case "option":
      return convertOption(value, type, place);
    case "enum":
      return oneOf(value, type.cases, { type, place });
    case "flags":
      return convertFlags(value, type.names, { type, place });
    case "variant":
      return convertCase(value, type.cases, { type, place });
    case "result": {
      const cases = [
        { name: "ok", type: type.ok },
        { name: "err", type: type.error },
      ];
      return convertCase(value, cases, { type, place });
    }
    case "resource":
      throw new ValueFault(place, "is a resource, which lives only while its component runs");
    case "other":
      throw new ValueFault(place, `is of the type ${type.name}, which no value can be written for`);
  }
}

/**
 * Turns the result a configuration expects into what a call returns.
 *
 * @param value - as read
 * @param type - the function's result; null when it returns nothing
 * @returns what JavaScript returns: the payload alone of a result that is `ok`, undefined for nothing
 * @throws ValueFault when no call that can be measured returns it
 */
export function convertExpected(value: Argument, type: WitType | null): unknown {
  if (type === null) {
    if (value === null) return undefined;
    throw new ValueFault("expect", "must be absent: the function returns nothing");
  }
  if (type.kind !== "result") return convertValue(value, type, "expect");
  const name = caseName(value);
  if (name === "err")
    throw new ValueFault("expect", "is an error; a call that is measured must succeed");
  if (name !== "ok") throw new ValueFault("expect", `must be { ok: … }, for ${typeName(type)}`);
  return type.ok === null
    ? undefined
    : convertValue((value as ArgumentRecord).ok ?? null, type.ok, "expect.ok");
}

interface Context {
  readonly type: WitType;
  readonly place: Place;
}

function convertList(
  value: Argument,
  type: Extract<WitType, { kind: "list" }>,
  place: Place,
): unknown {
  const items = dataItems(value, type, place) ?? listOf(value, { type, place });
  if (items instanceof Uint8Array && type.length === null) return items;
  if (type.length !== null && items.length !== type.length)
    throw new ValueFault(place, `takes ${type.length} items, got ${items.length}`);
  const converted = Array.from(items, (item, index) =>
    convertValue(item, type.item, `${place}[${index}]`),
  );
  if (type.length !== null || type.item.kind !== "primitive") return converted;
  const pack = TYPED_ARRAYS[type.item.name as WitPrimitive];
  return pack === undefined ? converted : pack(converted);
}

/** The bytes of data for a list of bytes; null for every other value. */
function dataItems(
  value: unknown,
  { item }: Extract<WitType, { kind: "list" }>,
  place: Place,
): Uint8Array | null {
  if (!(value instanceof DataBytes)) return null;
  if (item.kind === "primitive" && item.name === "u8") return value.bytes;
  throw new ValueFault(place, `takes no data: that is a list<u8> or a string`);
}

function convertTuple(value: Argument, types: readonly WitType[], place: Place): unknown[] {
  const items = listOf(value, { type: { kind: "tuple", items: types }, place });
  if (items.length !== types.length)
    throw new ValueFault(place, `takes ${types.length} items, got ${items.length}`);
  return types.map((type, index) => convertValue(items[index] ?? null, type, `${place}[${index}]`));
}

function convertRecord(
  value: Argument,
  fields: readonly WitField[],
  place: Place,
): Record<string, unknown> {
  const given = recordOf(value, { type: { kind: "record", fields }, place });
  const known = new Set(fields.map(({ name }) => toCamelCase(name)));
  const unknown = Object.keys(given).find((name) => !known.has(toCamelCase(name)));
  if (unknown !== undefined) {
    const names = fields.map(({ name }) => name).join(", ");
    throw new ValueFault(place, `has no field "${unknown}"; its fields are ${names}`);
  }
  const byName = new Map(Object.entries(given).map(([name, one]) => [toCamelCase(name), one]));
  return Object.fromEntries(
    fields.map(({ name, type }) => {
      const own = byName.get(toCamelCase(name));
      if (own === undefined && type.kind !== "option")
        throw new ValueFault(place, `lacks the field "${name}" (${typeName(type)})`);
      return [toCamelCase(name), convertValue(own ?? null, type, `${place}.${name}`)];
    }),
  );
}

/** An option of what may itself be none says which of both it is. */
function convertOption(
  value: Argument,
  { item }: Extract<WitType, { kind: "option" }>,
  place: Place,
): unknown {
  if (!isNullable(item)) return value === null ? undefined : convertValue(value, item, place);
  if (value === null) return { tag: "none" };
  const name = caseName(value);
  if (name !== "some")
    throw new ValueFault(place, "is an option of an option: write { some: … } or null");
  const inner = (value as ArgumentRecord).some ?? null;
  return { tag: "some", val: convertValue(inner, item, `${place}.some`) };
}

/**
 * Whether the values of a type may be nothing in JavaScript, so that an option of it says which of both it is.
 *
 * @param type - the type inside of an option
 * @returns true for an option whose own values are told by nothing
 */
export function isNullable(type: WitType): boolean {
  return type.kind === "option" && !isNullable(type.item);
}

function convertFlags(
  value: Argument,
  names: readonly string[],
  context: Context,
): Record<string, boolean> {
  const set = listOf(value, context).map((one) => oneOf(one, names, context));
  return Object.fromEntries(names.map((name) => [toCamelCase(name), set.includes(name)]));
}

type Cases = readonly { readonly name: string; readonly type: WitType | null }[];

/** A case without payload is written by its name, one with a payload as `{ name: payload }`. */
function convertCase(value: Argument, cases: Cases, context: Context): unknown {
  const { place } = context;
  const name = caseName(value);
  const names = cases.map((one) => one.name);
  const found = cases.find((one) => one.name === name);
  if (found === undefined || name === null) return oneOf(name ?? value, names, context);
  const payload = typeof value === "string" ? undefined : (value as ArgumentRecord)[name];
  if (found.type === null) {
    if (payload === undefined || payload === null) return { tag: name, val: undefined };
    throw new ValueFault(place, `the case "${name}" has no payload`);
  }
  if (payload === undefined)
    throw new ValueFault(place, `the case "${name}" needs a payload: { ${name}: … }`);
  return { tag: name, val: convertValue(payload, found.type, `${place}.${name}`) };
}

/** Name of a case: the text itself, or the only key; null when it is neither. */
function caseName(value: Argument): string | null {
  if (typeof value === "string") return value;
  if (!isRecord(value)) return null;
  const [name, ...others] = Object.keys(value);
  return name !== undefined && others.length === 0 ? name : null;
}

function oneOf(value: Argument, names: readonly string[], { type, place }: Context): string {
  if (typeof value === "string" && names.includes(value)) return value;
  throw new ValueFault(
    place,
    `expected one of ${names.join(", ")} (${typeName(type)}), got ${shown(value)}`,
  );
}

function listOf(value: Argument, { type, place }: Context): readonly Argument[] {
  if (Array.isArray(value)) return value as readonly Argument[];
  throw new ValueFault(place, `expected a list (${typeName(type)}), got ${shown(value)}`);
}

function recordOf(value: Argument, { type, place }: Context): ArgumentRecord {
  if (isRecord(value)) return value;
  throw new ValueFault(place, `expected a record (${typeName(type)}), got ${shown(value)}`);
}

function isRecord(value: Argument): value is ArgumentRecord {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject && !((value as unknown) instanceof DataBytes);
}

/** A value as a message shows it. */
function shown(value: Argument): string {
  return ValueFault.show(value);
}
