import type { PolicyChange, PolicyChanges } from "../../src/model/policy-change.ts";
import type { ResultDocument } from "../../src/model/result.ts";
import type { Policies, StoredPolicy } from "../../src/model/stored-policy.ts";

/** The policies of a run without a configuration, or with the given one. */
export function policiesOf(
  { policy, sampling }: ResultDocument,
  part: Partial<Policies> & { readonly config?: string | null } = {},
): Policies {
  const { config = null, ...rest } = part;
  const candidate: StoredPolicy = {
    ...policy,
    config,
    confirm: "here",
    sampling,
    fuel: { profile: "wasmtime-24", mode: "wasmtime", cost: {} },
    suites: null,
    components: [],
    benchmarks: [],
  };
  return { judgedBy: "candidate", candidate, base: candidate, ...rest };
}

/** A result whose policy changed in the given ways. */
export function withChanges(
  result: ResultDocument,
  policies: Policies,
  policyChanges: PolicyChanges,
): ResultDocument {
  return { ...result, policies, judgement: { ...result.judgement, policyChanges } };
}

/** A change of one threshold. */
export function change(what: string, part: Partial<PolicyChange> = {}): PolicyChange {
  return { what, of: [], before: "5.0 %", now: "25.0 %", ...part };
}

/** A calm result under a policy that lets more pass, judged by the base's. */
export function weakened(calm: ResultDocument): ResultDocument {
  const ids = calm.benchmarks.map(({ benchmark }) => benchmark.id);
  const weaker = [
    change("args", { of: ids.slice(0, 1), before: "[2000]", now: "[2001]" }),
    change("regression", { of: ids }),
    change("fail-on", { before: "regression, target, error", now: "error" }),
    ...["decide", "suspect", "exact.fuel", "exact.bytes", "exact.pages", "confidence"].map((what) =>
      change(what),
    ),
  ];
  const other = [change("sampling.rounds", { before: "20", now: "40" })];
  return withChanges(calm, policiesOf(calm, { judgedBy: "base" }), { weaker, other });
}

/** A calm result under a policy that lets less pass, without a configuration. */
export function strengthened(calm: ResultDocument): ResultDocument {
  const other = [change("regression", { before: "5.0 %", now: "3.0 %" })];
  return withChanges(calm, policiesOf(calm), { weaker: [], other });
}
