/** The current place: what stands there, why it was found, what holds, and all that can be done with it. */

import { button, h } from "./dom.js";
import { stateOf } from "./states.js";
import { HOW, ROLES, STATES, places, ruling } from "/static/words.js";

export class Details {
  constructor(review, pane, grounds, actions) {
    Object.assign(this, { review, pane, grounds, actions });
    for (const name of ["current", "document", "places"]) review.addEventListener(name, () => this.draw());
    this.draw();
  }

  draw() {
    const place = this.review.current;
    if (place === this.drawn && place) return;
    this.drawn = place;
    const focused = this.pane.contains(document.activeElement) ? document.activeElement.dataset.action : "";
    this.pane.replaceChildren(...(place ? this.#parts(place) : [this.#nothing()]).filter(Boolean));
    // Whoever works with Tab and Enter stays on the button that they pressed.
    if (focused) this.pane.querySelector(`[data-action="${focused}"]`)?.focus({ preventScroll: true });
  }

  #nothing() {
    return h("p", { class: "soft" }, "Kies een plek: klik op een vak of in de lijst, of druk op ", h("kbd", {}, "j"), ".");
  }

  #parts(place) {
    return [
      h("div", { class: "detail-head" }, h("h2", {}, place.kind_text || "Eigen lakking"), this.#badges(place)),
      h("p", { class: "quote", lang: "nl" }, place.text || "Een getekend vak: daarvan is geen tekst bekend."),
      h("p", { class: `ruling is-${stateOf(place)}` }, ruling(place), place.by_person ? ", bij de persoon" : "", place.role && place.by ? ` (${ROLES[place.role] || place.role})` : ""),
      place.reason && h("p", { class: "soft small" }, place.reason),
      place.question && h("p", { class: "message warning" }, place.question),
      this.#person(place),
      this.#verdicts(place),
      this.#groundKeys(place),
      this.#more(place),
      this.#assessment(place),
      this.#evidence(place),
    ];
  }

  #badges(place) {
    const state = stateOf(place);
    const tone = { open: "", redacted: "", kept: "good", stale: "bad", questioned: "warn" }[state];
    return h(
      "span",
      { class: "badges" },
      h("span", { class: `tag ${tone}` }, STATES[state]),
      place.inconsistent && h("a", { class: "tag warn", href: "/verschillen" }, "≠ elders anders"),
      place.assessment === "agreed" && h("span", { class: "tag good" }, "akkoord"),
    );
  }

  #person({ person }) {
    if (!person) return null;
    const link = h("a", { href: `/personen#${encodeURIComponent(person.id)}` }, person.name);
    return h("p", { class: "small" }, link, `, ${places(person.places)} in het dossier`);
  }

  #verdicts(place) {
    const { actions } = this;
    const pressed = (verdict) => String(place.verdict === verdict);
    const keep = place.own ? "Verwijderen" : "Niet lakken";
    return h(
      "div",
      { class: "verdicts" },
      button("Lakken", () => actions.accept(), { key: "a", class: "button main", "aria-pressed": pressed("redact"), "data-action": "accept" }),
      button(keep, () => actions.reject(), { key: "r", class: "button", "aria-pressed": pressed("keep"), "data-action": "reject" }),
    );
  }

  #groundKeys(place) {
    const buttons = this.grounds
      .filter(({ key, code }) => key || place.grounds.includes(code))
      .map((ground) =>
        h(
          "button",
          {
            type: "button",
            class: "ground-key",
            "data-family": ground.family,
            "data-action": `ground-${ground.code}`,
            "aria-pressed": String(place.grounds.includes(ground.code)),
            "aria-label": `${ground.code}: ${ground.label}`,
            title: `${ground.label}${ground.key ? ` (toets ${ground.key}; erbij met Shift)` : ""}`,
            onclick: (event) => this.actions.ground(ground.code, event.shiftKey),
          },
          ground.code,
          ground.key && h("kbd", { "aria-hidden": "true" }, ground.key),
        ),
      );
    const more = button("Meer…", () => this.actions.chooseGrounds(), { key: "c", class: "quiet small", "data-action": "grounds" });
    return h("div", { class: "ground-keys", role: "group", "aria-label": "Grond" }, buttons, more);
  }

  #more(place) {
    const { actions } = this;
    const alike = Object.entries(HOW)
      .filter(([how]) => place[how])
      .map(([how, text]) => button(`${text} (${place[how]})`, () => actions.alike(how), { class: "button small", key: how === "identical" ? "i" : "", "data-action": how }));
    const remarks = place.remarks ? `Opmerkingen (${place.remarks})` : "Opmerking";
    return h(
      "div",
      { class: "more-actions" },
      place.own !== "box" && this.#extents(),
      alike,
      button(remarks, () => actions.remark(), { key: "m", class: "button small", "data-action": "remark" }),
      place.verdict && !place.own && !place.by_person && button("Intrekken", () => actions.withdraw(), { key: "x", class: "button small", "data-action": "withdraw" }),
    );
  }

  #extents() {
    const step = (text, label, key, steps, atStart) =>
      button(text, () => this.actions.extend(steps, atStart), { label: `${label} (toets ${key})`, class: "button small", "data-action": `extend-${key}` });
    return h(
      "span",
      { class: "extents", role: "group", "aria-label": "Woorden erbij of eraf" },
      step("⇤", "Aan het begin een woord erbij", "Shift+[", 1, true),
      step("↦", "Aan het begin een woord eraf", "Shift+]", -1, true),
      step("↤", "Aan het eind een woord eraf", "[", -1, false),
      step("⇥", "Aan het eind een woord erbij", "]", 1, false),
    );
  }

  #assessment(place) {
    if (this.review.dossier.me.role !== "reviewer" || !place.verdict) return null;
    return h(
      "div",
      { class: "verdicts" },
      button("Akkoord", () => this.actions.agree(), { key: "y", class: "button", "aria-pressed": String(place.assessment === "agreed"), "data-action": "agree" }),
      button("Vraag stellen", () => this.actions.question(), { key: "q", class: "button", "data-action": "question" }),
    );
  }

  #evidence({ evidence }) {
    if (!evidence?.length) return null;
    const lines = evidence.map(({ detector, rule, score }) => h("li", {}, `${detector}: ${rule}, zekerheid ${Math.round(score * 100)} %`));
    return h("details", { class: "evidence small" }, h("summary", {}, "Hoe gevonden"), h("ul", {}, lines));
  }
}
