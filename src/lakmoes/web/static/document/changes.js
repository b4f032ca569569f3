/** What others decided meanwhile: asked for every few seconds while the page is in sight. */

import { get } from "/static/api.js";

const PERIOD = 3000;

export class Changes {
  #told = new Set();

  /** `changed` gets the entries that were not made here; `reached` whether the server answers. */
  constructor(review, { changed, reached }) {
    Object.assign(this, { review, changed, reached, last: review.document.last });
    setInterval(() => this.ask(), PERIOD);
    document.addEventListener("visibilitychange", () => this.ask());
  }

  /** Entries that this page made itself are no news. */
  told(entries) {
    for (const entry of entries) this.#told.add(entry.id);
  }

  async ask() {
    if (document.hidden || this.isAsking) return;
    this.isAsking = true;
    try {
      const answer = await get(`/api/changes?since=${this.last}`);
      this.reached(true);
      await this.#take(answer);
      this.last = answer.last;
    } catch (refusal) {
      this.reached(false, refusal);
    } finally {
      this.isAsking = false;
    }
  }

  async #take({ documents, entries }) {
    const news = entries.filter((entry) => !this.#told.has(entry.id));
    if (!news.length || !documents.includes(this.review.document.number)) return;
    await this.changed(news.filter((entry) => entry.by !== this.review.dossier.me.name));
  }
}
