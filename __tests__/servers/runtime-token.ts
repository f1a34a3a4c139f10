/** One cache scope a run may use. */
export interface CacheScope {
  /** Ref, for example `refs/heads/main`. */
  readonly ref: string;
  readonly access: "read" | "write";
}

/** A scope as it stands in a token: permission bits 1 (read) and 2 (write). */
export interface ScopeClaim {
  readonly Scope: string;
  readonly Permission: number;
}

/**
 * Mints the unsigned runtime token of a run.
 *
 * @param scopes - scopes in the order they are searched
 * @param run - what the service calls the run
 * @returns a JWT whose `ac` claim holds the scopes
 */
export function mintRuntimeToken(scopes: readonly CacheScope[], run = "run"): string {
  const claims: ScopeClaim[] = scopes.map(({ ref, access }) => ({
    Scope: ref,
    Permission: access === "write" ? 3 : 1,
  }));
  const encode = (value: unknown): string =>
    Buffer.from(JSON.stringify(value)).toString("base64url");
  const body = {
    ac: JSON.stringify(claims),
    exp: 4_102_444_800,
    scp: `Actions.Results:${run}:job`,
  };
  return `${encode({ alg: "none", typ: "JWT" })}.${encode(body)}.unsigned`;
}

/**
 * The scopes in a bearer token.
 *
 * @param authorization - value of the header, or undefined
 * @returns its scopes; null when there is no readable token
 */
export function readScopes(authorization: string | undefined): readonly ScopeClaim[] | null {
  const payload = authorization?.replace(/^Bearer /, "").split(".")[1];
  if (payload === undefined) return null;
  try {
    const claims = JSON.parse(Buffer.from(payload, "base64url").toString("utf8")) as {
      ac?: string;
    };
    return JSON.parse(claims.ac ?? "[]") as ScopeClaim[];
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return null;
    throw thrown;
  }
}
