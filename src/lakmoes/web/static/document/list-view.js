/** The list of places: what was found or added, with what holds; filtered. A listbox of which rows come and go. */

import { h } from "./dom.js";
import { labelOf } from "./grounds.js";
import { stateOf } from "./states.js";
import { FILTERS, STATES, WORDS } from "/static/words.js";
import { Windowed } from "./windowed.js";

const ROW_HEIGHT = 3.375;

export class ListView {
  constructor(review, { list, filters, count, empty }, familyOf) {
    this.review = review;
    this.list = list;
    this.count = count;
    this.empty = empty;
    this.familyOf = familyOf;
    this.filters = filters;
    this.rows = new Windowed(list, ROW_HEIGHT, (place, index, total) => this.#row(place, index, total));
    this.#drawFilters();
    list.addEventListener("click", (event) => this.#clicked(event));
    for (const name of ["document", "places", "filter"]) review.addEventListener(name, () => this.draw());
    review.addEventListener("page", () => review.onlyThisPage && this.draw());
    review.addEventListener("current", () => this.#moved());
    this.draw();
  }

  draw() {
    this.shown = this.review.shown;
    this.rows.show(this.shown);
    // A listbox holds options or is not there.
    this.list.hidden = !this.shown.length;
    this.empty.hidden = Boolean(this.shown.length);
    this.empty.textContent = this.review.places.length ? WORDS.nothingInFilter : WORDS.noPlaces;
    this.#drawCounts();
    this.#moved();
  }

  #row(place, index, total) {
    const state = stateOf(place);
    const isCurrent = place.subject === this.review.currentSubject;
    return h(
      "div",
      {
        class: `place is-${state}${isCurrent ? " is-current" : ""}`,
        role: "option",
        id: `place-${index}`,
        "aria-selected": String(isCurrent),
        "aria-posinset": index + 1,
        "aria-setsize": total,
        "data-subject": place.subject,
        "data-family": this.familyOf(place.grounds),
      },
      h("span", { class: "place-code" }, labelOf(place.grounds) || "–"),
      h("span", { class: "place-text" }, place.text || (place.own === "box" ? "getekend vak" : "…")),
      h("span", { class: "place-kind" }, `blz. ${place.page} · ${place.kind_text || "eigen lakking"}`),
      h("span", { class: "place-state" }, place.inconsistent ? "≠ " : "", STATES[state]),
    );
  }

  #moved() {
    this.rows.refresh((place) => place.subject === this.review.currentSubject || place.subject === this.lit);
    this.lit = this.review.currentSubject;
    const index = this.shown.findIndex((place) => place.subject === this.lit);
    if (index >= 0) {
      this.rows.reveal(index);
      this.list.setAttribute("aria-activedescendant", `place-${index}`);
    } else this.list.removeAttribute("aria-activedescendant");
  }

  #clicked(event) {
    const row = event.target.closest("[data-subject]");
    if (row) this.review.goTo(row.dataset.subject);
  }

  #drawFilters() {
    const options = Object.entries(FILTERS).map(([value, text]) => h("option", { value }, text));
    this.select = h("select", { "aria-label": "Toon", onchange: () => this.review.setFilter(this.select.value) }, options);
    const check = h("input", {
      type: "checkbox",
      onchange: (event) => this.review.setFilter(this.review.filter, event.target.checked),
    });
    this.filters.replaceChildren(this.select, h("label", { class: "plain" }, check, "alleen deze bladzijde"));
  }

  #drawCounts() {
    for (const option of this.select.options) {
      const count = option.value === "all" ? this.review.places.length : this.review.count(option.value);
      option.textContent = `${FILTERS[option.value]} (${count})`;
      option.hidden = !count && ["questioned", "stale"].includes(option.value) && this.review.filter !== option.value;
    }
    this.select.value = this.review.filter;
    const [open, all] = [this.review.count("open"), this.review.places.length];
    this.count.textContent = open ? `${open} van ${all} open` : `niets open van ${all}`;
  }
}
