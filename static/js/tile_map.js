/* The map from a tile server, with the pins of the list below it. Leaflet is loaded before this module runs. */

const { L } = window;

function draw(view) {
  const pins = [...document.querySelectorAll("[data-pin]")];
  if (!pins.length) return;
  const window_ = view.querySelector(".zoom-view__window");
  window_.replaceChildren();
  view.toggleAttribute("data-tiled", true);
  const map = L.map(window_, { scrollWheelZoom: false });
  L.tileLayer(view.dataset.tiles, { attribution: view.dataset.attribution, maxZoom: 19 }).addTo(map);
  const markers = pins.map((pin) => marker(pin).addTo(map));
  map.fitBounds(L.featureGroup(markers).getBounds().pad(0.1));
}

function marker(pin) {
  const number = document.createElement("span");
  number.textContent = pin.dataset.total;
  const icon = L.divIcon({
    className: `tile-pin sector--${pin.dataset.sectorOf}`,
    html: number,
    iconSize: [32, 32],
  });
  const title = [...pin.querySelectorAll("h3")].map((each) => each.textContent).join(", ");
  return L.marker(pin.dataset.pin.split(" ").map(Number), { icon, title, alt: title }).bindPopup(() => card(pin), { minWidth: 260 });
}

function card(pin) {
  const copy = pin.cloneNode(true);
  for (const each of copy.querySelectorAll("[id]")) each.removeAttribute("id");
  const box = document.createElement("div");
  box.append(...copy.childNodes);
  return box;
}

for (const view of document.querySelectorAll("zoom-view[data-tiles]")) draw(view);
new MutationObserver(() => {
  for (const view of document.querySelectorAll("zoom-view[data-tiles]:not([data-tiled])")) draw(view);
}).observe(document.body, { childList: true, subtree: true });
