/** Saying that a document is finished (handler) or final (second reviewer), once nothing stands in the way. */

import { get } from "/static/api.js";
import { button, h } from "./dom.js";
import { dialog, form } from "./dialogs.js";
import { PROGRESS, WORDS } from "/static/words.js";

/** What finishing itself takes away. */
const BY_FINISHING = ["not-finished", "not-final"];

const SAID = { open: WORDS.reopened, finished: WORDS.finished, final: WORDS.final };

export async function finishDocument(actions) {
  await actions.reload();
  const { document } = actions.review;
  const blocks = document.blocks.filter(({ code }) => !BY_FINISHING.includes(code));
  const wanted = await dialog("Document afronden", (close) => {
    const possible = steps(document);
    return [
      h("p", {}, `Dit document is ${PROGRESS[document.progress] || document.progress}.`),
      blockList(actions, blocks, close),
      possible.length ? form([progressChoice(possible)], "Opslaan", () => chosen(), close) : null,
    ];
  });
  if (!wanted) return;
  const { progress } = wanted;
  const said = await actions.tell(`${actions.path}/completion`, { progress, basis: document.progress_basis }, SAID[progress]);
  if (said && progress !== "open") await offerNext(actions);
}

function steps({ progress, can }) {
  const all = [];
  if (can.finish && progress !== "finished") all.push(["finished", "Afronden: over alles is beslist"]);
  if (can.finalise && progress !== "final") all.push(["final", "Definitief: ik heb het gecontroleerd"]);
  if (progress !== "open") all.push(["open", "Weer openen"]);
  return all;
}

function progressChoice(possible) {
  const radios = possible.map(([value, text], index) =>
    h("label", { class: "plain" }, h("input", { type: "radio", name: "progress", value, checked: index === 0, autofocus: index === 0 }), text),
  );
  return h("fieldset", { class: "stack" }, h("legend", {}, "Wat wilt u"), radios);
}

function chosen() {
  return { progress: document.querySelector("dialog[open] input[name=progress]:checked").value };
}

/** What stands in the way, each with a button that goes there. */
function blockList(actions, blocks, close) {
  const list = (level) => {
    const items = blocks.filter((block) => block.level === level).map((block) => h("li", {}, block.text, " ", wayTo(actions, block, close)));
    return items.length ? h("ul", {}, items) : null;
  };
  const [errors, warnings] = [list("error"), list("warning")];
  return h(
    "div",
    {},
    errors
      ? h("div", { class: "message error" }, h("p", {}, "Dit staat nog in de weg:"), errors)
      : h("p", { class: "message done" }, "Niets staat in de weg."),
    warnings && h("div", { class: "message warning" }, h("p", {}, "Kijk hier nog naar:"), warnings),
  );
}

function wayTo({ review }, block, close) {
  if (!block.page) return null;
  const go = () => {
    close();
    if (review.place(block.subject)) review.goTo(block.subject);
    else review.goToPage(block.page);
  };
  return button("Ga erheen", go, { class: "button small" });
}

/** The next document that is not finished, so that work goes on without a way back. */
async function offerNext(actions) {
  const { documents } = await get("/api/dossier");
  const { number } = actions.review.document;
  const open = documents.filter((other) => other.number !== number && !other.refusal && !["finished", "final"].includes(other.progress));
  const next = open.find((other) => other.number > number) || open[0];
  await dialog("Klaar met dit document", () => [
    h("ul", {}, 
      next && h("li", {}, h("a", { href: `/documenten/${next.number}`, class: "main" }, `Volgende document: ${next.label}. ${next.title}`)),
      h("li", {}, h("a", { href: "/" }, "Naar het dossier")),
    ),
  ]);
}
