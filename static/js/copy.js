/* Copies a text that stands in the page or at an address, and says so.
   Without this module, or where the browser keeps its clipboard shut, the buttons stay hidden. */
const SHOWN_MS = 4000;

function textOf(part) {
  const address = part.dataset.copyFrom;
  if (!address) return Promise.resolve(part.dataset.copy);
  return fetch(address).then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(answer.statusText))));
}

/* Safari lets only what began in the click write: it takes a promise. */
function write(text) {
  const type = "text/plain";
  const blob = text.then((found) => new Blob([found], { type }));
  return navigator.clipboard.write([new ClipboardItem({ [type]: blob })]);
}

async function copy(part) {
  const said = part.querySelector("[role=status]");
  try {
    await write(textOf(part));
    said.textContent = said.dataset.done;
  } catch {
    said.textContent = said.dataset.failed;
    return;
  }
  setTimeout(() => (said.textContent = ""), SHOWN_MS);
}

if (navigator.clipboard && "ClipboardItem" in window) {
  for (const part of document.querySelectorAll("[data-copy]")) {
    part.hidden = false;
    part.querySelector("button").addEventListener("click", () => copy(part));
  }
}
