import type { Page } from "playwright-core";
import type { ResultDocument } from "../../src/model/result.ts";
import { hostileResult } from "../report/sample-extremes.ts";
import { STATES } from "../report/sample-states.ts";

/**
 * Clicks every name at once; a click each through the protocol would take a minute for all states.
 *
 * @param page - page with an open report
 */
export async function unfoldAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const button of document.querySelectorAll<HTMLButtonElement>("button.open"))
      button.click();
  });
}

/** @returns a result with regressions */
export function regression(): ResultDocument {
  return STATES.regression?.() ?? hostileResult();
}

/**
 * Names in a suite's table as it stands.
 *
 * @param page - page with an open report
 * @param suite - the suite
 * @returns the first cell of each row
 */
export async function firstNames(page: Page, suite: string): Promise<readonly string[]> {
  return page
    .locator(`.suite[aria-label="Suite ${suite}"] tbody tr[data-verdict] th code`)
    .allTextContents();
}
