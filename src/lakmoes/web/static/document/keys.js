/** Which key does what; the help window is made of the same table. */

import { takesText } from "./dom.js";

const SWITCH = "lakmoes-keys";

/** Groups of [keys as events name them, as people read them, what they do, name of the action, arguments]. */
export const KEYS = [
  ["Lopen", [
    [["j", "ArrowDown"], "j", "volgende plek", "next"],
    [["k", "ArrowUp"], "k", "vorige plek", "previous"],
    [["n"], "n", "volgende bladzijde", "turn", 1],
    [["p"], "p", "vorige bladzijde", "turn", -1],
    [["g"], "g", "naar bladzijde …", "goToPage"],
    [["/"], "/", "zoeken in het dossier", "search"],
    [["+", "="], "+", "groter", "zoom", 1],
    [["-"], "-", "kleiner", "zoom", -1],
    [["0"], "0", "over de breedte", "zoom", 0],
    [["h"], "h", "codes op de vakken verbergen of tonen", "toggleCodes"],
  ]],
  ["Beslissen", [
    [["a"], "a", "lakken, naar de volgende open plek", "accept"],
    [["r"], "r", "niet lakken (eigen lakking: verwijderen)", "reject"],
    [[], "1 – 9", "lakken op deze grond; met Shift: grond erbij of eraf", ""],
    [["c"], "c", "gronden kiezen", "chooseGrounds"],
    [["]"], "]", "aan het eind een woord erbij", "extend", 1, false],
    [["["], "[", "aan het eind een woord eraf", "extend", -1, false],
    [["{"], "Shift [", "aan het begin een woord erbij", "extend", 1, true],
    [["}"], "Shift ]", "aan het begin een woord eraf", "extend", -1, true],
    [["i"], "i", "ook alle gelijke plekken", "alike", "identical"],
    [["x"], "x", "besluit intrekken", "withdraw"],
    [["u"], "u", "ongedaan maken", "undo"],
    [["U"], "Shift u", "opnieuw doen", "redo"],
  ]],
  ["Toevoegen", [
    [["s"], "s", "tekst kiezen met de pijltjes", "select"],
    [["d"], "d", "vak tekenen met de pijltjes of de muis", "draw"],
    [["w"], "w", "hele bladzijde of heel document", "whole"],
    [["o"], "o", "buiten reikwijdte", "outOfScope"],
    [["m"], "m", "opmerking", "remark"],
  ]],
  ["Document", [
    [["v"], "v", "voorvertoning naast het origineel", "preview"],
    [["b"], "b", "besluit over het hele document", "judge"],
    [["f"], "f", "afronden", "finish"],
    [["?"], "?", "deze hulp", "help"],
  ]],
  ["Tweede beoordelaar", [
    [["y"], "y", "akkoord", "agree"],
    [["q"], "q", "vraag stellen", "question"],
  ]],
];

const ACTIONS = new Map(KEYS.flatMap(([, rows]) => rows.flatMap(([keys, , , name, ...rest]) => keys.map((key) => [key, [name, rest]]))));

export class Keys {
  /** Keys go first to the mode that is on (selecting, drawing), then to the actions. */
  constructor(actions, grounds) {
    Object.assign(this, { actions, grounds, mode: null });
    document.addEventListener("keydown", (event) => this.#pressed(event));
  }

  get areOn() {
    return localStorage.getItem(SWITCH) !== "off";
  }

  set areOn(on) {
    localStorage.setItem(SWITCH, on ? "on" : "off");
  }

  #pressed(event) {
    if (event.defaultPrevented || event.isComposing || document.querySelector("dialog[open]")) return;
    if (takesText(event.target)) return;
    if (this.mode && (this.mode.onKey(event) || event.key === "Escape")) return event.preventDefault();
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "?" || this.areOn) this.#act(event);
  }

  #act(event) {
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
    const ground = digit && this.grounds.find(({ key }) => key === digit);
    const [name, rest] = ACTIONS.get(event.key) || [];
    if (!ground && !name) return;
    if (event.key.startsWith("Arrow") && !event.target.closest("#places")) return;
    event.preventDefault();
    if (ground) this.actions.ground(ground.code, event.shiftKey);
    else this.actions[name](...rest);
  }
}
