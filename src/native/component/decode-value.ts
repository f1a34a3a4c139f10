import type { WitPrimitive, WitType } from "../../model/wit.ts";
import { isNullable } from "../../wasm/component/convert-value.ts";
import { toCamelCase } from "../../wasm/component/names.ts";
import { TYPED_ARRAYS } from "../../wasm/component/primitive.ts";
import { type Cell, VALUE_LAYOUT } from "./value-layout.ts";

/** What reading a value needs. */
export interface Decoding {
  /** Bytes at an address, as they are now. */
  readonly viewAt: (address: number, bytes: number) => ArrayBuffer;
  /** What stands for a handle, by its address. */
  readonly objectOf: (handle: number) => unknown;
}

/** A byte order mark is a part of a text. */
const UTF_8 = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * Reads a value that the C API gave.
 *
 * @param type - its type
 * @param cell - where it lies
 * @param decoding - reads what it is made of
 * @returns what the JavaScript of a transpiled component would give: lists of numbers as typed arrays, fields in camel case,
 *   cases as `{ tag, val }`
 * @throws TypeError for a type that {@link impassable} names
 */
export function decodeValue(type: WitType, { view, at }: Cell, decoding: Decoding): unknown {
  const inside = { view, at: at + VALUE_LAYOUT.holds };
  switch (type.kind) {
    case "primitive":
      return decodePrimitive(type.name, inside, decoding);
    case "list":
      return decodeList(type, inside, decoding);
    case "tuple":
      return mapCells(inside, VALUE_LAYOUT.value, decoding, (one, index) =>
        decodeValue(type.items[index] as WitType, one, decoding),
      );
    case "record":
      return decodeRecord(type, inside, decoding);
    case "option":
      return decodeOption(type, inside, decoding);
    case "variant":
      return decodeVariant(type, inside, decoding);
    case "result":
      return decodeResult(type, inside, decoding);
    case "enum":
      return textAt(inside, decoding);
    case "flags": {
      const set = mapCells(inside, VALUE_LAYOUT.vector, decoding, (one) => textAt(one, decoding));
      return Object.fromEntries(type.names.map((name) => [toCamelCase(name), set.includes(name)]));
    }
    case "resource":
      return decoding.objectOf(wordAt(inside));
    case "other":
      throw new TypeError(`a value of type ${type.name} cannot be read`);
  }
}

/** Of a type of one kind. */
type Typed<Kind extends WitType["kind"]> = Extract<WitType, { kind: Kind }>;

function decodeList({ item }: Typed<"list">, cell: Cell, decoding: Decoding): unknown {
  const items = mapCells(cell, VALUE_LAYOUT.value, decoding, (one) =>
    decodeValue(item, one, decoding),
  );
  const pack = item.kind === "primitive" ? TYPED_ARRAYS[item.name] : undefined;
  return pack === undefined ? items : pack(items);
}

function decodeRecord({ fields }: Typed<"record">, cell: Cell, decoding: Decoding): unknown {
  const entries = mapCells(cell, VALUE_LAYOUT.field, decoding, ({ view, at }, index) => {
    const { name, type } = fields[index] as (typeof fields)[number];
    const own = { view, at: at + VALUE_LAYOUT.fieldValue };
    return [toCamelCase(name), decodeValue(type, own, decoding)] as const;
  });
  return Object.fromEntries(entries);
}

function decodeOption({ item }: Typed<"option">, cell: Cell, decoding: Decoding): unknown {
  const payload = boxedAt(cell, decoding);
  const value = payload === null ? undefined : decodeValue(item, payload, decoding);
  if (!isNullable(item)) return value;
  return payload === null ? { tag: "none" } : { tag: "some", val: value };
}

function decodeVariant({ cases }: Typed<"variant">, cell: Cell, decoding: Decoding): unknown {
  const tag = textAt(cell, decoding);
  const type = cases.find(({ name }) => name === tag)?.type ?? null;
  const place = { view: cell.view, at: cell.at + VALUE_LAYOUT.variantPayload };
  const payload = boxedAt(place, decoding);
  return type === null || payload === null
    ? { tag }
    : { tag, val: decodeValue(type, payload, decoding) };
}

function decodeResult({ ok, error }: Typed<"result">, cell: Cell, decoding: Decoding): unknown {
  const isOk = cell.view.getUint8(cell.at) !== 0;
  const type = isOk ? ok : error;
  const place = { view: cell.view, at: cell.at + VALUE_LAYOUT.resultPayload };
  const payload = boxedAt(place, decoding);
  const val = type === null || payload === null ? undefined : decodeValue(type, payload, decoding);
  return { tag: isOk ? "ok" : "err", val };
}

type ReadNumber = (view: DataView, at: number) => number | bigint;

const NUMBERS: Readonly<Partial<Record<WitPrimitive, ReadNumber>>> = {
  s8: (view: DataView, at: number): number => view.getInt8(at),
  u8: (view: DataView, at: number): number => view.getUint8(at),
  s16: (view: DataView, at: number): number => view.getInt16(at, true),
  u16: (view: DataView, at: number): number => view.getUint16(at, true),
  s32: (view: DataView, at: number): number => view.getInt32(at, true),
  u32: (view: DataView, at: number): number => view.getUint32(at, true),
  s64: (view: DataView, at: number): bigint => view.getBigInt64(at, true),
  u64: (view: DataView, at: number): bigint => view.getBigUint64(at, true),
  f32: (view: DataView, at: number): number => view.getFloat32(at, true),
  f64: (view: DataView, at: number): number => view.getFloat64(at, true),
};

function decodePrimitive(type: WitPrimitive, cell: Cell, decoding: Decoding): unknown {
  const { view, at } = cell;
  const read = NUMBERS[type];
  if (read !== undefined) return read(view, at);
  if (type === "bool") return view.getUint8(at) !== 0;
  return type === "char" ? String.fromCodePoint(view.getUint32(at, true)) : textAt(cell, decoding);
}

function wordAt({ view, at }: Cell): number {
  return Number(view.getBigUint64(at, true));
}

/** Items one by one: a list may have millions. */
function mapCells<Result>(
  cell: Cell,
  itemBytes: number,
  { viewAt }: Decoding,
  read: (item: Cell, index: number) => Result,
): Result[] {
  const count = wordAt(cell);
  if (count === 0) return [];
  const data = wordAt({ view: cell.view, at: cell.at + VALUE_LAYOUT.vectorData });
  const view = new DataView(viewAt(data, count * itemBytes));
  const results: Result[] = [];
  for (let index = 0; index < count; index += 1)
    results.push(read({ view, at: index * itemBytes }, index));
  return results;
}

function textAt(cell: Cell, { viewAt }: Decoding): string {
  const length = wordAt(cell);
  if (length === 0) return "";
  const data = wordAt({ view: cell.view, at: cell.at + VALUE_LAYOUT.vectorData });
  return UTF_8.decode(new Uint8Array(viewAt(data, length)));
}

function boxedAt(cell: Cell, { viewAt }: Decoding): Cell | null {
  const address = wordAt(cell);
  return address === 0 ? null : { view: new DataView(viewAt(address, VALUE_LAYOUT.value)), at: 0 };
}
