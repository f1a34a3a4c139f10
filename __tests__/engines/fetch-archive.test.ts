import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterEach, describe, expect, it } from "vitest";
import { openDownload } from "../../src/downloader.ts";
import { type Download, fetchArchive, type Patience } from "../../src/engines/fetch-archive.ts";
import { type Loopback, listen } from "../servers/loopback.ts";
import { emptyFolder, hashOf } from "./make-library.ts";

const BYTES = Buffer.from("an archive");

/** A body that stalls, or never ends, after its first bytes. */
function body(after: "silence" | "drops"): Download["body"] {
  let hasBegun = false;
  let timer: NodeJS.Timeout | undefined;
  return new Readable({
    read(): void {
      if (hasBegun && after === "silence") return;
      timer = setTimeout(() => this.push(BYTES), hasBegun ? 5 : 0);
      hasBegun = true;
    },
    destroy(error, done): void {
      clearTimeout(timer);
      done(error);
    },
  });
}

/** Fetches from a server that answers so every time; tells how often it was asked. */
async function fetchFrom(
  after: "silence" | "drops",
  patience: Patience,
): Promise<{ readonly message: string; readonly asked: number }> {
  let asked = 0;
  const open = (): Promise<Download> => {
    asked += 1;
    return Promise.resolve({
      status: 200,
      sizeBytes: null,
      body: body(after),
      close: () => undefined,
    });
  };
  const request = {
    url: "https://releases.invalid/archive",
    path: join(emptyFolder(), "archive"),
    open,
    wait: () => Promise.resolve(),
    patience,
  };
  const message = await fetchArchive(request).then(
    () => "it was fetched",
    (error: unknown) => String(error),
  );
  return { message, asked };
}

describe("a server that does not go on", () => {
  it("is asked again when nothing more comes, and told of", async () => {
    const { message, asked } = await fetchFrom("silence", { totalMs: 60_000, silenceMs: 20 });
    expect(message).toContain("cannot be fetched: nothing came for 0.02 s");
    expect(asked).toBe(3);
  });

  it("is given up when it has taken all the time there is, though something still comes", async () => {
    const { message, asked } = await fetchFrom("drops", { totalMs: 100, silenceMs: 60_000 });
    expect(message).toContain("cannot be fetched: it took more than 0.1 s");
    expect(asked).toBe(1);
  });
});

const open: (Loopback | { readonly close: () => Promise<void> })[] = [];
const saved = { ...process.env };
afterEach(async () => {
  for (const name of ["http_proxy", "no_proxy"])
    if (saved[name] === undefined) delete process.env[name];
    else process.env[name] = saved[name];
  for (const server of open.splice(0)) await server.close();
});

/** A proxy that leads every connection to one port, and keeps what it was asked for. */
async function proxyTo(port: number): Promise<{ readonly url: string; readonly asked: string[] }> {
  const asked: string[] = [];
  const server: Server = createServer();
  server.on("connect", (request, socket) => {
    asked.push(String(request.url));
    const through = connect(port, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      through.pipe(socket).pipe(through);
    });
    through.on("error", () => socket.destroy());
    socket.on("error", () => through.destroy());
    socket.on("close", () => through.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  open.push({
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
  return { url: `http://localhost:${(server.address() as AddressInfo).port}`, asked };
}

describe("the proxy of a machine", () => {
  it("is taken for every server but those that are named", async () => {
    const mirror = await listen(() => Promise.resolve({ status: 200, body: BYTES }));
    open.push(mirror);
    const proxy = await proxyTo(Number(new URL(mirror.url).port));
    process.env.http_proxy = proxy.url;
    const request = {
      url: "http://releases.invalid/archive",
      path: join(emptyFolder(), "archive"),
      open: openDownload,
      wait: () => Promise.resolve(),
    };
    expect(await fetchArchive(request)).toBe(hashOf(BYTES));
    expect(proxy.asked).toEqual(["releases.invalid:80"]);
    process.env.no_proxy = "invalid,.invalid,releases.invalid";
    await expect(fetchArchive(request)).rejects.toThrow(/cannot be fetched: .*releases\.invalid/);
    expect(proxy.asked).toHaveLength(1);
  });
});
