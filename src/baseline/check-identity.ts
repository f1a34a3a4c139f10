import { createHash } from "node:crypto";
import type { StoredBenchmark, StoredComponent } from "../model/baseline.ts";
import { closureText, glueText, hostCodeText } from "../model/closure.ts";
import type { BaselineBundle } from "../ports.ts";

/**
 * Computes anew what a baseline says its components are. A hash that is believed could call other code `identical`.
 *
 * @param bundle - document and binaries, each binary checked against its own hash
 * @returns what does not match, naming the field; null when all does
 */
export function identityFault({ document, objects }: BaselineBundle): string | null {
  for (const [index, component] of document.components.entries()) {
    const actual = identityOf(component, objects);
    if (actual !== component.sha256)
      return `components[${index}].sha256 is not the hash of its binaries: that is ${actual}`;
  }
  const hosts = new Map(
    document.components.map(({ name, hostClosure }): [string, string | null] => [
      name,
      hostClosure === undefined ? null : hashText(closureText(hostClosure)),
    ]),
  );
  const wrong = document.benchmarks.findIndex((benchmark) => {
    const host = hosts.get(benchmark.component);
    return host !== undefined && !hasItsHostCode(benchmark, host);
  });
  return wrong === -1 ? null : `benchmarks[${wrong}].hostCode is not the hash of its host code`;
}

function identityOf(component: StoredComponent, objects: BaselineBundle["objects"]): string {
  const { moduleSha256, entry, files, layout } = component;
  if (entry === null) return moduleSha256 ?? "";
  if (layout !== undefined) return hashText(glueText(moduleSha256, { ...layout, entry, files }));
  // Saved before glue was observed: the module, then every file under its name.
  const hash = createHash("sha256").update(objects.get(moduleSha256 ?? "") ?? new Uint8Array());
  for (const { name, sha256 } of files)
    hash.update(`\0${name}\0`).update(objects.get(sha256) ?? new Uint8Array());
  return hash.digest("hex");
}

/** Host code saved before it was observed has no closure to compute it from, and is taken for unknown later. */
function hasItsHostCode(
  { hostCode, native }: Pick<StoredBenchmark, "hostCode" | "native">,
  host: string | null,
): boolean {
  return (
    (host === null && native === undefined) ||
    hostCode === hashText(hostCodeText(host, native ?? null))
  );
}

function hashText(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
