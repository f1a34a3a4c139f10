import { FileFault } from "./regular-file.ts";

/** Begins of text by its encoding, the longer first: what begins UTF-32 begins UTF-16 as well. */
const MARKS: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ["UTF-32", [0xff, 0xfe, 0, 0]],
  ["UTF-32", [0, 0, 0xfe, 0xff]],
  ["UTF-16", [0xff, 0xfe]],
  ["UTF-16", [0xfe, 0xff]],
];

/** Bytes looked at where no mark tells the encoding. */
const LOOKED_AT = 64;

/**
 * Decodes the text of a file.
 *
 * @param bytes - what the file holds
 * @returns its text, decoded as UTF-8
 * @throws FileFault naming the encoding when it is UTF-16 or UTF-32, with or without a mark
 */
export function decodeText(bytes: Uint8Array): string {
  const foreign = foreignEncoding(bytes);
  if (foreign === null) return new TextDecoder().decode(bytes);
  throw new FileFault({
    kind: "encoding",
    message: `is written in ${foreign}, not in UTF-8`,
  });
}

/**
 * Decodes the text of a file that another program wrote, in UTF-8 or, as PowerShell does, in UTF-16.
 *
 * @param bytes - what the file holds
 * @returns its text, without a mark of the encoding
 * @throws FileFault when it is UTF-32, or UTF-16 that is damaged or cut off
 */
export function decodeForeignText(bytes: Uint8Array): string {
  if (foreignEncoding(bytes) !== "UTF-16") return decodeText(bytes);
  try {
    return new TextDecoder(isBigEndian(bytes) ? "utf-16be" : "utf-16le", { fatal: true }).decode(
      bytes,
    );
  } catch (cause) {
    throw damaged(cause);
  }
}

function damaged(cause: unknown): FileFault {
  const message = "is written in UTF-16, and damaged or cut off";
  return new FileFault({ kind: "unreadable", message, cause });
}

/** The mark tells, and without one the zero of the first plain letters: it stands before them or behind. */
function isBigEndian(bytes: Uint8Array): boolean {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return true;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return false;
  const head = bytes.subarray(0, LOOKED_AT);
  const zerosAt = (parity: number): number =>
    head.filter((byte, index) => byte === 0 && index % 2 === parity).length;
  return zerosAt(0) > zerosAt(1);
}

/**
 * What to do about a file that cannot be read.
 *
 * @param thrown - whatever was caught
 * @param otherwise - the remedy where the encoding of its text is not at fault
 * @returns one sentence in the imperative
 */
export function hintOf(thrown: unknown, otherwise: string): string {
  return thrown instanceof FileFault && thrown.kind === "encoding"
    ? "Save it as UTF-8; in PowerShell, write it with `Set-Content -Encoding utf8` instead of `>`."
    : otherwise;
}

/** Without a mark, plain letters tell: of each, every byte but one is zero. */
function foreignEncoding(bytes: Uint8Array): string | null {
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked !== undefined) return marked[0];
  const head = bytes.subarray(0, LOOKED_AT);
  const zeros = head.filter((byte) => byte === 0).length;
  if (head.length < 4 || zeros === 0) return null;
  if (zeros >= (head.length * 5) / 8) return "UTF-32";
  return zeros >= (head.length * 3) / 8 ? "UTF-16" : null;
}
