/* Deciding on a file that could not be handled: as a whole, from the table of documents. */
import { post } from "/static/api.js";
import { afterReload, ask, reload } from "/static/rows.js";
import { notify, notifyRefusal } from "/static/shell.js";

const dialog = document.getElementById("judge-dialog");
const field = (name) => document.getElementById(`judge-${name}`);

function showFields() {
  for (const part of dialog.querySelectorAll("[data-for]")) part.hidden = part.dataset.for !== field("judgement").value;
}

function body(basis) {
  const judgement = field("judgement").value;
  return {
    judgement,
    grounds: judgement === "not_public" ? [field("ground").value] : [],
    link: judgement === "already_public" ? field("link").value : "",
    duplicate_of: judgement === "duplicate" && field("other").value ? Number(field("other").value) : null,
    reason: field("reason").value,
    basis,
  };
}

async function judge(button) {
  const { number, label, basis } = button.dataset;
  const draft = `lakmoes-draft/judge/${number}`;
  dialog.querySelector("[data-number]").textContent = label;
  field("reason").value = sessionStorage.getItem(draft) ?? "";
  field("reason").oninput = () => sessionStorage.setItem(draft, field("reason").value);
  showFields();
  const done = await ask(dialog, () => post(`/api/documents/${number}/judgement`, body(Number(basis))));
  if (!done) return;
  sessionStorage.removeItem(draft);
  reload(`Over document ${label} is besloten.`);
}

async function act(button, form, message) {
  try {
    await post(`/api/documents/${button.dataset.number}/${form.path}`, form.body);
    reload(message);
  } catch (refusal) {
    notifyRefusal(refusal);
  }
}

const acts = {
  judge,
  withdraw: (button) =>
    act(button, { path: "judgement", body: { judgement: null, basis: Number(button.dataset.basis) } }, "Het besluit is ingetrokken."),
  finalise: (button) =>
    act(button, { path: "completion", body: { progress: "final", basis: Number(button.dataset.basis) } }, "Het document is definitief."),
  finish: (button) =>
    act(button, { path: "completion", body: { progress: "finished", basis: Number(button.dataset.basis) } }, "Het document is afgerond."),
};

document.getElementById("documents").addEventListener("click", (event) => {
  const button = event.target.closest("[data-act]");
  if (button) acts[button.dataset.act](button);
});
field("judgement").addEventListener("input", showFields);
afterReload(notify);
