import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CacheServer, startCache } from "../servers/cache-server.ts";
import { mintRuntimeToken } from "../servers/runtime-token.ts";

/** A cache service, and the place and variables of a runner that may write it for main. */
export interface RunnerCache {
  readonly server: CacheServer;
  readonly workspace: string;
  readonly close: () => Promise<void>;
}

/** Makes this process a runner's: it works in a new folder until the cache is closed. */
export async function openRunnerCache(): Promise<RunnerCache> {
  const server = await startCache();
  const workspace = await mkdtemp(join(tmpdir(), "runner-cache-"));
  Object.assign(process.env, {
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: workspace,
    GITHUB_SERVER_URL: "https://github.com",
    ACTIONS_CACHE_SERVICE_V2: "true",
    ACTIONS_RESULTS_URL: server.url,
    ACTIONS_RUNTIME_TOKEN: mintRuntimeToken([{ ref: "refs/heads/main", access: "write" }]),
  });
  process.chdir(workspace);
  return {
    server,
    workspace,
    close: async () => {
      await server.close();
      process.chdir(tmpdir());
      await rm(workspace, { recursive: true, force: true });
    },
  };
}
