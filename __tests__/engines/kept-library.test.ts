import { chmodSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { Answer } from "../servers/loopback.ts";
import { hashOf, makeArchive, makeLibrary } from "./make-library.ts";
import { closeMirrors, mirrored } from "./mirror.ts";

const LIBRARY = makeLibrary({ version: "24.0.5" });
const ARCHIVE = makeArchive(LIBRARY);
const good: Answer = { status: 200, body: ARCHIVE };

afterEach(closeMirrors);

describe("a library that was kept", () => {
  it("believes nothing that a cache says of itself once a hash is pinned", async () => {
    const machine = await mirrored([good]);
    const { path } = await machine.get();
    const place = dirname(dirname(dirname(path)));
    const pinned = [hashOf(ARCHIVE)];
    const evil = Buffer.concat([LIBRARY, Buffer.from("evil")]);
    const claim = JSON.parse(readFileSync(join(place, "library.json"), "utf8"));
    writeFileSync(path, evil);
    writeFileSync(
      join(place, "library.json"),
      JSON.stringify({ ...claim, library: hashOf(evil), archive: hashOf(ARCHIVE) }),
    );
    expect(readFileSync((await machine.get(pinned)).path)).toEqual(LIBRARY);
    expect(machine.asked).toHaveLength(1);
    writeFileSync(join(place, "archive"), makeArchive(evil));
    expect(readFileSync((await machine.get(pinned)).path)).toEqual(LIBRARY);
    expect(machine.asked).toHaveLength(2);
  });

  it.skipIf(process.platform === "win32")(
    "takes what is pinned from a cache that cannot be written to",
    async () => {
      const machine = await mirrored([good]);
      const { path } = await machine.get();
      const folder = dirname(dirname(dirname(dirname(path))));
      chmodSync(folder, 0o555);
      const at = statSync(folder).mtimeMs;
      expect((await machine.get([hashOf(ARCHIVE)])).path).toBe(path);
      expect(statSync(folder).mtimeMs).toBe(at);
      chmodSync(folder, 0o755);
    },
  );

  it("takes no library from elsewhere, whatever the cache calls its own", async () => {
    const machine = await mirrored([good]);
    const { path } = await machine.get();
    const place = dirname(dirname(dirname(path)));
    const claim = JSON.parse(readFileSync(join(place, "library.json"), "utf8"));
    writeFileSync(join(place, "..", "evil.so"), LIBRARY);
    writeFileSync(join(place, "library.json"), JSON.stringify({ ...claim, file: "../evil.so" }));
    expect((await machine.get()).path).toBe(path);
    expect(machine.asked).toHaveLength(2);
  });
});
