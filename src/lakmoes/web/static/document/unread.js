/** A page that no machine could read: says so, and lets a person who read it decide that it stays as it is. */

import { button, h } from "./dom.js";
import { WORDS } from "/static/words.js";

/** Farther than any page: the server cuts a box off at the edges, which makes it the page as a whole. */
const BEYOND = 100_000;

export class Unread {
  #kept = new Set();

  constructor(review, actions, place) {
    Object.assign(this, { review, actions, place });
    for (const name of ["page", "head", "places"]) review.addEventListener(name, () => this.draw());
    this.draw();
  }

  draw() {
    const isOpen = this.#isOpen();
    if (isOpen === !this.place.hidden) return;
    this.place.hidden = !isOpen;
    if (!isOpen) return;
    this.place.replaceChildren(
      h("p", {}, WORDS.unread),
      button("Gelezen: niets te lakken", () => this.#keep(), { class: "button small" }),
      button("Geheel lakken", () => this.actions.whole(), { class: "button small", key: "w" }),
    );
  }

  #isOpen() {
    const { page, document } = this.review;
    if (document.pages[page - 1].source !== "none" || this.#kept.has(page)) return false;
    return document.blocks.some(({ code }) => code === "unread") && !this.review.onPage(page).some((place) => place.own === "box");
  }

  async #keep() {
    const { page } = this.review;
    const item = { own: "box", page, rect: [0, 0, BEYOND, BEYOND], grounds: [], verdict: "keep" };
    if (!(await this.actions.queue.add({ items: [item] }))) return;
    this.#kept.add(page);
    this.draw();
    this.actions.announcer.say(WORDS.read);
  }
}
