/** A list of any length in which only the rows in sight are elements. Rows have one height, in rem. */

const SPARE_ROWS = 6;

export class Windowed {
  #items = [];
  #rows = new Map();

  /**
   * @param {HTMLElement} scroller what scrolls
   * @param {number} height of a row in rem
   * @param {(item, index, total) => HTMLElement} render
   */
  constructor(scroller, height, render) {
    this.scroller = scroller;
    this.height = height * parseFloat(getComputedStyle(document.documentElement).fontSize);
    this.render = render;
    this.track = document.createElement("div");
    this.track.className = "track";
    this.track.setAttribute("role", "presentation");
    scroller.append(this.track);
    scroller.addEventListener("scroll", () => this.#draw(), { passive: true });
    new ResizeObserver(() => this.#draw()).observe(scroller);
  }

  /** Shows other items; rows whose item stayed the same are kept. */
  show(items) {
    this.#items = items;
    this.track.style.height = `${items.length * this.height}px`;
    this.#draw();
  }

  /** Draws rows anew: all, or those of the items for which the test holds. */
  refresh(test = () => true) {
    for (const [index, row] of this.#rows) {
      if (test(row.item)) this.#drop(index);
    }
    this.#draw();
  }

  /** Scrolls as little as needed to have the row in sight. */
  reveal(index) {
    const top = index * this.height;
    const { scrollTop, clientHeight } = this.scroller;
    if (top < scrollTop) this.scroller.scrollTop = top;
    else if (top + this.height > scrollTop + clientHeight) this.scroller.scrollTop = top + this.height - clientHeight;
    this.#draw();
  }

  #draw() {
    const first = Math.max(0, Math.floor(this.scroller.scrollTop / this.height) - SPARE_ROWS);
    const last = Math.min(
      this.#items.length,
      Math.ceil((this.scroller.scrollTop + this.scroller.clientHeight) / this.height) + SPARE_ROWS,
    );
    for (const [index, row] of this.#rows) {
      if (index < first || index >= last || row.item !== this.#items[index]) this.#drop(index);
    }
    for (let index = first; index < last; index += 1) {
      if (!this.#rows.has(index)) this.#add(index);
    }
  }

  #add(index) {
    const item = this.#items[index];
    const element = this.render(item, index, this.#items.length);
    element.style.transform = `translateY(${index * this.height}px)`;
    element.style.height = `${this.height}px`;
    this.track.append(element);
    this.#rows.set(index, { item, element });
  }

  #drop(index) {
    this.#rows.get(index).element.remove();
    this.#rows.delete(index);
  }
}
