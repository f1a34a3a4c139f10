import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as cache from "@actions/cache";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createCacheStore } from "../../src/baseline/cache-store.ts";
import type { HistoryEntry } from "../../src/model/baseline.ts";
import type { BaselineBundle, BaselineStore } from "../../src/ports.ts";
import { type CacheServer, startCache } from "../servers/cache-server.ts";
import { mintRuntimeToken } from "../servers/runtime-token.ts";
import { sampleBundle } from "./sample-baseline.ts";

const MODULE = Buffer.from("module bytes");
const PREFIX = "wasm-bench-v1-default-main-";
const ANOTHER_RUN = { sha: "9".repeat(40), runId: "999", isRepeated: false };

let server: CacheServer;
let workspace: string;

beforeAll(async () => {
  server = await startCache();
  workspace = await mkdtemp(join(tmpdir(), "cache-own-run-"));
  Object.assign(process.env, {
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: workspace,
    GITHUB_SERVER_URL: "https://github.com",
    ACTIONS_CACHE_SERVICE_V2: "true",
    ACTIONS_RESULTS_URL: server.url,
    ACTIONS_RUNTIME_TOKEN: mintRuntimeToken([{ ref: "refs/heads/main", access: "write" }]),
  });
  process.chdir(workspace);
});

beforeEach(() => server.evict());

afterAll(async () => {
  await server.close();
  process.chdir(tmpdir());
  await rm(workspace, { recursive: true, force: true });
});

function open(self: typeof ANOTHER_RUN = ANOTHER_RUN): BaselineStore {
  return createCacheStore({
    cache,
    workspace,
    key: "default",
    baselineBranch: "main",
    decision: { allowed: true, branch: "main" },
    cacheMode: "",
    self,
  });
}

describe("what this very run saved", () => {
  const [first, own, later] = ["1".repeat(40), "2".repeat(40), "3".repeat(40)];

  /** A bundle of a run, whose history names the runs it follows and itself. */
  function bundleOf(
    sha: string,
    runId: string,
    before: readonly [string, string][],
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
    const history = [...before, [sha, runId] as const].map(([name, id]) => entry(name, id));
    return { ...bundle, document: { ...document, run: { ...document.run, runId }, history } };
  }

  const again = (): BaselineStore => open({ sha: own, runId: "2000", isRepeated: true });

  test("is passed over for what it was compared with, whoever has saved since", async () => {
    await open().save(bundleOf(first, "1000", []));
    await open().save(bundleOf(own, "2000", [[first, "1000"]]));
    const expected = { restored: true, key: `${PREFIX}${first}-1000-1` };
    expect(await again().restore()).toMatchObject(expected);
    await open().save(bundleOf(later, "3000", [[own, "2000"]]));
    expect(await again().restore()).toMatchObject(expected);
    expect(await open().restore()).toMatchObject({ key: `${PREFIX}${later}-3000-1` });
  });

  test("is passed over by a first job too, which does not look for it", async () => {
    await open().save(bundleOf(first, "1000", []));
    await open().save(bundleOf(own, "2000", [[first, "1000"]]));
    const self = { sha: own, runId: "2000", isRepeated: false };
    expect(await open(self).restore()).toMatchObject({
      key: `${PREFIX}${first}-1000-1`,
    });
  });

  test("leaves no baseline, but its history, when the one before is gone", async () => {
    await open().save(bundleOf(own, "2000", [[first, "1000"]]));
    expect(await again().restore()).toMatchObject({
      restored: false,
      reason: "own",
      message: expect.stringContaining("this very run"),
      earlier: { history: [{ sha: first, runId: "1000" }] },
    });
  });
});
