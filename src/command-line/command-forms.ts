import { ActionError } from "../errors.ts";

/** What a command takes. */
interface CommandForm {
  readonly options: readonly string[];
  /** Most operands; a command says itself when there are too few. */
  readonly operands: number;
}

const ALWAYS: readonly string[] = ["help", "version", "no-color"];
const MEASURING = [
  "config",
  "engine",
  "suite",
  "filter",
  "quick",
  "threshold",
  "fail-on",
  "time-budget",
];
/** How a result is told. */
const FILES = ["html", "json", "junit", "markdown", "verbose"];
const PLACES = ["alloc", "at"];

/** Options and operands of every command. */
const FORMS: ReadonlyMap<string, CommandForm> = new Map([
  ["init", { options: ["print"], operands: 1 }],
  ["doctor", { options: ["config", "engine"], operands: 0 }],
  ["run", { options: [...MEASURING, ...FILES, "baseline", "policy", "list"], operands: 0 }],
  ["compare", { options: [...MEASURING, ...FILES, "call", "host", ...PLACES], operands: 2 }],
  ["save", { options: [...MEASURING, ...FILES], operands: 1 }],
  ["self-test", { options: MEASURING, operands: 0 }],
  [
    "fuel",
    {
      options: ["config", "host", "profile", "functions", "folded", "json", ...PLACES],
      operands: Number.POSITIVE_INFINITY,
    },
  ],
  ["size", { options: ["config", "json"], operands: 2 }],
  ["show", { options: [], operands: 1 }],
  ["judge", { options: FILES, operands: 1 }],
  ["trend", { options: ["suite", "filter", "html", "badge"], operands: 1 }],
  [
    "import",
    {
      options: ["config", "baseline", "threshold", "fail-on", "allow-stale", ...FILES],
      operands: 3,
    },
  ],
  ["docs", { options: ["json", "check"], operands: 0 }],
]);

/**
 * Refuses what a command would ignore.
 *
 * @param command - name of the command; an unknown one is left to its own error
 * @param given - names of the options given, without dashes
 * @param operands - what follows the command
 * @throws ActionError (`usage`) naming the option or operand, and what the command takes
 */
export function checkForm(
  command: string,
  given: readonly string[],
  operands: readonly string[],
): void {
  const form = FORMS.get(command);
  if (form === undefined || given.includes("help")) return;
  const allowed = [...form.options, ...ALWAYS];
  const [option] = given.filter((name) => !allowed.includes(name));
  const [operand] = operands.slice(form.operands);
  if (option === undefined && operand === undefined) return;
  const what = option === undefined ? JSON.stringify(operand) : `--${option}`;
  const takes =
    form.options.length === 0
      ? "It takes no options."
      : `It takes ${form.options.map((name) => `--${name}`).join(", ")}.`;
  throw new ActionError({
    code: "usage",
    message: `${command} takes no ${what}`,
    hint: option === undefined ? "wasm-bench --help shows what it takes." : takes,
  });
}

/**
 * The options a command takes.
 *
 * @param command - name of a command
 * @returns names without dashes, those of all commands among them; null for a command there is not
 */
export function optionsOf(command: string): readonly string[] | null {
  const form = FORMS.get(command);
  return form === undefined ? null : [...form.options, ...ALWAYS];
}
