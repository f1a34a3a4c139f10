import { crc32, inflateRawSync } from "node:zlib";
import { ActionError } from "../errors.ts";

/** One file of an archive. */
export interface ArchiveFile {
  /** Relative path with `/`; never leaves the archive's root. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** How much an archive may unpack to. */
export interface ArchiveLimits {
  readonly maxFiles: number;
  /** Most bytes of all files together. */
  readonly maxBytes: number;
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly sizeBytes: number;
  /** Where its local header begins. */
  readonly offset: number;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const [END_BYTES, ENTRY_BYTES, LOCAL_BYTES] = [22, 46, 30];
const MAX_COMMENT_BYTES = 0xffff;
const ENCRYPTED_FLAG = 1;
const [STORED, DEFLATED] = [0, 8];
/** Value of a 32-bit field that says that the real one stands in a ZIP64 record. */
const ZIP64 = 0xffffffff;
/** File type bits of Unix modes, and the value of a symbolic link. */
const [TYPE_MASK, SYMLINK] = [0o170000, 0o120000];

/**
 * Unpacks a ZIP archive nobody vouches for, into memory.
 *
 * @param archive - the archive
 * @param limits - most files and bytes
 * @returns its files in the order of its directory
 * @throws ActionError (`result`) for anything but plain stored or deflated files with plain relative names
 * @see PKWARE APPNOTE 6.3.10
 */
export function unzip(archive: Buffer, limits: ArchiveLimits): readonly ArchiveFile[] {
  try {
    const entries = readDirectory(archive, limits.maxFiles);
    const total = entries.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    if (total > limits.maxBytes)
      throw refuse(`it unpacks to ${total} bytes, at most ${limits.maxBytes} are accepted`);
    if (new Set(entries.map(({ name }) => name)).size < entries.length)
      throw refuse("two files have one name");
    return entries
      .filter(({ name }) => !name.endsWith("/"))
      .map((entry) => ({ name: entry.name, bytes: unpack(archive, entry) }));
  } catch (thrown) {
    if (!isFormatFault(thrown)) throw thrown;
    throw refuse("its structure is damaged", thrown);
  }
}

/** What Buffer reads past the end and inflate throw. */
function isFormatFault(thrown: unknown): boolean {
  const code = thrown instanceof Error && "code" in thrown ? String(thrown.code) : "";
  return (
    code === "ERR_OUT_OF_RANGE" ||
    code === "ERR_BUFFER_OUT_OF_BOUNDS" ||
    code === "ERR_BUFFER_TOO_LARGE" ||
    code.startsWith("Z_")
  );
}

function refuse(fault: string, cause?: unknown): ActionError {
  return new ActionError({
    code: "result",
    message: `the artifact is refused: ${fault}`,
    hint: "Upload the result with actions/upload-artifact and nothing else in that artifact.",
    ...(cause === undefined ? {} : { cause }),
  });
}

function readDirectory(archive: Buffer, maxFiles: number): readonly Entry[] {
  const end = findEnd(archive);
  const count = archive.readUInt16LE(end + 10);
  const [size, start] = [archive.readUInt32LE(end + 12), archive.readUInt32LE(end + 16)];
  if (count === 0xffff || start === ZIP64 || size === ZIP64) throw refuse("it is a ZIP64 archive");
  if (archive.readUInt16LE(end + 4) !== 0 || archive.readUInt16LE(end + 8) !== count)
    throw refuse("it has several parts");
  if (count > maxFiles) throw refuse(`it holds ${count} files, at most ${maxFiles} are accepted`);
  if (start + size !== end) throw refuse("its directory is not where it says");
  const entries: Entry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    const [entry, next] = readEntry(archive, at);
    entries.push(entry);
    at = next;
  }
  if (at !== end) throw refuse("its directory is longer than it says");
  return entries;
}

function findEnd(archive: Buffer): number {
  const first = Math.max(0, archive.length - END_BYTES - MAX_COMMENT_BYTES);
  for (let at = archive.length - END_BYTES; at >= first; at -= 1) {
    const isEnd = archive.readUInt32LE(at) === END_SIGNATURE;
    if (isEnd && at + END_BYTES + archive.readUInt16LE(at + 20) === archive.length) return at;
  }
  throw refuse("it is not a ZIP archive");
}

function readEntry(archive: Buffer, at: number): readonly [Entry, number] {
  if (archive.readUInt32LE(at) !== ENTRY_SIGNATURE) throw refuse("its directory is damaged");
  const lengths = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset));
  const [nameBytes = 0, extraBytes = 0, commentBytes = 0] = lengths;
  const name = readName(archive, at + ENTRY_BYTES, nameBytes);
  if ((archive.readUInt16LE(at + 8) & ENCRYPTED_FLAG) !== 0)
    throw refuse(`${JSON.stringify(name)} is encrypted`);
  if (((archive.readUInt32LE(at + 38) >>> 16) & TYPE_MASK) === SYMLINK)
    throw refuse(`${JSON.stringify(name)} is a link`);
  const entry = {
    name,
    method: archive.readUInt16LE(at + 10),
    crc: archive.readUInt32LE(at + 16),
    packedBytes: archive.readUInt32LE(at + 20),
    sizeBytes: archive.readUInt32LE(at + 24),
    offset: archive.readUInt32LE(at + 42),
  };
  if ([entry.packedBytes, entry.sizeBytes, entry.offset].includes(ZIP64))
    throw refuse("it is a ZIP64 archive");
  return [entry, at + ENTRY_BYTES + nameBytes + extraBytes + commentBytes];
}

function readName(archive: Buffer, at: number, length: number): string {
  const bytes = archive.subarray(at, at + length);
  const name = bytes.toString("utf8");
  const parts = name.replace(/\/$/, "").split("/");
  const isPlain =
    !/[\p{Cc}\\:]/u.test(name) &&
    parts.every((part) => part !== "" && part !== "." && part !== "..");
  if (!isPlain || !Buffer.from(name, "utf8").equals(bytes))
    throw refuse(`it holds a file with the name ${JSON.stringify(name)}`);
  return name;
}

function unpack(archive: Buffer, entry: Entry): Uint8Array {
  const { offset, packedBytes, sizeBytes } = entry;
  const shown = JSON.stringify(entry.name);
  if (archive.readUInt32LE(offset) !== LOCAL_SIGNATURE)
    throw refuse(`${shown} is not where the directory says`);
  const nameBytes = archive.readUInt16LE(offset + 26);
  if (readName(archive, offset + LOCAL_BYTES, nameBytes) !== entry.name)
    throw refuse(`${shown} has two names`);
  const start = offset + LOCAL_BYTES + nameBytes + archive.readUInt16LE(offset + 28);
  if (start + packedBytes > archive.length) throw refuse(`${shown} is cut off`);
  const packed = archive.subarray(start, start + packedBytes);
  const bytes = inflate(packed, entry);
  if (bytes.length !== sizeBytes)
    throw refuse(`${shown} has ${bytes.length} bytes, the directory says ${sizeBytes}`);
  if (crc32(bytes) !== entry.crc) throw refuse(`${shown} does not match its checksum`);
  return bytes;
}

function inflate(packed: Buffer, { method, name, sizeBytes }: Entry): Uint8Array {
  if (method === STORED) return packed;
  if (method !== DEFLATED) throw refuse(`${JSON.stringify(name)} is packed by an unknown method`);
  return inflateRawSync(packed, { maxOutputLength: Math.max(1, sizeBytes) });
}
