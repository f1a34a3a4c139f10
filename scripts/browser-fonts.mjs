import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const EMOJI = "@expo-google-fonts/noto-color-emoji/400Regular/NotoColorEmoji_400Regular.ttf";

/**
 * Tells fontconfig of the system's letters, further ones, and the coloured signs of a development dependency.
 *
 * @param {string} folder - folder to write into; made when absent
 * @param {readonly string[]} letters - folders with letters for a machine without any
 * @returns {{ FONTCONFIG_FILE: string }} the variable a browser on Linux needs
 */
export function fontVariables(folder, letters) {
  const emoji = dirname(createRequire(import.meta.url).resolve(EMOJI));
  const file = join(folder, "fonts.conf");
  const lines = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    "<fontconfig>",
    '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>',
    ...[emoji, ...letters].map((place) => `<dir>${place}</dir>`),
    `<cachedir>${join(folder, "fonts-cache")}</cachedir>`,
    "</fontconfig>",
  ];
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${lines.join("\n")}\n`);
  return { FONTCONFIG_FILE: file };
}
