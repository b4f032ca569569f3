/** The boxes over the page: what is or would be redacted in the colour of its ground with the code on it. */

import { s } from "./dom.js";
import { labelOf } from "./grounds.js";
import { stateOf } from "./states.js";

/** Pixels; a code is never higher than a part of the text that it stands on, and left out where it is too small. */
const TAG = { highest: 10.5, lowest: 6, ofText: 0.62, font: 0.8, character: 0.49 };

export class Overlay {
  #drawn = new Map();

  constructor(review, svg, familyOf) {
    this.review = review;
    this.svg = svg;
    this.familyOf = familyOf;
    this.boxes = s("g", {});
    this.front = s("g", {});
    this.draft = s("g", { class: "draft" });
    svg.append(this.boxes, this.front, this.draft);
    this.scale = 1;
    review.addEventListener("places", (event) => this.#changed(event.detail));
    review.addEventListener("document", () => this.draw());
    review.addEventListener("current", () => this.#moved());
  }

  /** Draws all places of the page; `scale` is how many pixels a point is. */
  draw(scale = this.scale) {
    this.scale = scale;
    const page = this.review.document.pages[this.review.page - 1];
    this.svg.setAttribute("viewBox", `0 0 ${page.width} ${page.height}`);
    this.front.replaceChildren();
    this.#drawn.clear();
    for (const place of this.review.onPage(this.review.page)) this.#drawn.set(place.subject, this.#group(place));
    this.boxes.replaceChildren(...this.#drawn.values());
    this.#moved();
  }

  /** Shows what is being selected, drawn or pointed out; no rects take it away. */
  showDraft(rects, kind = "") {
    this.draft.setAttribute("class", `draft ${kind}`);
    this.draft.replaceChildren(...rects.map((rect) => s("rect", edges(rect))));
  }

  #changed(subjects) {
    for (const subject of subjects) {
      const place = this.review.place(subject);
      const [old, isHere] = [this.#drawn.get(subject), place && place.page === this.review.page];
      const group = isHere ? this.#group(place) : null;
      if (old && group) old.replaceWith(group);
      else if (old) old.remove();
      else if (group) this.boxes.append(group);
      if (group) this.#drawn.set(subject, group);
      else this.#drawn.delete(subject);
    }
    this.#moved();
  }

  /** The current place lies on top. */
  #moved() {
    const old = this.front.firstElementChild;
    const current = this.#drawn.get(this.review.currentSubject);
    if (old === current) return;
    if (old) {
      old.classList.remove("is-current");
      if (this.#drawn.get(old.dataset.subject) === old) this.boxes.append(old);
      else old.remove();
    }
    if (current) {
      current.classList.add("is-current");
      this.front.append(current);
    }
  }

  #group(place) {
    const attributes = {
      class: `box is-${stateOf(place)} is-${place.treatment || "own"}`,
      "data-subject": place.subject,
      "data-family": this.familyOf(place.grounds),
    };
    const rects = place.rects.map((rect) => s("rect", { class: "box-area", ...edges(rect, 0.6) }));
    const rings = place.rects.map((rect) => s("rect", { class: "box-ring", ...edges(rect, 2) }));
    return s("g", attributes, rings, rects, this.#tag(place));
  }

  #tag(place) {
    const label = stateOf(place) === "kept" ? "" : labelOf(place.grounds);
    if (!label || !place.rects.length) return null;
    const [x0, y0, , y1] = place.rects[0];
    const pixels = Math.min(TAG.highest, (y1 - y0) * this.scale * TAG.ofText);
    if (pixels < TAG.lowest) return null;
    const height = pixels / this.scale;
    const width = (label.length * TAG.character + 0.6) * height;
    const top = Math.max(0, y0 - height * 0.65);
    return s(
      "g",
      { class: "box-tag" },
      s("rect", { x: x0 - 0.6, y: top, width, height, rx: height / 6 }),
      s("text", { x: x0 - 0.6 + height * 0.3, y: top + height * 0.78, "font-size": height * TAG.font }, label),
    );
  }
}

function edges([x0, y0, x1, y1], room = 0) {
  return { x: x0 - room, y: y0 - room, width: x1 - x0 + 2 * room, height: y1 - y0 + 2 * room };
}
