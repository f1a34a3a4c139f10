import type { Surroundings } from "../github/surroundings.ts";
import type { ResultDocument } from "../model/result.ts";
import type { Log } from "../ports.ts";
import type { History } from "../report/history.ts";
import type { Locations } from "../shell/locations.ts";

/** What every mode of the action gets. */
export interface ActionContext {
  readonly surroundings: Surroundings;
  readonly locations: Locations;
  readonly log: Log;
  /** Folder of the configuration. */
  readonly directory: string;
}

/** Where a report can be read; empty where it cannot. */
export interface Published {
  readonly commentUrl: string;
  /** Address of the artifact with the HTML report. */
  readonly reportUrl: string;
  /** The HTML report, where it was made already; null otherwise. */
  readonly html: string | null;
}

/** What a mode of the action leaves. */
export interface ActionOutcome {
  readonly result: ResultDocument;
  /** The result as it is told, where that differs: a second job's carries its opinion. */
  readonly told?: ResultDocument;
  readonly history: History;
  readonly saved: boolean;
  readonly published: Published;
  /** Regressions a second job could lift (`confirm: fresh-runner`); empty otherwise. */
  readonly suspects: readonly string[];
  /** Name of the result file, without folder. */
  readonly fileName: string;
}
