/* What every page does: the switch of colours, signing out, messages. */
import { post } from "/static/api.js";

const root = document.documentElement;
const theme = document.getElementById("theme");

function showTheme() {
  const dark = root.dataset.theme === "dark";
  theme.setAttribute("aria-pressed", String(dark));
}

theme?.addEventListener("click", () => {
  root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
  localStorage.setItem("lakmoes-theme", root.dataset.theme);
  showTheme();
});
if (theme) showTheme();

document.getElementById("leave")?.addEventListener("click", async () => {
  await post("/api/session/end").catch(() => {});
  location.assign("/aanmelden");
});

/** Shows a message above the page; screen readers say it. Kind: "done", "warning" or "error". */
export function notify(text, kind = "done") {
  const place = document.getElementById("notices");
  const notice = document.createElement("div");
  notice.className = `notice ${kind}`;
  const words = document.createElement("p");
  words.textContent = text;
  const close = document.createElement("button");
  close.type = "button";
  close.className = "quiet";
  close.textContent = "Sluiten";
  close.addEventListener("click", () => notice.remove());
  notice.append(words, close);
  place.replaceChildren(notice);
  if (kind === "done") setTimeout(() => notice.remove(), 6000);
}

/** Shows why something was not accepted, with what the other decided where that is why. */
export function notifyRefusal(refusal) {
  const entry = refusal.entry;
  const other = entry ? ` ${entry.by}: ${entry.what}.` : "";
  notify(`${refusal.message}${other}`, "error");
  if (refusal.status === 401) setTimeout(() => location.assign("/aanmelden"), 2500);
}

/* Drafts: what is typed in a field with data-draft stays in this tab until it is accepted. */
const DRAFT = "lakmoes-draft/";

export function keepDrafts(within = document) {
  for (const field of within.querySelectorAll("[data-draft]")) {
    const key = DRAFT + location.pathname + "/" + field.dataset.draft;
    const kept = sessionStorage.getItem(key);
    if (kept !== null) {
      field.value = kept;
      field.dispatchEvent(new Event("draft", { bubbles: true }));
    }
    field.addEventListener("input", () => sessionStorage.setItem(key, field.value));
  }
}

export function dropDrafts(within) {
  for (const field of within.querySelectorAll("[data-draft]")) {
    sessionStorage.removeItem(DRAFT + location.pathname + "/" + field.dataset.draft);
  }
}

keepDrafts();
