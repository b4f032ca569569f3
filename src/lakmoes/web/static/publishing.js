/* Publishing: starts it, follows it, shows what it came to. */
import { get, post } from "/static/api.js";
import { notifyRefusal } from "/static/shell.js";

const EVERY = 700;
const start = document.getElementById("publish");
const progress = document.getElementById("progress");
const failed = document.getElementById("failed");
const outcome = document.getElementById("outcome");

function cells(row) {
  const remarks = [row.error, ...row.remarks].filter(Boolean).join("; ");
  return [row.label, row.title, row.judgement, row.redactions, row.file || "–", remarks];
}

function showOutcome(found) {
  const rows = found.rows.map((row) => {
    const line = document.createElement("tr");
    cells(row).forEach((text, n) => {
      const cell = document.createElement("td");
      cell.textContent = text;
      if (n === 0 || n === 3) cell.className = "number";
      if (n === 5 && row.error) cell.className = "bad-text";
      line.append(cell);
    });
    return line;
  });
  outcome.querySelector("tbody").replaceChildren(...rows);
  outcome.hidden = false;
}

function show(now) {
  const running = now.state === "running";
  start.disabled = running;
  progress.hidden = !running && now.state !== "done";
  failed.hidden = now.state !== "failed";
  failed.textContent = now.message;
  const files = now.outcome?.rows.filter((row) => row.file).length ?? 0;
  progress.querySelector("[data-stage]").textContent =
    now.state === "done" ? `Klaar: ${files} ${files === 1 ? "bestand" : "bestanden"} geschreven.` : `${now.stage || "Beginnen"}…`;
  progress.querySelector("progress").value = now.state === "done" ? 100 : now.of ? (100 * now.done) / now.of : 0;
  if (now.outcome) showOutcome(now.outcome);
  if (running) setTimeout(follow, EVERY);
}

async function follow() {
  try {
    show(await get("/api/publish"));
  } catch (refusal) {
    notifyRefusal(refusal);
  }
}

start.addEventListener("click", async () => {
  try {
    show(await post("/api/publish"));
  } catch (refusal) {
    notifyRefusal(refusal);
  }
});
follow();
