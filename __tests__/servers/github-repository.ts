/** A pull request as a test needs it. */
export interface OpenedPullRequest {
  readonly number: number;
  readonly headSha: string;
  readonly headRef: string;
  readonly headRepository: string;
  readonly baseRef: string;
  readonly baseSha: string;
}

/** A comment as the API returns it. */
export interface StoredComment {
  readonly id: number;
  readonly body: string;
  readonly user: { readonly login: string };
}

/** What people do in a repository, without the limits of the job's token. */
export interface GithubRepository {
  /** Opens a pull request from a branch of the repository, or of `forker`'s fork of it. */
  readonly openPullRequest: (
    branch: string,
    from?: "repository" | "fork",
  ) => Promise<OpenedPullRequest>;
  readonly closePullRequest: (number: number) => Promise<void>;
  /** Comments as the repository's owner, or as another login. */
  readonly addComment: (number: number, body: string, login?: string) => Promise<void>;
  /** Every comment of a pull request, oldest first. */
  readonly comments: (number: number) => Promise<readonly StoredComment[]>;
}

interface PullAnswer {
  readonly number: number;
  readonly head: {
    readonly sha: string;
    readonly ref: string;
    readonly repo: { readonly full_name: string };
  };
  readonly base: { readonly sha: string; readonly ref: string };
}

/**
 * Opens the emulator's back door to a repository.
 *
 * @param emulator - URL of the emulator
 * @param repository - `owner/name`
 * @returns the actions people take
 */
export function openRepository(emulator: string, repository: string): GithubRepository {
  const [owner = ""] = repository.split("/");
  const call = async (route: string, login: string, body?: unknown): Promise<unknown> => {
    const [method = "GET", path = ""] = route.split(" ");
    const answer = await fetch(`${emulator}${path}`, {
      method,
      headers: { authorization: `token token-of-${login}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${route}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  return {
    openPullRequest: async (branch, from = "repository") => {
      const login = from === "fork" ? "forker" : owner;
      if (from === "fork") await call(`POST /repos/${repository}/forks`, login, {});
      const head = from === "fork" ? `forker:${branch}` : branch;
      return describePull(
        (await call(`POST /repos/${repository}/pulls`, login, {
          title: branch,
          head,
          base: "main",
        })) as PullAnswer,
      );
    },
    closePullRequest: async (number) => {
      await call(`PATCH /repos/${repository}/pulls/${number}`, owner, { state: "closed" });
    },
    addComment: async (number, body, login = owner) => {
      await call(`POST /repos/${repository}/issues/${number}/comments`, login, { body });
    },
    comments: async (number) => {
      const all: StoredComment[] = [];
      for (let page = 1; ; page += 1) {
        const path = `/repos/${repository}/issues/${number}/comments?per_page=100&page=${page}`;
        const some = (await call(`GET ${path}`, owner)) as readonly StoredComment[];
        all.push(...some);
        if (some.length < 100) return all;
      }
    },
  };
}

function describePull({ number, head, base }: PullAnswer): OpenedPullRequest {
  return {
    number,
    headSha: head.sha,
    headRef: head.ref,
    headRepository: head.repo.full_name,
    baseRef: base.ref,
    baseSha: base.sha,
  };
}
