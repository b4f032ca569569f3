/** Tells the server that a page was before a person: shown whole, in sight, for a moment. */

import { post } from "/static/api.js";

const MOMENT = 700;

export class Seen {
  constructor(review, view, told) {
    Object.assign(this, { review, told });
    view.addEventListener("shown", (event) => this.#wait(event.detail));
  }

  /** Tells it of the page in sight without waiting: who finishes the document has it before them. */
  async now() {
    clearTimeout(this.timer);
    if (!this.review.document.pages[this.review.page - 1].seen) await this.#tell(this.review.page);
  }

  #wait(page) {
    clearTimeout(this.timer);
    if (this.review.document.pages[page - 1].seen) return;
    this.timer = setTimeout(() => this.#tell(page), MOMENT);
  }

  async #tell(page) {
    if (document.hidden || page !== this.review.page) return;
    const { number, pages } = this.review.document;
    // When it does not arrive the page stays unseen, and is told the next time that it is shown.
    const answer = await post(`/api/documents/${number}/seen`, { page }).catch(() => null);
    if (!answer) return;
    pages[page - 1].seen = this.review.document.pages[page - 1].seen = true;
    this.told(page);
  }
}
