import type { ResultDocument } from "../../src/model/result.ts";
import type { Sample } from "./sample-benchmarks.ts";
import { change, policiesOf, withChanges } from "./sample-policies.ts";
import { buildResult } from "./sample-results.ts";
import { COMPARED } from "./sample-states.ts";

/** A thousand benchmarks, forty of which regressed. */
export function thousandBenchmarks(rounds = 4): ResultDocument {
  const samples = Array.from({ length: 1000 }, (_, index): Sample => {
    const suite =
      ["instantiation", "execution", "memory", "crash_handling"][index % 4] ?? "execution";
    const regressed = index % 25 === 3;
    return {
      id: `${suite}/generated/case_${String(index).padStart(4, "0")}`,
      component: "image-filter",
      value: 1000 * (1 + (index % 37)),
      change: regressed ? 0.04 + (index % 50) / 100 : ((index % 7) - 3) / 1000,
      verdict: regressed ? "regression" : "unchanged",
      rounds,
      exact: [{ metric: "fuel", baseline: 1000 + index, candidate: 1000 + index, note: null }],
    };
  });
  return buildResult({ samples, verdict: "fail", reasons: ["40 benchmarks regressed"] });
}

/** Text that tries to be more than text. */
export const HOSTILE: readonly string[] = [
  "@octocat please look",
  "[click](https://evil.example/x)",
  "![pixel](https://evil.example/p.png)",
  "https://evil.example/login and www.evil.example",
  "mail me: attacker@evil.example",
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "</code></details></table><h1>owned</h1>",
  "cell | break | `code` | **bold** _em_ ~~x~~",
  "line\nbreak\r\n| a | b |\n|---|---|\n# heading",
  "<!-- wasm-bench:default --> --><!--",
  "::error file=a.ts,line=1::forged",
  "##[error]forged ##vso[task.complete]",
  "\u202egnp.exe\u2066 bidi \u200bzero\u200dwidth\ufeff",
  "\u001b[31mred\u001b[0m \u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007 \u009b2J",
  "&lt;b&gt; &#60;i&#62; &amp;amp;",
  "#123 GH-7 octo/repo#9 deadbeefcafe1234 :rocket: $x^2$",
  `${"A".repeat(5000)}\ud83d`,
  "z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307algo",
  "</template></script><svg onload=alert(1)>\u2028\u2029",
  "' onmouseover='alert(1)\" x=\"",
  "- list\n> quote\n```js\nfence\n```",
];

/** A result in which every text a fork can choose is hostile. */
export function hostileResult(): ResultDocument {
  const samples = HOSTILE.map((text, index): Sample => {
    const id = `execution/${text}/${index}`;
    const kinds: readonly Partial<Sample>[] = [
      {
        verdict: "regression",
        change: 0.07,
        explanation: [text],
        exact: [{ metric: "fuel", baseline: 1, candidate: 2, note: text }],
        extra: [[`roundtrip_${text}`, "ns", 5]],
      },
      {
        verdict: "failed",
        failure: { kind: "trap", category: text, message: text, side: null },
        output: `${text}\n${text}`,
      },
      {
        verdict: "inconclusive",
        change: 0.02,
        because: text,
        warnings: [{ code: text, message: text }],
      },
      { verdict: "improvement", change: -0.2 },
      {
        verdict: "regression",
        change: 0.3,
        accepted: { reason: text, until: "2027-01-01", limit: 0.4 },
      },
      { verdict: "unchanged", change: 0.001 },
      { verdict: "unsupported", unsupported: text },
    ];
    return {
      id,
      component: text,
      value: 1000,
      verdict: "unchanged",
      ...kinds[index % kinds.length],
    };
  });
  const built = buildResult({
    samples: [...samples, ...COMPARED],
    verdict: "fail",
    reasons: [...HOSTILE],
    warnings: HOSTILE.map((message) => ({ code: message, message })),
    policyWarnings: HOSTILE.map((message) => ({ code: "x", message })),
  });
  const everything = HOSTILE.join(" ");
  const components = built.components.map((facts, index) => ({
    ...facts,
    name: HOSTILE[index] ?? "",
    path: HOSTILE[index + 2] ?? "",
  }));
  const targets = built.judgement.targets.map((row, index) => ({
    ...row,
    target: {
      ...row.target,
      title: HOSTILE[index] ?? "",
      source: HOSTILE[index + 6] ?? "",
      note: HOSTILE[index + 1] ?? "",
    },
    because: HOSTILE[index + 3] ?? "",
  }));
  const baseline =
    built.baseline === null
      ? null
      : {
          ...built.baseline,
          key: everything,
          sha: "@octocat<b>",
          fingerprintMatches: false,
          environment: { ...built.environment, cpuModel: HOSTILE[6] ?? "" },
        };
  const environment = { ...built.environment, cpuModel: HOSTILE[5] ?? "", image: HOSTILE[0] ?? "" };
  const result = {
    ...built,
    components,
    environment,
    baseline,
    judgement: { ...built.judgement, targets },
  };
  const changes = HOSTILE.map((text) =>
    change(text, { of: [text, ...HOSTILE], before: text, now: text }),
  );
  const policies = policiesOf(result, { judgedBy: "base", config: everything });
  return withChanges(result, policies, { weaker: changes, other: changes });
}
