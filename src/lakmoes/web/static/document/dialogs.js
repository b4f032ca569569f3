/** Windows over the page: modal, closed with Escape, and focus returns to where it was. */

import { button, h } from "./dom.js";

let made = 0;

/**
 * Opens a window and waits for its result.
 *
 * @param {string} title
 * @param {(close: (result) => void) => (Node|null)[]} build its content; `close` ends it with a result
 * @returns {Promise<any>} the result, `null` where it was closed without one
 */
export function dialog(title, build, { kind = "", onkeydown = null } = {}) {
  made += 1;
  const id = `window-${made}`;
  return new Promise((resolve) => {
    let result = null;
    const close = (value = null) => {
      result = value;
      box.close();
    };
    const box = h("dialog", { class: kind, "aria-labelledby": id, onkeydown: onkeydown && ((event) => onkeydown(event, close)) });
    const head = h("div", { class: "window-head" }, h("h2", { id }, title), button("Sluiten", () => close(), { class: "quiet" }));
    box.append(head, ...build(close).filter(Boolean));
    box.addEventListener("close", () => {
      box.remove();
      resolve(result);
    });
    document.body.append(box);
    box.showModal();
    (box.querySelector("[autofocus]") || box.querySelector("input, select, textarea, .main") || box).focus();
  });
}

/** A form whose submit gives a result; `collect` returns it, or a text that says what is still wrong. */
export function form(children, submitText, collect, close) {
  const problem = h("p", { class: "message error", role: "alert", hidden: true });
  const submit = async (event) => {
    event.preventDefault();
    const result = await collect();
    if (typeof result !== "string") return close(result);
    problem.textContent = result;
    problem.hidden = false;
    return undefined;
  };
  const actions = h(
    "div",
    { class: "actions" },
    h("button", { type: "submit", class: "button main" }, submitText),
    button("Annuleren", () => close(), { class: "button" }),
  );
  return h("form", { class: "stack", onsubmit: submit, novalidate: true }, children, problem, actions);
}

/** A field with its label above it. */
export function field(label, control, help = "") {
  made += 1;
  control.id ||= `field-${made}`;
  const note = help ? h("span", { class: "soft small", id: `${control.id}-help` }, help) : null;
  if (note) control.setAttribute("aria-describedby", note.id);
  return h("div", { class: "field" }, h("label", { for: control.id }, label), control, note);
}

/** A field of text that survives a reload of the page until it was accepted. */
export function draftField(key, attributes = {}) {
  const store = `lakmoes-draft/${key}`;
  const control = h("textarea", { rows: 4, maxlength: 5000, ...attributes });
  control.value = sessionStorage.getItem(store) || "";
  control.addEventListener("input", () => sessionStorage.setItem(store, control.value));
  control.forget = () => sessionStorage.removeItem(store);
  return control;
}
