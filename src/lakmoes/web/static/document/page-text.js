/** The words of one page as places: which word is where, and what a run of words covers. In points. */

export class PageText {
  constructor(words) {
    this.words = words;
  }

  /** Index of the word at a point, -1 where there is none within the tolerance. */
  at(x, y, tolerance = 1) {
    return this.words.findIndex(
      ({ rect: [x0, y0, x1, y1] }) => x >= x0 - tolerance && x <= x1 + tolerance && y >= y0 - tolerance && y <= y1 + tolerance,
    );
  }

  /** Index of the word that is nearest, lines before columns; -1 on a page without words. */
  nearest(x, y) {
    let [best, least] = [-1, Infinity];
    this.words.forEach(({ rect: [x0, y0, x1, y1] }, index) => {
      const aside = Math.max(x0 - x, 0, x - x1);
      const above = Math.max(y0 - y, 0, y - y1);
      const distance = aside + 4 * above;
      if (distance < least) [best, least] = [index, distance];
    });
    return best;
  }

  /** The word above or below: of the nearest other line in that direction the word that stands nearest. */
  beside(index, direction) {
    const { rect: from, line } = this.words[index];
    const center = (from[0] + from[2]) / 2;
    const height = (rect) => (rect[1] + rect[3]) / 2;
    const others = this.words
      .map((word, position) => ({ word, position, away: (height(word.rect) - height(from)) * direction }))
      .filter(({ word, away }) => word.line !== line && away > 1);
    if (!others.length) return index;
    const nearestLine = Math.min(...others.map(({ away }) => away));
    const onLine = others.filter(({ away }) => away < nearestLine + 3);
    const aside = ({ word }) => Math.abs((word.rect[0] + word.rect[2]) / 2 - center);
    return onLine.reduce((best, other) => (aside(other) < aside(best) ? other : best)).position;
  }

  /** First or last word of the line. */
  lineEnd(index, isLast) {
    const same = this.words.map((word, position) => (word.line === this.words[index].line ? position : -1)).filter((p) => p >= 0);
    return isLast ? same.at(-1) : same[0];
  }

  /** Characters from one word to another, whichever comes first. */
  span(one, other) {
    const [first, last] = [Math.min(one, other), Math.max(one, other)];
    return [this.words[first].start, this.words[last].end];
  }

  text([start, end]) {
    return this.#within([start, end]).map((word) => word.text).join(" ");
  }

  /** The rects of a span, one a line. */
  rects(span) {
    const lines = new Map();
    for (const word of this.#within(span)) {
      const union = lines.get(word.line);
      lines.set(word.line, union ? united(union, word.rect) : [...word.rect]);
    }
    return [...lines.values()];
  }

  /** Index of the first word of a span. */
  indexAt(start) {
    return this.words.findIndex((word) => word.end > start);
  }

  /** The span a word longer or shorter (`steps` 1 or -1) at its end or its start; `null` where that cannot be. */
  grown([start, end], steps, atStart) {
    const inside = this.words.map((word, index) => ({ word, index })).filter(({ word }) => word.start < end && word.end > start);
    if (!inside.length) return null;
    const [first, last] = [inside[0].index, inside.at(-1).index];
    const wanted = atStart ? [first - steps, last] : [first, last + steps];
    if (wanted[0] > wanted[1] || wanted[0] < 0 || wanted[1] >= this.words.length) return null;
    return this.span(...wanted);
  }

  #within([start, end]) {
    return this.words.filter((word) => word.start < end && word.end > start);
  }
}

function united(one, other) {
  return [Math.min(one[0], other[0]), Math.min(one[1], other[1]), Math.max(one[2], other[2]), Math.max(one[3], other[3])];
}
