import { HttpClient } from "@actions/http-client";
import type { Download } from "./engines/fetch-archive.ts";

/** Longest silence of a server, in ms. */
const SOCKET_TIMEOUT_MS = 60_000;

/**
 * Asks for what is at an address, through the proxy the machine is set up with.
 *
 * @param url - address, http or https; redirections from https lead to https only
 * @returns status and stream of the answer, and what gives the connection back
 * @throws Error when there is no answer
 */
export async function openDownload(url: string): Promise<Download> {
  const client = new HttpClient("wasm-bench", [], {
    allowRetries: false,
    socketTimeout: SOCKET_TIMEOUT_MS,
  });
  const close = (): void => client.dispose();
  try {
    const { message } = await client.get(url);
    const length = Number(message.headers["content-length"] ?? Number.NaN);
    const sizeBytes = Number.isFinite(length) ? length : null;
    return { status: message.statusCode ?? 0, sizeBytes, body: message, close };
  } catch (thrown) {
    close();
    throw thrown;
  }
}
