import { readSurroundings } from "../../github/surroundings.ts";
import { cpuStepOf } from "../../measure/parent/choose-clock.ts";
import { scrubEnvironment } from "../../measure/parent/environment.ts";
import { PERMISSION_SINCE } from "../../measure/parent/flags.ts";
import { processOptions } from "../../measure/parent/measurer.ts";
import { startMeasuringProcess } from "../../measure/parent/measuring-process.ts";
import type { Environment } from "../../model/environment.ts";
import { askGit } from "../../shell/ask-git.ts";
import type { Locations } from "../../shell/locations.ts";
import { readCpu } from "../../suites/clocks.ts";
import { formatRoughTime } from "../../wording/value.ts";
import { type Check, faultCheck } from "./check.ts";

/** Oldest Node this product runs on, as its package says. */
const OLDEST_NODE = [20, 16] as const;

/**
 * Looks at Node, its clock and its permission model.
 *
 * @param environment - what measuring would run on
 * @returns one check each
 */
export function checkNode({ node, v8, clock, clockReason }: Environment): Check[] {
  const [major = 0, minor = 0] = node.split(".").map(Number);
  const isOld = major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
  const step = cpuStepOf({ readCpu, now: () => Number(process.hrtime.bigint()) });
  const steps = step === null ? "" : `, in steps of ${formatRoughTime(step)}`;
  return [
    isOld
      ? { state: "fault", subject: "Node", text: `${node} is too old → use Node 24` }
      : { state: "fine", subject: "Node", text: `${node}, V8 ${v8}` },
    clock === "cpu"
      ? { state: "fine", subject: "clock", text: `CPU time of the process${steps}` }
      : {
          state: "note",
          subject: "clock",
          text: `wall clock, since ${clockReason ?? "CPU time is not told"}: other programs are measured too`,
        },
    major >= PERMISSION_SINCE
      ? {
          state: "fine",
          subject: "permission model",
          text: "measuring processes write no file and start no program",
        }
      : {
          state: "note",
          subject: "permission model",
          text: `Node ${major} has none that is stable: guests' JavaScript may write files → Node ${PERMISSION_SINCE} has it`,
        },
  ];
}

/**
 * Starts a measuring process with the flags that are configured, and ends it.
 *
 * @param environment - what measuring would run on
 * @param locations - where this installation keeps its parts
 * @returns the check
 */
export async function checkProcess(environment: Environment, locations: Locations): Promise<Check> {
  const subject = "measuring process";
  const { flags } = environment;
  try {
    const open = await startMeasuringProcess(
      processOptions({
        entry: locations.measuringEntry,
        environment,
        variables: scrubEnvironment(process.env),
        root: process.cwd(),
        isOver: () => false,
      }),
    );
    open.close();
    const extra = flags.length === 0 ? "" : `, with ${flags.join(" ")}`;
    return { state: "fine", subject, text: `starts in ${formatRoughTime(open.startNs)}${extra}` };
  } catch (thrown) {
    return faultCheck(subject, thrown);
  }
}

/**
 * Looks at Git: commits name what was measured.
 *
 * @returns the check
 */
export function checkGit(): Check {
  let trouble: string | null = null;
  const sha = askGit(".", ["rev-parse", "HEAD"], ({ message }) => {
    trouble = message;
  }).trim();
  const subject = "git";
  if (sha !== "") return { state: "fine", subject, text: `commit ${sha.slice(0, 12)}` };
  const text = trouble ?? "no commit here, or no Git: results name none";
  return { state: "note", subject, text };
}

/**
 * Looks at what a workflow step is told, as the action reads it.
 *
 * @param variables - environment variables
 * @returns one check; none outside of GitHub Actions
 */
export async function checkContext(
  variables: Readonly<Record<string, string | undefined>>,
): Promise<Check[]> {
  if (variables.GITHUB_ACTIONS !== "true") return [];
  const subject = "GitHub Actions";
  try {
    const { run, outputPath, summaryPath } = await readSurroundings(variables);
    const absent = [
      ...(outputPath === null ? ["GITHUB_OUTPUT"] : []),
      ...(summaryPath === null ? ["GITHUB_STEP_SUMMARY"] : []),
    ];
    const text = `event ${run.event} of ${run.repository} at ${run.sha.slice(0, 12)}`;
    if (absent.length === 0) return [{ state: "fine", subject, text }];
    const missing = `${text}; ${absent.join(" and ")} not set: no outputs or summary`;
    return [{ state: "note", subject, text: missing }];
  } catch (thrown) {
    return [faultCheck(subject, thrown)];
  }
}
