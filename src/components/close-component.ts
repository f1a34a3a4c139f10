import { createHash } from "node:crypto";
import type { Component } from "../model/component.ts";
import { type LoadRecord, OBSERVED_NONCE } from "../model/load-record.ts";
import { prepareUnique, rewriteNonce } from "../wasm/unique.ts";
import { type ClosureSource, createClosure } from "./create-closure.ts";
import { hashClosure, hashComponent } from "./identify.ts";
import type { LoadedComponent } from "./load-component.ts";
import { splitRecord } from "./split-record.ts";

/** What a component is closed with. */
export interface ClosingFacts extends Pick<ClosureSource, "workingFolder"> {
  readonly record: LoadRecord;
  /** Folder the names of the glue's files are relative to. */
  readonly glueRoot: string;
  /** Folder the names of the host code's files are relative to. */
  readonly hostRoot: string;
}

/**
 * Completes a component with what its JavaScript was seen to need.
 *
 * @param loaded - component with glue or an imports module
 * @param facts - what was observed, and where
 * @returns the component with its closures and its final hash
 * @throws the system error when a file of it cannot be read
 */
export async function closeComponent(
  { component: loaded, files }: LoadedComponent,
  { record: whole, workingFolder, glueRoot, hostRoot }: ClosingFacts,
): Promise<Component> {
  const { workload } = loaded;
  const parts = workload === undefined ? null : splitRecord(whole, workload.path);
  const record = parts?.component ?? whole;
  const component =
    workload === undefined
      ? loaded
      : {
          ...loaded,
          workload: {
            ...workload,
            sha256: await hashWorkload(workload.path, {
              root: hostRoot,
              workingFolder,
              // What is named is the component's own JavaScript's, where it has some.
              files: hasOwnCode(loaded) ? [] : files,
              record: parts?.workload ?? whole,
            }),
          },
        };
  const { glue, host, bytes } = component;
  const source = { record, workingFolder, files, known: knownModules(bytes) };
  if (glue !== null) {
    const closure = await createClosure({ ...source, root: glueRoot, entry: glue.path });
    const closed = { ...glue, closure };
    return { ...component, glue: closed, sha256: hashComponent(bytes, closed) };
  }
  if (host.kind !== "module") return component;
  const hostClosure = await createClosure({ ...source, root: hostRoot, entry: host.path });
  return { ...component, hostClosure };
}

async function hashWorkload(
  entry: string,
  source: Pick<ClosureSource, "root" | "workingFolder" | "record" | "files">,
): Promise<string> {
  return hashClosure(await createClosure({ ...source, entry, known: new Set() }));
}

function hasOwnCode({ glue, host }: Component): boolean {
  return glue !== null || host.kind === "module";
}

/** The component's module, as it is and as the observed copy is handed it. */
function knownModules(bytes: Uint8Array): ReadonlySet<string> {
  const copy = rewriteNonce(prepareUnique(bytes), OBSERVED_NONCE);
  const sha256 = (module: Uint8Array): string => createHash("sha256").update(module).digest("hex");
  return new Set([sha256(bytes), sha256(copy)]);
}
