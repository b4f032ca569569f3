/* The sample: drawing it, and answering item after item. */
import { post } from "/static/api.js";
import { afterReload, byKeyboard, focus, reload } from "/static/rows.js";
import { notify, notifyRefusal } from "/static/shell.js";

document.getElementById("draw").addEventListener("submit", async (event) => {
  event.preventDefault();
  const values = new FormData(event.target);
  const seed = values.get("seed");
  const body = { unit: values.get("unit"), size: Number(values.get("size")) };
  if (seed) body.seed = Number(seed);
  try {
    await post("/api/sample", body);
    reload("De steekproef is getrokken.");
  } catch (refusal) {
    notifyRefusal(refusal);
  }
});

const items = () => [...document.querySelectorAll(".item")];

async function answer(item, missed) {
  const set = item.closest(".sample-set");
  const body = {
    sample: set.dataset.sample,
    item: item.dataset.item,
    missed,
    document: Number(item.dataset.number),
    basis: Number(item.dataset.basis),
  };
  try {
    show(set, (await post("/api/sample/answers", body)).samples.find((one) => one.subject === body.sample));
  } catch (refusal) {
    notifyRefusal(refusal);
    return;
  }
  const all = items();
  focus(all.slice(all.indexOf(item) + 1).find((other) => !other.classList.contains("answered")) ?? item);
}

function show(set, sample) {
  const outcome = set.querySelector("[data-outcome]");
  outcome.textContent = sample.text;
  outcome.className = `message ${sample.bound === null ? "" : sample.missed ? "warning" : "done"}`;
  set.querySelector("[data-progress]").textContent =
    `${sample.answered} van ${sample.size} beoordeeld, ${sample.missed} keer iets gemist`;
  for (const known of sample.items) {
    const item = set.querySelector(`[data-item="${CSS.escape(known.item)}"]`);
    item.dataset.basis = known.basis;
    item.classList.toggle("answered", known.missed !== null);
    item.querySelector("[data-by]").textContent = known.by;
    for (const button of item.querySelectorAll("[data-missed]")) {
      button.setAttribute("aria-pressed", String(String(known.missed) === button.dataset.missed));
    }
  }
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-missed]");
  if (button) answer(button.closest(".item"), button.dataset.missed === "true");
});
byKeyboard(items, {
  n: (item) => item && answer(item, false),
  m: (item) => item && answer(item, true),
});
afterReload(notify);
