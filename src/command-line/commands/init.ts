import { lstat, mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { createModuleDecoder } from "../../components/module-decoder.ts";
import { CONFIG_NAMES } from "../../config/config-name.ts";
import { defaultConfig, parseConfig } from "../../config/parse-config.ts";
import { ActionError, messageOf } from "../../errors.ts";
import { DEFAULT_TARGETS } from "../../model/default-targets.ts";
import { logText } from "../../report/clean-text.ts";
import { askGit } from "../../shell/ask-git.ts";
import { findConfig } from "../../shell/find-config.ts";
import { warnOn } from "../../shell/terminal.ts";
import { formatQuantity } from "../../wording/number.ts";
import { type Candidate, candidatesOf } from "../setup/candidates.ts";
import { findModules } from "../setup/find-modules.ts";
import { configText, type ProposedComponent, workflowText } from "../setup/proposal.ts";
import { type Trying, tryCandidate } from "../setup/try-candidate.ts";
import { unwritable } from "../write-text.ts";
import type { CommandContext } from "./run.ts";

const WORKFLOW = ".github/workflows/wasm-bench.yml";
/** Components that are proposed; more are named by hand. */
const MOST_COMPONENTS = 12;
/** What is left out is told so often. */
const MOST_REASONS = 3;
const REASON_WIDTH = 160;

/**
 * `init [PATH]`: looks for modules, tries them, and writes a configuration and a workflow. No file is overwritten.
 *
 * @param context - options, console and locations
 * @returns exit code 0
 * @throws ActionError (`usage`) when nothing is found that loads, or both files are there already
 */
export async function initCommand(context: CommandContext): Promise<number> {
  const { options, console } = context;
  const existing = await findConfig(".");
  if (existing !== null && !options.print && (await isThere(WORKFLOW))) throw allThere(existing);
  const { proposed, leftOut, more } = await propose(context);
  if (proposed.length === 0) throw nothingFound(options.operands[0] ?? ".", leftOut);
  const config = configText(proposed);
  // What is proposed is read as a run reads it.
  parseConfig(config, CONFIG_NAMES[0], DEFAULT_TARGETS);
  const workflow = workflowText(branchOf(context));
  if (options.print) {
    console.out(`# ${CONFIG_NAMES[0]}\n${config}\n# ${WORKFLOW}\n${workflow}`);
    for (const line of leftOutLines([...leftOut, ...more])) console.err(`${line}\n`);
    return 0;
  }
  const written =
    existing === null
      ? await write(CONFIG_NAMES[0], config)
      : `${existing} is there: left as it is`;
  const lines = [
    `${written} (${proposed.map(({ name, kind }) => `${name}: ${kind}`).join(", ")})`,
    await write(WORKFLOW, workflow),
    ...leftOutLines([...leftOut, ...more]),
    ...nextLines(existing ?? "", proposed),
  ];
  console.out(`${lines.join("\n")}\n`);
  return 0;
}

interface Found {
  readonly proposed: readonly ProposedComponent[];
  /** Paths with the reason. */
  readonly leftOut: readonly string[];
  readonly more: readonly string[];
}

async function propose({ options, locations }: CommandContext): Promise<Found> {
  const [place = "."] = options.operands;
  const files = await findModules(place.replace(/(?<=.)\/+$/, "")).catch((cause: unknown) => {
    throw unreadable(place, cause);
  });
  const decode = createModuleDecoder();
  const { componentTools } = locations;
  const candidates = await candidatesOf(files, { decode, componentTools });
  const { sampling, fuel } = defaultConfig(DEFAULT_TARGETS);
  const trying: Trying = { root: process.cwd(), locations, decode, config: { sampling, fuel } };
  const proposed: ProposedComponent[] = [];
  const leftOut: string[] = [];
  const wanted = candidates.slice(0, MOST_COMPONENTS);
  for (const candidate of wanted) {
    const tried = await tryCandidate(candidate, trying);
    if ("proposed" in tried) proposed.push(tried.proposed);
    else leftOut.push(leftOutText(candidate, tried.reason));
  }
  const rest = candidates.length - wanted.length;
  const isCut = files.isCut ? ["the folder holds more files than are looked at: name one"] : [];
  return {
    proposed,
    leftOut,
    more: [...(rest > 0 ? [`${rest} more: name them by hand`] : []), ...isCut],
  };
}

function leftOutText({ path }: Candidate, reason: string): string {
  return logText(`${path}: ${reason.replaceAll(/\s+/g, " ")}`, REASON_WIDTH);
}

function leftOutLines(leftOut: readonly string[]): string[] {
  const rest = leftOut.length - MOST_REASONS;
  const shown = leftOut.slice(0, rest > 0 ? MOST_REASONS - 1 : MOST_REASONS);
  return [
    ...shown.map((one) => `left out ${one}`),
    ...(rest > 0 ? [`left out ${leftOut.length - shown.length} others`] : []),
  ];
}

/** What to do next: a configuration that was there may hold all of it. */
function nextLines(existing: string, proposed: readonly ProposedComponent[]): string[] {
  return [
    existing === ""
      ? callsLine(proposed)
      : `next: 1. wasm-bench init --print shows what would be proposed beside ${existing}`,
    "      2. wasm-bench doctor, then wasm-bench run --quick",
    `      3. in ${WORKFLOW}, build your modules before the action`,
    "      4. commit both: the first push to the branch saves the baseline, pull requests are compared with it",
  ];
}

function callsLine(proposed: readonly ProposedComponent[]): string {
  const open = proposed.flatMap((one) => one.open).length;
  const calls = proposed.flatMap((one) => one.calls).length;
  const exports =
    open === 0 ? "" : `, of the ${formatQuantity(open, "export")} that want arguments`;
  return `next: 1. in ${CONFIG_NAMES[0]}, add calls with \`args\` and \`expect\`${exports} (${formatQuantity(calls, "call")} tried and kept)`;
}

/** Writes a file that is not there; an existing one, or a link in its place, stays. */
async function write(path: string, text: string): Promise<string> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, { flag: "wx" });
    return `wrote ${path}`;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "EEXIST")
      return `${path} is there: left as it is`;
    throw unwritable(path, cause, "Run it in a folder you may write to, or with --print.");
  }
}

/** A link that leads nowhere is there as well. */
async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** The branch pull requests go to, as far as Git knows it. */
function branchOf({ console }: CommandContext): string {
  const remote = askGit(
    ".",
    ["symbolic-ref", "--short", "refs/remotes/origin/HEAD"],
    warnOn(console),
  ).trim();
  const branch = remote.replace(/^origin\//, "");
  return /^[\w./-]+$/.test(branch) ? branch : "main";
}

function nothingFound(place: string, leftOut: readonly string[]): ActionError {
  const found =
    leftOut.length === 0 ? "no .wasm, .wat or glue is there" : leftOut.slice(0, 5).join("; ");
  return new ActionError({
    code: "usage",
    message: `nothing in ${place} can be measured as it is: ${found}`,
    hint: "Build the modules first, or name a module or its folder: wasm-bench init pkg",
  });
}

function allThere(existing: string): ActionError {
  return new ActionError({
    code: "usage",
    message: `${existing} and ${WORKFLOW} are there already, and init overwrites nothing`,
    hint: "wasm-bench init --print shows what it would propose; wasm-bench doctor checks what is there.",
  });
}

function unreadable(place: string, cause: unknown): ActionError {
  return new ActionError({
    code: "usage",
    message: `${place} cannot be searched: ${messageOf(cause)}`,
    hint: "Name a module, or a folder that holds some.",
    cause,
  });
}
