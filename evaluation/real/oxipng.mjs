import init, { optimise_raw } from "@jsquash/oxipng/codec/pkg/squoosh_oxipng.js";
import { readPackageFile } from "../../fixtures/real/glue/read-file.mjs";

await init(readPackageFile("@jsquash/oxipng", "codec/pkg/squoosh_oxipng_bg.wasm"));
const SIZE = 640;
const pixels = Uint8ClampedArray.from({ length: SIZE * SIZE * 4 }, (_, at) =>
  at % 4 === 3 ? 255 : (at * at) >> 9,
);

/** Compresses an image; bytes of the result. */
export const optimise = () => optimise_raw(pixels, SIZE, SIZE, 3, false, false).length;
