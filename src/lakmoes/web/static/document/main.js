/** The page of one document, put together: what it knows, what it shows, what can be done. */

import { get, post } from "/static/api.js";
import { WORDS } from "/static/words.js";
import { Actions } from "./actions.js";
import { Adjusting } from "./adjusting.js";
import { Announcer } from "./announcer.js";
import { Changes } from "./changes.js";
import { Details } from "./details.js";
import { h } from "./dom.js";
import { familyFinder, withKeys } from "./grounds.js";
import { Head } from "./head.js";
import { Keys } from "./keys.js";
import { ListView } from "./list-view.js";
import { Overlay } from "./overlay.js";
import { PageView } from "./page-view.js";
import { Pointer } from "./pointer.js";
import { Queue } from "./queue.js";
import { Review } from "./review.js";
import { Seen } from "./seen.js";
import { Sources } from "./sources.js";
import { Thumbnails } from "./thumbnails.js";
import { Unread } from "./unread.js";

const part = (id) => document.getElementById(id);

async function start() {
  const [, number] = /^\/documenten\/(\d+)/.exec(location.pathname);
  const [dossier, found] = await Promise.all([get("/api/dossier"), get(`/api/documents/${number}`)]);
  const review = new Review(dossier, found);
  const announcer = new Announcer(part("said"), part("banner"));
  const actions = furnish(review, announcer);
  follow(review, actions, announcer);
  goToAddress(review, actions);
  window.addEventListener("hashchange", () => goToAddress(review, actions));
  const waiting = actions.queue.resume();
  if (waiting && (await actions.queue.drained())) announcer.say(WORDS.resumed(waiting));
  part("document").dataset.ready = "true";
}

/** Makes the parts and ties them to the elements of the page. */
function furnish(review, announcer) {
  const grounds = withKeys(review.dossier.grounds);
  const familyOf = familyFinder(grounds);
  const overlay = new Overlay(review, part("boxes"), familyOf);
  const elements = { viewport: part("viewport"), sheet: part("sheet"), picture: part("picture"), text: part("text") };
  const view = new PageView(review, new Sources(review.document.number), overlay, elements);
  const queue = new Queue(review);
  const adjusting = new Adjusting(review, view, queue, announcer);
  const actions = new Actions({ review, view, overlay, queue, adjusting, announcer, grounds });
  actions.pointer = new Pointer(review, view, overlay, (draft) => actions.adding.add(draft));
  actions.keys = new Keys(actions, grounds);
  const thumbnails = new Thumbnails(review, part("thumbnails"), familyOf);
  new ListView(review, { list: part("places"), filters: part("filters"), count: part("count"), empty: part("empty") }, familyOf);
  new Details(review, part("details"), grounds, actions);
  new Head(review, actions, part("document"));
  new Unread(review, actions, part("unread"));
  actions.seen = new Seen(review, view, (page) => thumbnails.refresh(page));
  review.addEventListener("page", () => overlay.showDraft([]));
  actions.useTool("text");
  return actions;
}

/** Follows what happens elsewhere: with what was sent, and what others decide. */
function follow(review, actions, announcer) {
  const { queue } = actions;
  let [isOffline, isSignedOut] = [false, false];
  const show = () => {
    if (isSignedOut) announcer.state(WORDS.signedOut, h("a", { href: "/aanmelden" }, WORDS.signIn));
    else if (isOffline) announcer.state(queue.length ? WORDS.waiting(queue.length) : WORDS.offline);
    else announcer.state("");
  };
  const reached = (isReached, refusal = null) => {
    if (isReached && isOffline) announcer.say(WORDS.restored);
    isOffline = !isReached && (!refusal?.status || refusal.status >= 500);
    isSignedOut = refusal?.status === 401;
    show();
  };
  const changed = async (entries) => {
    if (!queue.length && !actions.adjusting.waiting) await actions.reload();
    const names = [...new Set(entries.map((entry) => entry.by))];
    if (names.length) announcer.say(WORDS.others(names.join(" en "), new Set(entries.map((entry) => entry.subject)).size));
  };
  const changes = new Changes(review, { changed, reached });
  queue.addEventListener("sent", (event) => {
    changes.told(event.detail.answer.entries);
    if (isOffline) reached(true);
  });
  queue.addEventListener("waiting", () => reached(false));
  queue.addEventListener("signedout", () => reached(false, { status: 401 }));
  queue.addEventListener("refused", async ({ detail: { error } }) => {
    announcer.refuse(`${error.message} ${error.entry ? WORDS.refused(error.entry) : ""}`.trim());
    await actions.reload();
  });
  window.addEventListener("beforeunload", (event) => {
    actions.adjusting.flush();
    if (queue.length) event.preventDefault();
  });
}

/** `#bladzijde-3`, `#bladzijde-3-120-131` (characters) or `#plek-…` (a suggestion); else the first open place. */
function goToAddress(review, actions) {
  const [, page, start, end] = /^#bladzijde-(\d+)(?:-(\d+)-(\d+))?$/.exec(location.hash) || [];
  const [, id] = /^#plek-(\w+)$/.exec(location.hash) || [];
  if (id && review.place(`suggestion/${id}`)) review.goTo(`suggestion/${id}`);
  else if (start) actions.pointOut(Number(page), [Number(start), Number(end)]);
  else if (page) review.goToPage(Number(page));
  else if (review.nextOpen()) review.goTo(review.nextOpen().subject);
  if (!actions.view.reading) actions.view.show();
}

start().catch((refusal) => {
  const words = refusal.message || "De pagina kan niet worden geladen. Probeer het opnieuw.";
  part("banner").hidden = false;
  part("banner").textContent = words;
  if (refusal.status === 401) location.assign("/aanmelden");
});
