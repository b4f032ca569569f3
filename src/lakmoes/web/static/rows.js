/* Moving through a list of rows with j and k, and keys for what is done with the one that is current. */

/** Whether a key was meant for a field or a dialog, or with Ctrl, Alt or Meta. */
function isForOther(event) {
  if (event.ctrlKey || event.altKey || event.metaKey) return true;
  return event.target.closest("input:not([type=checkbox]), textarea, select, dialog") !== null;
}

/**
 * Listens to keys for the rows that `rows` gives; `keys` holds what each other key does with the current row.
 * A row is current when it or something in it has the focus.
 */
export function byKeyboard(rows, keys) {
  const current = () => document.activeElement?.closest("[tabindex='-1']:not(main)");
  document.addEventListener("keydown", (event) => {
    if (isForOther(event)) return;
    const shown = rows().filter((row) => !row.hidden && row.offsetParent !== null);
    const at = shown.indexOf(current());
    if (event.key === "j") focus(shown[Math.min(at + 1, shown.length - 1)]);
    else if (event.key === "k") focus(shown[Math.max(at - 1, 0)]);
    else if (keys[event.key]) keys[event.key](at < 0 ? null : shown[at]);
    else return;
    event.preventDefault();
  });
}

/** Makes a row the current one. */
export function focus(row) {
  row?.focus();
  row?.scrollIntoView({ block: "nearest" });
}

/** Opens a dialog and gives what its form was closed with; `check` may throw to keep it open with a message. */
export function ask(dialog, check) {
  const error = dialog.querySelector("[data-error]");
  if (error) error.hidden = true;
  dialog.returnValue = "";
  return new Promise((resolve) => {
    const form = dialog.querySelector("form");
    form.onsubmit = async (event) => {
      if (event.submitter?.value !== "ok") return;
      event.preventDefault();
      try {
        await check();
        dialog.close("ok");
      } catch (problem) {
        if (!error) throw problem;
        error.textContent = problem.entry ? `${problem.message} ${problem.entry.by}: ${problem.entry.what}.` : problem.message;
        error.hidden = false;
      }
    };
    dialog.onclose = () => resolve(dialog.returnValue === "ok");
    dialog.showModal();
  });
}

/** Loads the page again where it was: the place in it, what had the focus, and a message to show. */
export function reload(message, focusOn = "") {
  sessionStorage.setItem("lakmoes-after", JSON.stringify({ at: scrollY, message, focusOn, path: location.pathname }));
  location.reload();
}

/** What `reload` left behind. */
export function afterReload(notify) {
  const left = JSON.parse(sessionStorage.getItem("lakmoes-after") ?? "null");
  sessionStorage.removeItem("lakmoes-after");
  if (!left || left.path !== location.pathname) return;
  if (left.message) notify(left.message);
  if (left.focusOn) document.querySelector(left.focusOn)?.focus({ preventScroll: true });
  scrollTo(0, left.at);
}
