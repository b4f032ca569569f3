/** A redaction of text made longer or shorter by words: shown at once, sent when the reader pauses. */

import { WORDS } from "/static/words.js";

const PAUSE = 700;

export class Adjusting {
  constructor(review, view, queue, announcer) {
    Object.assign(this, { review, view, queue, announcer, waiting: null });
  }

  /** One word more (`steps` 1) or less (-1), at the end or at the start. */
  extend(steps, atStart) {
    const place = this.review.current;
    if (!place?.span || place.page !== this.review.page) return this.announcer.say(place ? WORDS.onlyText : WORDS.choosePlace);
    const span = this.view.words.grown(place.span, steps, atStart);
    if (!span) return this.announcer.say(WORDS.oneWord);
    if (this.waiting?.subject !== place.subject) this.flush();
    this.#show(place, { span, rects: this.view.words.rects(span), text: this.view.words.text(span) });
    return this.announcer.say(this.view.words.text(span));
  }

  /** Sends what was adjusted, if anything was. */
  flush() {
    if (!this.waiting) return;
    const { subject, patch, place, timer } = this.waiting;
    clearTimeout(timer);
    this.waiting = null;
    this.review.lift(patch);
    if (place.own) this.#replaceOwn(place, patch[subject]);
    else {
      const item = { id: place.id, verdict: "redact", grounds: place.grounds, extent: patch[subject].span };
      this.queue.add({ items: [item], patches: patch });
    }
  }

  /** A selected text is where it is: another text is another place. */
  async #replaceOwn(place, { span, rects, text }) {
    const added = { own: "text", page: place.page, start: span[0], end: span[1], grounds: place.grounds, verdict: "redact" };
    const subject = `new/${span.join("-")}`;
    const patches = { [place.subject]: null, [subject]: { ...place, subject, span, rects, text, basis: 0 } };
    const sent = this.queue.add({ items: [{ subject: place.subject, verdict: "keep" }, added], patches });
    this.review.goTo(subject);
    const answer = await sent;
    const found = answer?.places.find((other) => other.own === "text" && other.page === place.page && String(other.span) === String(span));
    if (found && this.review.currentSubject === subject) this.review.goTo(found.subject);
  }

  #show(place, change) {
    if (this.waiting) {
      clearTimeout(this.waiting.timer);
      this.review.lift(this.waiting.patch);
    }
    const patch = { [place.subject]: { ...change, verdict: "redact" } };
    const timer = setTimeout(() => this.flush(), PAUSE);
    this.waiting = { subject: place.subject, patch, place, timer };
    this.review.lay(patch);
  }
}
