import { runAction } from "./action/action.ts";
import { locate } from "./shell/locations.ts";

/** The action: everything it needs comes from the runner's environment. */
process.exitCode = await runAction(locate(import.meta.dirname));
