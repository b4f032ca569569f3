/* Light or dark, before anything is drawn: what the person chose, else what the system says. */
(() => {
  const chosen = localStorage.getItem("lakmoes-theme");
  const dark = chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = dark ? "dark" : "light";
})();
