/** The grounds of the law as they are chosen and shown: nine under a key, each in the colour of its family. */

/** Most used first, the same in every dossier, so that hands can learn them. Wob and Woo by turns. */
const UNDER_A_KEY = [
  ["10.2.e", "5.1.2.e"],
  ["11.1", "5.2.1"],
  ["10.2.g", "5.1.5"],
  ["10.1.c", "5.1.1.c"],
  ["10.2.b", "5.1.2.b"],
  ["10.2.c", "5.1.2.c"],
  ["10.2.d", "5.1.2.d"],
  ["10.2.a", "5.1.2.a"],
  ["10.1.d", "5.1.1.d"],
];

export const OUT_OF_SCOPE = "buiten-reikwijdte";

/** The grounds of this dossier with their key, "1" to "9" and then none. */
export function withKeys(grounds) {
  const codes = UNDER_A_KEY.map((pair) => pair.find((code) => grounds.some((ground) => ground.code === code)));
  const place = (ground) => (codes.includes(ground.code) ? codes.indexOf(ground.code) : codes.length);
  return [...grounds]
    .sort((one, other) => place(one) - place(other))
    .map((ground) => ({ ...ground, key: place(ground) < 9 ? String(place(ground) + 1) : "" }));
}

/** What tells the colour family of the first ground of a place. */
export function familyFinder(grounds) {
  const families = new Map(grounds.map((ground) => [ground.code, ground.family]));
  return (codes) => families.get(codes[0]) || "none";
}

/** What is printed on a box: the first code, and how many more there are. */
export function labelOf(codes) {
  if (!codes.length) return "";
  const first = codes[0] === OUT_OF_SCOPE ? "b.r." : codes[0];
  return codes.length > 1 ? `${first} +${codes.length - 1}` : first;
}
