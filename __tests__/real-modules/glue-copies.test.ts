import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { createGuestFactory } from "../../src/suites/guest.ts";
import type { Payload } from "../../src/suites/payload.ts";

it("gives every copy of CommonJS glue a module of its own", async () => {
  const folder = mkdtempSync(join(tmpdir(), "glue-copies-"));
  const file = join(folder, "glue.cjs");
  writeFileSync(file, "let count = 0; exports.next = () => (count += 1);");
  const payload: Payload = {
    name: "counter",
    side: "candidate",
    bytes: new Uint8Array(),
    host: { kind: "none", url: "", args: [] },
    glue: { url: pathToFileURL(file).href, init: null },
  };
  const first = (await createGuestFactory(payload, 1)).create();
  const second = (await createGuestFactory(payload, 2)).create();
  expect([first.find("next")(), first.find("next")(), second.find("next")()]).toEqual([1, 2, 1]);
  rmSync(folder, { recursive: true, force: true });
});
