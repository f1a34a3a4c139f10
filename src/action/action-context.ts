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

/** What a mode of the action leaves. */
export interface ActionOutcome {
  readonly result: ResultDocument;
  /** The result as it is told, where that differs: a second job's carries its opinion. */
  readonly told?: ResultDocument;
  readonly history: History;
  readonly saved: boolean;
  readonly commentUrl: string;
  /** Suspects of an earlier job that this machine upholds; absent in a first job. */
  readonly upheld?: readonly string[];
  /** Regressions a second job could lift (`confirm: fresh-runner`); empty otherwise. */
  readonly suspects: readonly string[];
  /** True where the workflow says that a second job decides: then the suspects fail nothing here. */
  readonly isOpen?: boolean;
  /** Name of the result file, without folder. */
  readonly fileName: string;
}
