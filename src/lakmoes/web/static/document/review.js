/**
 * A document under review, as the page knows it: what the server confirmed, with what was decided here and
 * not yet confirmed laid over it. Events: `places` (detail: subjects), `current`, `page`,
 * `filter`, `document` (all of it was taken anew) and `head` (what stands above and beside the places).
 */

import { stateOf } from "./states.js";

export class Review extends EventTarget {
  #confirmed = new Map();
  #patches = [];
  #merged = null;

  constructor(dossier, document) {
    super();
    this.dossier = dossier;
    this.filter = "all";
    this.onlyThisPage = false;
    this.currentSubject = "";
    this.page = 1;
    this.take(document);
  }

  /** Takes the document as the server has it now. */
  take(document) {
    this.document = document;
    this.#confirmed = new Map(document.places.map((place) => [place.subject, place]));
    this.#merged = null;
    this.#tell("document");
    this.#tell("head");
  }

  /** Takes the places that an act changed (or all), and what stands above and beside them; tells what changed. */
  confirm({ places, whole = true, gone = [], document }) {
    const old = this.#confirmed;
    const taken = places.map((place) => [place.subject, place]);
    this.#confirmed = new Map(whole ? taken : [...old, ...taken]);
    for (const subject of gone) this.#confirmed.delete(subject);
    if (document) this.document = document;
    const changed = places.filter((place) => !isSame(old.get(place.subject), place)).map((place) => place.subject);
    const lost = (whole ? [...old.keys()] : gone).filter((subject) => old.has(subject) && !this.#confirmed.has(subject));
    this.#changed([...changed, ...lost]);
    this.#tell("head");
  }

  /** Number of the last log entry on a subject that the server told of, 0 if none. */
  basis(subject) {
    return this.#confirmed.get(subject)?.basis || 0;
  }

  /** Lays patches (subject to what changes, `null`: gone) over what is confirmed; `lift` takes them off. */
  lay(patches) {
    this.#patches.push(patches);
    this.#changed(Object.keys(patches));
  }

  lift(patches) {
    this.#patches = this.#patches.filter((laid) => laid !== patches);
    this.#changed(Object.keys(patches));
  }

  place(subject) {
    const merged = this.#patches.reduce(
      (place, patches) => (subject in patches ? patched(place, patches[subject]) : place),
      this.#confirmed.get(subject) || null,
    );
    return merged;
  }

  /** All places in the order of the pages. */
  get places() {
    if (!this.#merged) {
      const subjects = new Set([...this.#confirmed.keys(), ...this.#patches.flatMap((laid) => Object.keys(laid))]);
      this.#merged = [...subjects].map((subject) => this.place(subject)).filter(Boolean).sort(inOrder);
    }
    return this.#merged;
  }

  /** The places that the filter lets through. */
  get shown() {
    return this.places.filter(
      (place) => (this.filter === "all" || stateOf(place) === this.filter) && (!this.onlyThisPage || place.page === this.page),
    );
  }

  onPage(page) {
    return this.places.filter((place) => place.page === page);
  }

  count(state) {
    return this.places.reduce((count, place) => count + (stateOf(place) === state ? 1 : 0), 0);
  }

  get current() {
    return this.place(this.currentSubject);
  }

  /** Makes a place the current one and shows its page. */
  goTo(subject) {
    const place = this.place(subject);
    this.currentSubject = place ? subject : "";
    if (place) this.goToPage(place.page);
    this.#tell("current");
  }

  goToPage(page) {
    const wanted = Math.min(Math.max(1, page), this.document.page_count);
    if (wanted === this.page) return;
    this.page = wanted;
    this.#tell("page");
  }

  /** The place so many steps further in the list, from the current one or from this page on. */
  step(steps) {
    const shown = this.shown;
    const index = shown.findIndex((place) => place.subject === this.currentSubject);
    if (index >= 0) return shown[index + steps] || null;
    const after = shown.findIndex((place) => isAfter(place, this.current, this.page));
    if (steps > 0) return after < 0 ? null : shown[after];
    return shown[(after < 0 ? shown.length : after) - 1] || null;
  }

  /** The first open place after the current one, from the start again at the end. */
  nextOpen() {
    const places = this.places;
    const index = places.findIndex((place) => place.subject === this.currentSubject);
    const turned = [...places.slice(index + 1), ...places.slice(0, index + 1)];
    return turned.find((place) => stateOf(place) === "open" && place.subject !== this.currentSubject) || null;
  }

  setFilter(filter, onlyThisPage = this.onlyThisPage) {
    this.filter = filter;
    this.onlyThisPage = onlyThisPage;
    this.#tell("filter");
  }

  #changed(subjects) {
    this.#merged = null;
    this.dispatchEvent(new CustomEvent("places", { detail: subjects }));
  }

  #tell(name) {
    this.dispatchEvent(new CustomEvent(name));
  }
}

/** Whether a place is as it was; a copy that is equal is the same place. */
function isSame(one, other) {
  return Boolean(one) && JSON.stringify(one) === JSON.stringify(other);
}

function patched(place, patch) {
  return patch === null ? null : { ...place, ...patch };
}

function inOrder(one, other) {
  return one.page - other.page || startOf(one) - startOf(other) || topOf(one) - topOf(other);
}

function isAfter(place, current, page) {
  return current ? inOrder(place, current) > 0 : place.page >= page;
}

/** Text by where it starts; boxes come after it. */
function startOf(place) {
  return place.span ? place.span[0] : Number.MAX_SAFE_INTEGER;
}

function topOf(place) {
  return place.rects.length ? place.rects[0][1] * 10_000 + place.rects[0][0] : 0;
}
