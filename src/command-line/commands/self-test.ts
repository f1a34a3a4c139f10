import { localRun, policyToday } from "../../shell/prepare.ts";
import { consoleProgress } from "../../shell/progress.ts";
import { selfTest } from "../../shell/self-test.ts";
import { warnOn } from "../../shell/terminal.ts";
import { type CommandContext, prepareLocally } from "./run.ts";

/**
 * `self-test`: proves that the gate can fail on this machine, with this configuration.
 *
 * @param context - options, console and locations
 * @returns exit code: 0 when the gate turned red for a slowed component and only then, else 1
 * @throws ActionError for everything the user can mend
 */
export async function selfTestCommand(context: CommandContext): Promise<number> {
  const { options, console, locations } = context;
  const locally = { ...context, options: { ...options, baseline: "none" } };
  const prepared = await prepareLocally(locally, false);
  const passed = await selfTest({
    ...prepared,
    policy: policyToday(prepared.config, options),
    run: localRun(warnOn(console)),
    measuringEntry: locations.measuringEntry,
    progress: consoleProgress(console),
    say: (text: string): void => console.out(`${text}\n`),
  });
  console.out(
    passed ? "self-test passed: the gate can fail\n" : "self-test FAILED: do not trust this gate\n",
  );
  return passed ? 0 : 1;
}
