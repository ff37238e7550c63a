// Puts the page together: what is edited, how it is sent, how the answer is shown.

import { Docs } from "./docs.js";
import { Editor } from "./editor.js";
import { colour, operations } from "./highlight.js";
import { tidy } from "./tidy.js";

const byId = (id) => document.getElementById(id);
const base = document.body.dataset.base;
const endpoint = window.location.pathname;
const KEPT = `explorer:${endpoint}`;
const NARROW = window.matchMedia("(max-width: 760px)");
const WELCOME = "# Write a query here, or choose an example above.\n# Ctrl + Enter runs it. Docs show what can be asked.\n\n{\n  __typename\n}\n";

const query = new Editor(byId("query").parentElement, changed);
const variables = new Editor(byId("variables").parentElement, changed);
const docs = new Docs(post);
let examples = [];
let running = null;

async function post(request, signal) {
  const response = await fetch(endpoint, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      Accept: "application/graphql-response+json, application/json;q=0.9",
    },
    body: JSON.stringify(request),
    signal,
  });
  const text = await response.text();
  return { response, text, body: parsed(text) };
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function run() {
  const values = readVariables();
  if (values === undefined) return;
  running?.abort();
  const own = (running = new AbortController());
  busy(true);
  const started = performance.now();
  try {
    const answer = await post({ query: query.value, variables: values, operationName: chosenOperation() }, own.signal);
    showAnswer(answer, performance.now() - started);
  } catch (error) {
    if (error.name !== "AbortError") showProblem(`The server could not be reached (${error.message}). Is it running?`);
  } finally {
    if (running === own) busy(false);
  }
}

function readVariables() {
  const text = variables.value.trim();
  if (!text) return null;
  try {
    return JSON.parse(text);
  } catch (error) {
    showProblem(`The variables are not valid JSON: ${error.message}`);
    byId("variables").focus();
    return undefined;
  }
}

function showAnswer({ response, text, body }, milliseconds) {
  const size = text.length < 1024 ? `${text.length} B` : `${(text.length / 1024).toFixed(1)} KB`;
  const count = body?.errors?.length ?? 0;
  const problems = count ? ` · ${count} error${count > 1 ? "s" : ""}` : "";
  showStatus(`${response.status} · ${Math.round(milliseconds)} ms · ${size}${problems}`, response.ok && !count);
  colour(byId("result"), body ? JSON.stringify(body, null, 2) : text, "json");
  byId("result").scrollTop = 0;
  if (NARROW.matches) document.querySelector(".result").scrollIntoView();
  query.mark((body?.errors ?? []).flatMap((error) => (error.locations ?? []).map((place) => place.line)));
}

function showProblem(message) {
  showStatus("Not sent", false);
  byId("result").textContent = message;
}

function showStatus(text, good) {
  byId("status").textContent = text;
  byId("status").className = `status ${good ? "good" : "bad"}`;
}

function busy(is) {
  byId("run").setAttribute("aria-busy", String(is));
  if (is) {
    byId("status").className = "status";
    byId("status").textContent = "Running…";
  }
}

function chosenOperation() {
  return byId("operation-field").hidden ? null : byId("operation").value || null;
}

function changed() {
  const names = operations(query.value).map((operation) => operation.name).filter(Boolean);
  const chosen = byId("operation").value;
  byId("operation-field").hidden = names.length < 2;
  byId("operation").replaceChildren(...names.map((name) => new Option(name, name, false, name === chosen)));
  store(KEPT, JSON.stringify({ query: query.value, variables: variables.value }));
}

function chooseOperationAtCursor() {
  const here = operations(query.value).filter((operation) => operation.index <= byId("query").selectionStart).at(-1);
  if (here?.name) byId("operation").value = here.name;
}

function fill(content) {
  query.value = content.query;
  variables.value = typeof content.variables === "string" ? content.variables : pretty(content.variables);
}

function pretty(value) {
  return value && Object.keys(value).length ? JSON.stringify(value, null, 2) : "";
}

function tidyAll() {
  if (query.value.trim()) query.value = tidy(query.value);
  const values = parsed(variables.value);
  if (values) variables.value = JSON.stringify(values, null, 2);
}

async function share() {
  const content = new URLSearchParams({ query: query.value });
  if (variables.value.trim()) content.set("variables", variables.value);
  window.history.replaceState(null, "", `#${content}`);
  try {
    await navigator.clipboard.writeText(window.location.href);
    flash(byId("share"), "Copied");
  } catch {
    flash(byId("share"), "See the address bar");
  }
}

function flash(button, message) {
  const label = button.dataset.label ?? button.textContent;
  button.dataset.label = label;
  button.textContent = message;
  byId("status").textContent = message;
  window.setTimeout(() => (button.textContent = label), 1800);
}

function shared() {
  const content = new URLSearchParams(window.location.hash.slice(1));
  return content.has("query") ? { query: content.get("query"), variables: content.get("variables") ?? "" } : null;
}

function store(key, value) {
  try {
    if (value === undefined) return window.localStorage.getItem(key);
    window.localStorage.setItem(key, value);
  } catch {
    // Private windows may have no storage: the page works without memory.
  }
  return null;
}

function toggleDocs(open) {
  byId("docs").hidden = !open;
  document.querySelector(".work").classList.toggle("with-docs", open);
  byId("docs-toggle").setAttribute("aria-expanded", String(open));
  if (open) {
    docs.open();
    byId("docs-search").focus();
  } else {
    byId("docs-toggle").focus();
  }
}

function switchTheme() {
  const dark = window.matchMedia("(prefers-color-scheme: dark)").matches;
  const now = document.documentElement.dataset.theme ?? (dark ? "dark" : "light");
  setTheme(now === "dark" ? "light" : "dark");
}

function setTheme(theme) {
  if (theme !== "light" && theme !== "dark") return;
  document.documentElement.dataset.theme = theme;
  store("explorer:theme", theme);
}

async function loadExamples() {
  const response = await fetch(`${base}/examples`);
  examples = await response.json();
  byId("examples-field").hidden = examples.length === 0;
  byId("examples").append(...examples.map((example, index) => new Option(example.name, String(index))));
  return examples;
}

byId("run").addEventListener("click", run);
byId("format").addEventListener("click", tidyAll);
byId("share").addEventListener("click", share);
byId("theme").addEventListener("click", switchTheme);
byId("docs-toggle").addEventListener("click", () => toggleDocs(byId("docs").hidden));
byId("docs-close").addEventListener("click", () => toggleDocs(false));
byId("docs").addEventListener("keydown", (event) => event.key === "Escape" && toggleDocs(false));
for (const event of ["keyup", "click"]) byId("query").addEventListener(event, chooseOperationAtCursor);
byId("examples").addEventListener("change", ({ target }) => {
  if (target.value !== "") fill(examples[Number(target.value)]);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    run();
  }
});
window.addEventListener("hashchange", () => shared() && fill(shared()));

setTheme(store("explorer:theme"));
const start = shared() ?? parsed(store(KEPT) ?? "null");
if (start) fill(start);
const offered = await loadExamples().catch(() => []);
if (!start) fill(offered[0] ?? { query: WELCOME, variables: "" });
