// Counts the characters of a field for which a length is advised. The number stands beside the field and changes while
// one types; a screen reader hears it only when typing pauses, and only when the text has become too long or short enough.

const PAUSE = 1000; // Milliseconds: nobody wants to hear each keystroke.

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_all, name) => values[name]);

function count(panel) {
  const field = panel.querySelector("input[type=text], textarea");
  if (!field || panel.querySelector("[data-count]")) return;
  const advised = Number(panel.dataset.advisedLength);
  const shown = Object.assign(document.createElement("p"), { className: "help", ariaHidden: "true" });
  const said = Object.assign(document.createElement("p"), { className: "w-sr-only", role: "status" });
  shown.dataset.count = "";
  field.closest(".w-field__input, .w-field")?.append(shown, said);
  let wasLong = false;
  let timer;

  const sentence = () => {
    const used = [...field.value.trim()].length;
    const text = used > advised ? panel.dataset.tooLong : panel.dataset.used;
    return { isLong: used > advised, text: fill(text, { used, advised, over: used - advised }) };
  };
  const show = () => {
    const { isLong, text } = sentence();
    shown.textContent = text;
    shown.style.color = isLong ? "var(--w-color-critical-200)" : "";
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (isLong !== wasLong) said.textContent = text;
      wasLong = isLong;
    }, PAUSE);
  };
  field.addEventListener("input", show);
  show();
}

document.querySelectorAll("[data-advised-length]").forEach(count);
