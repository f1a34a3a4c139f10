/** Whether artifacts of this run can be uploaded and linked to. */
export type ArtifactService =
  | { readonly isOffered: true }
  | {
      readonly isOffered: false;
      /** Why not: the end of a sentence. */
      readonly because: string;
    };

type Variables = Readonly<Record<string, string | undefined>>;

/** Hosts whose service takes artifacts that are not packed; the client refuses all others. */
const HOSTED = /^(?:github\.com|.+\.ghe\.com|(?:.+\.)?localhost)$/i;

/**
 * Looks whether the runner has an artifact service that takes a report and shows it under the address of the run.
 *
 * @param variables - environment variables of the step
 * @param serverUrl - address of the server, for example `https://github.com`
 * @returns the service, or why there is none: act, Forgejo, Gitea, GitHub Enterprise Server, a runner without it
 */
export function artifactServiceOf(variables: Variables, serverUrl: string): ArtifactService {
  if (variables.ACT === "true")
    return { isOffered: false, because: "act shows no artifact under an address" };
  const host = URL.canParse(serverUrl) ? new URL(serverUrl).hostname : "";
  if (!HOSTED.test(host))
    return { isOffered: false, because: `${host || "this server"} takes no unpacked artifacts` };
  const isThere =
    (variables.ACTIONS_RUNTIME_TOKEN ?? "") !== "" && (variables.ACTIONS_RESULTS_URL ?? "") !== "";
  return isThere
    ? { isOffered: true }
    : { isOffered: false, because: "this runner has no artifact service" };
}
