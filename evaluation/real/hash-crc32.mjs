import hashWasm from "hash-wasm";

const hash = await hashWasm.createCRC32();
const bytes = new Uint8Array(512).map((_, at) => at);

/** Checksum of 512 bytes. */
export const crc32 = () => hash.init().update(bytes).digest("hex");
