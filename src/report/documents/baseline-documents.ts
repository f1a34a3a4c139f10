import { PLANNED_SUITES } from "../../model/benchmark.ts";
import type { ResultDocument } from "../../model/result.ts";
import { renderReadiness } from "./readiness.ts";
import { renderSuiteDocument } from "./suite-document.ts";

/**
 * The committed documents of a result: a baseline report per suite and the readiness assessment.
 *
 * @param result - judged result
 * @returns text by file name (`instantiation_baseline.md`, …, `production_readiness.md`); the same for the same result
 */
export function renderBaselineDocuments(result: ResultDocument): ReadonlyMap<string, string> {
  const suites = PLANNED_SUITES.map(
    (suite) => [`${suite}_baseline.md`, renderSuiteDocument(result, suite)] as const,
  );
  return new Map([...suites, ["production_readiness.md", renderReadiness(result)]]);
}
