import { randomInt } from "node:crypto";
import type { ScopeClaim } from "./runtime-token.ts";

/** A finished cache entry. */
export interface CacheEntry {
  readonly id: string;
  readonly key: string;
  readonly version: string;
  /** Ref whose scope it was written in. */
  readonly scope: string;
  /** The archive, as uploaded. */
  data: Buffer;
  /** Order of creation; larger is newer. */
  readonly order: number;
}

interface Upload {
  readonly key: string;
  readonly version: string;
  readonly scope: string;
  readonly blocks: Map<string, Buffer>;
  data: Buffer | null;
}

/** Name of an entry inside a scope. */
export interface EntryName {
  readonly key: string;
  readonly version: string;
}

/** Entries and unfinished uploads, with the service's rules and no protocol. */
export class CacheStorage {
  readonly entries: CacheEntry[] = [];
  readonly #uploads = new Map<string, Upload>();
  #order = 0;

  /** Reserves an entry; null when one of that name exists in the scope (entries are immutable). A reservation that was never finished lapses. */
  reserve(name: EntryName, scope: string): string | null {
    if (this.entries.some((entry) => isNamed(entry, name) && entry.scope === scope)) return null;
    for (const [old, upload] of this.#uploads) {
      if (isNamed(upload, name) && upload.scope === scope) this.#uploads.delete(old);
    }
    const id = `${Date.now()}${randomInt(1_000_000)}`;
    this.#uploads.set(id, { ...name, scope, blocks: new Map(), data: null });
    return id;
  }

  /** Takes a whole upload, one block, or the list that joins blocks. False when nothing was reserved. */
  put(
    id: string,
    part: { readonly comp: string | null; readonly block: string | null; readonly body: Buffer },
  ): boolean {
    const upload = this.#uploads.get(id);
    if (upload === undefined) return false;
    if (part.comp === "block") upload.blocks.set(part.block ?? "", part.body);
    else if (part.comp === "blocklist") upload.data = joinBlocks(upload.blocks, part.body);
    else upload.data = part.body;
    return true;
  }

  /** Makes an upload an entry; a sentence when it cannot be. */
  finalize(
    name: EntryName,
    scope: string,
    sizeBytes: number,
  ): { readonly entry: CacheEntry } | { readonly fault: string } {
    const found = [...this.#uploads].find(
      ([, upload]) => isNamed(upload, name) && upload.scope === scope,
    );
    const data = found?.[1].data ?? null;
    if (found === undefined || data === null) return { fault: "no upload of this entry" };
    if (data.length !== sizeBytes)
      return { fault: `uploaded ${data.length} bytes, announced ${sizeBytes}` };
    this.#order += 1;
    const entry = { id: found[0], ...name, scope, data, order: this.#order };
    this.entries.push(entry);
    this.#uploads.delete(found[0]);
    return { entry };
  }

  /** Takes over an entry of another storage, as its newest. */
  adopt(entry: CacheEntry): void {
    this.#order += 1;
    this.entries.push({ ...entry, order: this.#order });
  }

  /** Finds the entry a run gets: scope by scope, key by key, exact before newest by prefix. */
  find(
    scopes: readonly ScopeClaim[],
    keys: readonly string[],
    version: string,
  ): CacheEntry | undefined {
    for (const { Scope: scope } of scopes) {
      const candidates = this.entries.filter(
        (entry) => entry.version === version && entry.scope === scope,
      );
      for (const key of keys) {
        const exact = candidates.find((entry) => entry.key === key);
        const byPrefix = candidates
          .filter((entry) => entry.key.startsWith(key))
          .sort((a, b) => b.order - a.order);
        const hit = exact ?? byPrefix[0];
        if (hit !== undefined) return hit;
      }
    }
    return undefined;
  }

  /** Removes entries, as the service does after seven idle days or beyond the quota. */
  evict(chosen: (entry: CacheEntry) => boolean): void {
    const kept = this.entries.filter((entry) => !chosen(entry));
    this.entries.splice(0, this.entries.length, ...kept);
  }
}

function isNamed(entry: EntryName, name: EntryName): boolean {
  return entry.key === name.key && entry.version === name.version;
}

/**
 * Joins uploaded blocks as a list of them says.
 *
 * @param blocks - blocks by id
 * @param list - the list, as it is sent
 * @returns the whole
 */
export function joinBlocks(blocks: ReadonlyMap<string, Buffer>, list: Buffer): Buffer {
  const ids = [...list.toString("utf8").matchAll(/<Latest>([^<]+)<\/Latest>/g)].map(
    (match) => match[1] ?? "",
  );
  return Buffer.concat(ids.map((id) => blocks.get(id) ?? Buffer.alloc(0)));
}
