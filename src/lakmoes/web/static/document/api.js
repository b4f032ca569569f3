/** The server's answers. What it refuses is a Refusal; when it cannot be reached at all, Unreachable. */

/** The server refused: `code` and Dutch `message`, and for a stale write the `entry` that came before it. */
export class Refusal extends Error {
  constructor(status, answer) {
    super(answer.message || "");
    this.status = status;
    this.code = answer.code || "";
    this.entry = answer.entry || null;
  }
}

/** No answer came; whether the request was carried out is unknown. */
export class Unreachable extends Error {}

/** What stands at an address of the API. */
export function get(path) {
  return answered(path, { headers: { Accept: "application/json" } });
}

/** The answer to what is sent; the header tells the server that a page of its own sent it. */
export function post(path, body) {
  const headers = { "Content-Type": "application/json", "X-Lakmoes": "1" };
  return answered(path, { method: "POST", headers, body: JSON.stringify(body) });
}

async function answered(path, options) {
  let response;
  try {
    response = await fetch(`/api${path}`, { credentials: "same-origin", ...options });
  } catch (error) {
    throw new Unreachable(String(error));
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refusal(response.status, answer);
  return answer;
}
