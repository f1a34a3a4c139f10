/** Damages a module at random: flipped, replaced, copied and removed bytes. Most results are invalid; some are surprising. */

const MOST_EDITS = 4;

/**
 * A changed copy; `random(bound)` gives integers below the bound.
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {import("./fuzz-random.mjs").Random} random
 */
export function mutateModule(bytes, random) {
  let changed = bytes.slice();
  for (let count = random(MOST_EDITS); count >= 0; count -= 1) changed = edit(changed, random);
  return changed;
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {import("./fuzz-random.mjs").Random} random
 */
function edit(bytes, random) {
  const at = 8 + random(Math.max(1, bytes.length - 8));
  const choice = random(8);
  if (choice < 3) bytes[at] = random(256);
  else if (choice === 3) bytes[at] ^= 1 << random(8);
  else if (choice === 4) bytes[at] = random(16);
  else if (choice === 5) bytes[at] = (bytes[at] + 1) & 255;
  else if (choice === 6)
    bytes.copyWithin(at, 8 + random(bytes.length - 8), 8 + random(bytes.length - 8));
  else
    return bytes.length > 16
      ? Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + 1)])
      : bytes;
  return bytes;
}
