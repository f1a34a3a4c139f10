import { isFeatureAvailable, restoreCache, saveCache } from "@actions/cache";
import type { CacheClient } from "./cache-store.ts";

/** The Actions cache of the runner. */
export const actionsCache: CacheClient = { isFeatureAvailable, restoreCache, saveCache };
