// The tokens of GraphQL and JSON, their colours, and which operations a document has.

const GRAPHQL = /(?<space>[\s,]+)|(?<comment>#[^\n]*)|(?<string>"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"?)|(?<variable>\$[_A-Za-z]\w*)|(?<directive>@[_A-Za-z]\w*)|(?<number>-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(?<name>[_A-Za-z]\w*)|(?<mark>\.\.\.|[{}()[\]:=!|&])|(?<bad>[\s\S])/g;
const JSON_TOKENS = /(?<space>[\s]+)|(?<name>"(?:\\.|[^"\\\n])*"(?=\s*:))|(?<string>"(?:\\.|[^"\\\n])*"?)|(?<number>-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(?<keyword>\b(?:true|false|null)\b)|(?<mark>[{}[\]:,])|(?<bad>[\s\S])/g;
const KEYWORDS = new Set(["query", "mutation", "subscription", "fragment", "on", "true", "false", "null"]);
const CLASSES = { directive: "keyword" };
const MAX_COLOURED = 300_000;

export function* tokens(text, language) {
  for (const match of text.matchAll(language === "json" ? JSON_TOKENS : GRAPHQL)) {
    const kind = Object.keys(match.groups).find((name) => match.groups[name] !== undefined);
    const isKeyword = kind === "name" && language !== "json" && KEYWORDS.has(match[0]);
    yield { kind: isKeyword ? "keyword" : kind, text: match[0], index: match.index };
  }
}

/** Fills an element with coloured text; very long texts stay plain, so that the page stays quick. */
export function colour(element, text, language) {
  if (text.length > MAX_COLOURED) {
    element.textContent = text;
    return;
  }
  const parts = document.createDocumentFragment();
  for (const token of tokens(text, language)) {
    if (token.kind === "space" || token.kind === "mark") {
      parts.append(token.text);
      continue;
    }
    const span = document.createElement("span");
    span.className = `t-${CLASSES[token.kind] ?? token.kind}`;
    span.textContent = token.text;
    parts.append(span);
  }
  element.replaceChildren(parts);
}

/** Names of the operations in a document, "" for one without a name, with the place where each begins. */
export function operations(text) {
  const found = [];
  const stream = [...tokens(text, "graphql")].filter((token) => token.kind !== "space" && token.kind !== "comment");
  let depth = 0;
  let fragment = false;
  stream.forEach((token, position) => {
    if (depth === 0 && token.text === "fragment") fragment = true;
    if (depth === 0 && ["query", "mutation", "subscription"].includes(token.text)) {
      const next = stream[position + 1];
      found.push({ name: next?.kind === "name" ? next.text : "", index: token.index });
      fragment = true;
    }
    if (token.text === "{" || token.text === "(") {
      if (token.text === "{" && depth === 0 && !fragment) found.push({ name: "", index: token.index });
      depth += 1;
    }
    if (token.text === "}" || token.text === ")") {
      depth -= 1;
      if (depth === 0 && token.text === "}") fragment = false;
    }
  });
  return found;
}
