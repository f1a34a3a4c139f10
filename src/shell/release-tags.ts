import { tagHistory } from "../history/history-ring.ts";
import type { HistoryEntry } from "../model/baseline.ts";
import { askGit, type Warn } from "./ask-git.ts";

/** Tags that name a version; others (`nightly`, a moving `v1`) mark no release. */
const RELEASE = /^v?\d+\.\d+/;

/**
 * Gives stored runs the release tags of their commits: most tags are set after the commit was measured.
 *
 * @param history - runs, oldest first; not modified
 * @param folder - a folder of the Git checkout
 * @param warn - told when Git does not answer in time
 * @returns the runs, those of tagged commits with their tag; unchanged where Git or the tags are missing
 */
export function tagReleases(
  history: readonly HistoryEntry[],
  folder: string,
  warn: Warn,
): HistoryEntry[] {
  const tags = readReleaseTags(folder, warn);
  return tags.reduce((runs, { sha, tag }) => tagHistory(runs, sha, tag), [...history]);
}

function readReleaseTags(
  folder: string,
  warn: Warn,
): readonly { readonly sha: string; readonly tag: string }[] {
  // An annotated tag is an object of its own: its commit is the peeled name.
  const format = "%(refname:short) %(objectname) %(*objectname)";
  // Outside of a checkout there are no tags, and the trend works without them.
  const args = ["for-each-ref", "refs/tags", "--sort=v:refname", `--format=${format}`];
  const lines = askGit(folder, args, warn);
  return lines.split("\n").flatMap((line) => {
    const [tag = "", object = "", peeled = ""] = line.split(" ");
    return RELEASE.test(tag) ? [{ sha: peeled === "" ? object : peeled, tag }] : [];
  });
}
