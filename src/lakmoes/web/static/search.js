/* Searching the dossier. What is sought goes in no address: the first page hands it on within this tab. */
import { post } from "/static/api.js";
import { notifyRefusal } from "/static/shell.js";

const KEY = "lakmoes-search";
const form = document.getElementById("zoek");
const field = document.getElementById("q");
const place = document.getElementById("hits");
const status = document.getElementById("found");

function element(name, text, className = "") {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = className;
  return made;
}

function hitLine(hit) {
  const line = document.createElement("li");
  const link = element("a", `blz. ${hit.page}`, "place");
  link.href = `/documenten/${hit.number}#bladzijde-${hit.page}-${hit.start}-${hit.end}`;
  link.setAttribute("aria-label", `Document ${hit.label}, bladzijde ${hit.page}`);
  const text = document.createElement("span");
  text.append(element("span", `…${hit.before} `, "soft"), element("mark", hit.hit), element("span", ` ${hit.after}…`, "soft"));
  line.append(link, text);
  return line;
}

function documentOf(hits) {
  const card = element("section", "", "card section");
  const head = element("h2", "");
  const link = element("a", `${hits[0].label}. ${hits[0].title}`);
  link.href = `/documenten/${hits[0].number}`;
  head.append(link, element("span", ` ${hits.length}`, "soft small"));
  const list = element("ul", "", "plain-list hits");
  list.append(...hits.map(hitLine));
  card.append(head, list);
  return card;
}

async function search() {
  const query = field.value.trim();
  if (!query) return;
  sessionStorage.setItem(KEY, query);
  status.textContent = "Zoeken…";
  try {
    const answer = await post("/api/search", { query });
    const byDocument = Map.groupBy(answer.hits, (hit) => hit.number);
    place.replaceChildren(...[...byDocument.values()].map(documentOf));
    const count = answer.hits.length === 1 ? "1 plaats" : `${answer.hits.length} plaatsen`;
    status.textContent = answer.hits.length
      ? `${answer.more ? "De eerste " : ""}${count} in ${byDocument.size === 1 ? "1 document" : `${byDocument.size} documenten`}`
      : "Niets gevonden.";
  } catch (refusal) {
    status.textContent = "";
    notifyRefusal(refusal);
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (place) {
    search();
    return;
  }
  sessionStorage.setItem(KEY, field.value.trim());
  location.assign("/zoeken");
});

if (place) {
  field.value = sessionStorage.getItem(KEY) ?? "";
  search();
}
