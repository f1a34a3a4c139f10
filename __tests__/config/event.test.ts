import { describe, expect, it } from "vitest";
import { maySaveBaseline, parseEvent } from "../../src/config/event.ts";
import { thrownBy } from "./thrown.ts";

const REPOSITORY = "airssys/codec";
const context = { sha: "c0ffee", ref: "refs/heads/main", repository: REPOSITORY };
const repository = { default_branch: "main", full_name: REPOSITORY };

function pullRequest(head: string | null, login = "octocat"): unknown {
  return {
    repository,
    pull_request: {
      number: 7,
      user: { login },
      head: { sha: "abc", ref: "feature", repo: head === null ? null : { full_name: head } },
      base: { sha: "def", ref: "main", repo: { full_name: REPOSITORY } },
    },
  };
}

const onMerge = { sha: "merge", ref: "refs/pull/7/merge", repository: REPOSITORY };

describe("parseEvent", () => {
  it.each([
    ["push", { repository, after: "c0ffee", before: "0".repeat(40) }],
    ["schedule", { schedule: "0 3 * * *", repository }],
    ["workflow_dispatch", { inputs: {}, ref: "refs/heads/main", repository }],
  ])("trusts %s to save the baseline of its branch", (name, payload) => {
    const event = parseEvent(name, payload, context);
    expect(event).toMatchObject({
      name,
      headSha: "c0ffee",
      headBranch: "main",
      defaultBranch: "main",
      savesBaselineFor: "main",
      statusSha: "c0ffee",
      baseSha: null,
      pullRequest: null,
      isFork: false,
    });
    expect([null, "main", "release"].map((branch) => maySaveBaseline(event, branch))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it("saves nothing for a tag or a deleted branch", () => {
    const tag = parseEvent("push", { repository }, { ...context, ref: "refs/tags/v1" });
    const gone = parseEvent("push", { repository, deleted: true }, context);
    expect([tag, gone].map((event) => maySaveBaseline(event, null))).toEqual([false, false]);
    expect([tag.headBranch, gone.statusSha]).toEqual(["", null]);
  });

  it("judges the head of a pull request, not the merge commit", () => {
    const event = parseEvent("pull_request", pullRequest("Airssys/Codec"), onMerge);
    expect(event).toEqual({
      name: "pull_request",
      repository: REPOSITORY,
      defaultBranch: "main",
      headSha: "abc",
      headRepository: "Airssys/Codec",
      headBranch: "feature",
      baseSha: "def",
      baseBranch: "main",
      pullRequest: 7,
      pullRequestHead: "abc",
      isFork: false,
      isDependabot: false,
      savesBaselineFor: null,
      statusSha: "abc",
      sourceRun: null,
    });
  });

  it.each(["stranger/codec", null])("sees a fork in head repository %s", (head) => {
    const event = parseEvent("pull_request", pullRequest(head), onMerge);
    expect([event.isFork, maySaveBaseline(event, "feature")]).toEqual([true, false]);
  });

  it("sees Dependabot", () => {
    const event = parseEvent("pull_request", pullRequest(REPOSITORY, "dependabot[bot]"), onMerge);
    expect([event.isDependabot, event.isFork]).toEqual([true, false]);
  });

  it("never lets a merge group save a baseline", () => {
    const payload = {
      repository,
      merge_group: {
        head_sha: "head",
        head_ref: "refs/heads/gh-readonly-queue/main/pr-7",
        base_sha: "base",
        base_ref: "refs/heads/main",
      },
    };
    const event = parseEvent("merge_group", payload, { ...context, sha: "head" });
    expect(event).toMatchObject({
      headSha: "head",
      baseSha: "base",
      baseBranch: "main",
      statusSha: "head",
      savesBaselineFor: null,
    });
    expect(maySaveBaseline(event, "gh-readonly-queue/main/pr-7")).toBe(false);
  });

  it("takes no pull request number from a workflow_run", () => {
    const payload = {
      repository,
      workflow_run: {
        id: 42,
        event: "pull_request",
        head_sha: "abc",
        head_branch: "main",
        head_repository: { full_name: "stranger/codec" },
        pull_requests: [{ number: 1 }],
      },
    };
    const event = parseEvent("workflow_run", payload, context);
    expect(event).toMatchObject({
      headSha: "abc",
      headRepository: "stranger/codec",
      headBranch: "main",
      pullRequest: null,
      isFork: true,
      sourceRun: { id: 42, event: "pull_request" },
      savesBaselineFor: null,
    });
  });

  it("trusts an unknown event with nothing, and speaks nowhere for it", () => {
    const event = parseEvent("release", pullRequest("stranger/codec"), context);
    expect([event.name, event.savesBaselineFor]).toEqual(["other", null]);
    expect([event.pullRequest, event.statusSha]).toEqual([null, null]);
  });

  it.each(["pull_request_target", "pull_request_review", "pull_request_review_comment"])(
    "speaks on the head of the pull request for %s, and saves nothing",
    (name) => {
      const event = parseEvent(name, pullRequest("stranger/codec"), context);
      expect(event).toMatchObject({
        name,
        pullRequest: 7,
        statusSha: "abc",
        headSha: "abc",
        baseSha: "def",
        savesBaselineFor: null,
        isFork: true,
      });
    },
  );

  it("knows the pull request a comment is on, and nothing else of it", () => {
    const pull_request = { url: "https://api.github.com/repos/o/r/pulls/7" };
    const event = parseEvent("issue_comment", { issue: { number: 7, pull_request } }, context);
    expect(event).toMatchObject({ pullRequest: 7, pullRequestHead: null, statusSha: null });
    expect(maySaveBaseline(event, "main")).toBe(false);
    const plain = parseEvent("issue_comment", { repository, issue: { number: 7 } }, context);
    expect([plain.pullRequest, plain.statusSha]).toEqual([null, null]);
  });

  it.each([
    [{ before: "b".repeat(40) }, "b".repeat(40)],
    [{ before: "0".repeat(40) }, null],
    [{ before: "b".repeat(40), forced: true }, null],
    [{}, null],
  ])("a push began from %j", (payload, baseSha) => {
    expect(parseEvent("push", { repository, ...payload }, context).baseSha).toBe(baseSha);
  });

  it.each([
    [`refs/heads/gh-readonly-queue/main/pr-12-${"a".repeat(40)}`, 12],
    [`refs/heads/gh-readonly-queue/release/1.x/pr-3-${"a".repeat(40)}`, 3],
    ["refs/heads/pr-12", null],
  ])("knows the pull request of the queue's branch %s", (head_ref, number) => {
    const merge_group = { head_sha: "h", head_ref, base_sha: "b", base_ref: "refs/heads/main" };
    const event = parseEvent("merge_group", { repository, merge_group }, context);
    expect(event).toMatchObject({ pullRequest: number, pullRequestHead: null, statusSha: "h" });
  });

  it.each([
    ["push", null, "payload of push: expected an object, got null"],
    ["push", [], "payload of push: expected an object, got a list"],
    [
      "push",
      { repository: { default_branch: 5 } },
      "repository.default_branch: expected a string, got 5",
    ],
    ["pull_request", { repository }, "pull_request.head.sha: expected a string, got nothing"],
    [
      "pull_request",
      { pull_request: { head: { sha: "a", ref: "b" }, base: { sha: "c", ref: "d" }, number: "7" } },
      'pull_request.number: expected a whole number from 1, got "7"',
    ],
    [
      "merge_group",
      { merge_group: { head_sha: "" } },
      'merge_group.head_sha: expected a string, got ""',
    ],
    [
      "workflow_run",
      { workflow_run: { head_sha: "a" } },
      "workflow_run.id: expected a whole number",
    ],
    ["pull_request", JSON.parse('{"__proto__": {"pull_request": {}}}'), "pull_request.head.sha"],
  ])("names what is wrong with a %s payload (case %#)", (name, payload, message) => {
    const { code, message: said } = thrownBy(() => parseEvent(name, payload, context));
    expect(code).toBe("environment");
    expect(said).toContain(message);
  });
});
