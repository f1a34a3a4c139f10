import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ActionError } from "../../src/errors.ts";
import { unzip } from "../../src/github/unzip.ts";
import { type ZipEntry, zip } from "./zip-writer.ts";

/** `zip a.zip in/file.txt` of Info-ZIP 3.0; the file holds 60 letters x. */
const INFO_ZIP = [
  "UEsDBBQAAAAIAHsgd115aFaEBgAAADwAAAALABwAaW4vZmlsZS50eHRVVAkAAym7A2spuwNrdXgLAAEEAAAAAAQAAA",
  "AAq6ggHwAAUEsBAh4DFAAAAAgAeyB3XXloVoQGAAAAPAAAAAsAGAAAAAAAAQAAAKSBAAAAAGluL2ZpbGUudHh0VVQF",
  "AAMpuwNrdXgLAAEEAAAAAAQAAAAAUEsFBgAAAAABAAEAUQAAAEsAAAAAAA==",
].join("");
const LIMITS = { maxFiles: 3, maxBytes: 10_000 };
const FILE: ZipEntry = { name: "result.json", bytes: Buffer.from('{"a":1}') };

function open(...entries: readonly Partial<ZipEntry>[]) {
  return unzip(zip(entries.map((entry) => ({ ...FILE, ...entry }))), LIMITS).map(
    ({ name, bytes }) => [name, Buffer.from(bytes).toString()],
  );
}

function isFilesOrRefusal(archive: Buffer): boolean {
  try {
    return unzip(archive, LIMITS).length > 0;
  } catch (thrown) {
    return thrown instanceof ActionError;
  }
}

test("deflated and stored files are unpacked, folders are passed over", () => {
  const folder = { name: "deep/", bytes: Buffer.alloc(0), method: 0 };
  expect(open({}, folder, { name: "deep/ü.txt", bytes: Buffer.from("text"), method: 0 })).toEqual([
    ["result.json", '{"a":1}'],
    ["deep/ü.txt", "text"],
  ]);
});

test("an archive of another program is unpacked", () => {
  const [file] = unzip(Buffer.from(INFO_ZIP, "base64"), LIMITS);
  expect([file?.name, file?.bytes.length]).toEqual(["in/file.txt", 60]);
});

describe("a hostile archive is refused", () => {
  test.each([
    "../up",
    "/etc/passwd",
    "a/../b",
    "C:/x",
    "a\\b",
    "a//b",
    "./a",
    "",
    "nul\0",
    "line\nbreak",
  ])("name %j", (name) => {
    expect(() => open({ name })).toThrow(ActionError);
  });

  test("a name that is no UTF-8", () => {
    expect(() => open({ name: Buffer.from([0x61, 0xff]) })).toThrow(/the name/);
  });

  test.each([
    ["a link", { mode: 0o120777 }, /is a link/],
    ["an encrypted file", { flags: 9 }, /is encrypted/],
    ["an unknown method", { method: 12 }, /unknown method/],
    ["a wrong checksum", { crc: 1 }, /does not match its checksum/],
    ["two names for one file", { localName: "other.json1" }, /has two names/],
    [
      "a file larger than it says",
      { bytes: Buffer.alloc(5000), sizeBytes: 10 },
      /structure is damaged/,
    ],
    ["a file smaller than it says", { sizeBytes: 100 }, /the directory says 100/],
    ["a ZIP64 file", { sizeBytes: 0xffffffff }, /ZIP64/],
    ["too many bytes", { bytes: Buffer.alloc(10_001) }, /at most 10000/],
  ])("%s", (_title, entry, message) => {
    expect(() => open(entry)).toThrow(message);
  });

  test("too many files, and one name twice", () => {
    expect(() => open({}, { name: "b" }, { name: "c" }, { name: "d" })).toThrow(/holds 4 files/);
    expect(() => open({}, {})).toThrow(/two files have one name/);
  });

  test("something else", () => {
    expect(() => unzip(Buffer.from("<html>"), LIMITS)).toThrow(/not a ZIP archive/);
    expect(() => unzip(Buffer.alloc(0), LIMITS)).toThrow(/not a ZIP archive/);
  });

  test("whatever byte is changed: files or a refusal, nothing else", () => {
    const good = zip([FILE, { name: "b", bytes: Buffer.from("b".repeat(100)) }]);
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.nat(255), (at, value) => {
        const bad = Buffer.from(good);
        bad[at] = value;
        return isFilesOrRefusal(bad);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });
});
