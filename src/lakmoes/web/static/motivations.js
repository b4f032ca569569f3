/* Motivations: what is typed stays in this tab until it is saved; a standard text never overwrites words. */
import { post } from "/static/api.js";
import { dropDrafts, notify, notifyRefusal } from "/static/shell.js";

for (const card of document.querySelectorAll(".motivation")) {
  const text = card.querySelector("textarea");
  const save = card.querySelector("[data-act=save]");
  const revert = card.querySelector("[data-act=revert]");
  const standard = card.querySelector("[data-act=standard]");
  const said = card.querySelector("[data-said]");

  const show = () => {
    const changed = text.value !== text.dataset.saved;
    save.disabled = !changed;
    revert.hidden = !changed;
    if (changed) said.textContent = "Nog niet bewaard";
    if (standard) standard.disabled = text.value.trim() !== "";
  };
  const put = (value) => {
    text.value = value;
    text.dispatchEvent(new Event("input", { bubbles: true }));
    text.focus();
  };

  text.addEventListener("input", show);
  standard?.addEventListener("click", () => put(text.dataset.standard));
  revert.addEventListener("click", () => {
    put(text.dataset.saved);
    dropDrafts(card);
    said.textContent = "";
  });
  save.addEventListener("click", async () => {
    const body = { ground: card.dataset.ground, text: text.value, basis: Number(card.dataset.basis) };
    try {
      const answer = await post("/api/motivations", body);
      card.dataset.basis = answer.entries[0].id;
      text.dataset.saved = text.value;
      dropDrafts(card);
      show();
      said.textContent = "Bewaard";
      notify("De motivering is bewaard.");
    } catch (refusal) {
      notifyRefusal(refusal);
    }
  });
  show();
}
