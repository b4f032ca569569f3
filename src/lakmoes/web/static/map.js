/* The map: shows only the pages that one asks for; arrow keys go from tile to tile. */

const map = document.getElementById("map");
const none = document.getElementById("map-none");
const tiles = () => [...map.querySelectorAll("a.tile")].filter((tile) => !tile.hidden && !tile.closest("[hidden]"));

function show(wanted) {
  const classes = wanted ? wanted.split(",") : [];
  for (const row of map.children) {
    let any = false;
    for (const tile of row.querySelectorAll("a.tile")) {
      tile.hidden = classes.length > 0 && !classes.some((name) => tile.classList.contains(name));
      any ||= !tile.hidden;
    }
    row.hidden = !any;
  }
  none.hidden = tiles().length > 0;
}

const buttons = [...document.querySelectorAll("[data-show]")];
for (const button of buttons) {
  button.addEventListener("click", () => {
    for (const other of buttons) other.setAttribute("aria-pressed", String(other === button));
    show(button.dataset.show);
  });
}

const STEPS = { ArrowRight: 1, ArrowLeft: -1 };
map.addEventListener("keydown", (event) => {
  const step = STEPS[event.key];
  if (!step || !event.target.matches("a.tile")) return;
  const all = tiles();
  all[all.indexOf(event.target) + step]?.focus();
  event.preventDefault();
});
