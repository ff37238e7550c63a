// Indents GraphQL: one field on a line, arguments on the line of their field, comments where they were.

import { tokens } from "./highlight.js";

/** Two spaces for each level of braces, an empty line between definitions. */
export function tidy(text) {
  const lines = [""];
  let depth = 0;
  let round = 0;
  let previous = null;
  let broken = false;
  let closed = false;
  for (const token of tokens(text.trim(), "graphql")) {
    if (token.kind === "space") {
      broken ||= token.text.includes("\n");
      continue;
    }
    const isBrace = round === 0 && "{}".includes(token.text);
    if (isBrace && token.text === "}") depth = Math.max(0, depth - 1);
    if (round === 0 && startsLine(token, previous, depth, broken)) {
      if (closed && token.text !== "}") lines.push("");
      closed = false;
      lines.push("  ".repeat(depth));
    }
    lines[lines.length - 1] += spaceBefore(token, previous, lines.at(-1), round) + token.text;
    if (isBrace && token.text === "{") depth += 1;
    if ("([".includes(token.text)) round += 1;
    if (")]".includes(token.text)) round = Math.max(0, round - 1);
    closed ||= depth === 0 && token.text === "}";
    previous = token;
    broken = false;
  }
  return `${lines.join("\n")}\n`;
}

function startsLine(token, previous, depth, broken) {
  if (!previous) return false;
  if (token.kind === "comment") return broken;
  if (token.text === "}" || previous.text === "{" || previous.text === "}" || previous.kind === "comment") return true;
  if (depth === 0) return false;
  const isCondition = previous.text === "..." || previous.text === "on";
  const continues = isCondition || previous.text === ":" || previous.kind === "directive";
  return !continues && (token.kind === "name" || token.kind === "keyword" || token.text === "...");
}

function spaceBefore(token, previous, line, round) {
  if (!previous || line.trim() === "") return "";
  const sticks = ["(", ":", ")", "]", "!"].includes(token.text) || ["(", "["].includes(previous.text);
  if (sticks || (previous.text === "..." && token.text !== "on")) return "";
  const ends = ["}", "{", "="].includes(token.text) || [":", "=", "{"].includes(previous.text);
  return round > 0 && !ends ? ", " : " ";
}
