// Shows what the check before publishing finds in the saved draft: in the side panel, and as a note at its place in the
// form. Asked again after each save that Wagtail makes by itself.

const panel = () => document.querySelector("[data-findings]");
const placeOf = (path) => document.querySelector(`form [data-contentpath="${CSS.escape(path)}"]`);
let asked = 0;

async function show(address) {
  const turn = (asked += 1);
  const answer = await fetch(address, { headers: { "X-Requested-With": "XMLHttpRequest" } });
  if (!answer.ok || turn !== asked || !panel()) return;
  panel().innerHTML = await answer.text();
  document.querySelectorAll(".finding-note").forEach((note) => note.remove());
  panel().querySelectorAll("[data-finding-path]").forEach(addNote);
}

function addNote(finding) {
  const place = placeOf(finding.dataset.findingPath);
  if (!place) return;
  const severity = finding.classList.contains("finding--error") ? "error" : "warning";
  const text = [".finding__severity", ".finding__message"].map((part) => finding.querySelector(part).textContent);
  const note = Object.assign(document.createElement("p"), { className: `finding-note finding-note--${severity}` });
  note.textContent = text.join(": ");
  place.append(note);
}

function goTo(path) {
  const place = placeOf(path);
  if (!place) return;
  const tab = place.closest("[role=tabpanel][hidden]");
  if (tab) document.querySelector(`[role=tab][href="#${CSS.escape(tab.id)}"]`)?.click();
  place.scrollIntoView({ block: "center" });
  place.querySelector("input:not([type=hidden]), textarea, select, [contenteditable]")?.focus({ preventScroll: true });
}

document.addEventListener("click", (event) => {
  const shown = event.target.closest("[data-finding-show]")?.closest("[data-finding-path]");
  if (shown) goTo(shown.dataset.findingPath);
});

document.addEventListener("w-autosave:success", (event) => {
  if (!panel()) return;
  const { pk } = event.detail.response;
  if (pk) panel().dataset.findings = panel().dataset.findings.replace(/\/0\/$/, `/${pk}/`);
  show(panel().dataset.findings);
});

if (panel() && !panel().dataset.findings.endsWith("/0/")) show(panel().dataset.findings);
