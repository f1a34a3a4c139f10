import type { Closure } from "../model/closure.ts";
import type { Component } from "../model/component.ts";
import type { Warning } from "../model/sample.ts";
import type { Workload } from "../model/workload.ts";
import type { BaselineSide } from "./baseline-side.ts";
import type { Planned } from "./plan.ts";

/** Files named in one warning. */
const MOST_NAMED = 3;

/**
 * Says which components are compared with host code that changed, and whose ran: otherwise a slower imports module
 * slows both sides alike and shows nowhere.
 *
 * @param planned - benchmarks of the run
 * @param workload - the candidate's components and host code
 * @param baseline - the side compared with, or null
 * @returns one warning per component whose sides ran the candidate's host code although it is not the baseline's
 */
export function hostCodeWarnings(
  planned: readonly Planned[],
  workload: Workload,
  baseline: BaselineSide | null,
): Warning[] {
  if (baseline === null) return [];
  const changed = planned.flatMap(({ benchmark, pair }): [string, Component][] =>
    pair === null || pair.baseline === null || pair.ownHosts === true || pair.sameHost
      ? []
      : [[benchmark.component, pair.baseline]],
  );
  // By name of the candidate's component: that of the baseline may be called otherwise.
  const bases = new Map(changed);
  return workload.components
    .filter(({ name }) => bases.has(name))
    .map((component) => warningOf(component, bases.get(component.name)));
}

function warningOf(candidate: Component, baseline: Component | undefined): Warning {
  const { name, hostCode = "candidate" } = candidate;
  const before = baseline?.hostClosure;
  const after = candidate.hostClosure;
  const files = before === undefined || after === undefined ? [] : changedFiles(before, after);
  const hasHost = baseline?.host.kind === "module" || after !== undefined;
  const isNative = !hasHost || (before !== undefined && files.length === 0);
  if (isNative)
    return {
      code: "host-code-changed",
      message: `${name}: its native reference changed; what is said of it is true of the new one`,
    };
  if (before === undefined && baseline?.host.kind === "module")
    return {
      code: "host-code-unknown",
      message: `${name}: the baseline does not carry its host code, so both sides ran the new one${hostCode === "each" ? " although `host-code` is `each`" : ""}; the next baseline will`,
    };
  return {
    code: "host-code-changed",
    message: `${name}: its host code changed${listed(files)}, and both sides ran the new one: what it costs does not show. With \`host-code: each\` every side runs its own`,
  };
}

/** Files that are on one side only, or differ. */
function changedFiles(before: Closure, after: Closure): string[] {
  const [old, now] = [before, after].map(
    ({ root, files }) =>
      new Map(files.map(({ name, sha256 }) => [withoutRoot(name, root), sha256])),
  );
  const all = new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])]);
  return [...all].filter((name) => old?.get(name) !== now?.get(name)).sort();
}

function withoutRoot(name: string, root: string): string {
  return root !== "" && name.startsWith(`${root}/`) ? name.slice(root.length + 1) : name;
}

function listed(files: readonly string[]): string {
  if (files.length === 0) return "";
  const more = files.length > MOST_NAMED ? ` and ${files.length - MOST_NAMED} more` : "";
  return ` (${files.slice(0, MOST_NAMED).join(", ")}${more})`;
}
