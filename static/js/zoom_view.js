/*
 * <zoom-view>: a drawing that can be enlarged. The window scrolls by itself, so that touch, arrow keys and
 * focus move it without this script; this adds zoom, dragging with a mouse, and a card for a link within the page.
 */

const LEAST = 1;
const MOST = 6;
const STEP = 1.5;
const DRAG_FROM = 4;
const KEYS = { "+": STEP, "=": STEP, "-": 1 / STEP, "_": 1 / STEP };

/** The zoom of each drawing by its name, for when a filter replaces it. */
const kept = new Map();

class ZoomView extends HTMLElement {
  connectedCallback() {
    this.window = this.querySelector(".zoom-view__window");
    this.drawing = this.window?.querySelector("svg");
    if (!this.drawing || this.dataset.tiles) return;
    const { width, height } = this.drawing.viewBox.baseVal;
    this.style.setProperty("--ratio", width / height);
    this.toggleAttribute("data-ready", true);
    this.querySelector(".zoom-view__buttons").hidden = false;
    this.name = this.drawing.getAttribute("aria-labelledby");
    const before = kept.get(this.name);
    this.zoom = 1;
    if (before) {
      this.setZoom(before.zoom);
      this.window.scrollTo(before.left, before.top);
    } else {
      this.toMiddle();
    }
    this.listen();
  }

  listen() {
    this.querySelector(".zoom-view__buttons").addEventListener("click", (event) => this.press(event));
    this.window.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    this.window.addEventListener("pointerdown", (event) => this.grab(event));
    this.window.addEventListener("click", (event) => this.follow(event), { capture: true });
    this.window.addEventListener("scroll", () => this.keep());
    this.addEventListener("keydown", (event) => this.key(event));
  }

  press(event) {
    const action = event.target.closest("[data-zoom]")?.dataset.zoom;
    if (action === "in") this.zoomBy(STEP);
    if (action === "out") this.zoomBy(1 / STEP);
    if (action === "reset") this.reset();
  }

  key(event) {
    if (event.key === "Escape" && this.card) return this.closeCard();
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "0") this.reset();
    else if (KEYS[event.key]) this.zoomBy(KEYS[event.key]);
    else return;
    event.preventDefault();
  }

  /** Only with the control key, which is also what a pinch on a touchpad sends. */
  wheel(event) {
    if (!event.ctrlKey) return;
    event.preventDefault();
    this.zoomBy(event.deltaY < 0 ? 1.15 : 1 / 1.15, this.pointIn(event));
  }

  pointIn(event) {
    const box = this.window.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  }

  /** Enlarge around a point of the window, which stays where it is. */
  zoomBy(factor, [x, y] = [this.window.clientWidth / 2, this.window.clientHeight / 2]) {
    const old = this.zoom;
    const left = this.window.scrollLeft + x;
    const top = this.window.scrollTop + y;
    this.setZoom(old * factor);
    const grown = this.zoom / old;
    this.window.scrollTo(left * grown - x, top * grown - y);
    this.keep();
  }

  setZoom(zoom) {
    this.closeCard();
    this.zoom = Math.min(MOST, Math.max(LEAST, zoom));
    this.style.setProperty("--zoom", this.zoom);
  }

  reset() {
    this.setZoom(1);
    this.toMiddle();
  }

  toMiddle() {
    this.window.scrollTo(
      this.hasAttribute("data-from-start") ? 0 : (this.window.scrollWidth - this.window.clientWidth) / 2,
      (this.window.scrollHeight - this.window.clientHeight) / 2,
    );
  }

  keep() {
    kept.set(this.name, { zoom: this.zoom, left: this.window.scrollLeft, top: this.window.scrollTop });
  }

  /** Drag with a mouse or pen; fingers scroll as everywhere. */
  grab(event) {
    if (event.pointerType === "touch" || event.button !== 0) return;
    const from = { x: event.clientX, y: event.clientY, left: this.window.scrollLeft, top: this.window.scrollTop };
    this.dragged = false;
    const move = (now) => {
      const [dx, dy] = [now.clientX - from.x, now.clientY - from.y];
      if (!this.dragged && Math.hypot(dx, dy) < DRAG_FROM) return;
      this.dragged = true;
      this.toggleAttribute("data-dragging", true);
      this.window.scrollTo(from.left - dx, from.top - dy);
    };
    const drop = () => {
      document.removeEventListener("pointermove", move);
      this.removeAttribute("data-dragging");
    };
    document.addEventListener("pointermove", move);
    for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, drop, { once: true });
    if (event.target.closest("a")) this.window.addEventListener("dragstart", (each) => each.preventDefault(), { once: true });
  }

  /** A link within the page opens a card of what it leads to; any other link is followed. */
  follow(event) {
    const link = event.target.closest("a");
    if (!link) return;
    if (this.dragged) {
      this.dragged = false;
      return event.preventDefault();
    }
    const target = document.getElementById(link.getAttribute("href").slice(1));
    if (!link.getAttribute("href").startsWith("#") || !target || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.openCard(link, target);
  }

  openCard(link, target) {
    this.closeCard();
    const card = document.createElement("div");
    card.className = "zoom-view__card";
    card.setAttribute("role", "dialog");
    card.setAttribute("aria-label", link.querySelector("title")?.textContent ?? "");
    card.tabIndex = -1;
    card.append(this.querySelector("template[data-close]").content.cloneNode(true), ...withoutIds(target));
    card.querySelector(".zoom-view__close").addEventListener("click", () => this.closeCard());
    this.append(card);
    this.card = card;
    this.pressed = link;
    link.setAttribute("aria-expanded", "true");
    this.place(card, link);
    card.focus({ preventScroll: true });
  }

  /** Beside its pin, within the drawing. On a phone the style sheet puts it at the bottom. */
  place(card, link) {
    const own = this.getBoundingClientRect();
    const pin = link.getBoundingClientRect();
    const right = pin.right - own.left + 8;
    const fits = right + card.offsetWidth <= own.width;
    const left = fits ? right : Math.max(8, pin.left - own.left - card.offsetWidth - 8);
    const top = pin.top - own.top - card.offsetHeight / 3;
    card.style.setProperty("--left", `${left}px`);
    card.style.setProperty("--top", `${Math.max(8, Math.min(top, own.height - card.offsetHeight - 8))}px`);
  }

  closeCard() {
    if (!this.card) return;
    const hadFocus = this.card.contains(document.activeElement);
    this.card.remove();
    this.card = null;
    this.pressed.removeAttribute("aria-expanded");
    if (hadFocus) this.pressed.focus({ preventScroll: true });
  }
}

function withoutIds(element) {
  const copy = element.cloneNode(true);
  for (const each of copy.querySelectorAll("[id], [aria-labelledby]")) {
    each.removeAttribute("id");
    each.removeAttribute("aria-labelledby");
  }
  return copy.childNodes;
}

customElements.define("zoom-view", ZoomView);
