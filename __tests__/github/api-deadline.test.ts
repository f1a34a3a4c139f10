import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { type ApiDeps, type Attempt, createApi, type GithubApi } from "../../src/github/api.ts";

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** An API that answers every request with the beginning of an archive, and then waits or hangs up. */
async function stalling(hangsUp: boolean): Promise<string> {
  server = createServer((_, answer) => {
    answer.writeHead(200, { "content-type": "application/zip", "content-length": "1000" });
    answer.write("PK", () => {
      if (hangsUp) answer.destroy();
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const depsOf = (apiUrl: string): ApiDeps => ({
  token: "t",
  apiUrl,
  repository: "octo/app",
  wait: () => Promise.resolve(),
  now: () => 0,
});

function download(api: GithubApi): Promise<Attempt<unknown>> {
  return api.attempt((octokit) =>
    octokit.request("GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/zip", {
      owner: "octo",
      repo: "app",
      artifact_id: 1,
    }),
  );
}

test.each([
  ["a request", { timeoutMs: 100 }],
  ["an operation", { operationTimeoutMs: 100 }],
])("the limit of %s holds for an answer that begins and never ends", async (_, limits) => {
  const api = createApi({ ...depsOf(await stalling(false)), ...limits });
  expect(await download(api)).toMatchObject({ ok: false, failure: { kind: "timeout" } });
});

test("an answer that breaks off is trouble with the network, not an empty archive", async () => {
  const api = createApi(depsOf(await stalling(true)));
  expect(await download(api)).toMatchObject({ ok: false, failure: { kind: "network" } });
});
