/**
 * Puts a copy of the artifact client beside the compiled sources that uploads single files and nothing else: listing,
 * fetching, unpacking and packing would bring 1.2 MB and packages without a licence text.
 */
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const PACKAGE = "@actions/artifact";

/** Folders and files of the package that an upload needs. */
const KEPT = ["LICENSE.md", "lib/generated", "lib/internal/shared", "lib/internal/upload"];

const CLIENT = `import { uploadArtifact } from "./internal/upload/upload-artifact.js";
export class DefaultArtifactClient {
  uploadArtifact(name, files, rootDirectory, options) {
    return uploadArtifact(name, files, rootDirectory, options);
  }
}
`;

const PACKING = `export function createZipUploadStream() {
  return Promise.reject(new Error("packed artifacts are not part of this distribution"));
}
`;

/**
 * Copies and changes the package.
 *
 * @param {string} folder - a folder `node_modules`
 * @returns {void}
 * @throws {Error} when the package is not as it was when this was written
 */
export function adaptArtifact(folder) {
  const source = join("node_modules", PACKAGE);
  const target = join(folder, PACKAGE);
  const packing = readFileSync(join(source, "lib/internal/upload/zip.js"), "utf8");
  const client = readFileSync(join(source, "lib/internal/client.js"), "utf8");
  if (
    !packing.includes("export function createZipUploadStream(") ||
    !client.includes("return uploadArtifact(name, files, rootDirectory, options);")
  )
    throw new Error(`${PACKAGE}: its client does not upload as it did`);
  for (const name of KEPT) cpSync(join(source, name), join(target, name), { recursive: true });
  writeFileSync(join(target, "lib/internal/upload/zip.js"), PACKING);
  writeFileSync(join(target, "lib/artifact.js"), CLIENT);
  const { name, version, license, type } = JSON.parse(
    readFileSync(join(source, "package.json"), "utf8"),
  );
  const description = { name, version, license, type, exports: "./lib/artifact.js" };
  writeFileSync(join(target, "package.json"), `${JSON.stringify(description, null, 2)}\n`);
}
