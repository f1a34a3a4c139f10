import { deserialize, serialize } from "node:v8";
import { messageOf } from "../errors.ts";

/** Bytes that tell the length of what follows. */
const LENGTH_BYTES = 4;

// Taken before any guest runs in this process: what it puts in their place is never called.
const pack: (value: unknown) => Buffer = serialize;
const unpack: (bytes: Buffer) => unknown = deserialize;
const join: (parts: readonly Buffer[]) => Buffer = Buffer.concat.bind(Buffer);
const make: (size: number) => Buffer = Buffer.allocUnsafe.bind(Buffer);

/**
 * Packs a value for the channel between the job and a measuring process.
 *
 * @param value - plain data
 * @returns its length and its bytes
 */
export function encodeFrame(value: unknown): Buffer {
  const body = pack(value);
  const length = make(LENGTH_BYTES);
  length.writeUInt32LE(body.length);
  return join([length, body]);
}

/** What a reader of frames is made of. */
export interface FrameReaderDeps {
  /** Longest frame accepted, in bytes. */
  readonly maxBytes: number;
  readonly onValue: (value: unknown) => void;
  /** Told once what is wrong; nothing is read afterwards. */
  readonly onFault: (fault: string) => void;
}

/**
 * Reads frames from chunks of a stream. Whoever writes to the stream may be hostile.
 *
 * @param deps - limit and who is told
 * @returns takes the next chunk
 */
export function createFrameReader({
  maxBytes,
  onValue,
  onFault,
}: FrameReaderDeps): (chunk: Buffer) => void {
  let chunks: Buffer[] = [];
  let held = 0;
  let wanted = LENGTH_BYTES;
  let isLength = true;
  let isBroken = false;
  const fail = (fault: string): void => {
    isBroken = true;
    chunks = [];
    onFault(fault);
  };
  const take = (): Buffer => {
    const all = join(chunks);
    const taken = all.subarray(0, wanted);
    chunks = [all.subarray(wanted)];
    held -= wanted;
    return taken;
  };
  const step = (): void => {
    const taken = take();
    if (isLength) {
      wanted = taken.readUInt32LE();
      isLength = false;
      if (wanted > maxBytes) fail(`it announces ${wanted} bytes, at most ${maxBytes} are accepted`);
      return;
    }
    [wanted, isLength] = [LENGTH_BYTES, true];
    let value: unknown;
    try {
      value = unpack(taken);
    } catch (thrown) {
      fail(`it cannot be read: ${messageOf(thrown)}`);
      return;
    }
    onValue(value);
  };
  return (chunk: Buffer): void => {
    if (isBroken) return;
    chunks.push(chunk);
    held += chunk.length;
    while (!isBroken && held >= wanted) step();
  };
}
