import { joinBlocks } from "./cache-storage.ts";

/** A finished artifact of a run. */
export interface UploadedArtifact {
  readonly id: number;
  readonly run: string;
  readonly name: string;
  readonly mimeType: string;
  readonly data: Buffer;
}

interface Draft {
  readonly run: string;
  readonly name: string;
  readonly mimeType: string;
  readonly blocks: Map<string, Buffer>;
  data: Buffer | null;
}

/** Artifacts and unfinished uploads, with the service's rules and no protocol: in a run no two have one name. */
export class ArtifactStorage {
  readonly artifacts: UploadedArtifact[] = [];
  readonly #drafts = new Map<string, Draft>();

  /** Reserves a name; null when the run has one of it, finished or not. */
  reserve(run: string, name: string, mimeType: string): string | null {
    const isNamed = (one: { readonly run: string; readonly name: string }): boolean =>
      one.run === run && one.name === name;
    if (this.artifacts.some(isNamed) || [...this.#drafts.values()].some(isNamed)) return null;
    const id = String(this.#drafts.size + this.artifacts.length + 1);
    this.#drafts.set(id, { run, name, mimeType, blocks: new Map(), data: null });
    return id;
  }

  /** Takes one block, or the list that joins blocks. False when nothing was reserved. */
  put(
    id: string,
    part: { readonly comp: string | null; readonly block: string | null; readonly body: Buffer },
  ): boolean {
    const draft = this.#drafts.get(id);
    if (draft === undefined) return false;
    if (part.comp === "block") draft.blocks.set(part.block ?? "", part.body);
    else draft.data = part.comp === "blocklist" ? joinBlocks(draft.blocks, part.body) : part.body;
    return true;
  }

  /** Makes an upload an artifact; null when its size is not the one announced, or nothing was uploaded. */
  finalize(run: string, name: string, size: number): UploadedArtifact | null {
    const found = [...this.#drafts].find(([, one]) => one.run === run && one.name === name);
    if (found?.[1].data?.length !== size) return null;
    const [key, { mimeType, data }] = found;
    const artifact = { id: 7000 + Number(key), run, name, mimeType, data };
    this.artifacts.push(artifact);
    return artifact;
  }
}
