// A text area with line numbers and colours behind it: the browser's own editing, undo and accessibility stay.

import { colour } from "./highlight.js";

export class Editor {
  constructor(host, onChange) {
    this.language = host.dataset.language;
    this.area = host.querySelector("textarea");
    this.area.spellcheck = false;
    this.area.autocapitalize = "off";
    this.area.setAttribute("autocorrect", "off");
    this.area.wrap = "off";
    this.onChange = onChange;
    this.build(host);
    this.area.addEventListener("input", () => this.changed());
    this.area.addEventListener("scroll", () => this.follow());
    this.area.addEventListener("keydown", (event) => this.keepIndentation(event));
    this.paint();
  }

  get value() {
    return this.area.value;
  }

  set value(text) {
    this.area.value = text;
    this.area.setSelectionRange(0, 0);
    this.area.scrollTop = 0;
    this.changed();
  }

  /** Marks lines in the gutter, for errors that tell their places. */
  mark(lines) {
    this.marked = new Set(lines);
    this.paintGutter();
  }

  build(host) {
    const surface = element("div", "surface");
    this.gutter = element("div", "gutter");
    this.gutter.setAttribute("aria-hidden", "true");
    this.layer = element("pre", "layer");
    this.layer.setAttribute("aria-hidden", "true");
    this.marked = new Set();
    surface.append(this.layer, this.area);
    host.append(this.gutter, surface);
  }

  changed() {
    this.marked.clear();
    this.paint();
    this.onChange();
  }

  paint() {
    colour(this.layer, `${this.value}\n`, this.language);
    this.paintGutter();
    this.follow();
  }

  paintGutter() {
    const count = this.value.split("\n").length;
    const rows = Array.from({ length: count }, (_, row) => {
      const number = element("span", this.marked.has(row + 1) ? "bad" : "");
      number.textContent = `${row + 1}\n`;
      return number;
    });
    this.gutter.replaceChildren(...rows);
    this.follow();
  }

  follow() {
    this.layer.scrollTop = this.area.scrollTop;
    this.layer.scrollLeft = this.area.scrollLeft;
    this.gutter.scrollTop = this.area.scrollTop;
  }

  keepIndentation(event) {
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.isComposing) return;
    const before = this.value.slice(0, this.area.selectionStart);
    const line = before.slice(before.lastIndexOf("\n") + 1);
    const deeper = /[{[(]\s*$/.test(line) ? "  " : "";
    event.preventDefault();
    insert(this.area, `\n${line.match(/^\s*/)[0]}${deeper}`);
  }
}

function insert(area, text) {
  // execCommand is the only way that keeps the browser's undo history.
  if (!document.execCommand("insertText", false, text)) {
    area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
    area.dispatchEvent(new Event("input"));
  }
}

function element(name, className) {
  const made = document.createElement(name);
  made.className = className;
  return made;
}
