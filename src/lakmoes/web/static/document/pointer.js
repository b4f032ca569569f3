/**
 * Mouse, pen and fingers on the page: a click or tap chooses a place; dragging over text selects it, dragging
 * elsewhere draws a box. A finger scrolls, unless it first rests or the box tool is on.
 */

const MOVED = 4;
const LONG_PRESS = 450;
const SMALLEST = 4;

export class Pointer {
  #gesture = null;

  /**
   * @param {PageView} view
   * @param {(draft: {span?, rect?, rects}) => void} chosen what was selected or drawn
   */
  constructor(review, view, overlay, chosen) {
    Object.assign(this, { review, view, overlay, chosen, tool: "text" });
    const { sheet } = view;
    sheet.addEventListener("pointerdown", (event) => this.#down(event));
    sheet.addEventListener("pointermove", (event) => this.#move(event));
    sheet.addEventListener("pointerup", (event) => this.#up(event));
    sheet.addEventListener("pointercancel", () => this.cancel());
    sheet.addEventListener("dblclick", (event) => this.#double(event));
    sheet.addEventListener("contextmenu", (event) => this.#gesture?.isTouch && event.preventDefault());
    sheet.addEventListener("touchmove", (event) => this.#gesture?.isLive && event.preventDefault(), { passive: false });
  }

  cancel() {
    clearTimeout(this.#gesture?.timer);
    this.#gesture = null;
    this.overlay.showDraft([]);
  }

  #down(event) {
    if (event.button !== 0 || !event.isPrimary) return;
    const [x, y] = this.view.point(event);
    const word = this.tool === "box" || event.shiftKey ? -1 : this.view.words.at(x, y, 2);
    const isTouch = event.pointerType !== "mouse";
    const gesture = { id: event.pointerId, x, y, word, isTouch, at: [event.clientX, event.clientY], isLive: !isTouch || this.tool === "box" };
    if (!gesture.isLive) gesture.timer = setTimeout(() => this.#rest(gesture), LONG_PRESS);
    this.#gesture = gesture;
  }

  /** A finger that rests begins a selection. */
  #rest(gesture) {
    if (this.#gesture !== gesture) return;
    gesture.isLive = gesture.hasMoved = true;
    navigator.vibrate?.(15);
    this.#draft(gesture, gesture.x, gesture.y);
  }

  #move(event) {
    const gesture = this.#gesture;
    if (!gesture || event.pointerId !== gesture.id) return this.#hover(event);
    const far = Math.hypot(event.clientX - gesture.at[0], event.clientY - gesture.at[1]) > MOVED;
    if (!gesture.isLive) return far && this.cancel();
    if (far && !gesture.hasMoved) {
      gesture.hasMoved = true;
      this.view.sheet.setPointerCapture(event.pointerId);
    }
    if (gesture.hasMoved) this.#draft(gesture, ...this.view.point(event));
    return undefined;
  }

  #draft(gesture, x, y) {
    if (gesture.word >= 0) {
      const span = this.view.words.span(gesture.word, this.view.words.nearest(x, y));
      gesture.result = { span, rects: this.view.words.rects(span) };
    } else {
      const rect = this.#within([Math.min(x, gesture.x), Math.min(y, gesture.y), Math.max(x, gesture.x), Math.max(y, gesture.y)]);
      gesture.result = { rect, rects: [rect] };
    }
    this.overlay.showDraft(gesture.result.rects, gesture.word >= 0 ? "is-text" : "is-box");
  }

  #up(event) {
    const gesture = this.#gesture;
    if (!gesture || event.pointerId !== gesture.id) return;
    clearTimeout(gesture.timer);
    this.#gesture = null;
    const { result } = gesture;
    if (gesture.hasMoved && result && !isTiny(result)) this.chosen(result);
    else {
      this.overlay.showDraft([]);
      this.#choosePlace(event);
    }
  }

  /** The smallest place under the pointer; of places that lie on each other the next one with each click. */
  #choosePlace(event) {
    const [x, y] = this.view.point(event);
    const under = this.review
      .onPage(this.review.page)
      .filter((place) => place.rects.some(([x0, y0, x1, y1]) => x >= x0 - 1 && x <= x1 + 1 && y >= y0 - 1 && y <= y1 + 1))
      .sort((one, other) => area(one) - area(other));
    const index = under.findIndex((place) => place.subject === this.review.currentSubject);
    const place = under[(index + 1) % (under.length || 1)];
    if (place) this.review.goTo(place.subject);
  }

  #double(event) {
    const word = this.view.words.at(...this.view.point(event), 2);
    if (word < 0 || event.target.closest("[data-subject]")) return;
    const span = this.view.words.span(word, word);
    this.chosen({ span, rects: this.view.words.rects(span) });
  }

  #hover(event) {
    if (event.pointerType !== "mouse" || this.#gesture) return;
    const isText = this.tool === "text" && this.view.words.at(...this.view.point(event), 2) >= 0;
    this.view.sheet.dataset.under = isText ? "text" : "paper";
  }

  #within([x0, y0, x1, y1]) {
    const { width, height } = this.view.size;
    return [Math.max(0, x0), Math.max(0, y0), Math.min(width, x1), Math.min(height, y1)];
  }
}

function isTiny({ rect }) {
  return Boolean(rect) && (rect[2] - rect[0] < SMALLEST || rect[3] - rect[1] < SMALLEST);
}

function area(place) {
  return place.rects.reduce((sum, [x0, y0, x1, y1]) => sum + (x1 - x0) * (y1 - y0), 0);
}
