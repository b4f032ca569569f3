/**
 * What was decided here goes to the server one by one, in order. It is drawn at once and taken back when the
 * server refuses. When the server cannot be reached it waits and tries again; what waits survives a reload of
 * the page (sessionStorage: places and verdicts, no text). Events: `sent`, `refused`, `waiting`, `signedout`.
 */

import { post } from "/static/api.js";

const LONGEST_WAIT = 8000;

export class Queue extends EventTarget {
  #jobs = [];
  #isRunning = false;
  #wait = 500;

  constructor(review) {
    super();
    this.review = review;
    this.store = `lakmoes-queue-${review.document.number}`;
  }

  get length() {
    return this.#jobs.length;
  }

  /** Adds what was decided: items as the API takes them without their basis, and what it changes on screen. */
  add({ items, also = null, patches = {} }) {
    const job = { items, also, patches };
    this.#jobs.push(job);
    this.review.lay(patches);
    this.#keep();
    this.#run();
    return new Promise((resolve) => {
      job.done = resolve;
    });
  }

  /** Waits until nothing is left to send, or until it is clear that it cannot be sent now. */
  async drained() {
    while (this.#jobs.length && !this.isWaiting) await new Promise((resolve) => setTimeout(resolve, 15));
    return !this.#jobs.length;
  }

  /** What was left of an earlier visit to this page in this tab. */
  resume() {
    const kept = JSON.parse(sessionStorage.getItem(this.store) || "[]");
    for (const job of kept) this.add(job);
    return kept.length;
  }

  async #run() {
    if (this.#isRunning) return;
    this.#isRunning = true;
    while (this.#jobs.length && (await this.#send(this.#jobs[0])));
    this.#isRunning = false;
  }

  async #send(job) {
    const items = job.items.map((item) => ({ ...item, basis: this.review.basis(subjectOf(item)) }));
    try {
      const answer = await post(`/api/documents/${this.review.document.number}/decisions`, { items, also: job.also });
      this.review.confirm(answer);
      this.#finish(job);
      this.#tell("sent", { answer, job });
      job.done?.(answer);
      return true;
    } catch (error) {
      return this.#failed(job, error);
    }
  }

  #failed(job, error) {
    if (!error.status || error.status >= 500) return this.#later();
    if (error.status === 401) {
      this.isWaiting = true;
      this.#tell("signedout", {});
      return false;
    }
    this.#finish(job);
    this.#dropSame(job);
    this.#tell("refused", { error, job });
    job.done?.(null);
    return true;
  }

  async #later() {
    this.isWaiting = true;
    this.#tell("waiting", {});
    await new Promise((resolve) => setTimeout(resolve, this.#wait));
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
    return true;
  }

  #finish(job) {
    this.isWaiting = false;
    this.#wait = 500;
    this.#jobs = this.#jobs.filter((other) => other !== job);
    this.review.lift(job.patches);
    this.#keep();
  }

  /** What was decided here on the same places after what was refused, falls with it. */
  #dropSame(refused) {
    const subjects = new Set(Object.keys(refused.patches));
    for (const job of this.#jobs.filter((other) => Object.keys(other.patches).some((subject) => subjects.has(subject)))) {
      this.#finish(job);
      job.done?.(null);
    }
  }

  #keep() {
    const kept = this.#jobs.map(({ items, also, patches }) => ({ items, also, patches: withoutText(patches) }));
    if (kept.length) sessionStorage.setItem(this.store, JSON.stringify(kept));
    else sessionStorage.removeItem(this.store);
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

function subjectOf(item) {
  return item.subject || (item.id ? `suggestion/${item.id}` : "");
}

function withoutText(patches) {
  const entries = Object.entries(patches).map(([subject, patch]) => [subject, patch && { ...patch, text: undefined }]);
  return Object.fromEntries(entries);
}
