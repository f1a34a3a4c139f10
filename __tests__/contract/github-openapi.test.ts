import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createCacheIndex } from "../../src/github/cache-index.ts";
import { createCommentPublisher } from "../../src/github/comment.ts";
import { markerOf } from "../../src/github/comment-marker.ts";
import { createCommitGraph } from "../../src/github/commit-graph.ts";
import { createFinishedRunReader } from "../../src/github/finished-run.ts";
import { createStatusPublisher } from "../../src/github/status.ts";
import { connect } from "../github/connection.ts";
import { zip } from "../github/zip-writer.ts";
import type { OpenedPullRequest } from "../servers/github-repository.ts";
import { type GithubServer, startGithub } from "../servers/github-server.ts";

interface Operation {
  readonly responses?: Readonly<
    Record<
      string,
      { readonly content: Readonly<Record<string, { readonly schema: AnswerSchema }>> }
    >
  >;
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: BodySchema }>>;
  };
}

interface AnswerSchema {
  readonly required?: readonly string[];
  readonly items?: AnswerSchema;
}

interface BodySchema {
  readonly required?: readonly string[];
  readonly properties?: Readonly<
    Record<string, { readonly type?: string; readonly enum?: readonly string[] }>
  >;
}

/** GitHub's own description of its REST API. */
const SPEC = JSON.parse(
  readFileSync(
    createRequire(import.meta.url).resolve("@octokit/openapi/generated/api.github.com.deref.json"),
    "utf8",
  ),
) as { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };

const TEMPLATES = Object.keys(SPEC.paths).map((template) => ({
  template,
  pattern: new RegExp(`^${template.replace(/\{[^}]+\}/g, "[^/]+")}$`),
  // A template with fewer placeholders is the more exact one.
  holes: template.split("{").length,
}));

function operationOf(method: string, path: string): Operation | undefined {
  const plain = path.replace(/\?.*$/, "");
  const [best] = TEMPLATES.filter(({ pattern }) => pattern.test(plain)).sort(
    (a, b) => a.holes - b.holes,
  );
  return best === undefined ? undefined : SPEC.paths[best.template]?.[method.toLowerCase()];
}

function faultsOf(body: unknown, schema: BodySchema | undefined): string[] {
  const given = Object.entries((body ?? {}) as Record<string, unknown>);
  const missing = (schema?.required ?? []).filter((name) => !given.some(([key]) => key === name));
  const wrong = given.filter(([name, value]) => {
    const field = schema?.properties?.[name];
    return (
      field === undefined ||
      (field.type === "string" && typeof value !== "string") ||
      (field.enum !== undefined && !field.enum.includes(String(value)))
    );
  });
  return [
    ...missing.map((name) => `${name} is missing`),
    ...wrong.map(([name]) => `${name} is wrong`),
  ];
}

let server: GithubServer;
let pull: OpenedPullRequest;
/** What was learned of commits and entries. */
let learned: readonly unknown[];

beforeAll(async () => {
  server = await startGithub({
    permissions: { "pull-requests": "write", statuses: "write", actions: "read" },
  });
  pull = await server.openPullRequest("feature", "fork");
  const { api } = connect(server);
  const comment = {
    pullRequest: pull.number,
    head: pull.headSha,
    key: "",
    body: "first",
    policy: "always",
    changed: true,
    failed: false,
  } as const;
  await createCommentPublisher(api).publish(comment);
  await createCommentPublisher(api).publish({ ...comment, body: "second" });
  const sha = "c".repeat(40);
  await createStatusPublisher(api).publish({
    sha,
    key: "",
    state: "failure",
    description: "1 regression",
    url: "https://github.com/x",
  });
  for (const body of ["one", "two"])
    await server.addComment(pull.number, `${markerOf("doubled")}\n${body}`, "github-actions[bot]");
  await createCommentPublisher(api).publish({ ...comment, key: "doubled" });
  const [first, second] = ["1".repeat(40), "2".repeat(40)];
  server.history.record(first);
  server.history.record(second, [first]);
  server.history.setTip("main", second);
  const graph = createCommitGraph(api);
  learned = [
    await graph.historyOf(second),
    await graph.distance(first, second),
    await graph.tipOf("main"),
    await createCacheIndex(api).list("wasm-bench-"),
  ];
  const bytes = zip([{ name: "result.json", bytes: Buffer.from("{}") }]);
  server.addArtifact({ runId: 7, name: "wasm-bench", zip: bytes, expired: false });
  await createFinishedRunReader(api, "wasm-bench").read({
    id: 7,
    event: "pull_request",
    headSha: pull.headSha,
    headBranch: pull.headRef,
    headRepository: pull.headRepository,
  });
});

