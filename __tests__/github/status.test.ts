import { afterEach, beforeEach, expect, test } from "vitest";
import { contextOf, createStatusPublisher } from "../../src/github/status.ts";
import type { StatusRequest } from "../../src/model/publication.ts";
import { type GithubServer, startGithub } from "../servers/github-server.ts";
import { connect } from "./connection.ts";

let server: GithubServer;
const SHA = "c".repeat(40);
const REQUEST: StatusRequest = {
  sha: SHA,
  key: "",
  state: "failure",
  description: "1 regression",
  url: "https://github.com/x",
};

beforeEach(async () => {
  server = await startGithub();
});
afterEach(() => server.close());

function publish(change: Partial<StatusRequest> = {}) {
  return createStatusPublisher(connect(server).api).publish({ ...REQUEST, ...change });
}

test("a status stands on the commit it was set for", async () => {
  expect(await publish()).toEqual([]);
  expect(server.statuses).toEqual([
    {
      sha: SHA,
      state: "failure",
      context: "wasm-bench",
      description: "1 regression",
      target_url: "https://github.com/x",
    },
  ]);
});

test("keys have statuses of their own", () => {
  expect([contextOf(""), contextOf("linux")]).toEqual(["wasm-bench", "wasm-bench (linux)"]);
});

test("a long description is cut to 140 characters, between characters", async () => {
  expect(await publish({ description: `${"a".repeat(138)}😀😀` })).toEqual([]);
  expect(server.statuses[0]?.description).toBe(`${"a".repeat(138)}…`);
});

test("a description is one line", async () => {
  await publish({ description: "one\ntwo" });
  expect(server.statuses[0]?.description).toBe("one two");
});

test("without a page there is no link", async () => {
  await publish({ url: "" });
  expect(server.statuses[0]).not.toHaveProperty("target_url");
});
