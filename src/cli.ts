import { compareCommand } from "./command-line/commands/compare.ts";
import { docsCommand } from "./command-line/commands/docs.ts";
import { doctorCommand } from "./command-line/commands/doctor.ts";
import { fuelCommand } from "./command-line/commands/fuel.ts";
import { importCommand } from "./command-line/commands/import.ts";
import { initCommand } from "./command-line/commands/init.ts";
import { judgeCommand } from "./command-line/commands/judge.ts";
import { type CommandContext, runCommand } from "./command-line/commands/run.ts";
import { saveCommand } from "./command-line/commands/save.ts";
import { selfTestCommand } from "./command-line/commands/self-test.ts";
import { showCommand } from "./command-line/commands/show.ts";
import { sizeCommand } from "./command-line/commands/size.ts";
import { trendCommand } from "./command-line/commands/trend.ts";
import { helpText } from "./command-line/help.ts";
import { type Options, parseOptions } from "./command-line/options.ts";
import { didYouMean } from "./config/suggest.ts";
import { ActionError, describeError } from "./errors.ts";
import { disarm } from "./github/command-text.ts";
import { endBySignal } from "./shell/end-by-signal.ts";
import { locate } from "./shell/locations.ts";
import { createConsole } from "./shell/terminal.ts";
import { TOOL } from "./shell/tool.ts";

/** Commands by name; each returns the exit code. */
const COMMANDS: Readonly<Record<string, (context: CommandContext) => Promise<number>>> = {
  init: initCommand,
  doctor: doctorCommand,
  run: runCommand,
  save: saveCommand,
  show: showCommand,
  judge: judgeCommand,
  compare: compareCommand,
  trend: trendCommand,
  import: importCommand,
  docs: docsCommand,
  fuel: fuelCommand,
  size: sizeCommand,
  "self-test": selfTestCommand,
};

/** Columns of help in a pipe: a reader's terminal is no wider. */
const HELP_WIDTH = 80;

/** 2: the user can mend it. 3: it is ours to mend. */
const exitCodeOfFault = (thrown: unknown): number => (thrown instanceof ActionError ? 2 : 3);

async function main(): Promise<number> {
  const options = parseOptions(process.argv.slice(2));
  const console = createConsole(options.color);
  if (options.version) console.out(`${TOOL}\n`);
  else if (options.help || ["", "help"].includes(options.command))
    console.out(helpText(options.command, console.isTerminal ? console.width : HELP_WIDTH));
  else return findCommand(options)({ options, console, locations: locate(import.meta.dirname) });
  return 0;
}

function findCommand({ command }: Options): (context: CommandContext) => Promise<number> {
  const found = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  if (found !== undefined) return found;
  const known = Object.keys(COMMANDS);
  throw new ActionError({
    code: "usage",
    message: `there is no command "${command}"${didYouMean(command, known) || ";"} there is ${known.join(", ")}`,
    hint: "wasm-bench --help explains them.",
  });
}

endBySignal((text: string) => void process.stderr.write(`\nwasm-bench: ${text}\n`));

/** A reader that has seen enough (`| head`) is no fault. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? 0 : 3);
});

try {
  process.exitCode = await main();
} catch (thrown) {
  process.stderr.write(`wasm-bench: ${disarm(describeError(thrown))}\n`);
  process.exitCode = exitCodeOfFault(thrown);
}