afterAll(() => server.close());

test("every request is one that GitHub describes, with the body it wants", () => {
  const rest = server.requests.filter(({ path }) => !path.startsWith("/graphql"));
  const described = rest
    .filter(({ path }) => path.startsWith("/repos/"))
    .map(({ method, path, body }) => {
      const operation = operationOf(method, path);
      const schema = operation?.requestBody?.content["application/json"]?.schema;
      const hasBody = method !== "GET";
      return {
        request: `${method} ${path}`,
        known: operation !== undefined,
        faults: hasBody ? faultsOf(body, schema) : [],
      };
    });
  expect(described.filter(({ known, faults }) => !known || faults.length > 0)).toEqual([]);
  const kinds = new Set(
    described.map(({ request }) => request.replace(/[0-9a-f]{40}|\d+/g, "N").replace(/\?.*/, "")),
  );
  expect([...kinds].sort()).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^POST .*\/issues\/N\/comments$/),
      expect.stringMatching(/^PATCH .*\/issues\/comments\/N$/),
      expect.stringMatching(/^DELETE .*\/issues\/comments\/N$/),
      expect.stringMatching(/^GET .*\/pulls\/N$/),
      expect.stringMatching(/^GET .*\/commits$/),
      expect.stringMatching(/^GET .*\/compare\/N\.\.\.N$/),
      expect.stringMatching(/^GET .*\/branches\/main$/),
      expect.stringMatching(/^GET .*\/actions\/caches$/),
      expect.stringMatching(/^POST .*\/statuses\/N$/),
      expect.stringMatching(/^GET .*\/actions\/runs\/N\/artifacts$/),
    ]),
  );
});

test("commits, branches and entries are read from answers of GitHub's form", () => {
  const [first, second] = ["1".repeat(40), "2".repeat(40)];
  expect(learned).toEqual([
    {
      known: true,
      value: [
        { sha: second, parents: [first] },
        { sha: first, parents: [] },
      ],
    },
    { known: true, value: { ahead: 1, behind: 0 } },
    { known: true, value: second },
    { known: true, value: [] },
  ]);
});

test.each([
  ["/repos/{owner}/{repo}/commits", `/repos/octo/app/commits?sha=${"2".repeat(40)}`],
  [
    "/repos/{owner}/{repo}/compare/{basehead}",
    `/repos/octo/app/compare/${"2".repeat(40)}...${"1".repeat(40)}`,
  ],
  ["/repos/{owner}/{repo}/branches/{branch}", "/repos/octo/app/branches/main"],
  ["/repos/{owner}/{repo}/actions/caches", "/repos/octo/app/actions/caches?key=wasm-bench-"],
])("the test server answers %s with every field GitHub requires", async (template, path) => {
  const schema = SPEC.paths[template]?.get?.responses?.["200"]?.content["application/json"]?.schema;
  const answer = await fetch(`${server.url}${path}`, {
    headers: { authorization: `token ${server.token}` },
  });
  const body = (await answer.json()) as unknown;
  const [one] = Array.isArray(body) ? body : [body];
  const required = (schema?.items ?? schema)?.required ?? [];
  expect(required.filter((name) => !(name in one))).toEqual([]);
  expect(required.length).toBeGreaterThan(0);
});
