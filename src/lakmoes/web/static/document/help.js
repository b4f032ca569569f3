/** The window with all keys, made of the table that the keys themselves work by. */

import { h } from "./dom.js";
import { dialog } from "./dialogs.js";
import { KEYS } from "./keys.js";

export function showHelp(keys) {
  const check = h("input", { type: "checkbox", checked: keys.areOn, autofocus: true });
  check.addEventListener("change", () => {
    keys.areOn = check.checked;
  });
  return dialog("Toetsen", () => [
    h("label", { class: "plain" }, check, "sneltoetsen aan"),
    h("div", { class: "key-groups" }, KEYS.map(([group, rows]) => h("section", {}, h("h3", {}, group), h("dl", { class: "keys" }, rows.map(row))))),
    h("p", { class: "soft" }, "Met de muis: klik op een vak om het te kiezen, sleep over tekst om die te lakken, sleep elders om een vak te tekenen. Met de vinger: tik, of houd even vast en sleep."),
  ], { kind: "wide" });
}

function row([, key, what]) {
  return h("div", {}, h("dt", {}, h("kbd", {}, key)), h("dd", {}, what));
}
