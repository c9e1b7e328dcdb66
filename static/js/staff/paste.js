// Pasting from Word or a web page keeps structure and drops the rest. Draftail knows which blocks, styles and links it
// may hold; this gives it HTML in which Word's lists are lists, headings are of the two levels that a text has, and
// tracking parameters, invisible characters and the other page's furniture are gone.

const FURNITURE = new RegExp(
  [
    "(deze|onze) (web)?site (maakt gebruik van|gebruikt) cookies.{0,40}",
    "(this|our) (web)?site (uses|makes use of) cookies.{0,40}",
    "(wij|we) (gebruiken|use) cookies.{0,40}",
    "(deel|share)( deze pagina| dit (artikel|bericht)| this( (page|article|post|story))?)?:?",
    "(nl|en|nederlands|english)([\\s|/·]+(nl|en|nederlands|english))+",
    "(terug )?naar boven|back to top|skip to (main )?content|(ga |direct )?naar (de )?inhoud",
  ]
    .map((line) => `^(${line})$`)
    .join("|"),
  "i",
);
const TRACKING = /^(utm_.*|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|_hs(enc|mi)|mkt_tok|ref_src|at_.*|wt\.mc_id)$/i;
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
const DROPPED = "script, style, link, meta, title, img, picture, svg, video, audio, iframe, object, form, button, input, nav, header, footer, aside, [hidden], [aria-hidden=true]";
const BLOCKS = "p, li, h1, h2, h3, h4, h5, h6, div, td, blockquote";
const OWN = /data-draftjs-conductor-fragment|data-editor=/;

export function cleanHtml(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const body = page.body;
  body.querySelectorAll(DROPPED).forEach((element) => element.remove());
  removeComments(body);
  cleanLetters(body);
  wordLists(body);
  renameHeadings(body);
  body.querySelectorAll(BLOCKS).forEach((block) => {
    if (!block.querySelector(BLOCKS) && FURNITURE.test(block.textContent.trim())) block.remove();
  });
  body.querySelectorAll("a").forEach(cleanLink);
  body.querySelectorAll("[style], [class], [id]").forEach((element) => ["class", "id"].forEach((name) => element.removeAttribute(name)));
  return body.innerHTML;
}

function removeComments(body) {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  found.forEach((comment) => comment.remove());
}

function cleanLetters(body) {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) walker.currentNode.data = cleanText(walker.currentNode.data);
}

export function cleanText(text) {
  return text.replace(INVISIBLE, "").replace(/[\u00a0\u2007\u202f]/g, " ");
}

// Word writes a list as paragraphs, with the bullet or number as text in front.
function wordLists(body) {
  let list = null;
  [...body.querySelectorAll("p")].forEach((paragraph) => {
    const isItem = /mso-list:\s*l\d/i.test(paragraph.getAttribute("style") ?? "");
    if (!isItem) {
      list = null;
      return;
    }
    const mark = [...paragraph.querySelectorAll("span")].find((span) => /mso-list:\s*ignore/i.test(span.getAttribute("style") ?? ""));
    const kind = /\d|[a-z][.)]/i.test(mark?.textContent.trim() ?? "") ? "ol" : "ul";
    mark?.remove();
    if (!list || list.localName !== kind || list.nextElementSibling !== paragraph) {
      list = document.createElement(kind);
      paragraph.before(list);
    }
    const item = document.createElement("li");
    item.append(...paragraph.childNodes);
    list.append(item);
    paragraph.remove();
  });
}

// The page's title and its sections stand above the text: the highest heading that is pasted becomes the first level.
function renameHeadings(body) {
  const headings = [...body.querySelectorAll("h1, h2, h3, h4, h5, h6")];
  const highest = Math.min(...headings.map((heading) => Number(heading.localName[1])));
  headings.forEach((heading) => {
    const level = Number(heading.localName[1]) === highest ? 3 : 4;
    const renamed = document.createElement(`h${level}`);
    renamed.append(...heading.childNodes);
    heading.replaceWith(renamed);
  });
}

function cleanLink(link) {
  const address = link.getAttribute("href") ?? "";
  if (!/^(https?:|mailto:|tel:|\/)/i.test(address)) {
    link.replaceWith(...link.childNodes);
    return;
  }
  if (!/^https?:/i.test(address)) return;
  const url = new URL(address);
  [...url.searchParams.keys()].filter((name) => TRACKING.test(name)).forEach((name) => url.searchParams.delete(name));
  link.setAttribute("href", url.href);
}

document.addEventListener(
  "paste",
  (event) => {
    const html = event.clipboardData?.getData("text/html");
    if (event.cleaned || !html || OWN.test(html) || !event.target.closest?.(".Draftail-Editor")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const data = new DataTransfer();
    data.setData("text/html", cleanHtml(html));
    data.setData("text/plain", cleanText(event.clipboardData.getData("text/plain")));
    const cleaned = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
    cleaned.cleaned = true;
    event.target.dispatchEvent(cleaned);
  },
  { capture: true },
);
