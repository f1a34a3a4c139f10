const BLOCK = /^([^=<\n]+)<<(.+)\n((?:.*\n)*?)\2(?:\n|$)/;
const SINGLE = /^([^=<\n]+)=(.*)(?:\n|$)/;

/**
 * Reads what a step wrote to its output file, as the runner does.
 *
 * @param text - content of GITHUB_OUTPUT: `name=value` lines and `name<<END` blocks
 * @returns outputs by name; the last of a name counts
 */
export function parseOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  for (let rest = text; rest !== ""; ) {
    const found = BLOCK.exec(rest) ?? SINGLE.exec(rest);
    if (found === null) throw new Error(`not an output: ${rest}`);
    const [all, name = "", value = "", block] = found;
    outputs[name] = block === undefined ? value : block.replace(/\n$/, "");
    rest = rest.slice(all.length);
  }
  return outputs;
}
