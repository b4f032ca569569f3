/** Going somewhere: a page by its number, a text anywhere in the dossier. */

import { post } from "/static/api.js";
import { notifyRefusal } from "/static/shell.js";
import { h } from "./dom.js";
import { dialog, field, form } from "./dialogs.js";
import { WORDS, counted } from "/static/words.js";

/** Asks for the number of a page; `null` where none was given. */
export function askPage(count) {
  const input = h("input", { type: "number", min: 1, max: count, inputmode: "numeric", autofocus: true });
  const collect = () => {
    const page = Number(input.value);
    return page >= 1 && page <= count ? page : `Typ een getal van 1 tot en met ${count}.`;
  };
  return dialog("Naar bladzijde", (close) => [form([field(`Bladzijde (1 – ${count})`, input)], "Ga", collect, close)]);
}

/** Searches the whole dossier; a hit in this document is shown at once, another is a link. */
export async function searchDossier(actions) {
  const input = h("input", { type: "search", autofocus: true, maxlength: 200 });
  const outcome = h("div", { role: "status", "aria-live": "polite" });
  const hit = await dialog("Zoeken in het dossier", (close) => {
    const submit = async (event) => {
      event.preventDefault();
      const query = input.value.trim();
      const { hits } = query ? await post("/api/search", { query }).catch(failed) : { hits: [] };
      outcome.replaceChildren(hits.length ? hitList(actions, hits, close) : h("p", {}, WORDS.nothingFound));
    };
    const search = h("form", { class: "stack", role: "search", onsubmit: submit },
      field("Woorden, of een zin tussen aanhalingstekens", input),
      h("button", { type: "submit", class: "button main" }, "Zoeken"),
    );
    return [search, outcome];
  }, { kind: "wide" });
  if (hit) await actions.pointOut(hit.page, [hit.start, hit.end]);
}

function hitList(actions, hits, close) {
  const items = hits.map((hit) => {
    const text = h("span", {}, `Document ${hit.label}, blz. ${hit.page}: `, `${hit.before} `, h("mark", {}, hit.hit), ` ${hit.after}`);
    const isHere = hit.number === actions.review.document.number;
    const link = h("a", { href: addressOf(hit) }, text);
    if (isHere) {
      link.addEventListener("click", (event) => {
        event.preventDefault();
        close(hit);
      });
    }
    return h("li", {}, link);
  });
  return h("div", {}, h("p", {}, counted(hits.length, "treffer", "treffers")), h("ol", { class: "hits" }, items));
}

function addressOf({ number, page, start, end }) {
  return `/documenten/${number}#bladzijde-${page}-${start}-${end}`;
}

function failed(refusal) {
  notifyRefusal(refusal);
  return { hits: [] };
}
