import png from "@cwasm/lodepng";

const SIZE = 896;
const data = Uint8ClampedArray.from({ length: SIZE * SIZE * 4 }, (_, at) => (at * at * 7) & 255);

/** Encodes and decodes an image; bytes of its pixels. */
export const roundTrip = () =>
  png.decode(png.encode({ data, width: SIZE, height: SIZE })).data.length;
