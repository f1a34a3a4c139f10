import { ByteWriter, MODULE_HEADER, writeSection } from "./encoder.ts";
import { isRawType, RAW_VALUE_BYTES, type RawType, writeRawValues } from "./raw-values.ts";
import { SECTION } from "./sections.ts";

/** Byte of each type of value in a module. */
const TYPE_BYTES: Readonly<Record<RawType, number>> = {
  i32: 0x7f,
  i64: 0x7e,
  f32: 0x7d,
  f64: 0x7c,
};
/** Operator that makes a value of a type. */
const CONSTANTS: Readonly<Record<RawType, number>> = { i32: 0x41, i64: 0x42, f32: 0x43, f64: 0x44 };

const FUNCTION = 0x60;
const LOOP = 0x03;
const NO_TYPE = 0x40;
const END = 0x0b;
const BRANCH_IF = 0x0d;
const CALL = 0x10;
const DROP = 0x1a;
const LOCAL_GET = 0x20;
const LOCAL_TEE = 0x22;
const I32_SUB = 0x6b;

/** Module and name under which a driver module imports what it calls. */
export const DRIVEN = { module: "driven", name: "call" } as const;
/** Export of a driver module that makes the calls: it takes how many, at least 1, and returns nothing. */
export const DRIVE = "drive";

/** What a driver module calls. */
export interface Driven {
  readonly params: readonly RawType[];
  readonly results: readonly string[];
  /** Arguments of every call, as many as there are parameters. */
  readonly args: readonly unknown[];
}

/**
 * Makes a module that calls an imported function again and again with the same arguments and drops what it returns: calls
 * shorter than crossing into the engine are timed many at once.
 *
 * @param driven - signature of the function, and the arguments
 * @returns a valid module that imports the function as {@link DRIVEN} and exports {@link DRIVE}
 * @throws TypeError when an argument is none of its type, or a result has a type that is not encoded here
 */
export function driverModule({ params, results, args }: Driven): Uint8Array<ArrayBuffer> {
  const types = new ByteWriter().u32(2).u8(FUNCTION);
  writeTypes(types, params);
  writeTypes(types, results);
  types.u8(FUNCTION).u32(1).u8(TYPE_BYTES.i32).u32(0);
  const imports = new ByteWriter().u32(1).name(DRIVEN.module).name(DRIVEN.name).u8(0).u32(0);
  const functions = new ByteWriter().u32(1).u32(1);
  const exports = new ByteWriter().u32(1).name(DRIVE).u8(0).u32(1);
  const code = new ByteWriter().u32(1).sized(body({ params, results, args }));
  const module = new ByteWriter().raw(MODULE_HEADER);
  writeSection(module, SECTION.type, types);
  writeSection(module, SECTION.import, imports);
  writeSection(module, SECTION.function, functions);
  writeSection(module, SECTION.export, exports);
  writeSection(module, SECTION.code, code);
  return module.bytes();
}

function writeTypes(writer: ByteWriter, types: readonly string[]): void {
  writer.u32(types.length);
  for (const type of types) {
    if (!isRawType(type)) throw new TypeError(`a value of type ${type} cannot be dropped here`);
    writer.u8(TYPE_BYTES[type]);
  }
}

/** Down from the number of calls to zero. */
function body({ params, results, args }: Driven): ByteWriter {
  const code = new ByteWriter().u32(0).u8(LOOP).u8(NO_TYPE);
  const view = new DataView(new ArrayBuffer(RAW_VALUE_BYTES * Math.max(1, params.length)));
  writeRawValues(view, params, args);
  for (const [index, type] of params.entries())
    writeConstant(code, type, { view, at: index * RAW_VALUE_BYTES });
  code.u8(CALL).u32(0);
  for (const _ of results) code.u8(DROP);
  code.u8(LOCAL_GET).u32(0).u8(CONSTANTS.i32).s32(1).u8(I32_SUB).u8(LOCAL_TEE).u32(0);
  return code.u8(BRANCH_IF).u32(0).u8(END).u8(END);
}

/** Floats are written by their bits, which may be those of any NaN. */
function writeConstant(
  code: ByteWriter,
  type: RawType,
  { view, at }: { readonly view: DataView; readonly at: number },
): void {
  code.u8(CONSTANTS[type]);
  if (type === "i32") code.s32(view.getInt32(at, true));
  else if (type === "i64") code.s64(view.getBigInt64(at, true));
  else code.raw(new Uint8Array(view.buffer, at, type === "f32" ? 4 : 8));
}
