import { createHash } from "node:crypto";
import { realpath } from "node:fs/promises";
import { extname } from "node:path";
import { componentFault } from "../components/component-fault.ts";
import { askedByWorkload, modulesOfComponent, splitRecord } from "../components/split-record.ts";
import type { Component, WorkloadModule } from "../model/component.ts";
import type { LoadRecord } from "../model/load-record.ts";

/**
 * Refuses a workload that loads what it is to drive: both sides would run the candidate's, and no slowdown would show.
 *
 * @param component - the component
 * @param workload - its workload module
 * @param record - what both were seen to need
 * @throws ActionError (`component`) naming what it loads, and what to use in its place
 */
export async function requireForeign(
  component: Component,
  { path, shown }: WorkloadModule,
  record: LoadRecord,
): Promise<void> {
  const { glue, bytes } = component;
  const own = new Set(
    splitRecord(record, path)
      .component.reads.map((read) => read.path)
      .filter((one) => extname(one) === ".wasm"),
  );
  if (glue !== null) {
    const entry = await realpath(glue.path).catch(() => glue.path);
    // Packages that both use are no part of the component; what lies in its own package is.
    for (const module of modulesOfComponent(record, path))
      if (packageOf(module) === packageOf(entry)) own.add(module);
    own.add(entry);
  }
  const asked = askedByWorkload(record, path).find((one) => own.has(one));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const isCompiled = glue === null && record.compiled.includes(sha256);
  if (asked === undefined && !isCompiled) return;
  throw componentFault(component, {
    message: `the workload ${shown} loads the component itself: both sides would run this one, and no change would show`,
    hint: "Use what it is given: `guest.exports`, and `guest.load(name)` for further modules of glue.",
  });
}

/** The package a file belongs to: its folder below the last `node_modules`; empty for the project's own. */
function packageOf(path: string): string {
  const [, name = ""] = /.*[/\\]node_modules[/\\]((?:@[^/\\]+[/\\])?[^/\\]+)/.exec(path) ?? [];
  return name;
}
