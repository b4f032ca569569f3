/* Tables that can be sorted and lists that can be filtered; without this script they are whole and in order. */

function sortable(table) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const how = head.dataset.sort;
    if (!how) return;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const falling = head.getAttribute("aria-sort") === "ascending";
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", falling ? "descending" : "ascending");
      sort(table, column, how, falling ? -1 : 1);
    });
  });
}

const words = new Intl.Collator("nl", { numeric: true });

function sort(table, column, how, direction) {
  const body = table.tBodies[0];
  const value = (row) => row.cells[column].dataset.value ?? row.cells[column].textContent.trim();
  const compare = (one, other) =>
    how === "number" ? Number(value(one)) - Number(value(other)) : words.compare(value(one), value(other));
  body.append(...[...body.rows].sort((one, other) => direction * compare(one, other)));
}

/** Filters the items of a list by the fields of its filters; remembers them in this tab. */
export function filterable(filters) {
  const list = document.getElementById(filters.dataset.filters);
  if (!list) return;
  const items = () => (list.tBodies ? [...list.tBodies[0].rows] : [...list.children]);
  const fields = [...filters.querySelectorAll("[data-filter]")];
  const count = document.querySelector(`[data-count="${filters.dataset.filters}"]`);
  const key = `lakmoes-filter${location.pathname}/${filters.dataset.filters}`;
  const apply = () => {
    const all = items();
    for (const item of all) item.hidden = !fields.every((field) => fits(item, field));
    const shown = all.filter((item) => !item.hidden).length;
    if (count) count.textContent = shown === all.length ? `${all.length} in totaal` : `${shown} van ${all.length}`;
    sessionStorage.setItem(key, JSON.stringify(fields.map((field) => field.value)));
  };
  const kept = JSON.parse(sessionStorage.getItem(key) ?? "[]");
  fields.forEach((field, n) => {
    if (kept[n]) field.value = kept[n];
    field.addEventListener("input", apply);
  });
  if (kept.some(Boolean)) apply();
}

function fits(item, field) {
  const wanted = field.value.trim().toLowerCase();
  if (!wanted) return true;
  const has = (item.dataset[field.dataset.filter] ?? "").toLowerCase();
  if (field.dataset.filter === "text") return wanted.split(/\s+/).every((word) => has.includes(word));
  return field.dataset.filter === "kind" ? has === wanted : has.split(" ").includes(wanted);
}

document.querySelectorAll("table[data-sortable]").forEach(sortable);
document.querySelectorAll("[data-filters]").forEach(filterable);
