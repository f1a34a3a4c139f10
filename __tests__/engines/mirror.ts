import type { ReleasedLibrary } from "../../src/engines/released-library.ts";
import { releasedLibrary } from "../../src/engines/released-library.ts";
import { type Answer, type Loopback, listen } from "../servers/loopback.ts";
import { makeMachine, type TestMachine } from "./make-library.ts";

const open: Loopback[] = [];

/** Closes every mirror that is open. */
export async function closeMirrors(): Promise<void> {
  for (const server of open.splice(0)) await server.close();
}

/** A machine with a mirror of releases. */
export interface Mirror extends TestMachine {
  /** Paths that were asked for. */
  readonly asked: string[];
  readonly get: (sha256?: readonly string[], version?: string) => Promise<ReleasedLibrary>;
}

/**
 * A machine and a mirror that answers in turn.
 *
 * @param answers - the last one is given again and again
 * @param variables - further variables of the machine
 * @returns both; the mirror is closed by {@link closeMirrors}
 */
export async function mirrored(answers: readonly Answer[], variables = {}): Promise<Mirror> {
  const asked: string[] = [];
  const server = await listen(({ url }) => {
    asked.push(url.pathname);
    const answer = answers[Math.min(asked.length, answers.length) - 1];
    return Promise.resolve(answer ?? { status: 404 });
  });
  open.push(server);
  const releases = { WASM_BENCH_WASMTIME_RELEASES: `${server.url}/releases/` };
  const machine = makeMachine({ ...releases, ...variables });
  return {
    ...machine,
    asked,
    get: (sha256 = [], version = "24.0.5") =>
      releasedLibrary({ kind: "version", version, sha256 }, machine.context),
  };
}
