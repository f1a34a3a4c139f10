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

  it("trusts an unknown event with nothing", () => {
    const event = parseEvent("pull_request_target", pullRequest("stranger/codec"), context);
    expect([event.name, event.savesBaselineFor, event.pullRequest]).toEqual(["other", null, null]);
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
