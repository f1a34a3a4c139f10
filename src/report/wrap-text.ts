import stringWidth from "string-width";

/**
 * Cuts text to a visible width, a character at a time.
 *
 * @param text - one line without styles
 * @param width - columns there are
 * @returns the text, or its beginning and an ellipsis
 */
export function fitText(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let kept = "";
  for (const character of text) {
    if (stringWidth(kept + character) > width - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

/**
 * Shortens a name in its middle: beginnings tell what it is of, endings tell it from its neighbours.
 *
 * @param name - one line without styles
 * @param width - columns there are, at least 3
 * @returns the name, or its beginning, an ellipsis and its end
 */
export function fitName(name: string, width: number): string {
  if (stringWidth(name) <= width) return name;
  const characters = [...name];
  const start = takeWidth(characters, Math.ceil((width - 1) / 2));
  const end = takeWidth(characters.toReversed(), width - 1 - stringWidth(start.join("")));
  return `${start.join("")}…${end.toReversed().join("")}`;
}

/** As many characters from the front as fit. */
function takeWidth(characters: readonly string[], width: number): string[] {
  const taken: string[] = [];
  for (const character of characters) {
    if (stringWidth([...taken, character].join("")) > width) break;
    taken.push(character);
  }
  return taken;
}

/**
 * Puts text behind a line where it fits; whole or not at all.
 *
 * @param line - one line
 * @param options - texts, the best first
 * @param room - columns there are, and what stands between
 * @returns the line with the first text that fits; the line itself where none does
 */
export function appendFitting(
  line: string,
  options: readonly string[],
  { width, separator }: { readonly width: number; readonly separator: string },
): string {
  const longer = options.map((text) => `${line}${separator}${text}`);
  return longer.find((text) => stringWidth(text) <= width) ?? line;
}

/**
 * Breaks a line at spaces; a single word that is too wide is cut.
 *
 * @param text - one line without styles
 * @param width - columns there are
 * @returns lines, none wider than `width`
 */
export function wrapText(text: string, width: number): readonly string[] {
  return breakText(text, width, width).map((part) => fitText(part, width));
}

/**
 * Breaks a line at spaces, if it is too wide, and indents what follows its first part.
 *
 * @param line - one line; may be indented and styled. A word that is too wide stays whole, so that it can be copied
 * @param indent - columns in front of the parts that follow; at least the line's own indentation
 * @param width - columns there are
 * @returns one line or more
 */
export function hangText(line: string, indent: number, width: number): readonly string[] {
  if (stringWidth(line) <= width) return [line];
  const text = line.trimStart();
  const start = line.slice(0, line.length - text.length);
  const [first = "", ...others] = breakText(text, width - start.length, width - indent);
  return [start + first, ...others.map((part) => " ".repeat(indent) + part)];
}

function breakText(text: string, firstWidth: number, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    const room = lines.length === 0 ? firstWidth : width;
    if (line !== "" && stringWidth(longer) > room) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
