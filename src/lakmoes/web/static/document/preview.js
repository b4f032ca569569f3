/** The page as it will be published, from the file that is really redacted, beside the original. */

import { get } from "/static/api.js";
import { button, h } from "./dom.js";
import { dialog } from "./dialogs.js";
import { painted } from "./sources.js";
import { WORDS } from "/static/words.js";

const DPI = 110;

export async function showPreview(actions) {
  actions.announcer.say(WORDS.previewMaking);
  await actions.queue.drained();
  const preview = new Preview(actions);
  await dialog(`Voorvertoning van document ${actions.review.document.label}`, (close) => preview.parts(close), {
    kind: "preview",
    onkeydown: (event, close) => preview.key(event, close),
  });
}

class Preview {
  constructor({ review, path }) {
    Object.assign(this, { review, path, page: review.page });
    this.title = h("p", { class: "preview-page", "aria-live": "polite" });
    this.checks = h("p", { class: "small", role: "status" }, WORDS.previewMaking);
    this.original = h("figure", {});
    this.redacted = h("figure", {});
  }

  parts() {
    this.#show();
    this.#check();
    const turning = h(
      "div",
      { class: "row" },
      button("Vorige", () => this.#turn(-1), { key: "p", class: "button" }),
      button("Volgende", () => this.#turn(1), { key: "n", class: "button main" }),
      this.title,
      this.checks,
    );
    return [turning, h("div", { class: "preview-pages", tabindex: 0, role: "region", "aria-label": "Origineel en zoals het wordt gepubliceerd" }, this.original, this.redacted)];
  }

  key(event, close) {
    const steps = { n: 1, p: -1 }[event.key];
    if (steps) this.#turn(steps);
    if (event.key === "v") close();
  }

  #turn(steps) {
    this.page = Math.min(Math.max(1, this.page + steps), this.review.document.page_count);
    this.#show();
  }

  #show() {
    const { page } = this;
    this.title.textContent = `Bladzijde ${page} van ${this.review.document.page_count}`;
    // The log's number makes the address new as soon as anything was decided: no old picture is shown.
    const version = this.review.document.last;
    this.#picture(this.original, `${this.path}/pages/${page}/picture?dpi=${DPI}`, "Origineel");
    this.#picture(this.redacted, `${this.path}/pages/${page}/preview?dpi=${DPI}&after=${version}`, "Zoals het wordt gepubliceerd");
  }

  async #picture(figure, address, caption) {
    const { page } = this;
    const text = h("figcaption", {}, caption);
    figure.replaceChildren(text, h("p", { class: "soft" }, "Even geduld…"));
    try {
      const image = await painted(address);
      image.alt = `${caption}, bladzijde ${page}`;
      if (page === this.page) figure.replaceChildren(text, image);
    } catch {
      const why = "Van deze bladzijde kan geen voorvertoning worden gemaakt. Het document wordt dan ook niet gepubliceerd.";
      if (page === this.page) figure.replaceChildren(text, h("p", { class: "message error" }, why));
    }
  }

  async #check() {
    try {
      const report = await get(`${this.path}/report`);
      const failed = (report.checks || []).filter((check) => !check.passed);
      const words = failed.length ? `Niet geslaagd: ${failed.map((check) => check.text || check.name).join("; ")}` : "Alle controles van het gelakte bestand zijn geslaagd.";
      this.checks.textContent = words;
      this.checks.className = failed.length ? "message error" : "tag good";
    } catch (refusal) {
      this.checks.textContent = refusal.message;
      this.checks.className = "message error";
    }
  }
}
