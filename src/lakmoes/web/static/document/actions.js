/** All that a reviewer can do on the page of a document; keys and buttons call the same. */

import { get, post } from "/static/api.js";
import { notifyRefusal } from "/static/shell.js";
import { Adding } from "./adding.js";
import { showAlike } from "./alike.js";
import { BoxDrawer, TextCaret } from "./by-keyboard.js";
import { chooseGrounds } from "./choosing.js";
import { finishDocument } from "./finishing.js";
import { OUT_OF_SCOPE } from "./grounds.js";
import { showHelp } from "./help.js";
import { judgeDocument, redactWhole } from "./judging.js";
import { askPage, searchDossier } from "./finding.js";
import { showPreview } from "./preview.js";
import { askQuestion, showRemarks } from "./remarks.js";
import { WORDS } from "/static/words.js";

export class Actions {
  /** `parts`: review, view, overlay, pointer, queue, adjusting, announcer, grounds. */
  constructor(parts) {
    Object.assign(this, parts);
    this.adding = new Adding(this);
  }

  get path() {
    return `/api/documents/${this.review.document.number}`;
  }

  next() {
    this.#walk(1, WORDS.noFurther);
  }

  previous() {
    this.#walk(-1, WORDS.noEarlier);
  }

  turn(pages) {
    this.#turnTo(this.review.page + pages);
  }

  async goToPage() {
    const page = await askPage(this.review.document.page_count);
    if (page) this.#turnTo(page);
  }

  zoom(direction) {
    this.view.zoom(direction);
  }

  /** Hides the codes, to read what stands near them, or shows them again. */
  toggleCodes() {
    this.overlay.svg.classList.toggle("is-bare");
  }

  accept() {
    const place = this.review.current;
    if (place && !place.grounds.length) return this.chooseGrounds();
    return this.#decide("redact", place?.grounds, true);
  }

  reject() {
    return this.#decide("keep", [], true);
  }

  /** Redacts on this ground; `isExtra` puts it beside the others or takes it away. */
  ground(code, isExtra = false) {
    if (!isExtra) return this.#decide("redact", [code], true);
    const grounds = this.review.current?.grounds || [];
    const changed = grounds.includes(code) ? grounds.filter((other) => other !== code) : [...grounds, code];
    return changed.length ? this.#decide("redact", changed, false) : undefined;
  }

  async chooseGrounds() {
    const place = this.#chosen();
    const codes = place && (await chooseGrounds(this.grounds, place.grounds, "Gronden van deze plek"));
    if (codes) this.#decide("redact", codes, false);
  }

  extend(steps, atStart) {
    this.adjusting.extend(steps, atStart);
  }

  select() {
    if (!this.view.words.words.length) return this.announcer.say(WORDS.noWords);
    return this.#inMode((done) => new TextCaret(this.view, this.overlay, this.announcer, done));
  }

  /** Draws a box; when a drawn box is the current place, changes that one. */
  draw() {
    const place = this.review.current;
    const changed = place?.own === "box" && place.page === this.review.page ? place : null;
    this.useTool("box");
    this.#inMode((done) => new BoxDrawer(this.view, this.overlay, this.announcer, done, changed?.rects[0]), changed);
  }

  /** Which tool the mouse has: `text` or `box`. */
  useTool(tool) {
    this.pointer.tool = tool;
    this.view.sheet.dataset.tool = tool;
    for (const toggle of document.querySelectorAll("[data-tool-button]")) {
      toggle.setAttribute("aria-pressed", String(toggle.dataset.toolButton === tool));
    }
  }

  whole() {
    return redactWhole(this, { grounds: [] });
  }

  outOfScope() {
    return redactWhole(this, { grounds: [OUT_OF_SCOPE] });
  }

  async alike(how) {
    const place = this.#chosen();
    if (!place?.id) return;
    this.adjusting.flush();
    await this.queue.drained();
    await showAlike(this, this.review.current, how);
  }

  remark() {
    const place = this.#chosen();
    return place && showRemarks(this, place);
  }

  async withdraw() {
    const place = this.#chosen();
    if (!place) return;
    if (!place.verdict || place.own || place.by_person) return this.announcer.say(WORDS.nothingToWithdraw);
    await this.tell(`${this.path}/withdraw`, { subject: place.subject, basis: this.review.basis(place.subject) }, WORDS.withdrawn);
  }

  undo() {
    return this.#backOrForth("/api/undo", WORDS.undone, WORDS.nothingToUndo);
  }

  redo() {
    return this.#backOrForth("/api/redo", WORDS.redone, WORDS.nothingToRedo);
  }

