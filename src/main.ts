import { runAction } from "./action/action.ts";
import { endBySignal } from "./shell/end-by-signal.ts";
import { locate } from "./shell/locations.ts";

/** The action: everything it needs comes from the runner's environment. */
endBySignal((text: string) => void process.stdout.write(`\nwasm-bench: ${text}\n`));
process.exitCode = await runAction(locate(import.meta.dirname));
// A request that was given up may hold its socket for minutes; everything else has ended, and what was printed goes out first.
process.stdout.write("", () => process.exit());
