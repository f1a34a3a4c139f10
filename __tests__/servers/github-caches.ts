import type { CacheEntry } from "./cache-storage.ts";
import { type Answer, json, type ReceivedRequest } from "./loopback.ts";

const PATH = /^\/repos\/[^/]+\/[^/]+\/actions\/caches$/;

/**
 * Lists cache entries whose key begins alike, as GitHub does: of every scope and version.
 *
 * @param request - request with its path below the API root
 * @param entries - every entry there is, oldest first
 * @returns the answer; null when the request is about something else
 */
export function serveCaches(
  request: ReceivedRequest,
  entries: readonly CacheEntry[],
): Answer | null {
  const { pathname, searchParams } = request.url;
  if (request.method !== "GET" || !PATH.test(pathname)) return null;
  const found = entries
    .filter(({ key }) => key.startsWith(searchParams.get("key") ?? ""))
    .toReversed();
  const perPage = Number(searchParams.get("per_page") ?? 30);
  const date = "2026-11-01T00:00:00.000000000Z";
  return json(200, {
    total_count: found.length,
    actions_caches: found.slice(0, perPage).map(({ order, scope, key, version, data }) => ({
      id: order,
      ref: scope,
      key,
      version,
      last_accessed_at: date,
      created_at: date,
      size_in_bytes: data.length,
    })),
  });
}
