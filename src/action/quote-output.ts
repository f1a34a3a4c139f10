import type { ResultDocument } from "../model/result.ts";
import type { Log } from "../ports.ts";
import { logText, NAME_LIMIT } from "../report/clean-text.ts";

/** Failed benchmarks whose output is quoted whole; the result holds that of all. */
const MOST = 10;

/**
 * Quotes what the guests of failed benchmarks printed, as text in which nothing is a workflow command.
 *
 * @param result - judged result with the visits' output, as captured
 * @param log - log of the action
 */
export function quoteOutputs(result: ResultDocument, log: Pick<Log, "quote">): void {
  const failed = result.judgement.benchmarks.filter(({ failure }) => failure !== null);
  for (const { id } of failed.slice(0, MOST)) {
    const visits = result.benchmarks.find(({ benchmark }) => benchmark.id === id)?.visits ?? [];
    const printed = visits.find(({ failure, output }) => failure !== null && output !== "");
    if (printed !== undefined)
      log.quote(`output of ${logText(id, NAME_LIMIT)}`, printed.output.trimEnd());
  }
}
