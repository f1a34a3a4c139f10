import type { WitPrimitive, WitType } from "../../model/wit.ts";
import { isNullable } from "../../wasm/component/convert-value.ts";
import { toCamelCase } from "../../wasm/component/names.ts";
import { typeName } from "../../wasm/component/type-name.ts";
import { type Cell, VALUE_KINDS, VALUE_LAYOUT } from "./value-layout.ts";
import type { ValueMemory } from "./value-memory.ts";

/** Where a value is written, and what it may need. */
export interface Encoding {
  readonly memory: ValueMemory;
  /** Gives out a handle of what JavaScript implements; its address. */
  readonly handleOf: (value: unknown) => number;
}

/** Longest part of a value that a message shows, in characters. */
const LONGEST_SHOWN = 80;

/**
 * Writes a value as the C API takes it. Everything is checked: the API ends the process where a character is none.
 *
 * @param value - as the JavaScript of a transpiled component has it: fields in camel case, cases as `{ tag, val }`
 * @param type - its type
 * @param cell - where it is written, filled with zeros
 * @param encoding - memory for what it is made of
 * @throws TypeError telling what does not fit
 */
export function encodeValue(value: unknown, type: WitType, cell: Cell, encoding: Encoding): void {
  const { view, at } = cell;
  view.setUint8(at, kindOf(type));
  const inside = { view, at: at + VALUE_LAYOUT.holds };
  const encode = ENCODERS[type.kind] as Encode<WitType>;
  encode(value, type, inside, encoding);
}

function kindOf(type: WitType): number {
  if (type.kind === "primitive") return VALUE_KINDS[type.name];
  return type.kind === "other" ? 0 : VALUE_KINDS[type.kind];
}

/** Writes what a value of a type holds. */
type Encode<Type extends WitType> = (
  value: unknown,
  type: Type,
  cell: Cell,
  encoding: Encoding,
) => void;

/** Of a type of one kind. */
type Typed<Kind extends WitType["kind"]> = Extract<WitType, { kind: Kind }>;

function encodeItems(
  items: ArrayLike<unknown>,
  typeOf: (index: number) => WitType,
  cell: Cell,
  encoding: Encoding,
): void {
  const cellOf = encoding.memory.vector(cell, items.length, VALUE_LAYOUT.value);
  for (let index = 0; index < items.length; index += 1)
    encodeValue(items[index], typeOf(index), cellOf(index), encoding);
}

function encodeTuple(value: unknown, type: Typed<"tuple">, cell: Cell, encoding: Encoding): void {
  const items = itemsOf(value, type);
  if (items.length !== type.items.length) throw misfit(value, type);
  encodeItems(items, (index) => type.items[index] as WitType, cell, encoding);
}

function encodeRecord(value: unknown, type: Typed<"record">, cell: Cell, encoding: Encoding): void {
  const record = recordOf(value, type);
  const cellOf = encoding.memory.vector(cell, type.fields.length, VALUE_LAYOUT.field);
  for (const [index, field] of type.fields.entries()) {
    const { view, at } = cellOf(index);
    encoding.memory.text({ view, at }, field.name);
    const own = { view, at: at + VALUE_LAYOUT.fieldValue };
    encodeValue(record[toCamelCase(field.name)], field.type, own, encoding);
  }
}

function encodeOption(value: unknown, type: Typed<"option">, cell: Cell, encoding: Encoding): void {
  const { item } = type;
  if (!isNullable(item)) {
    if (value !== undefined && value !== null)
      encodeValue(value, item, encoding.memory.boxed(cell), encoding);
    return;
  }
  const { tag, val } = recordOf(value, type);
  if (tag === "some") encodeValue(val, item, encoding.memory.boxed(cell), encoding);
  else if (tag !== "none") throw misfit(value, type);
}

function encodeVariant(
  value: unknown,
  type: Typed<"variant">,
  cell: Cell,
  encoding: Encoding,
): void {
  const { tag, val } = recordOf(value, type);
  const found = type.cases.find(({ name }) => name === tag);
  if (found === undefined) throw misfit(value, type);
  encoding.memory.text(cell, found.name);
  const payload = { view: cell.view, at: cell.at + VALUE_LAYOUT.variantPayload };
  if (found.type !== null) encodeValue(val, found.type, encoding.memory.boxed(payload), encoding);
}

function encodeResult(value: unknown, type: Typed<"result">, cell: Cell, encoding: Encoding): void {
  const { tag, val } = recordOf(value, type);
  if (tag !== "ok" && tag !== "err") throw misfit(value, type);
  cell.view.setUint8(cell.at, tag === "ok" ? 1 : 0);
  const own = tag === "ok" ? type.ok : type.error;
  const payload = { view: cell.view, at: cell.at + VALUE_LAYOUT.resultPayload };
  if (own !== null) encodeValue(val, own, encoding.memory.boxed(payload), encoding);
}

