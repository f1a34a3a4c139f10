import type { ComponentFacts } from "../../src/model/component.ts";

/** Facts about the components of the sample results. */
export const COMPONENTS: readonly ComponentFacts[] = [
  {
    name: "reference",
    path: "fixtures/wat/reference.wat",
    format: "wat",
    sha256: "a3".repeat(32),
    sizeBytes: 1184,
    gzipBytes: 612,
    brotliBytes: 540,
    sections: [
      { name: "type", bytes: 40 },
      { name: "function", bytes: 14 },
      { name: "memory", bytes: 5 },
      { name: "export", bytes: 96 },
      { name: "code", bytes: 1021 },
    ],
    functions: 12,
    imports: 1,
    exports: 9,
  },
  {
    name: "image-filter",
    path: "target/wasm32-unknown-unknown/release/image_filter.wasm",
    format: "wasm",
    sha256: "7c".repeat(32),
    sizeBytes: 48_112,
    gzipBytes: 20_480,
    brotliBytes: 17_330,
    sections: [
      { name: "type", bytes: 180 },
      { name: "import", bytes: 72 },
      { name: "function", bytes: 96 },
      { name: "export", bytes: 60 },
      { name: "code", bytes: 41_200 },
      { name: "data", bytes: 6480 },
    ],
    functions: 88,
    imports: 3,
    exports: 4,
  },
];
