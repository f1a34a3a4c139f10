/** Longest name accepted, in characters. */
const MAX_NAME = 512;

/** Most folders in a name. */
const MAX_DEPTH = 32;

/** Names Windows gives to devices, with any extension. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

function segmentFault(segment: string): string | null {
  if (segment === "" || segment === "." || segment === "..") {
    return 'it has an empty, "." or ".." part';
  }
  if (DEVICE.test(segment) || /[. ]$/.test(segment)) {
    return "a part of it is no plain file name everywhere";
  }
  return null;
}

/**
 * Says why a name from a stored document must not become a path.
 *
 * @param name - name as stored
 * @returns the reason, or null for a plain relative name with `/` between folders
 */
export function relativeNameFault(name: string): string | null {
  if (name === "" || name.length > MAX_NAME) {
    return `it must have 1 to ${MAX_NAME} characters`;
  }
  if (name.startsWith("/") || /^[A-Za-z]:/.test(name)) {
    return "it is absolute";
  }
  if (/[\\:*?"<>|\p{Cc}]/u.test(name)) {
    return 'it has a backslash, a control character or one of : * ? " < > |';
  }
  const segments = name.split("/");
  if (segments.length > MAX_DEPTH) {
    return `it is nested deeper than ${MAX_DEPTH} folders`;
  }
  return segments.map(segmentFault).find((fault) => fault !== null) ?? null;
}
