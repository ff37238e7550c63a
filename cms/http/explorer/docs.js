// The panel that shows the schema: types, their members, a search over both.

import { Schema, typeParts } from "./schema.js";

const BUILT_IN = new Set(["String", "Int", "Float", "Boolean", "ID"]);
const SECTIONS = { fields: "Fields", inputFields: "Input fields", enumValues: "Values" };

export class Docs {
  constructor(post) {
    this.post = post;
    this.path = [];
    this.body = document.getElementById("docs-body");
    this.trail = document.getElementById("docs-path");
    this.input = document.getElementById("docs-search");
    this.input.addEventListener("input", () => this.show());
  }

  async open() {
    if (!this.schema) {
      this.body.replaceChildren(text("p", "Reading the schema…", "muted"));
      try {
        this.schema = await Schema.load(this.post);
      } catch (error) {
        this.body.replaceChildren(text("p", `${error.message} Close the docs and open them again to retry.`, "deprecated"));
        return;
      }
    }
    this.show();
  }

  /** Opens a type, at one of its members if one is named. */
  go(name, member = null) {
    const known = this.path.indexOf(name);
    this.path = known < 0 ? [...this.path, name] : this.path.slice(0, known + 1);
    this.input.value = "";
    this.show();
    this.body.scrollTop = 0;
    this.body.focus();
    const wanted = [...this.body.querySelectorAll("li")].find((item) => member && item.dataset.member === member);
    wanted?.classList.add("wanted");
    wanted?.scrollIntoView({ block: "center" });
  }

  show() {
    if (!this.schema) return;
    const wanted = this.input.value.trim();
    const type = this.schema.types.get(this.path.at(-1));
    this.showTrail();
    if (wanted) this.body.replaceChildren(...this.found(wanted));
    else this.body.replaceChildren(...(type ? this.page(type) : this.overview()));
  }

  showTrail() {
    const start = this.link("All types", () => this.home());
    const steps = this.path.slice(0, -1).map((name) => this.link(name, () => this.go(name)));
    this.trail.replaceChildren(...(this.path.length ? [start, ...steps].flatMap((step) => [step, " › "]) : []));
  }

  home() {
    this.path = [];
    this.input.value = "";
    this.show();
  }

  overview() {
    const roots = this.schema.roots.map((name) => this.row(this.typeLink(name), this.schema.types.get(name)));
    const others = [...this.schema.types.keys()].filter((name) => !this.schema.roots.includes(name)).sort();
    const rows = others.map((name) => this.row(this.typeLink(name), this.schema.types.get(name)));
    return [text("h4", "Start here"), list(roots), text("h4", "All types"), list(rows)];
  }

  found(wanted) {
    const hits = this.schema.search(wanted);
    if (hits.length === 0) return [text("p", `Nothing is called “${wanted}”.`, "muted")];
    const rows = hits.map((hit) => {
      const item = document.createElement("li");
      item.append(code(this.link(hit.member ? `${hit.type}.${hit.member}` : hit.type, () => this.go(hit.type, hit.member))));
      return item;
    });
    return [text("h4", `${hits.length}${hits.length === 60 ? " or more" : ""} found`), list(rows)];
  }

  page(type) {
    const parts = [text("h3", type.name), text("p", type.kind.toLowerCase().replace("_", " "), "muted"), describe(type)];
    for (const [key, title] of Object.entries(SECTIONS)) {
      if (type[key]?.length) parts.push(text("h4", title), list(type[key].map((member) => this.member(member))));
    }
    for (const [key, title] of [["interfaces", "Implements"], ["possibleTypes", "Possible types"]]) {
      if (type[key]?.length) parts.push(text("h4", title), list(type[key].map(({ name }) => this.row(this.typeLink(name)))));
    }
    return parts;
  }

  member(member) {
    const item = document.createElement("li");
    item.dataset.member = member.name;
    const signature = document.createElement("code");
    signature.append(text("strong", member.name), ...(member.type ? [": ", ...this.typeNodes(member.type)] : []));
    if (member.defaultValue != null) signature.append(` = ${member.defaultValue}`);
    item.append(signature, describe(member), deprecation(member));
    if (member.args?.length) {
      const inputs = list(member.args.map((argument) => this.member(argument)));
      inputs.className = "arguments";
      inputs.setAttribute("aria-label", `Arguments of ${member.name}`);
      item.append(inputs);
    }
    return item;
  }

  row(link, type) {
    const item = document.createElement("li");
    item.append(code(link), type ? describe(type) : "");
    return item;
  }

  typeNodes(type) {
    const { before, name, after } = typeParts(type);
    return [before, BUILT_IN.has(name) ? name : this.typeLink(name), after];
  }

  typeLink(name) {
    return this.link(name, () => this.go(name));
  }

  link(label, follow) {
    const button = text("button", label, "type");
    button.type = "button";
    button.addEventListener("click", follow);
    return button;
  }
}

function describe({ description }) {
  if (!description) return "";
  const paragraph = text("p", "", "text");
  const parts = description.split("`");
  paragraph.append(...parts.map((part, index) => (index % 2 && index < parts.length - 1 ? code(part) : part)));
  return paragraph;
}

function deprecation({ isDeprecated, deprecationReason }) {
  return isDeprecated ? text("p", `Deprecated: ${deprecationReason ?? "do not use it in new queries."}`, "deprecated") : "";
}

function text(name, content, className = "") {
  const made = document.createElement(name);
  made.textContent = content;
  made.className = className;
  return made;
}

function code(content) {
  const made = document.createElement("code");
  made.append(content);
  return made;
}

function list(items) {
  const made = document.createElement("ul");
  made.append(...items);
  return made;
}
