/** The Dutch words of the page of a document. */

export const STATES = {
  open: "Open",
  redacted: "Gelakt",
  kept: "Blijft leesbaar",
  stale: "Tekst veranderd",
  questioned: "Vraag",
};

export const FILTERS = {
  all: "Alle",
  open: "Open",
  redacted: "Gelakt",
  kept: "Leesbaar",
  questioned: "Vragen",
  stale: "Veranderd",
};

export const ROLES = { handler: "behandelaar", reviewer: "tweede beoordelaar" };

export const PROGRESS = { open: "nog bezig", finished: "afgerond", final: "definitief" };

export const HOW = { identical: "Gelijk", near: "Bijna gelijk", copies: "Zelfde passage" };

const times = new Intl.DateTimeFormat("nl-NL", { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });

/** A moment as people read it, in their own time zone. */
export function moment(time) {
  const day = new Date(time);
  return Number.isNaN(day.valueOf()) ? "" : times.format(day);
}

/** "1 plek", "3 plekken". */
export function counted(number, one, more) {
  return `${number} ${number === 1 ? one : more}`;
}

export const places = (number) => counted(number, "plek", "plekken");

/** What holds for a place, in one sentence. */
export function ruling(place) {
  if (place.stale) return "De tekst is veranderd nadat hierover was beslist.";
  const who = place.by ? ` door ${place.by}${place.time ? `, ${moment(place.time)}` : ""}` : "";
  if (place.verdict === "redact") return `Gelakt${who}`;
  if (place.verdict === "keep") return `Blijft leesbaar${who}`;
  return { redact: "Voorstel: lakken", ask: "Twijfel: beoordeel zelf", keep: "Voorstel: blijft leesbaar" }[place.treatment] || "";
}

export const WORDS = {
  ready: "Document geladen.",
  allDecided: "Over alles in dit document is beslist. Met f rondt u het af.",
  noFurther: "Er is geen volgende plek.",
  noEarlier: "Er is geen eerdere plek.",
  choosePlace: "Kies eerst een plek, met j of k of in de lijst.",
  noWords: "Op deze bladzijde is geen tekst gelezen. Teken een vak met d.",
  redacted: (codes) => `Gelakt op grond van ${codes.join(" en ")}.`,
  kept: "Blijft leesbaar.",
  own: "Eigen lakking toegevoegd.",
  removed: "Eigen lakking verwijderd.",
  undone: "Ongedaan gemaakt.",
  redone: "Opnieuw gedaan.",
  nothingToUndo: "Er is niets om ongedaan te maken.",
  nothingToRedo: "Er is niets om opnieuw te doen.",
  withdrawn: "Besluit ingetrokken: de plek is weer open.",
  nothingToWithdraw: "Op deze plek is nog niets besloten.",
  onlyText: "Alleen tekst kan per woord langer of korter. Een getekend vak past u aan met d.",
  oneWord: "Korter kan niet.",
  others: (names, count) => `${names} besloot intussen over ${places(count)}. U ziet het bijgewerkt.`,
  waiting: (count) => `Geen verbinding met Lakmoes. ${counted(count, "keuze wacht", "keuzes wachten")} en worden vanzelf opgeslagen.`,
  offline: "Geen verbinding met Lakmoes. Wat u beslist, wordt bewaard tot de verbinding er weer is.",
  restored: "De verbinding is terug.",
  signedOut: "Uw sessie is verlopen. Meld u opnieuw aan; uw keuzes blijven in dit tabblad bewaard.",
  signIn: "Aanmelden",
  resumed: (count) => `${counted(count, "keuze", "keuzes")} van daarnet alsnog opgeslagen.`,
  refused: (entry) => `${entry.by}${entry.time ? ` (${moment(entry.time)})` : ""}: ${entry.what}. U ziet nu wat er geldt. Beslis opnieuw als u het anders wilt.`,
  keysOn: "Sneltoetsen staan aan.",
  keysOff: "Sneltoetsen staan uit. U zet ze aan in het venster Hulp.",
  caret: "Tekst kiezen. Pijltjes lopen over de woorden, met Shift kiest u meer. Enter lakt, Escape stopt.",
  drawing: "Vak tekenen. Pijltjes verschuiven het vak, met Shift wordt het groter of kleiner. Enter lakt, Escape stopt.",
  page: (number, total, open) => `Bladzijde ${number} van ${total}, ${open ? `${open} open` : "niets open"}.`,
  previewMaking: "De voorvertoning wordt gemaakt: het document wordt echt gelakt en gecontroleerd.",
  finished: "Document afgerond.",
  final: "Document definitief.",
  reopened: "Document weer open.",
  agreed: "Akkoord gegeven.",
  questioned: "Vraag gesteld. De behandelaar ziet die in de lijst.",
  stale: "De tekst is veranderd. Trek dit besluit in met x en beslis opnieuw op de plek zoals die nu is.",
  unread: "Deze bladzijde kon niet door een machine worden gelezen: hier is niets gezocht. Lees de bladzijde zelf.",
  read: "Vastgelegd dat u deze bladzijde hebt gelezen.",
  noPlaces: "In dit document is niets gevonden. Lees het na: wat toch weg moet, lakt u zelf met s of d, of door te slepen.",
  nothingInFilter: "Hier is niets bij deze keuze.",
  undecidedYet: "Over deze plek is nog niets besloten. Beslis zelf met a of r.",
  remarked: "Opmerking geplaatst.",
  saved: "Opgeslagen.",
  nothingFound: "Niets gevonden.",
};
