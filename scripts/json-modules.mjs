import { registerHooks } from "node:module";

/**
 * Lets packages import JSON without the attribute Node asks for, as GitHub's language service does.
 * Call it before importing such a package dynamically.
 *
 * @returns {void}
 */
export function acceptJsonImports() {
  registerHooks({
    load: (url, context, nextLoad) =>
      url.endsWith(".json")
        ? nextLoad(url, { ...context, importAttributes: { type: "json" } })
        : nextLoad(url, context),
  });
}
