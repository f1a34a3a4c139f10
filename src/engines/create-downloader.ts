import { pathToFileURL } from "node:url";
import { messageOf } from "../errors.ts";
import { engineFault } from "./engine-fault.ts";
import type { Download, FetchRequest } from "./fetch-archive.ts";

/** What the program that downloads does. It is loaded with the first download. */
interface Downloader {
  readonly openDownload: FetchRequest["open"];
}

/**
 * Makes what asks for an address; the program that does is loaded with the first one.
 *
 * @param entry - that program, an absolute path
 * @returns asks for an address
 * @throws ActionError (`engine`), when it is called, where the program cannot be loaded
 */
export function createDownloader(entry: string): FetchRequest["open"] {
  return async (url: string): Promise<Download> => (await loadDownloader(entry)).openDownload(url);
}

async function loadDownloader(entry: string): Promise<Downloader> {
  try {
    return (await import(/* webpackIgnore: true */ pathToFileURL(entry).href)) as Downloader;
  } catch (cause) {
    throw engineFault(
      `the part that downloads cannot be loaded: ${messageOf(cause)}`,
      "Copy the whole dist folder; dist/downloader belongs to it.",
      cause,
    );
  }
}
