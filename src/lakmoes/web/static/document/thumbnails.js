/** The pages as small pictures with their marks; a thousand of them is no more than what is in sight. */

import { h, s } from "./dom.js";
import { isRedacted, stateOf } from "./states.js";
import { Windowed } from "./windowed.js";

const ROW_HEIGHT = 9.25;
const DPI = 24;

export class Thumbnails {
  constructor(review, strip, familyOf) {
    this.review = review;
    this.familyOf = familyOf;
    this.rows = new Windowed(strip, ROW_HEIGHT, (page) => this.#row(page));
    review.addEventListener("document", () => this.#draw());
    review.addEventListener("page", () => this.#turned());
    review.addEventListener("places", (event) => this.#changed(event.detail));
    this.#draw();
  }

  /** Draws one page's row anew. */
  refresh(page) {
    this.rows.refresh((item) => item.page === page);
  }

  #draw() {
    this.rows.show(this.review.document.pages);
    this.#turned();
  }

  #turned() {
    this.rows.refresh((item) => item.page === this.review.page || item.page === this.lit);
    this.lit = this.review.page;
    this.rows.reveal(this.lit - 1);
  }

  #changed(subjects) {
    const pages = new Set(subjects.map((subject) => this.review.place(subject)?.page));
    // A place that is gone no longer tells its page: it was on the one in sight.
    this.rows.refresh((item) => pages.has(item.page) || item.page === this.review.page);
  }

  #row(page) {
    const places = this.review.onPage(page.page);
    const open = places.filter((place) => stateOf(place) === "open").length;
    const isCurrent = page.page === this.review.page;
    const seen = this.review.dossier.settings?.pages_seen && !page.seen ? ", nog niet bekeken" : "";
    return h(
      "button",
      {
        type: "button",
        class: `thumbnail${isCurrent ? " is-current" : ""}`,
        "aria-current": isCurrent ? "page" : null,
        "aria-label": `Bladzijde ${page.page}, ${open ? `${open} open` : "niets open"}${seen}`,
        onclick: () => this.review.goToPage(page.page),
      },
      this.#picture(page, places),
      h("span", { class: "thumbnail-foot", "aria-hidden": "true" },
        h("span", {}, String(page.page)),
        open ? h("span", { class: "thumbnail-open" }, `${open} open`) : places.length ? h("span", { class: "thumbnail-done" }, "✓") : null,
        seen ? h("span", { class: "thumbnail-unseen", title: "nog niet bekeken" }, "○") : null,
      ),
    );
  }

  #picture(page, places) {
    const address = `/api/documents/${this.review.document.number}/pages/${page.page}/picture?dpi=${DPI}`;
    const marks = places.flatMap((place) =>
      place.rects.map(([x0, y0, x1, y1]) =>
        s("rect", {
          x: x0, y: y0, width: x1 - x0, height: y1 - y0,
          class: isRedacted(place) ? "thumbnail-mark" : "thumbnail-kept",
          "data-family": this.familyOf(place.grounds),
        }),
      ),
    );
    const frame = h("span", { class: "thumbnail-frame" });
    frame.style.aspectRatio = `${page.width} / ${page.height}`;
    const image = h("img", { src: address, alt: "", loading: "lazy", decoding: "async" });
    frame.append(image, s("svg", { viewBox: `0 0 ${page.width} ${page.height}`, "aria-hidden": "true" }, marks));
    return frame;
  }
}
