/** Pictures and words of pages, fetched once and ahead: the next page is there before it is asked for. */

import { get } from "/static/api.js";

const PICTURES_KEPT = 14;
const WORDS_KEPT = 40;
const RESOLUTIONS = [96, 144, 192];

export class Sources {
  #pictures = new Map();
  #words = new Map();

  constructor(number) {
    this.number = number;
  }

  /** The page as an image that can be painted at once, sharp enough for so many pixels to the point. */
  picture(page, pixelsToThePoint) {
    const needed = pixelsToThePoint * 72;
    const dpi = RESOLUTIONS.find((resolution) => resolution >= needed * 0.95) || RESOLUTIONS.at(-1);
    const address = `/api/documents/${this.number}/pages/${page}/picture?dpi=${dpi}`;
    return kept(this.#pictures, address, PICTURES_KEPT, () => painted(address));
  }

  /** The words of a page: start, end, text, rect, line. */
  words(page) {
    const address = `/api/documents/${this.number}/pages/${page}/words`;
    return kept(this.#words, address, WORDS_KEPT, async () => (await get(address)).words);
  }
}

/** An image that is decoded; rejects where the server has no picture. */
export async function painted(address) {
  const image = new Image();
  image.alt = "";
  image.draggable = false;
  image.src = address;
  await image.decode();
  return image;
}

function kept(cache, key, limit, make) {
  let value = cache.get(key);
  if (value) cache.delete(key);
  else {
    value = make();
    // A failure is not kept: the next one who asks tries again.
    value.catch(() => cache.delete(key));
  }
  cache.set(key, value);
  if (cache.size > limit) cache.delete(cache.keys().next().value);
  return value;
}
