import { escapeHtml } from "../escape-html.ts";

/** What a page is made of; all of it HTML but title and policy. */
export interface DocumentParts {
  /** Plain text. */
  readonly title: string;
  /** What the page may load and run: a content security policy. */
  readonly policy: string;
  readonly style: string;
  readonly body: string;
}

/**
 * Writes a whole page that needs no network and suits light and dark.
 *
 * @param parts - title, policy, style and body
 * @returns HTML
 */
export function htmlDocument({ title, policy, style, body }: DocumentParts): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
