/** In what state a place or a page is. */

/** `stale`, `questioned`, `open`, `redacted` or `kept`. */
export function stateOf(place) {
  if (place.stale) return "stale";
  if (place.assessment === "questioned") return "questioned";
  if (place.verdict) return place.verdict === "redact" ? "redacted" : "kept";
  return place.treatment === "keep" ? "kept" : "open";
}

/** Whether it is or would be redacted. */
export function isRedacted(place) {
  return place.verdict ? place.verdict === "redact" : place.treatment !== "keep";
}
