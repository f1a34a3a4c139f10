import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as a test server sees it. */
export interface ReceivedRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** What a test server answers. `cut` ends the connection after so many body bytes; `hang` never answers. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
  readonly cut?: number;
  readonly hang?: boolean;
}

/** A server on the loopback interface. */
export interface Loopback {
  /** Base URL without a trailing slash. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * A JSON answer.
 *
 * @param status - HTTP status
 * @param value - what becomes the body
 * @param headers - further headers
 * @returns the answer
 */
export function json(
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
    body: JSON.stringify(value),
  };
}

/**
 * Starts a server on a free port of the loopback interface.
 *
 * @param handle - turns a request into an answer
 * @returns its URL and how to stop it
 */
export async function listen(
  handle: (request: ReceivedRequest) => Promise<Answer>,
): Promise<Loopback> {
  const server = createServer((message, response) => {
    receive(message)
      .then(handle)
      .catch((thrown: unknown) => json(500, { message: String(thrown) }))
      .then((answer) => respond(response, answer))
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://localhost:${port}`, close: () => stop(server) };
}

async function receive(message: IncomingMessage): Promise<ReceivedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const headers = Object.fromEntries(
    Object.entries(message.headers).map(([name, value]) => [name, String(value)]),
  );
  return {
    method: message.method ?? "GET",
    url: new URL(message.url ?? "/", "http://localhost"),
    headers,
    body: Buffer.concat(chunks),
  };
}

function respond(response: ServerResponse, answer: Answer): void {
  if (answer.hang === true) return;
  const body = Buffer.from(answer.body ?? "");
  response.writeHead(answer.status, { "content-length": body.length, ...answer.headers });
  if (answer.cut === undefined) {
    response.end(body);
    return;
  }
  response.write(body.subarray(0, answer.cut), () => response.socket?.end());
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
