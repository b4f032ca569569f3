/** The page as it looks, with its boxes and its text; turning, zooming, and having a place in sight. */

import { s } from "./dom.js";
import { PageText } from "./page-text.js";

const STEPS = [0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3, 4];
const WIDEST_FIT = 1.75;
const ROOM = 32;
const AHEAD = [1, 2, -1, 3];

export class PageView extends EventTarget {
  #zoom = "fit";
  #words = new PageText([]);

  constructor(review, sources, overlay, elements) {
    super();
    Object.assign(this, { review, sources, overlay, ...elements });
    review.addEventListener("page", () => this.show());
    review.addEventListener("current", () => this.reveal());
    new ResizeObserver(() => this.#resized()).observe(this.viewport);
  }

  /** The words of the page in sight; none until they came. */
  get words() {
    return this.#words;
  }

  /** Pixels to the point. */
  get scale() {
    if (this.#zoom !== "fit") return this.#zoom;
    const { width } = this.#size;
    return Math.min(Math.max((this.viewport.clientWidth - ROOM) / width, 0.3), WIDEST_FIT);
  }

  /** Shows the page that the review is at. */
  async show() {
    const page = this.review.page;
    const picture = this.sources.picture(page, this.scale * devicePixelRatio);
    this.#layOut();
    this.#words = new PageText([]);
    this.text.replaceChildren();
    this.viewport.scrollTo(0, 0);
    this.sheet.classList.add("is-waiting");
    this.reading = this.#read(page);
    await Promise.all([this.#paint(page, picture), this.reading]);
    if (page !== this.review.page) return;
    this.#fetchAhead(page);
    this.dispatchEvent(new CustomEvent("shown", { detail: page }));
  }

  /** Waits until the words of the page in sight are there. */
  async whenRead() {
    await this.reading;
  }

  /** Zooms in (1), out (-1) or back to the width of the pane (0). */
  zoom(direction) {
    const scale = this.scale;
    if (!direction) this.#zoom = "fit";
    else if (direction > 0) this.#zoom = STEPS.find((step) => step > scale * 1.02) || STEPS.at(-1);
    else this.#zoom = STEPS.findLast((step) => step < scale * 0.98) || STEPS[0];
    this.#redraw();
  }

  /** Scrolls so that the current place, or these rects, are in sight with some of the text around. */
  reveal(rects = this.review.current?.page === this.review.page ? this.review.current.rects : []) {
    if (!rects.length) return;
    const scale = this.scale;
    const [top, bottom] = [rects[0][1] * scale + this.sheet.offsetTop, rects.at(-1)[3] * scale + this.sheet.offsetTop];
    const { scrollTop, clientHeight } = this.viewport;
    const margin = Math.min(90, clientHeight / 5);
    if (top - margin >= scrollTop && bottom + margin <= scrollTop + clientHeight) return;
    const height = Math.min(bottom - top, clientHeight * 0.6);
    this.viewport.scrollTo({ top: top - (clientHeight - height) / 2.5, left: Math.max(0, rects[0][0] * scale - this.viewport.clientWidth / 2) });
  }

  /** A point of the screen in points of the page. */
  point(event) {
    const { left, top } = this.sheet.getBoundingClientRect();
    return [(event.clientX - left) / this.scale, (event.clientY - top) / this.scale];
  }

  /** Where the page's rects are on the screen: of the first, left and bottom. */
  onScreen(rects) {
    const { left, top } = this.sheet.getBoundingClientRect();
    return { left: left + rects[0][0] * this.scale, top: top + rects.at(-1)[3] * this.scale };
  }

  get size() {
    return this.#size;
  }

  get #size() {
    return this.review.document.pages[this.review.page - 1];
  }

  #layOut() {
    const { width, height } = this.#size;
    this.sheet.style.width = `${width * this.scale}px`;
    this.sheet.style.height = `${height * this.scale}px`;
    this.overlay.draw(this.scale);
  }

  async #paint(page, picture) {
    try {
      const image = await picture;
      if (page !== this.review.page) return;
      this.picture.replaceChildren(image);
      this.sheet.classList.remove("is-waiting", "is-broken");
    } catch {
      if (page === this.review.page) this.sheet.classList.add("is-broken");
    }
  }

  async #read(page) {
    const words = await this.sources.words(page).catch(() => []);
    if (page !== this.review.page) return;
    this.#words = new PageText(words);
    this.#drawText(words);
  }

  /** The text itself, unseen over the picture: the browser's search finds it and screen readers read it. */
  #drawText(words) {
    const { width, height } = this.#size;
    const lines = Map.groupBy ? Map.groupBy(words, (word) => word.line) : grouped(words);
    const texts = [...lines.values()].map((line) => {
      const [x0, x1] = [Math.min(...line.map((w) => w.rect[0])), Math.max(...line.map((w) => w.rect[2]))];
      const [y0, y1] = [line[0].rect[1], line[0].rect[3]];
      const attributes = { x: x0, y: y1 - (y1 - y0) * 0.2, textLength: x1 - x0, lengthAdjust: "spacingAndGlyphs", "font-size": Math.max(1, (y1 - y0) * 0.8) };
      return s("text", attributes, line.map((word) => word.text).join(" "));
    });
    this.text.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.text.replaceChildren(...texts);
  }

  #fetchAhead(page) {
    const ahead = AHEAD.map((step) => page + step).filter((other) => other >= 1 && other <= this.review.document.page_count);
    for (const other of ahead) {
      this.sources.picture(other, this.scale * devicePixelRatio).catch(() => {});
      this.sources.words(other).catch(() => {});
    }
  }

  #resized() {
    if (this.#zoom === "fit") this.#redraw();
  }

  #redraw() {
    this.#layOut();
    this.#paint(this.review.page, this.sources.picture(this.review.page, this.scale * devicePixelRatio));
    this.dispatchEvent(new CustomEvent("zoomed"));
  }
}

function grouped(words) {
  const lines = new Map();
  for (const word of words) lines.set(word.line, [...(lines.get(word.line) || []), word]);
  return lines;
}
