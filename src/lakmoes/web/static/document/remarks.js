/** The thread of remarks on a place, and the question with which a second reviewer sends a decision back. */

import { get } from "/static/api.js";
import { h } from "./dom.js";
import { dialog, draftField, field, form } from "./dialogs.js";
import { ROLES, WORDS, moment } from "/static/words.js";

const EMPTY = "Typ eerst een tekst.";

export async function showRemarks(actions, place) {
  const thread = await get(`/api/remarks?subject=${encodeURIComponent(place.subject)}`).catch(() => []);
  const text = draftField(`remark/${place.subject}`, { autofocus: true });
  await dialog("Opmerkingen", (close) => {
    const send = () => sent(actions, text, "/api/remarks", { subject: place.subject, document: actions.review.document.number }, WORDS.remarked);
    return [h("p", { class: "quote" }, place.text), threadList(thread), form([field("Nieuwe opmerking", text)], "Plaatsen", send, close)];
  });
}

export async function askQuestion(actions, place) {
  const text = draftField(`question/${place.subject}`, { autofocus: true });
  await dialog("Terug naar de behandelaar", (close) => {
    const send = () => sent(actions, text, "/api/assessments", actions.assessment(place, "question", ""), WORDS.questioned);
    return [h("p", { class: "quote" }, place.text), form([field("Uw vraag", text)], "Vraag stellen", send, close)];
  });
}

/** `true` when it was accepted; else the words stay in the field. */
async function sent(actions, text, path, body, said) {
  if (!text.value.trim()) return EMPTY;
  const answer = await actions.tell(path, { ...body, text: text.value.trim() }, said);
  if (!answer) return "Dit is niet opgeslagen. Uw tekst staat er nog: probeer het opnieuw.";
  text.forget();
  return true;
}

function threadList(thread) {
  if (!thread.length) return h("p", { class: "soft" }, "Nog geen opmerkingen.");
  const items = thread.map((remark) =>
    h("li", {}, h("p", { class: "soft small" }, `${remark.by} (${ROLES[remark.role] || remark.role}), ${moment(remark.time)}`), h("p", {}, remark.text)),
  );
  return h("ol", { class: "thread" }, items);
}
