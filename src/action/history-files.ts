import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { requireFolder } from "../files/regular-file.ts";
import { writeAside } from "../files/write-aside.ts";
import type { History } from "../report/history.ts";
import { badgeJson, badgeOf, badgeSvg } from "../report/history-page/badge.ts";
import { type HistoryPageOptions, renderHistoryPage } from "../report/history-page/history-page.ts";
import { HISTORY_FOLDER, makeFolder, RESULT_FOLDER, unusable } from "./result-files.ts";

/**
 * Writes the history of the baseline branch as a folder that any static host can serve.
 *
 * @param workspace - folder of the checkout
 * @param history - stored runs and this one
 * @param options - address of the repository and the time of writing
 * @returns absolute path of the folder: `index.html`, and the badge as `badge.svg` and `badge.json`
 * @throws ActionError (`environment`) when something else stands in their place
 */
export async function writeHistoryFiles(
  workspace: string,
  history: History,
  options: HistoryPageOptions,
): Promise<string> {
  const badge = badgeOf(history);
  const texts = {
    "index.html": renderHistoryPage(history, options),
    "badge.svg": badgeSvg(badge),
    "badge.json": badgeJson(badge),
  };
  const folder = join(await makeFolder(workspace), HISTORY_FOLDER);
  try {
    await mkdir(folder, { recursive: true });
    await requireFolder(folder);
    for (const [name, text] of Object.entries(texts)) await writeAside(join(folder, name), text);
  } catch (cause) {
    throw unusable(`${RESULT_FOLDER}/${HISTORY_FOLDER}`, cause);
  }
  return folder;
}
