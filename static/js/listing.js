/* A list's filters act at once: the answer of the same address replaces the list, and the history is kept.
   Without this module the form is sent as any other. */
const list = document.querySelector("[data-live-list]");
const parts = () => document.querySelectorAll("[data-live]");
const WAIT_MS = 250;
let pending;
let timer;

async function show(url, { remember }) {
  pending?.abort();
  pending = new AbortController();
  list.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(url, { signal: pending.signal, headers: { Accept: "text/html" } });
    if (!answer.ok) throw new Error(answer.statusText);
    replaceParts(new DOMParser().parseFromString(await answer.text(), "text/html"));
    if (remember) history.pushState({ live: true }, "", url);
    list.removeAttribute("aria-busy");
  } catch (error) {
    if (error.name !== "AbortError") location.assign(url);
  }
}

function replaceParts(page) {
  document.title = page.title;
  const kept = focusOf(document.activeElement);
  const open = new Set([...list.querySelectorAll("details[data-key][open]")].map((each) => each.dataset.key));
  for (const part of parts()) {
    const fresh = page.querySelector(`[data-live="${part.dataset.live}"]`);
    const status = part.querySelector("[role=status]");
    const freshStatus = fresh.querySelector("[role=status]");
    part.replaceChildren(...fresh.childNodes);
    if (status && freshStatus) announce(status, freshStatus);
  }
  for (const each of list.querySelectorAll("details[data-key]")) each.open ||= open.has(each.dataset.key);
  (kept && list.querySelector(kept))?.focus({ preventScroll: true });
}

function stop() {
  clearTimeout(timer);
  pending?.abort();
  list.removeAttribute("aria-busy");
}

/* A live region speaks only if it stays in the page while its text changes. */
function announce(status, fresh) {
  const text = fresh.innerHTML;
  fresh.replaceWith(status);
  status.innerHTML = text;
}

function focusOf(element) {
  if (!element || !list.contains(element)) return "";
  if (element.id) return `#${CSS.escape(element.id)}`;
  const value = element.type === "checkbox" ? `[value="${CSS.escape(element.value)}"]` : "";
  return element.name ? `[name="${CSS.escape(element.name)}"]${value}` : "[role=status]";
}

function addressOf(form) {
  const asked = [...new FormData(form)].filter(([, value]) => value !== "");
  const query = new URLSearchParams(asked).toString();
  return query ? `?${query}` : location.pathname;
}

function start() {
  list.addEventListener("change", (event) => {
    if (!event.target.form?.matches("[data-live-form]") || event.target.type === "search") return;
    clearTimeout(timer);
    timer = setTimeout(() => show(addressOf(event.target.form), { remember: true }), WAIT_MS);
  });
  list.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-live-form]")) return;
    event.preventDefault();
    clearTimeout(timer);
    show(addressOf(event.target), { remember: true });
  });
  list.addEventListener("click", (event) => {
    if (event.target.closest("a")) stop(); // Who goes on is not held back by an answer that is still under way.
    const link = event.target.closest(".chips a, .pagination a, .letters a");
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    show(link.getAttribute("href"), { remember: true }).then(() => {
      if (link.closest(".pagination")) list.scrollIntoView();
    });
  });
  addEventListener("popstate", () => show(location.href, { remember: false }));
}

if (list) start();
