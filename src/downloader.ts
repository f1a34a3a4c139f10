import { HttpClient } from "@actions/http-client";
import type { Download } from "./engines/fetch-archive.ts";

/** Longest silence of a server before it answers, in ms. */
const SOCKET_TIMEOUT_MS = 60_000;
/** Redirections that are followed. */
const MOST_HOPS = 10;

/**
 * Asks for what is at an address, through the proxy the machine is set up with. Name and password in the address are sent to
 * its own server and to no other.
 *
 * @param url - address, http or https; redirections are followed, from https to https only
 * @returns status and stream of the answer, and what gives the connection back
 * @throws Error when there is no answer
 */
export async function openDownload(url: string): Promise<Download> {
  const client = new HttpClient("wasm-bench", [], {
    allowRedirects: false,
    allowRetries: false,
    socketTimeout: SOCKET_TIMEOUT_MS,
  });
  const close = (): void => client.dispose();
  try {
    const message = await follow(client, new URL(url));
    const length = Number(message.headers["content-length"] ?? Number.NaN);
    const sizeBytes = Number.isFinite(length) ? length : null;
    return { status: message.statusCode ?? 0, sizeBytes, body: message, close };
  } catch (thrown) {
    close();
    throw thrown;
  }
}

type Answer = Awaited<ReturnType<HttpClient["get"]>>["message"];

async function follow(client: HttpClient, first: URL): Promise<Answer> {
  let at = first;
  for (let hop = 0; hop <= MOST_HOPS; hop += 1) {
    const { message } = await client.get(at.href, at.host === first.host ? signedIn(first) : {});
    const next = redirectedTo(message, at);
    if (next === null) return message;
    // What is not read to its end would keep the connection.
    message.destroy();
    at = next;
  }
  throw new Error(`it redirects more than ${MOST_HOPS} times`);
}

function redirectedTo({ statusCode, headers }: Answer, from: URL): URL | null {
  const isRedirect = [301, 302, 303, 307, 308].includes(statusCode ?? 0);
  if (!isRedirect || headers.location === undefined) return null;
  const to = new URL(headers.location, from);
  if (from.protocol === "https:" && to.protocol !== "https:")
    throw new Error(`it redirects from https to ${to.protocol}//${to.host}, which is not followed`);
  return to;
}

function signedIn({ username, password }: URL): { authorization?: string } {
  if (username === "") return {};
  const words = [username, password].map(decodeURIComponent).join(":");
  return { authorization: `Basic ${Buffer.from(words).toString("base64")}` };
}
