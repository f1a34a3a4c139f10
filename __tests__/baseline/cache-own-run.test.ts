import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { HistoryEntry } from "../../src/model/baseline.ts";
import type { BaselineBundle, BaselineStore } from "../../src/ports.ts";
import type { CacheServer } from "../servers/cache-server.ts";
import { ANOTHER_RUN, openStore } from "./open-store.ts";
import { openRunnerCache } from "./runner-cache.ts";
import { sampleBundle } from "./sample-baseline.ts";

const MODULE = Buffer.from("module bytes");
const PREFIX = "wasm-bench-v2-_-_-main-tip-";

let server: CacheServer;
let workspace: string;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ server, workspace, close } = await openRunnerCache());
});

beforeEach(() => server.evict());

afterAll(() => close());

function open(self: typeof ANOTHER_RUN = ANOTHER_RUN): BaselineStore {
  return openStore({ workspace, self });
}

describe("what this very run saved", () => {
  const [first, own, later] = ["1".repeat(40), "2".repeat(40), "3".repeat(40)];

  /** A bundle of a run that was compared with another one's entry. */
  function bundleOf(
    sha: string,
    runId: string,
    before: readonly [string, string] | null,
  ): BaselineBundle {
    const bundle = sampleBundle({ one: MODULE }, sha);
    const { document } = bundle;
    const entry = (name: string, id: string): HistoryEntry => ({
      sha: name,
      createdAt: document.createdAt,
      runId: id,
      fingerprint: "f",
      tag: null,
      benchmarks: {},
    });
    const itself = entry(sha, runId);
    const history = before === null ? [itself] : [entry(...before), itself];
    const comparedWith = before === null ? null : `${PREFIX}${before[0]}-${before[1]}-1`;
    const run = { ...document.run, runId };
    return { ...bundle, document: { ...document, run, history, comparedWith } };
  }

  const again = (): BaselineStore => open({ sha: own, runId: "2000", isRepeated: true });

  test("is passed over for what it was compared with, whoever has saved since", async () => {
    await open().save(bundleOf(first, "1000", null));
    await open().save(bundleOf(own, "2000", [first, "1000"]));
    const expected = { restored: true, key: `${PREFIX}${first}-1000-1` };
    expect(await again().restore()).toMatchObject(expected);
    await open().save(bundleOf(later, "3000", [own, "2000"]));
    expect(await again().restore()).toMatchObject(expected);
    expect(await open().restore()).toMatchObject({ key: `${PREFIX}${later}-3000-1` });
  });

  test("is passed over for another run of the same commit, not for itself", async () => {
    await open().save(bundleOf(own, "1000", null));
    await open().save(bundleOf(own, "2000", [own, "1000"]));
    expect(await again().restore()).toMatchObject({ key: `${PREFIX}${own}-1000-1` });
  });

  test("was compared with nothing when it says so, or names what is no entry of the branch", async () => {
    await open().save(bundleOf(own, "2000", null));
    const none = expect.stringContaining("it was compared with none from the cache");
    expect(await again().restore()).toMatchObject({ reason: "own", message: none });
    server.evict();
    const bundle = bundleOf(own, "2000", null);
    const foreign = "wasm-bench-v2-_-_-other-tip-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-1-1";
    await open().save({ ...bundle, document: { ...bundle.document, comparedWith: foreign } });
    expect(await again().restore()).toMatchObject({ restored: false, reason: "own" });
  });

  test("is passed over by a first job too, which does not look for it", async () => {
    await open().save(bundleOf(first, "1000", null));
    await open().save(bundleOf(own, "2000", [first, "1000"]));
    const self = { sha: own, runId: "2000", isRepeated: false };
    expect(await open(self).restore()).toMatchObject({
      key: `${PREFIX}${first}-1000-1`,
    });
  });

  test("leaves no baseline, but its history, when the one before is gone", async () => {
    await open().save(bundleOf(own, "2000", [first, "1000"]));
    expect(await again().restore()).toMatchObject({
      restored: false,
      reason: "own",
      message: expect.stringContaining("this very run"),
      earlier: { history: [{ sha: first, runId: "1000" }] },
    });
  });
});