function encodeFlags(value: unknown, type: Typed<"flags">, cell: Cell, { memory }: Encoding): void {
  const given = recordOf(value, type);
  const set = type.names.filter((name) => Boolean(given[toCamelCase(name)]));
  const cellOf = memory.vector(cell, set.length, VALUE_LAYOUT.vector);
  for (const [index, name] of set.entries()) memory.text(cellOf(index), name);
}

type WriteNumber = (view: DataView, at: number, value: unknown) => void;

/** Integers keep their lowest bits, as where JavaScript gives them to WebAssembly. */
const NUMBERS: Readonly<Partial<Record<WitPrimitive, WriteNumber>>> = {
  s8: (view: DataView, at: number, value: unknown): void => view.setInt8(at, Number(value)),
  u8: (view: DataView, at: number, value: unknown): void => view.setUint8(at, Number(value)),
  s16: (view: DataView, at: number, value: unknown): void => view.setInt16(at, Number(value), true),
  u16: (view: DataView, at: number, value: unknown): void =>
    view.setUint16(at, Number(value), true),
  s32: (view: DataView, at: number, value: unknown): void => view.setInt32(at, Number(value), true),
  u32: (view: DataView, at: number, value: unknown): void =>
    view.setUint32(at, Number(value), true),
  s64: (view: DataView, at: number, value: unknown): void =>
    view.setBigInt64(at, value as bigint, true),
  u64: (view: DataView, at: number, value: unknown): void =>
    view.setBigUint64(at, value as bigint, true),
  f32: (view: DataView, at: number, value: unknown): void =>
    view.setFloat32(at, Number(value), true),
  f64: (view: DataView, at: number, value: unknown): void =>
    view.setFloat64(at, Number(value), true),
};

function encodePrimitive(
  value: unknown,
  type: Typed<"primitive">,
  cell: Cell,
  { memory }: Encoding,
): void {
  const { view, at } = cell;
  const write = NUMBERS[type.name];
  if (write !== undefined) write(view, at, numberOf(value, type));
  else if (type.name === "bool") view.setUint8(at, value ? 1 : 0);
  else if (type.name === "string") memory.text(cell, textOf(value, type));
  else view.setUint32(at, characterOf(textOf(value, type), type), true);
}

function numberOf(value: unknown, type: Typed<"primitive">): unknown {
  const wanted = type.name === "s64" || type.name === "u64" ? "bigint" : "number";
  if (typeof value !== wanted) throw misfit(value, type);
  return value;
}

function textOf(value: unknown, type: WitType): string {
  if (typeof value === "string") return value;
  throw misfit(value, type);
}

/** A surrogate without its other half is no character. */
function characterOf(text: string, type: WitType): number {
  const code = text.codePointAt(0);
  if (code === undefined || [...text].length !== 1 || !text.isWellFormed())
    throw misfit(text, type);
  return code;
}

function encodeList(value: unknown, type: Typed<"list">, cell: Cell, encoding: Encoding): void {
  encodeItems(itemsOf(value, type), () => type.item, cell, encoding);
}

function encodeEnum(value: unknown, type: Typed<"enum">, cell: Cell, { memory }: Encoding): void {
  memory.text(cell, oneOf(value, type.cases, type));
}

function encodeResource(
  value: unknown,
  _type: Typed<"resource">,
  { view, at }: Cell,
  { handleOf }: Encoding,
): void {
  view.setBigUint64(at, BigInt(handleOf(value)), true);
}

function refuse(value: unknown, type: WitType): void {
  throw misfit(value, type);
}

/** Writes what values hold, by the kind of their type. */
const ENCODERS: { readonly [Kind in WitType["kind"]]: Encode<Typed<Kind>> } = {
  primitive: encodePrimitive,
  list: encodeList,
  tuple: encodeTuple,
  record: encodeRecord,
  option: encodeOption,
  variant: encodeVariant,
  result: encodeResult,
  enum: encodeEnum,
  flags: encodeFlags,
  resource: encodeResource,
  other: refuse,
};

function itemsOf(value: unknown, type: WitType): ArrayLike<unknown> {
  if (Array.isArray(value)) return value as unknown[];
  if (ArrayBuffer.isView(value) && !(value instanceof DataView))
    return value as unknown as ArrayLike<unknown>;
  throw misfit(value, type);
}

function recordOf(value: unknown, type: WitType): Readonly<Record<string, unknown>> {
  if (typeof value === "object" && value !== null)
    return value as Readonly<Record<string, unknown>>;
  throw misfit(value, type);
}

function oneOf(value: unknown, names: readonly string[], type: WitType): string {
  if (typeof value === "string" && names.includes(value)) return value;
  throw misfit(value, type);
}

function misfit(value: unknown, type: WitType): TypeError {
  return new TypeError(`expected ${typeName(type)}, got ${shown(value)}`);
}

function shown(value: unknown): string {
  const text = jsonOf(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

function jsonOf(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value !== "object" || value === null) return String(value);
  try {
    return JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === "bigint" ? `${inner}n` : inner,
    );
  } catch {
    return "an object";
  }
}
