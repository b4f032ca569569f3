/** What stands above the page: the document, how far it is, where one is in it, and the tools. */

import { PROGRESS, WORDS } from "/static/words.js";

export class Head {
  /** Buttons name their action in `data-do`, with a number that goes with it in `data-with`. */
  constructor(review, actions, root) {
    Object.assign(this, { review, actions, root });
    root.addEventListener("click", (event) => this.#clicked(event));
    this.page = root.querySelector("#page-number");
    this.page.addEventListener("change", () => this.review.goToPage(Number(this.page.value) || this.review.page));
    for (const name of ["head", "places", "document"]) review.addEventListener(name, () => this.draw());
    review.addEventListener("page", () => this.#turned());
    this.draw();
    this.#turned(false);
  }

  draw() {
    const { document: shown, dossier } = this.review;
    const [all, open] = [this.review.places.length, this.review.count("open")];
    this.#write("#title", `${shown.label}. ${shown.title}`);
    document.title = `Document ${shown.label} – Lakmoes`;
    this.#write("#facts", [shown.kind, shown.date && written(shown.date), shown.judgement?.text, PROGRESS[shown.progress]].filter(Boolean).join(" · "));
    this.#write("#page-count", `van ${shown.page_count}`);
    this.page.max = shown.page_count;
    const bar = this.root.querySelector("#decided");
    bar.max = Math.max(all, 1);
    bar.value = all - open;
    this.#write("#finish", shown.progress === "open" || dossier.me.role === "reviewer" ? "Afronden" : "Afgerond");
    for (const [id, number] of [["#document-before", shown.previous], ["#document-after", shown.next]]) this.#link(id, number);
  }

  #link(id, number) {
    const link = this.root.querySelector(id);
    link.hidden = !number;
    if (number) link.href = `/documenten/${number}`;
  }

  #turned(isSaid = true) {
    const { page, document: shown } = this.review;
    this.page.value = page;
    if (!isSaid) return;
    // A reload, or a link that is passed on, comes back to this page.
    history.replaceState(null, "", `#bladzijde-${page}`);
    const open = this.review.onPage(page).filter((place) => !place.verdict && place.treatment !== "keep" && !place.own).length;
    this.actions.announcer.say(WORDS.page(page, shown.page_count, open));
  }

  #clicked(event) {
    const pressed = event.target.closest("[data-do]");
    if (!pressed) return;
    const { do: name, with: value } = pressed.dataset;
    if (name === "useTool" || value === undefined) this.actions[name](...(value === undefined ? [] : [value]));
    else this.actions[name](Number(value));
  }

  #write(selector, text) {
    const element = this.root.querySelector(selector);
    if (element.textContent !== text) element.textContent = text;
  }
}

const days = new Intl.DateTimeFormat("nl-NL", { day: "numeric", month: "long", year: "numeric" });

function written(date) {
  return days.format(new Date(`${date}T12:00:00`));
}
