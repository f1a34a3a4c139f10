import { trendOf } from "../../history/trend.ts";
import { renderTrend } from "../../report/trend-report.ts";
import { DEFAULT_BASELINE, requireBaseline } from "../../shell/named-baseline.ts";
import { tagReleases } from "../../shell/release-tags.ts";
import { paintOf, warnOn } from "../../shell/terminal.ts";
import { wants } from "../../shell/workload.ts";
import type { CommandContext } from "./run.ts";

/**
 * `trend [NAME]`: the stored runs of a named baseline over time, with lasting steps and what crept in since the last release.
 *
 * @param context - options, console and locations
 * @returns exit code 0: a trend never fails a run
 * @throws ActionError (`baseline`) when there is none of that name or it is damaged
 */
export async function trendCommand({ options, console }: CommandContext): Promise<number> {
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
  return 0;
}
