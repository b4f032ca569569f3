/** Choosing a ground: one at once, or several. */

import { button, h } from "./dom.js";
import { dialog, form } from "./dialogs.js";

const NONE_CHOSEN = "Kies minstens één grond.";

/** Asks for the ground of a new redaction: a click, or the ground's number. */
export async function chooseGround(grounds, { quote = "", first = "" } = {}) {
  const more = Symbol("more");
  const onkeydown = (event, close) => {
    const ground = grounds.find(({ key }) => key && key === event.key);
    if (!ground) return;
    event.preventDefault();
    close([ground.code]);
  };
  const chosen = await dialog(
    "Lakken op grond van",
    (close) => [
      quote && h("p", { class: "quote" }, quote),
      h("ul", { class: "ground-choices" }, grounds.map((ground) => h("li", {}, groundButton(ground, first, () => close([ground.code]))))),
      button("Meer dan één grond…", () => close(more), { class: "quiet" }),
    ],
    { onkeydown, kind: "choose-ground" },
  );
  return chosen === more ? chooseGrounds(grounds, first ? [first] : []) : chosen;
}

/** Asks for one ground or more. */
export function chooseGrounds(grounds, chosen, title = "Gronden") {
  return dialog(title, (close) => {
    const boxes = groundBoxes(grounds, chosen);
    return [form([boxes], "Lakken op deze gronden", () => (boxes.chosen().length ? boxes.chosen() : NONE_CHOSEN), close)];
  });
}

/** Check boxes of grounds; `chosen()` of the element gives the codes. */
export function groundBoxes(grounds, chosen, legend = "Gronden") {
  const checks = grounds.map((ground) => h("input", { type: "checkbox", value: ground.code, checked: chosen.includes(ground.code) }));
  const labels = grounds.map((ground, index) =>
    h("label", { class: "plain ground-box" }, checks[index], groundTag(ground), h("span", {}, ground.label)),
  );
  const set = h("fieldset", {}, h("legend", {}, legend), h("div", { class: "ground-boxes" }, labels));
  set.chosen = () => checks.filter((check) => check.checked).map((check) => check.value);
  return set;
}

function groundButton(ground, first, action) {
  const attributes = { class: "button ground-choice", autofocus: ground.code === first };
  return button(h("span", { class: "row" }, groundTag(ground), h("span", {}, ground.label)), action, { ...attributes, key: ground.key });
}

function groundTag(ground) {
  return h("span", { class: "ground", "data-family": ground.family }, ground.code);
}