  async agree() {
    const place = this.#assessable();
    if (!place) return;
    const said = await this.tell("/api/assessments", this.assessment(place, "agree", ""), WORDS.agreed);
    if (said) this.#walk(1, WORDS.noFurther);
  }

  question() {
    const place = this.#assessable();
    return place && askQuestion(this, place);
  }

  /** What is said of a decision, as the API takes it. */
  assessment(place, opinion, text) {
    const document = this.review.document.number;
    return { about: place.decided, entry: place.entry, basis: place.assessment_basis, opinion, text, document };
  }

  preview() {
    this.adjusting.flush();
    return showPreview(this);
  }

  judge() {
    return judgeDocument(this);
  }

  async finish() {
    this.adjusting.flush();
    await this.queue.drained();
    await this.seen.now();
    await finishDocument(this);
  }

  search() {
    return searchDossier(this);
  }

  help() {
    return showHelp(this.keys);
  }

  /** Shows characters of a page, such as a hit of a search. */
  async pointOut(page, span) {
    this.#turnTo(page);
    await this.view.whenRead();
    const rects = this.view.words.rects(span);
    this.overlay.showDraft(rects, "is-hit");
    this.view.reveal(rects);
    this.announcer.say(this.view.words.text(span));
  }

  /** Takes the document from the server again. */
  async reload() {
    const current = this.review.currentSubject;
    this.review.take(await get(this.path));
    if (!this.review.place(current)) this.review.currentSubject = "";
    this.overlay.draw();
  }

  /** Says something to the server and takes over what it then holds; `null` when it is refused. */
  async tell(path, body, said) {
    this.adjusting.flush();
    await this.queue.drained();
    try {
      const answer = await post(path, body);
      await this.reload();
      if (said) this.announcer.say(said);
      return answer;
    } catch (refusal) {
      notifyRefusal(refusal);
      if (refusal.status === 409) await this.reload();
      return null;
    }
  }

  #chosen() {
    if (!this.review.current) this.announcer.say(WORDS.choosePlace);
    return this.review.current;
  }

  #assessable() {
    const place = this.#chosen();
    if (!place || this.review.dossier.me.role !== "reviewer") return null;
    if (!place.verdict) this.announcer.say(WORDS.undecidedYet);
    return place.verdict ? place : null;
  }

  #walk(steps, otherwise) {
    this.adjusting.flush();
    const place = this.review.step(steps);
    if (place) this.review.goTo(place.subject);
    else this.announcer.say(otherwise);
  }

  #turnTo(page) {
    this.adjusting.flush();
    this.review.currentSubject = "";
    this.review.goToPage(page);
    this.review.dispatchEvent(new CustomEvent("current"));
  }

  /** Decides on the current place and, where that is wanted, goes on to the next open one. */
  #decide(verdict, grounds, goesOn) {
    const place = this.#chosen();
    if (!place) return;
    if (place.stale) return this.announcer.say(WORDS.stale);
    this.adjusting.flush();
    const next = goesOn && !place.own ? this.review.nextOpen() : null;
    const { name, role } = this.review.dossier.me;
    const patch = { verdict, by: name, role, time: new Date().toISOString(), assessment: "none", question: "", by_person: false };
    if (verdict === "redact") patch.grounds = grounds;
    const isGone = Boolean(place.own) && verdict === "keep";
    const items = [decided(this.review.current, verdict, grounds)];
    this.queue.add({ items, patches: { [place.subject]: isGone ? null : patch } });
    const said = isGone ? WORDS.removed : verdict === "redact" ? WORDS.redacted(grounds) : WORDS.kept;
    if (next) this.review.goTo(next.subject);
    else if (isGone) this.review.goTo("");
    const isReady = goesOn && !next && !this.review.count("open");
    this.announcer.say(isReady ? `${said} ${WORDS.allDecided}` : said);
  }

  #inMode(enter, replaced = null) {
    this.keys.mode = enter((draft) => {
      this.keys.mode = null;
      if (draft) this.adding.add(draft, replaced);
      else this.useTool("text");
    });
  }

  async #backOrForth(path, said, otherwise) {
    const answer = await this.tell(path, { document: this.review.document.number }, "");
    if (!answer) return;
    const entries = answer.entries || [];
    const touched = entries.map((entry) => entry.subject).find((subject) => this.review.place(subject));
    if (touched) this.review.goTo(touched);
    this.announcer.say(entries.length ? said : otherwise);
  }
}

function decided(place, verdict, grounds) {
  const item = place.id ? { id: place.id, verdict } : { subject: place.subject, verdict };
  if (verdict === "keep") return item;
  // What was made longer stays longer when only its ground changes.
  const extent = place.id && place.verdict === "redact" && place.span;
  return { ...item, grounds, ...(extent && { extent }) };
}
