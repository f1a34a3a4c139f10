import { createApi, type GithubApi } from "../../src/github/api.ts";
import type { GithubServer } from "../servers/github-server.ts";

/** Access to a test server, and the waits it asked for. */
export interface Connection {
  readonly api: GithubApi;
  /** Waits in ms, in order; none is really waited. */
  readonly waits: readonly number[];
}

/** The time every test sees, in ms since 1970. */
export const NOW_MS = 1_800_000_000_000;

export function connect(server: GithubServer, timeoutMs = 5000): Connection {
  const waits: number[] = [];
  const api = createApi({
    token: server.token,
    apiUrl: server.url,
    repository: server.repository,
    wait: async (ms: number) => {
      waits.push(ms);
    },
    now: () => NOW_MS,
    timeoutMs,
  });
  return { api, waits };
}
