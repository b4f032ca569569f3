/** Decisions on a page or a document as a whole. */

import { button, h } from "./dom.js";
import { dialog, draftField, field, form } from "./dialogs.js";
import { groundBoxes } from "./choosing.js";
import { OUT_OF_SCOPE } from "./grounds.js";
import { WORDS } from "/static/words.js";

const JUDGEMENTS = {
  public: "openbaar",
  partly_public: "gedeeltelijk openbaar",
  not_public: "niet openbaar",
  already_public: "reeds openbaar",
  duplicate: "dubbel",
  out_of_scope: "buiten reikwijdte",
  suspended: "opgeschort (zienswijze)",
};

const RELATIONS = {
  "": "geen",
  draft_of: "conceptversie van",
  final_of: "definitieve versie van",
  version_of: "andere versie van",
  earlier_version_of: "eerdere versie van",
  attachment_of: "bijlage bij",
  reply_to: "antwoord op",
  near_duplicate_of: "vrijwel gelijk aan",
  contained_in: "opgenomen in",
  shares_text_with: "deels gelijk aan",
};

/** Redacts a whole page or all pages, once it is asked which and on what ground. */
export async function redactWhole(actions, { grounds }) {
  const isScope = grounds.includes(OUT_OF_SCOPE);
  const choice = await dialog(isScope ? "Buiten reikwijdte" : "Als geheel lakken", (close) => {
    const page = choices("whole", [["page", `alleen bladzijde ${actions.review.page}`], ["document", "het hele document"]], "page", "Wat");
    const boxes = groundBoxes(actions.grounds, grounds);
    const collect = () => (boxes.chosen().length ? { page: page.value() === "page" ? actions.review.page : null, grounds: boxes.chosen() } : "Kies minstens één grond.");
    return [h("p", {}, "Alle tekst en beeld verdwijnt onder de lakking."), form([page, boxes], "Lakken", collect, close)];
  });
  if (choice) await actions.tell(`${actions.path}/whole`, choice, WORDS.saved);
}

/** Overrides what follows from the redactions: the judgement, or the relation with another document. */
export async function judgeDocument(actions) {
  const { review } = actions;
  const choice = await dialog(`Besluit over document ${review.document.label}`, (close) => [
    ...standing(actions, review.document, close),
    judgementForm(actions, close),
    h("hr"),
    relationForm(actions, close),
  ], { kind: "wide" });
  if (!choice) return;
  const said = await actions.tell(`${actions.path}/${choice.about}`, choice.body, WORDS.saved);
  if (said) choice.forget();
}

/** What holds now and why, what is proposed, and the way back to what follows from the redactions. */
function standing(actions, { judgement }, close) {
  const why = judgement.derived ? "Dat volgt uit de lakkingen." : `Zo besloot ${judgement.by}: ${judgement.reason}`;
  const takenBack = { judgement: null, basis: judgement.basis };
  return [
    h("p", {}, h("strong", {}, judgement.text), `. ${why}`),
    judgement.proposal && h("p", { class: "message" }, `Voorstel: ${judgement.proposal}`),
    !judgement.derived && button("Dit besluit intrekken", () => close({ about: "judgement", body: takenBack, forget: () => {} }), { class: "button" }),
  ];
}

function judgementForm({ review, grounds }, close) {
  const { number, judgement } = review.document;
  const select = h("select", {}, Object.entries(JUDGEMENTS).map(([value, text]) => h("option", { value, selected: value === judgement.judgement }, text)));
  const boxes = groundBoxes(grounds, judgement.judgement === "not_public" ? judgement.grounds : [], "Gronden voor weigering");
  const link = h("input", { type: "url", placeholder: "https://", value: judgement.link });
  const duplicate = documentChoice(review, judgement.duplicate_of);
  const reason = draftField(`judgement/${number}`, { rows: 3 });
  const extra = { not_public: boxes, already_public: field("Waar het te vinden is", link), duplicate: field("Dubbel van", duplicate) };
  const show = () => Object.entries(extra).forEach(([value, element]) => {
    element.hidden = select.value !== value;
  });
  select.addEventListener("change", show);
  show();
  const collect = () => {
    if (!reason.value.trim()) return "Geef een reden: dit gaat voor wat uit de lakkingen volgt.";
    if (select.value === "not_public" && !boxes.chosen().length) return "Kies minstens één grond voor de weigering.";
    if (select.value === "already_public" && !link.value.trim()) return "Geef aan waar het document te vinden is.";
    if (select.value === "duplicate" && !duplicate.value) return "Kies van welk document dit een dubbel is.";
    const body = { judgement: select.value, grounds: select.value === "not_public" ? boxes.chosen() : [], reason: reason.value.trim(), link: select.value === "already_public" ? link.value.trim() : "", duplicate_of: select.value === "duplicate" ? Number(duplicate.value) : null };
    return { about: "judgement", body: { ...body, basis: judgement.basis }, forget: reason.forget };
  };
  return form([field("Besluit", select), ...Object.values(extra), field("Reden", reason)], "Besluit opslaan", collect, close);
}

function relationForm({ review }, close) {
  const current = review.document.relation;
  const type = h("select", {}, Object.entries(RELATIONS).map(([value, text]) => h("option", { value, selected: value === current.type }, text)));
  const other = documentChoice(review, current.other);
  const reason = draftField(`relation/${review.document.number}`, { rows: 2 });
  const collect = () => {
    if (type.value && !other.value) return "Kies met welk document de relatie is.";
    const body = { type: type.value, other: type.value ? Number(other.value) : null, reason: reason.value.trim() };
    return { about: "relation", body: { ...body, basis: current.basis }, forget: reason.forget };
  };
  const children = [h("div", { class: "row" }, field("Relatie", type), field("Document", other)), field("Reden (mag leeg blijven)", reason)];
  return form(children, "Relatie opslaan", collect, close);
}

function documentChoice(review, chosen) {
  const others = review.dossier.documents.filter(({ number }) => number !== review.document.number);
  const options = others.map(({ number, label, title }) => h("option", { value: number, selected: number === chosen }, `${label}. ${title}`));
  return h("select", {}, h("option", { value: "" }, "kies…"), options);
}

function choices(name, options, chosen, legend) {
  const radios = options.map(([value]) => h("input", { type: "radio", name, value, checked: value === chosen }));
  const labels = options.map(([, text], index) => h("label", { class: "plain" }, radios[index], text));
  const set = h("fieldset", {}, h("legend", {}, legend), h("div", { class: "row" }, labels));
  set.value = () => radios.find((radio) => radio.checked).value;
  return set;
}
