import { createHash } from "node:crypto";

/**
 * Watches which WebAssembly others than this program compile from now on.
 *
 * @param seen - told the SHA-256 of each module's bytes, lower-case hex, and the bytes, which are another's to change
 * @returns settles when what was begun before is compiled, and what is still streaming has been told
 */
export function watchCompiles(
  seen: (sha256: string, bytes: Uint8Array) => void,
): () => Promise<void> {
  const begun: Promise<unknown>[] = [];
  const tell = (source: unknown): void => {
    const bytes = bytesOf(source);
    if (bytes !== null) seen(createHash("sha256").update(bytes).digest("hex"), bytes);
  };
  const tellStream = (source: unknown): void => {
    begun.push(
      Promise.resolve(source as Response)
        .then((response) => response.clone().arrayBuffer())
        .then(tell)
        .catch(() => {}),
    );
  };
  const wait = (compiling: unknown): void => {
    begun.push(Promise.resolve(compiling).catch(() => {}));
  };
  wrapFunctions(["compile", "instantiate"], tell, wait);
  wrapFunctions(["compileStreaming", "instantiateStreaming"], tellStream, wait);
  WebAssembly.Module = new Proxy(WebAssembly.Module, {
    construct: function construct(
      target: typeof WebAssembly.Module,
      args: [BufferSource],
      made: NewableFunction,
    ): object {
      if (!isOurs(construct)) tell(args[0]);
      return Reflect.construct(target, args, made) as object;
    },
  });
  return async () => {
    await Promise.all(begun);
  };
}

type Compiling = Record<string, (source: unknown, ...rest: unknown[]) => unknown>;

function wrapFunctions(
  names: readonly string[],
  tell: (source: unknown) => void,
  wait: (compiling: unknown) => void,
): void {
  const target = WebAssembly as unknown as Compiling;
  for (const name of names) {
    const original = target[name];
    if (original === undefined) continue;
    target[name] = function watched(source: unknown, ...rest: unknown[]): unknown {
      if (!isOurs(watched)) tell(source);
      const compiling = original.call(WebAssembly, source, ...rest);
      wait(compiling);
      return compiling;
    };
  }
}

function bytesOf(source: unknown): Uint8Array | null {
  if (ArrayBuffer.isView(source))
    return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
  return source instanceof ArrayBuffer ? new Uint8Array(source) : null;
}

/** Node compiles modules for itself, other ones in every version, and so does this program. */
function isOurs(wrapper: (...args: never[]) => unknown): boolean {
  const place: { stack?: string } = {};
  Error.captureStackTrace(place, wrapper);
  const caller = String(place.stack).split("\n")[1] ?? "";
  const own = process.argv[1] ?? "";
  return caller.includes("node:internal") || (own !== "" && caller.includes(own));
}
