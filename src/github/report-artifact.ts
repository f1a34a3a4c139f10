import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { messageOf } from "../errors.ts";
import type { ReportUpload } from "../model/publication.ts";
import type { ArtifactClient } from "./artifact-client.ts";
import type { Surroundings } from "./surroundings.ts";

/** What uploads a report. */
export interface ReportArtifactDeps {
  readonly client: ArtifactClient;
  /** Tells two artifacts of one name apart: a few letters and digits, new each time. */
  readonly suffix: () => string;
  /** Longest time to wait for the service, in ms. */
  readonly limitMs: number;
}

/** What decides about name, place and address of a report. */
export type ReportPlace = Pick<
  Surroundings,
  "inputs" | "run" | "job" | "serverUrl" | "temporary" | "artifactService"
>;

/** How the service says that a job of this run has used a name. */
const TAKEN = /\(409\)|already exists/;

/**
 * Uploads the HTML report as a single file that is not packed. Trouble is told and fails nothing.
 *
 * @param html - the report
 * @param place - run, job and key, of which the name is made, and whether there is a service
 * @param deps - client, and what it may take
 * @returns address of the artifact, or one sentence why there is none
 */
export async function uploadReport(
  html: string,
  place: ReportPlace,
  deps: ReportArtifactDeps,
): Promise<ReportUpload> {
  const { artifactService, run, serverUrl, temporary } = place;
  if (!artifactService.isOffered) return { kind: "absent", because: artifactService.because };
  let folder: string | null = null;
  try {
    folder = await mkdtemp(join(temporary, "wasm-bench-report-"));
    const id = await within(deps.limitMs, uploadFree(html, folder, { place, deps }));
    if (id === undefined)
      return { kind: "failed", because: "the service told no id of the artifact" };
    const url = `${serverUrl}/${run.repository}/actions/runs/${run.runId}/artifacts/${id}`;
    return { kind: "uploaded", url };
  } catch (thrown) {
    return { kind: "failed", because: firstLine(messageOf(thrown)) };
  } finally {
    if (folder !== null) await rm(folder, { recursive: true, force: true });
  }
}

/** The legs of a matrix have one job id: who comes later takes a name of its own. */
async function uploadFree(
  html: string,
  folder: string,
  { place, deps }: { readonly place: ReportPlace; readonly deps: ReportArtifactDeps },
): Promise<number | undefined> {
  const name = artifactName(place);
  const upload = async (fileName: string): Promise<number | undefined> => {
    const path = join(folder, `${fileName}.html`);
    await writeFile(path, html);
    return deps.client.upload(path, folder);
  };
  try {
    return await upload(name);
  } catch (thrown) {
    if (!TAKEN.test(messageOf(thrown))) throw thrown;
    return upload(`${name}-${deps.suffix()}`);
  }
}

/**
 * The name of a report's artifact, without its ending.
 *
 * @param place - key, job and attempt: a later attempt leaves the artifact of an earlier one as it is
 * @returns letters, digits, `.`, `_` and `-`, for example `wasm-bench-report-bench-attempt-2`
 */
export function artifactName({
  inputs,
  job,
  run,
}: Pick<ReportPlace, "inputs" | "job" | "run">): string {
  const attempt = run.attempt > 1 ? [`attempt-${run.attempt}`] : [];
  return ["wasm-bench-report", inputs.commentKey, job, ...attempt]
    .filter((part) => part !== "")
    .map((part) => part.replace(/[^A-Za-z0-9._-]+/g, "-"))
    .join("-");
}

async function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const message = `the artifact service did not take it within ${limitMs / 1000} s`;
    timer = setTimeout(() => reject(new Error(message)), limitMs);
  });
  // What comes after the limit is nobody's concern, also when it is an error.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function firstLine(text: string): string {
  return (text.split("\n")[0] ?? "").trim().replace(/\.+$/, "");
}
