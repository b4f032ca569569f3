/** Selecting text and drawing a box without a mouse: modes that take the arrow keys until Enter or Escape. */

import { WORDS } from "/static/words.js";

/** Walks over the words; with Shift more than one. */
export class TextCaret {
  constructor(view, overlay, announcer, done) {
    Object.assign(this, { view, overlay, announcer, done });
    const current = view.review.current;
    const start = current?.span && current.page === view.review.page ? view.words.indexAt(current.span[0]) : -1;
    this.from = this.to = Math.max(0, start);
    this.#show(WORDS.caret);
  }

  /** Whether the key was for this mode. */
  onKey(event) {
    if (event.key === "Escape") return this.#end(null);
    if (event.key === "Enter" || event.key === " ") return this.#end(this.#draft);
    const next = this.#next(event);
    if (next === null) return false;
    this.to = next;
    if (!event.shiftKey) this.from = next;
    this.#show();
    return true;
  }

  #next(event) {
    const { words } = this.view;
    const isRow = event.ctrlKey || event.metaKey;
    switch (event.key) {
      case "ArrowRight": return isRow ? words.lineEnd(this.to, true) : Math.min(this.to + 1, words.words.length - 1);
      case "ArrowLeft": return isRow ? words.lineEnd(this.to, false) : Math.max(this.to - 1, 0);
      case "ArrowDown": return words.beside(this.to, 1);
      case "ArrowUp": return words.beside(this.to, -1);
      case "End": return words.lineEnd(this.to, true);
      case "Home": return words.lineEnd(this.to, false);
      default: return null;
    }
  }

  get #draft() {
    const span = this.view.words.span(this.from, this.to);
    return { span, rects: this.view.words.rects(span) };
  }

  #show(before = "") {
    const { rects, span } = this.#draft;
    this.overlay.showDraft(rects, "is-text is-caret");
    this.view.reveal(this.view.words.rects(this.view.words.span(this.to, this.to)));
    this.announcer.say(`${before} ${this.view.words.text(span)}`.trim());
  }

  #end(draft) {
    this.overlay.showDraft(draft ? draft.rects : [], "is-text");
    this.done(draft);
    return true;
  }
}

const STRIDE = 8;
const FINE = 1;
const START = { width: 120, height: 24 };

/** Moves a box with the arrow keys and sizes it with Shift; Ctrl makes small steps. */
export class BoxDrawer {
  constructor(view, overlay, announcer, done, rect = null) {
    Object.assign(this, { view, overlay, announcer, done });
    this.rect = rect ? [...rect] : this.#inSight();
    this.#show();
    announcer.say(WORDS.drawing);
  }

  onKey(event) {
    if (event.key === "Escape") return this.#end(null);
    if (event.key === "Enter" || event.key === " ") return this.#end({ rect: this.rect, rects: [this.rect] });
    const stride = event.ctrlKey || event.metaKey ? FINE : STRIDE;
    const moves = { ArrowRight: [stride, 0], ArrowLeft: [-stride, 0], ArrowDown: [0, stride], ArrowUp: [0, -stride] };
    if (!(event.key in moves)) return false;
    this.rect = this.#moved(moves[event.key], event.shiftKey);
    this.#show();
    return true;
  }

  #moved([right, down], isSizing) {
    const { width, height } = this.view.size;
    const [x0, y0, x1, y1] = this.rect;
    if (isSizing) {
      return [x0, y0, Math.min(width, Math.max(x0 + STRIDE, x1 + right)), Math.min(height, Math.max(y0 + STRIDE, y1 + down))];
    }
    const across = Math.min(Math.max(right, -x0), width - x1);
    const along = Math.min(Math.max(down, -y0), height - y1);
    return [x0 + across, y0 + along, x1 + across, y1 + along];
  }

  /** Where the reader looks: in the middle of what is in sight. */
  #inSight() {
    const { viewport, sheet, scale, size } = this.view;
    const middle = (viewport.scrollTop + viewport.clientHeight / 2 - sheet.offsetTop) / scale;
    const top = Math.min(Math.max(0, middle), size.height - START.height);
    const left = Math.max(0, (size.width - START.width) / 2);
    return [left, top, Math.min(size.width, left + START.width), top + START.height];
  }

  #show() {
    this.overlay.showDraft([this.rect], "is-box is-caret");
    this.view.reveal([this.rect]);
  }

  #end(draft) {
    this.overlay.showDraft(draft ? draft.rects : [], "is-box");
    this.done(draft);
    return true;
  }
}
