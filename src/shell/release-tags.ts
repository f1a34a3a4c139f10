import { execFileSync } from "node:child_process";
import { tagHistory } from "../history/history-ring.ts";
import type { HistoryEntry } from "../model/baseline.ts";

/** Tags that name a version; others (`nightly`, a moving `v1`) mark no release. */
const RELEASE = /^v?\d+\.\d+/;

/**
 * Gives stored runs the release tags of their commits: most tags are set after the commit was measured.
 *
 * @param history - runs, oldest first; not modified
 * @param folder - a folder of the Git checkout
 * @returns the runs, those of tagged commits with their tag; unchanged where Git or the tags are missing
 */
export function tagReleases(history: readonly HistoryEntry[], folder: string): HistoryEntry[] {
  const tags = readReleaseTags(folder);
  return tags.reduce((runs, { sha, tag }) => tagHistory(runs, sha, tag), [...history]);
}

function readReleaseTags(
  folder: string,
): readonly { readonly sha: string; readonly tag: string }[] {
  // An annotated tag is an object of its own: its commit is the peeled name.
  const format = "%(refname:short) %(objectname) %(*objectname)";
  const lines = git(folder, "for-each-ref", "refs/tags", "--sort=v:refname", `--format=${format}`);
  return lines.split("\n").flatMap((line) => {
    const [tag = "", object = "", peeled = ""] = line.split(" ");
    return RELEASE.test(tag) ? [{ sha: peeled === "" ? object : peeled, tag }] : [];
  });
}

function git(folder: string, ...args: readonly string[]): string {
  try {
    const stdio: ["ignore", "pipe", "ignore"] = ["ignore", "pipe", "ignore"];
    return execFileSync("git", args, { cwd: folder, encoding: "utf8", stdio });
  } catch {
    // Outside a checkout there are no tags, and the trend works without them.
    return "";
  }
}
