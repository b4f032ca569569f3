/** One decision for all places that are alike: each hit is shown first, and can be left out. */

import { get } from "/static/api.js";
import { notifyRefusal } from "/static/shell.js";
import { h } from "./dom.js";
import { dialog, form } from "./dialogs.js";
import { groundBoxes } from "./choosing.js";
import { HOW, WORDS, places } from "/static/words.js";

/** Shows the hits (without the place itself) and decides the place and the chosen ones alike. */
export async function showAlike(actions, place, how) {
  const { hits, last } = await get(`${actions.path}/alike?id=${encodeURIComponent(place.id)}&how=${how}`).catch((refusal) => {
    notifyRefusal(refusal);
    return {};
  });
  if (!hits) return;
  if (!hits.length) {
    actions.announcer.say(WORDS.nothingFound);
    return;
  }
  const choice = await dialog(`${HOW[how]}: ${places(hits.length)}`, (close) => content(actions, place, hits, close), { kind: "wide" });
  if (choice) await decideAll(actions, place, { ...choice, how, known: last });
}

function content(actions, place, hits, close) {
  const checks = new Map(hits.map((hit) => [hit, h("input", { type: "checkbox", checked: true })]));
  const verdict = verdictChoice(place.verdict || "redact");
  const grounds = groundBoxes(actions.grounds, place.grounds);
  verdict.addEventListener("change", () => {
    grounds.hidden = verdict.value() === "keep";
  });
  grounds.hidden = verdict.value() === "keep";
  const all = h("input", { type: "checkbox", checked: true });
  all.addEventListener("change", () => checks.forEach((check) => {
    check.checked = all.checked;
  }));
  const collect = () => {
    const chosen = hits.filter((hit) => checks.get(hit).checked);
    if (!chosen.length) return "Kies minstens één plek.";
    if (verdict.value() === "redact" && !grounds.chosen().length) return "Kies minstens één grond.";
    return { chosen, verdict: verdict.value(), grounds: grounds.chosen() };
  };
  const list = h("ul", { class: "hits" }, hits.map((hit) => h("li", {}, h("label", { class: "plain hit" }, checks.get(hit), hitText(hit)))));
  return [form([verdict, grounds, h("label", { class: "plain" }, all, "alle plekken"), list], "Zo beslissen", collect, close)];
}

function verdictChoice(chosen) {
  const radios = [["redact", "Lakken"], ["keep", "Niet lakken"]].map(([value, text]) => {
    const radio = h("input", { type: "radio", name: "verdict", value, checked: value === chosen });
    return [radio, h("label", { class: "plain" }, radio, text)];
  });
  const set = h("fieldset", {}, h("legend", {}, "Besluit"), h("div", { class: "row" }, radios.map(([, label]) => label)));
  set.value = () => radios.find(([radio]) => radio.checked)[0].value;
  return set;
}

function hitText(hit) {
  const by = hit.by ? ` door ${hit.by}` : "";
  const now = { redact: `gelakt: ${hit.grounds.join(", ")}`, keep: "blijft leesbaar" }[hit.verdict] || "open";
  return h(
    "span",
    {},
    h("span", { class: "soft small" }, `Document ${hit.label}, blz. ${hit.page} (${now}${hit.verdict ? by : ""}) `),
    h("br"),
    `${hit.before} `, h("mark", {}, hit.text), ` ${hit.after}`,
  );
}

/** One act on the place and the chosen hits; what someone decided after the hits were shown is refused. */
async function decideAll(actions, place, { chosen, verdict, grounds, how, known }) {
  const item = { id: place.id, verdict, ...(verdict === "redact" && { grounds }), basis: actions.review.basis(place.subject) };
  const body = { items: [item], also: how, only: chosen.map((hit) => [hit.number, hit.id]), known };
  await actions.tell(`${actions.path}/decisions`, body, `${places(chosen.length + 1)} beslist.`);
}
