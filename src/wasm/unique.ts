import { ByteWriter } from "./encoder.ts";

/** Name of the custom section that makes bytes unique. */
const NONCE_SECTION = "wasm-bench.nonce";
const NONCE_BYTES = 8;

/** A module with a nonce at its end, rewritten in place before every compilation. */
export interface UniqueModule {
  /** The module followed by a custom section; the last `nonceBytes` bytes are the nonce. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Offset of the nonce in `bytes`. */
  readonly offset: number;
}

/**
 * Appends a custom section, so that the engine cannot share code compiled from other bytes of the same module.
 *
 * @param bytes - the module; not modified
 * @param nonce - bytes of the nonce, or a non-negative integer below 2^53 written as 8 bytes
 * @returns the module with the section: valid exactly when the module is, equal in behaviour
 * @see docs/measurement.md#ground-rules
 */
export function withNonce(bytes: Uint8Array, nonce: Uint8Array | number): Uint8Array<ArrayBuffer> {
  const content = new ByteWriter(64).name(NONCE_SECTION);
  content.raw(typeof nonce === "number" ? new Uint8Array(NONCE_BYTES) : nonce);
  const writer = new ByteWriter(bytes.length + content.length + 8).raw(bytes);
  const unique = writer.u8(0).sized(content).bytes();
  if (typeof nonce === "number")
    rewriteNonce({ bytes: unique, offset: unique.length - NONCE_BYTES }, nonce);
  return unique;
}

/**
 * Prepares a module whose nonce is rewritten in place: no allocation between two compilations.
 *
 * @param bytes - the module; copied, not modified
 * @returns the copy with a nonce section of 8 zero bytes, and where they are
 */
export function prepareUnique(bytes: Uint8Array): UniqueModule {
  const unique = withNonce(bytes, 0);
  return { bytes: unique, offset: unique.length - NONCE_BYTES };
}

/**
 * Gives a prepared module another nonce in place.
 *
 * @param module - from {@link prepareUnique}; its bytes are changed
 * @param nonce - an integer in [0, 2^53), different for every compilation
 * @returns the same bytes
 */
export function rewriteNonce(module: UniqueModule, nonce: number): Uint8Array<ArrayBuffer> {
  const { bytes, offset } = module;
  let rest = nonce;
  for (let index = 0; index < NONCE_BYTES; index += 1) {
    bytes[offset + index] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  return bytes;
}
