/** A redaction of one's own: text that was selected or a box that was drawn, once its ground is chosen. */

import { WORDS } from "/static/words.js";
import { chooseGround } from "./choosing.js";

const LAST_GROUND = "lakmoes-last-ground";

export class Adding {
  #count = 0;

  constructor(actions) {
    this.actions = actions;
  }

  /** Asks the ground and redacts; a box that replaces another one keeps its grounds. */
  async add(draft, replaced = null) {
    const { grounds, view, overlay, announcer } = this.actions;
    const last = sessionStorage.getItem(LAST_GROUND) || grounds[0].code;
    const quote = draft.span ? view.words.text(draft.span) : "";
    const codes = replaced ? replaced.grounds : await chooseGround(grounds, { quote, first: last });
    overlay.showDraft([]);
    this.actions.useTool("text");
    if (!codes) return;
    if (!replaced) sessionStorage.setItem(LAST_GROUND, codes[0]);
    if (await this.#send({ ...draft, grounds: codes, text: quote }, replaced)) announcer.say(WORDS.own);
  }

  /** Draws it at once under a subject of its own; the server's answer brings the real one. */
  async #send({ span, rect, rects, grounds, text }, replaced) {
    const { review, queue } = this.actions;
    this.#count += 1;
    const subject = `new/${this.#count}`;
    const { page } = review;
    const own = span ? "text" : "box";
    const where = span ? { start: span[0], end: span[1] } : { rect };
    const items = [{ own, page, ...where, grounds, verdict: "redact" }];
    const patches = { [subject]: { ...this.#blank(), subject, page, rects, text, own, span: span || null, grounds } };
    if (replaced) {
      items.unshift({ subject: replaced.subject, verdict: "keep" });
      patches[replaced.subject] = null;
    }
    const before = new Set(review.places.map((other) => other.subject));
    const sent = queue.add({ items, patches });
    review.goTo(subject);
    const answer = await sent;
    const added = answer?.places.find((other) => other.own === own && other.page === page && !before.has(other.subject));
    if (added && review.currentSubject === subject) review.goTo(added.subject);
    return answer;
  }

  #blank() {
    const { name, role } = this.actions.review.dossier.me;
    const said = { verdict: "redact", by: name, role, time: new Date().toISOString(), basis: 0, assessment: "none" };
    return { id: "", treatment: "", kind: "", kind_text: "", reason: "", person: null, evidence: [], ...said };
  }
}
