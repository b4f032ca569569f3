/* The register of persons: one decision for all places, merging, splitting; by mouse and by keyboard. */
import { post } from "/static/api.js";
import { afterReload, ask, byKeyboard, focus, reload } from "/static/rows.js";
import { notify, notifyRefusal } from "/static/shell.js";
import "/static/tables.js";

const list = document.getElementById("persons");
const rows = () => [...list.children];
/** The last entry of the log that this page shows. */
const known = Number(document.body.dataset.last);
const chosen = () => rows().filter((row) => row.querySelector(".choose").checked);
const keepDialog = document.getElementById("keep-dialog");
const role = document.getElementById("keep-role");
const reason = document.getElementById("keep-reason");

const at = (row) => `[data-id="${CSS.escape(row.dataset.id)}"]`;
const address = (row, what) => `/api/persons/${encodeURIComponent(row.dataset.id)}/${what}`;
const decide = (row, body) => post(address(row, "decision"), { ...body, basis: Number(row.dataset.basis) });

async function attempt(act, message, focusOn) {
  try {
    await act();
    reload(message, focusOn);
  } catch (refusal) {
    notifyRefusal(refusal);
  }
}

function next(row) {
  const shown = rows().filter((other) => !other.hidden);
  return at(shown[shown.indexOf(row) + 1] ?? row);
}

const acts = {
  redact: (row) => attempt(() => decide(row, { verdict: "redact" }), `${row.dataset.name} wordt overal gelakt.`, next(row)),
  withdraw: (row) => attempt(() => decide(row, { verdict: null }), "Het besluit is ingetrokken.", at(row)),
  keep,
  split,
};

async function keep(row) {
  const draft = `lakmoes-draft/keep/${row.dataset.id}`;
  keepDialog.querySelector("[data-name]").textContent = row.dataset.name;
  const kept = JSON.parse(sessionStorage.getItem(draft) ?? '{"role":"","reason":""}');
  role.value = kept.role;
  reason.value = kept.reason;
  const remember = () => sessionStorage.setItem(draft, JSON.stringify({ role: role.value, reason: reason.value }));
  role.oninput = reason.oninput = remember;
  const done = await ask(keepDialog, () =>
    decide(row, { verdict: "keep", role: role.value, reason: reason.value }));
  if (!done) return;
  sessionStorage.removeItem(draft);
  reload(`${row.dataset.name} blijft overal leesbaar.`, next(row));
}

function option(kind, value, text) {
  const label = document.createElement("label");
  label.className = "plain";
  const input = document.createElement("input");
  input.type = kind;
  input.name = "option";
  input.value = value;
  label.append(input, ` ${text}`);
  return label;
}

async function split(row) {
  const dialog = document.getElementById("split-dialog");
  const spellings = JSON.parse(row.querySelector("[data-spellings]").dataset.spellings);
  const place = dialog.querySelector("[data-spellings]");
  dialog.querySelector("[data-name]").textContent = row.dataset.name;
  place.replaceChildren(...spellings.map((text) => option("checkbox", text, text)));
  const done = await ask(dialog, () => {
    const other = [...place.querySelectorAll(":checked")].map((input) => input.value);
    return post(address(row, "split"), { spellings: other, known });
  });
  if (done) reload("De persoon is gesplitst.", at(row));
}

async function merge() {
  const dialog = document.getElementById("merge-dialog");
  const place = dialog.querySelector("[data-persons]");
  const persons = chosen();
  place.replaceChildren(...persons.map((row) => option("radio", row.dataset.id, row.dataset.name)));
  place.querySelector("input").checked = true;
  const done = await ask(dialog, async () => {
    const first = persons.find((row) => row.dataset.id === place.querySelector(":checked").value);
    for (const other of persons.filter((row) => row !== first)) {
      await post(address(first, "merge"), { other: other.dataset.id, known });
    }
  });
  if (done) reload("De personen zijn samengevoegd.");
}

function showChosen() {
  document.getElementById("merge").disabled = chosen().length < 2;
  document.getElementById("redact-chosen").disabled = !chosen().length;
}

list.addEventListener("click", (event) => {
  const button = event.target.closest("[data-act]");
  if (button) acts[button.dataset.act](button.closest(".person"));
});
list.addEventListener("change", showChosen);
document.getElementById("merge").addEventListener("click", merge);
document.getElementById("redact-chosen").addEventListener("click", () =>
  attempt(async () => {
    for (const row of chosen()) await decide(row, { verdict: "redact" });
  }, "De gekozen personen worden overal gelakt."));
const step = (what) => attempt(() => post(`/api/${what}`), what === "undo" ? "Ongedaan gemaakt." : "Opnieuw gedaan.");
document.getElementById("undo").addEventListener("click", () => step("undo"));
document.getElementById("redo").addEventListener("click", () => step("redo"));

byKeyboard(rows, {
  a: (row) => row && acts.redact(row),
  r: (row) => row && keep(row),
  x: (row) => {
    if (!row) return;
    const box = row.querySelector(".choose");
    box.checked = !box.checked;
    showChosen();
    focus(row);
  },
  u: () => step("undo"),
  U: () => step("redo"),
  "?": () => location.assign("/hulp"),
});
showChosen();
afterReload(notify);
