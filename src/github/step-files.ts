import { appendFile, stat } from "node:fs/promises";
import { OUTPUTS_LIMIT, SUMMARY_LIMIT } from "../model/platform-limits.ts";
import type { Warning } from "../model/sample.ts";
import type { OutputWriter, SummaryWriter } from "../ports.ts";
import { shortenMarkdown } from "./shorten-markdown.ts";

/** GitHub drops a summary of more than 1 MiB whole; the margin holds what others append. */
const MAX_SUMMARY_BYTES: number = SUMMARY_LIMIT - 1024;
/** Least room worth writing into, in bytes. */
const MIN_SUMMARY_BYTES = 2048;

/**
 * Appends to the summary of the step.
 *
 * @param path - value of GITHUB_STEP_SUMMARY; null when there is none
 * @returns the writer
 */
export function createSummaryWriter(path: string | null): SummaryWriter {
  return {
    write: async (markdown: string): Promise<readonly Warning[]> => {
      if (path === null)
        return [
          warning("summary-missing", "GITHUB_STEP_SUMMARY is not set: no summary is written"),
        ];
      return writing("the summary", async () => {
        const room = MAX_SUMMARY_BYTES - (await sizeOf(path));
        if (room < MIN_SUMMARY_BYTES)
          return [warning("summary-full", "the summary of this step is full: nothing was added")];
        const measure = (text: string): number => Buffer.byteLength(text);
        await appendFile(path, shortenMarkdown(`${markdown.trimEnd()}\n`, { max: room, measure }));
        return [];
      });
    },
  };
}

/**
 * Writes outputs of the step.
 *
 * @param path - value of GITHUB_OUTPUT; null when there is none
 * @param token - makes an unguessable word, new each time
 * @returns the writer
 */
export function createOutputWriter(path: string | null, token: () => string): OutputWriter {
  return {
    write: async (outputs: Readonly<Record<string, string>>): Promise<readonly Warning[]> => {
      if (path === null)
        return [warning("outputs-missing", "GITHUB_OUTPUT is not set: no outputs are written")];
      const text = Object.entries(outputs)
        .map(([name, value]) => block(name, value, token()))
        .join("");
      if (text.length > OUTPUTS_LIMIT) {
        return [warning("outputs-too-long", "the outputs are longer than 1 MB: none is written")];
      }
      return writing("the outputs", async () => {
        await appendFile(path, text);
        return [];
      });
    },
  };
}

function block(name: string, value: string, token: string): string {
  const end = `end-of-${token}`;
  return `${name}<<${end}\n${value.replaceAll(end, "")}\n${end}\n`;
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (thrown) {
    if (codeOf(thrown) === "ENOENT") return 0;
    throw thrown;
  }
}

async function writing(
  what: string,
  write: () => Promise<readonly Warning[]>,
): Promise<readonly Warning[]> {
  try {
    return await write();
  } catch (thrown) {
    const code = codeOf(thrown);
    if (code === null) throw thrown;
    return [warning("not-written", `${what} cannot be written (${code})`)];
  }
}

function codeOf(thrown: unknown): string | null {
  return thrown instanceof Error && "code" in thrown && typeof thrown.code === "string"
    ? thrown.code
    : null;
}

function warning(code: string, message: string): Warning {
  return { code, message };
}
