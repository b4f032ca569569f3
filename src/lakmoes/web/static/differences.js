/* Terms and passages: one decision for all equal texts, with every hit shown first. */
import { get, post } from "/static/api.js";
import { afterReload, ask, reload } from "/static/rows.js";
import { notify, notifyRefusal } from "/static/shell.js";
import "/static/tables.js";

const dialog = document.getElementById("hits-dialog");
const body = dialog.querySelector("tbody");
const title = document.getElementById("hits-title");
const ok = dialog.querySelector("[data-ok]");
const DECIDED = { redact: "lakken", keep: "laten staan" };

function cell(...parts) {
  const made = document.createElement("td");
  made.append(...parts);
  return made;
}

function element(name, text, className = "") {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = className;
  return made;
}

function hitRow(hit, choosing) {
  const row = document.createElement("tr");
  const place = element("a", `${hit.label}, blz. ${hit.page}`, "nowrap");
  place.href = `/documenten/${hit.number}#plek-${hit.id}`;
  const box = document.createElement("input");
  box.type = "checkbox";
  box.checked = true;
  box.dataset.place = JSON.stringify([hit.number, hit.id]);
  box.setAttribute("aria-label", `Document ${hit.label}, bladzijde ${hit.page}`);
  const decided = hit.verdict ? `${DECIDED[hit.verdict]} (${hit.by})` : "nog open";
  const text = [element("span", `…${hit.before} `, "soft"), element("mark", hit.text), element("span", ` ${hit.after}…`, "soft")];
  if (choosing) row.append(cell(box));
  row.append(cell(place), cell(...text), cell(decided));
  return row;
}

async function hitsOf(number, id, how) {
  return get(`/api/documents/${number}/alike?id=${encodeURIComponent(id)}&how=${how}`);
}

function fill(hits, choosing, words) {
  dialog.querySelector("[data-choose]").hidden = !choosing;
  ok.hidden = !choosing;
  title.textContent = words;
  body.replaceChildren(...hits.map((hit) => hitRow(hit, choosing)));
}

async function show(button) {
  const found = await hitsOf(button.dataset.number, button.dataset.id, "identical");
  fill(found.hits, false, "De andere plaatsen");
  await ask(dialog, () => {});
}

async function decide(button) {
  const { number, id, basis, how } = button.parentElement.dataset;
  const verdict = button.dataset.act;
  const ground = button.parentElement.querySelector("select").value;
  const found = await hitsOf(number, id, how);
  fill(found.hits, true, `${verdict === "redact" ? `Lakken op grond van ${ground}` : "Laten staan"}: deze en ${found.hits.length} andere`);
  const done = await ask(dialog, async () => {
    const only = [...body.querySelectorAll(":checked")].map((box) => JSON.parse(box.dataset.place));
    const item = { id, verdict, grounds: verdict === "redact" ? [ground] : [], basis: Number(basis) };
    try {
      await post(`/api/documents/${number}/decisions`, { items: [item], also: how, only, known: found.last });
    } catch (refusal) {
      dialog.close();
      throw refusal;
    }
  });
  if (done) reload("Beslist over alle gekozen plaatsen.");
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-act]");
  if (!button) return;
  try {
    await (button.dataset.act === "show" ? show(button) : decide(button));
  } catch (refusal) {
    notifyRefusal(refusal);
  }
});

for (const what of ["undo", "redo"]) {
  document.getElementById(what)?.addEventListener("click", async () => {
    try {
      await post(`/api/${what}`);
      reload(what === "undo" ? "Ongedaan gemaakt." : "Opnieuw gedaan.");
    } catch (refusal) {
      notifyRefusal(refusal);
    }
  });
}
afterReload(notify);
