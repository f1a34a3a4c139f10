import { ByteWriter, MODULE_HEADER, writeSection } from "../encoder.ts";
import { SECTION } from "../sections.ts";

/** Names of a probe: module and name of the memory it imports, and its two exports. */
export const PROBE = {
  module: "probed",
  memory: "memory",
  pages: "pages",
  touch: "touch",
} as const;

/** Smallest page of the operating systems this runs on. */
const OS_PAGE_BYTES = 4096;
const PAGE_BYTES = 65_536;

const FUNCTION = 0x60;
const I32 = 0x7f;
const MEMORY_IMPORT = 0x02;
const OPERATOR = {
  block: 0x02,
  loop: 0x03,
  end: 0x0b,
  branch: 0x0c,
  branchIf: 0x0d,
  localGet: 0x20,
  localSet: 0x21,
  load8: 0x2d,
  store8: 0x3a,
  memorySize: 0x3f,
  constant: 0x41,
  isZero: 0x45,
  add: 0x6a,
  subtract: 0x6b,
  multiply: 0x6c,
} as const;
const NO_TYPE = 0x40;
const [AT, LEFT] = [0, 1];

/**
 * Makes a module that tells the size of a memory in pages and writes to every page of the operating system in it, leaving
 * what is there as it was.
 *
 * @returns a core module that imports the memory
 */
export function probeModule(): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter().raw(MODULE_HEADER);
  const section = (id: number, content: ByteWriter): void => writeSection(writer, id, content);
  section(SECTION.type, new ByteWriter().raw([2, FUNCTION, 0, 1, I32, FUNCTION, 0, 0]));
  const imported = new ByteWriter().u32(1).name(PROBE.module).name(PROBE.memory);
  section(SECTION.import, imported.raw([MEMORY_IMPORT, 0, 0]));
  section(SECTION.function, new ByteWriter().raw([2, 0, 1]));
  const exported = new ByteWriter().u32(2).name(PROBE.pages).raw([0, 0]).name(PROBE.touch);
  section(SECTION.export, exported.raw([0, 1]));
  const pages = new ByteWriter().raw([0, OPERATOR.memorySize, 0, OPERATOR.end]);
  section(SECTION.code, new ByteWriter().u32(2).sized(pages).sized(touchBody()));
  return writer.bytes();
}

/** From the first page of the operating system on, as many as there are. */
function touchBody(): ByteWriter {
  const code = new ByteWriter().raw([1, 2, I32, OPERATOR.memorySize, 0]);
  code
    .u8(OPERATOR.constant)
    .s32(PAGE_BYTES / OS_PAGE_BYTES)
    .u8(OPERATOR.multiply);
  code.raw([OPERATOR.localSet, LEFT, OPERATOR.block, NO_TYPE, OPERATOR.loop, NO_TYPE]);
  code.raw([OPERATOR.localGet, LEFT, OPERATOR.isZero, OPERATOR.branchIf, 1]);
  code.raw([OPERATOR.localGet, AT, OPERATOR.localGet, AT, OPERATOR.load8, 0, 0]);
  code.raw([OPERATOR.store8, 0, 0, OPERATOR.localGet, AT]);
  code.u8(OPERATOR.constant).s32(OS_PAGE_BYTES).raw([OPERATOR.add, OPERATOR.localSet, AT]);
  code.raw([OPERATOR.localGet, LEFT, OPERATOR.constant, 1, OPERATOR.subtract]);
  code.raw([OPERATOR.localSet, LEFT, OPERATOR.branch, 0, OPERATOR.end, OPERATOR.end]);
  return code.u8(OPERATOR.end);
}
