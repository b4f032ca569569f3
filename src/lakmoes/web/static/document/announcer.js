/** Says what happened: to screen readers, and in sight for a few seconds. Refusals stay until they are closed. */

import { notify } from "/static/shell.js";
import { h } from "./dom.js";

export class Announcer {
  constructor(line, banner) {
    this.line = line;
    this.banner = banner;
  }

  /** What was done; the next one takes its place. */
  say(text) {
    // The same words twice are said twice: a screen reader only reads what changes.
    this.line.textContent = this.line.textContent === text ? `${text}\u00a0` : text;
    this.line.classList.remove("is-old");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.line.classList.add("is-old"), 5000);
  }

  /** Why something was refused, with what to do. */
  refuse(text) {
    notify(text, "error");
  }

  /** What is the matter as long as it lasts; an empty text takes it away. */
  state(text, link = null) {
    const children = text ? [h("p", {}, text, link && " ", link)] : [];
    this.banner.replaceChildren(...children);
    this.banner.hidden = !text;
  }
}
