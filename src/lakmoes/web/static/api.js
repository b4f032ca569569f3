/* The one way in which scripts of the app speak to the server. */

/** An answer that is no success; `code`, `message` (Dutch) and `entry` as the server gave them. */
export class Refusal extends Error {
  constructor(status, answer) {
    super(answer.message);
    this.status = status;
    this.code = answer.code;
    this.entry = answer.entry ?? null;
  }
}

const UNREACHABLE = {
  code: "unreachable",
  message: "Lakmoes antwoordt niet. Controleer of het programma nog loopt. Wat u typte, blijft hier staan.",
};
const UNREADABLE = { code: "unreadable", message: "Lakmoes gaf geen bruikbaar antwoord. Probeer het opnieuw." };

async function asked(address, options) {
  let response;
  try {
    response = await fetch(address, { credentials: "same-origin", cache: "no-store", ...options });
  } catch {
    throw new Refusal(0, UNREACHABLE);
  }
  const answer = await response.json().catch(() => UNREADABLE);
  if (!response.ok) throw new Refusal(response.status, answer);
  return answer;
}

/** What stands at an address of the API. */
export function get(address) {
  return asked(address, {});
}

/** Says something to the API; throws a `Refusal` when it is not accepted. */
export function post(address, body = {}) {
  return asked(address, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Lakmoes": "1" },
    body: JSON.stringify(body),
  });
}
