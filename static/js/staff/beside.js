// The other language beside the field that is being written. A record has both languages in its form, under two tabs;
// the original of a page is asked once.

const script = document.querySelector("script[data-originals]");
const languages = JSON.parse(script?.dataset.languages ?? "{}");
const form = document.querySelector("form[data-edit-form]");
const MOUNTED = 600; // Milliseconds in which the rich text editors have appeared.

const placeOf = (path) => form.querySelector(`[data-contentpath="${CSS.escape(path)}"]`);
const isRow = (place) => Boolean(place.closest("[data-inline-panel-child]"));

function textOf(place) {
  const rich = place.querySelector(".public-DraftEditor-content");
  const field = place.querySelector("input[type=text], textarea");
  if (!rich) return (field?.value ?? "").trim();
  // A hidden tab has no lines: innerText would run its paragraphs together.
  return [...rich.querySelectorAll("[data-block=true]")].map((block) => block.textContent).join("\n\n").trim();
}

function show(place, text, language) {
  let beside = place.querySelector(":scope > .beside");
  if (!text) {
    beside?.remove();
    return;
  }
  if (!beside) {
    beside = Object.assign(document.createElement("section"), { className: "beside" });
    beside.append(
      Object.assign(document.createElement("p"), { className: "beside__language", textContent: languages[language] }),
      Object.assign(document.createElement("div"), { className: "beside__text", lang: language }),
    );
    place.append(beside);
  }
  beside.querySelector(".beside__text").textContent = text;
}

// --- Records: both languages are in the form ---------------------------------------------------------------

function languageOf(path) {
  return Object.keys(languages).find((code) => path.endsWith(`_${code}`));
}

function showOther(place) {
  const path = place.dataset.contentpath;
  const own = languageOf(path);
  const stem = path.slice(0, -own.length);
  Object.keys(languages).forEach((code) => {
    const other = code === own ? null : placeOf(stem + code);
    if (other && !isRow(other)) show(place, textOf(other), code);
  });
}

function translatedPlaces() {
  return [...form.querySelectorAll("[data-contentpath]")].filter((place) => languageOf(place.dataset.contentpath) && !isRow(place));
}

function showRecord() {
  translatedPlaces().forEach(showOther);
}

// --- Pages: the original is another page --------------------------------------------------------------------

async function showOriginal(key) {
  const answer = await fetch(script.dataset.originals.replace(/\/0\/$/, `/${key}/`));
  if (!answer.ok) return;
  const { language, texts } = await answer.json();
  Object.entries(texts).forEach(([path, parts]) => {
    const place = placeOf(path);
    if (place) show(place, parts.join("\n\n"), language);
  });
}

if (form) {
  const page = location.pathname.match(/\/pages\/(\d+)\/edit\//);
  if (page) {
    setTimeout(() => showOriginal(page[1]), MOUNTED);
  } else {
    setTimeout(showRecord, MOUNTED);
    document.addEventListener("click", (event) => event.target.closest("[role=tab]") && setTimeout(showRecord));
  }
}
