import { expect, test } from "vitest";
import { decideSave } from "../../src/baseline/save-decision.ts";
import { parseEvent } from "../../src/config/event.ts";
import type { EventFacts } from "../../src/model/event.ts";
import type { SavePolicy } from "../../src/model/inputs.ts";
import { mergeGroupPayload, pullRequestPayload, pushPayload } from "../servers/event-payload.ts";

const SHA = "a".repeat(40);
const PULL = {
  number: 1,
  headSha: SHA,
  headRef: "main",
  headRepository: "octo/app",
  baseRef: "main",
  baseSha: SHA,
};

function eventOf(name: string, payload: unknown, ref: string): EventFacts {
  return parseEvent(name, payload, { sha: SHA, ref, repository: "octo/app" });
}

function decide(event: EventFacts, policy: SavePolicy = "auto") {
  return decideSave({ policy, event, baselineBranch: "main" });
}

const push = (ref: string): EventFacts => eventOf("push", pushPayload("octo/app", ref, SHA), ref);

test.each(["push", "schedule", "workflow_dispatch"])("%s on the baseline branch saves", (name) => {
  const event = eventOf(name, pushPayload("octo/app", "refs/heads/main", SHA), "refs/heads/main");
  expect(decide(event)).toEqual({ allowed: true, branch: "main" });
});

test.each(["auto", "always"] as const)(
  "a pull request never saves, not even with %s and a head branch of that name",
  (policy) => {
    const event = eventOf(
      "pull_request",
      pullRequestPayload("octo/app", PULL),
      "refs/pull/1/merge",
    );
    expect(decide(event, policy)).toMatchObject({
      allowed: false,
      message: expect.stringContaining("pull_request"),
    });
  },
);

test.each(["auto", "always"] as const)("a merge group never saves with %s", (policy) => {
  const event = eventOf(
    "merge_group",
    mergeGroupPayload("octo/app", "refs/heads/main", SHA),
    "refs/heads/gh-readonly-queue/main/pr-1",
  );
  expect(decide(event, policy)).toMatchObject({ allowed: false });
});

test("an event that is not known never saves", () => {
  expect(decide(eventOf("issue_comment", {}, "refs/heads/main"), "always")).toMatchObject({
    allowed: false,
  });
});

test("a push elsewhere saves only when always is asked for, and for its own branch", () => {
  expect(decide(push("refs/heads/other"))).toMatchObject({
    allowed: false,
    message: expect.stringContaining("other"),
  });
  expect(decide(push("refs/heads/other"), "always")).toEqual({ allowed: true, branch: "other" });
});

test("a tag saves nothing", () => {
  expect(decide(push("refs/tags/v1"), "always")).toMatchObject({ allowed: false });
});

test("never means never", () => {
  expect(decide(push("refs/heads/main"), "never")).toMatchObject({ allowed: false });
});
