import { ActionError } from "../../errors.ts";
import { toReportHistory } from "../../history/report-history.ts";
import { trendOf } from "../../history/trend.ts";
import type { History } from "../../report/history.ts";
import { badgeJson, badgeOf, badgeSvg } from "../../report/history-page/badge.ts";
import { renderHistoryPage } from "../../report/history-page/history-page.ts";
import { renderTrend } from "../../report/trend-report.ts";
import { DEFAULT_BASELINE, requireBaseline } from "../../shell/named-baseline.ts";
import { tagReleases } from "../../shell/release-tags.ts";
import { paintOf, warnOn } from "../../shell/terminal.ts";
import { wants } from "../../shell/workload.ts";
import { requirePlaces, writeText } from "../write-text.ts";
import type { CommandContext } from "./run.ts";

/** Writers of a badge by the ending of the file. */
const BADGES = new Map([
  ["svg", badgeSvg],
  ["json", badgeJson],
]);

/**
 * `trend [NAME]`: the stored runs of a named baseline over time, with lasting steps and what crept in since the last release.
 *
 * @param context - options, console and locations
 * @returns exit code 0: a trend never fails a run
 * @throws ActionError (`baseline`) when there is none of that name or it is damaged, (`usage`) when a file cannot be written
 */
export async function trendCommand({ options, console }: CommandContext): Promise<number> {
  const writeBadge = options.badge === null ? null : badgeWriter(options.badge);
  await requirePlaces([options.html, options.badge]);
  const { document } = await requireBaseline(options.operands[0] ?? DEFAULT_BASELINE);
  const trend = trendOf(tagReleases(document.history, process.cwd(), warnOn(console)), null);
  const benchmarks = trend.benchmarks.filter(({ id }) => wants(options, id));
  console.out(
    renderTrend(
      { ...trend, benchmarks },
      {
        paint: paintOf(console),
        width: console.width,
        primaries: new Map(document.benchmarks.map(({ id, primary }) => [id, primary])),
      },
    ),
  );
  const history: History = toReportHistory({ ...trend, benchmarks }, document.benchmarks);
  const page = { baseUrl: "", now: new Date().toISOString() };
  if (options.html !== null) await writeText(options.html, renderHistoryPage(history, page));
  if (options.badge !== null && writeBadge !== null)
    await writeText(options.badge, writeBadge(badgeOf(history)));
  return 0;
}

function badgeWriter(path: string): typeof badgeSvg {
  const write = BADGES.get(/\.([^./]+)$/.exec(path)?.[1] ?? "");
  if (write !== undefined) return write;
  throw new ActionError({
    code: "usage",
    message: `--badge: ${path} ends neither in .svg nor in .json`,
    hint: "Name a file that ends in .svg for a picture, or in .json for the endpoint badge of shields.io.",
  });
}
