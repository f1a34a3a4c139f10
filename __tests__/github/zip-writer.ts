import { crc32, deflateRawSync } from "node:zlib";

/** A file to pack, with everything that can be wrong about it. */
export interface ZipEntry {
  readonly name: string | Buffer;
  readonly bytes: Buffer;
  readonly localName?: string;
  readonly method?: number;
  readonly crc?: number;
  /** Size the directory tells. */
  readonly sizeBytes?: number;
  readonly flags?: number;
  /** Unix mode with file type. */
  readonly mode?: number;
}

/** Packs files into a ZIP archive with sizes after the data, as upload-artifact does. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const [bodies, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const method = entry.method ?? 8;
    const packed = method === 8 ? deflateRawSync(entry.bytes) : entry.bytes;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 6);
    local.writeUInt16LE(method, 8);
    const localName = Buffer.from(entry.localName ?? name);
    local.writeUInt16LE(localName.length, 26);
    const body = Buffer.concat([local, localName, packed]);
    const record = Buffer.alloc(46);
    record.writeUInt32LE(0x02014b50, 0);
    record.writeUInt16LE(entry.flags ?? 8, 8);
    record.writeUInt16LE(method, 10);
    record.writeUInt32LE(entry.crc ?? crc32(entry.bytes), 16);
    record.writeUInt32LE(packed.length, 20);
    record.writeUInt32LE(entry.sizeBytes ?? entry.bytes.length, 24);
    record.writeUInt16LE(name.length, 28);
    record.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 38);
    record.writeUInt32LE(offset, 42);
    bodies.push(body);
    directory.push(record, name);
    offset += body.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}
