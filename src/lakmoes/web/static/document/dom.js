/** Makes elements. Text goes in as text, never as markup. */

const SVG = "http://www.w3.org/2000/svg";

/** An HTML element with attributes (`on…` are listeners, `false` and `null` leave it out) and children. */
export function h(tag, attributes = {}, ...children) {
  return furnished(document.createElement(tag), attributes, children);
}

/** The same for SVG. */
export function s(tag, attributes = {}, ...children) {
  return furnished(document.createElementNS(SVG, tag), attributes, children);
}

function furnished(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

function setAttribute(element, name, value) {
  if (value === false || value === null || value === undefined) return;
  if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
  else element.setAttribute(name, value === true ? "" : String(value));
}

/** A button: its text, what it does, and the key that does the same. */
export function button(text, action, { key = "", label = "", ...attributes } = {}) {
  const hint = key ? h("kbd", { "aria-hidden": "true" }, key) : null;
  const shortcut = key && { "aria-keyshortcuts": key };
  return h(
    "button",
    { type: "button", onclick: action, "aria-label": label || null, title: label || null, ...shortcut, ...attributes },
    text,
    hint,
  );
}

/** Whether an element takes typed text, so that keys are letters there and no commands. */
export function takesText(element) {
  if (!element || element.closest?.("dialog")) return Boolean(element);
  const isField = element.matches?.("textarea, select, input:not([type=checkbox]):not([type=radio]):not([type=range])");
  return Boolean(isField || element.isContentEditable);
}
