import { createInterface } from "node:readline";

/**
 * Watches over measuring processes for the job that started this process: reads which of them live (`+pid`, `-pid`, a
 * line each), and kills them when the job is gone.
 */
export function endOrphans(): void {
  const alive = new Set<number>();
  const lines = createInterface({ input: process.stdin });
  lines.on("line", (line: string) => {
    const pid = Number(line.slice(1));
    if (line.startsWith("+")) alive.add(pid);
    else alive.delete(pid);
  });
  // The pipe ends with the last process that holds it: the job.
  lines.once("close", () => {
    for (const pid of alive) kill(pid);
    process.exit();
  });
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}
