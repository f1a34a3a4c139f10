import { createFromBuffer } from "@dprint/formatter";
import { readPackageFile } from "../../fixtures/real/glue/read-file.mjs";

const formatter = createFromBuffer(readPackageFile("@dprint/json", "plugin.wasm"));
formatter.setConfig({}, {});
const fileText = JSON.stringify(
  Array.from({ length: 200 }, (_, at) => ({ id: at, name: `n${at}`, tags: [at, at + 1, null] })),
);

/** Formats 10 KB of JSON; length of the result. */
export const format = () => formatter.formatText({ filePath: "file.json", fileText }).length;
