// Suggestions while somebody types in a search box: a combobox with a list (WAI-ARIA Authoring Practices).
// Without this module the box is a plain form.

const PAUSE = 150; // Milliseconds without a key before the server is asked.
const SHORTEST = 2;

class SearchBox {
  constructor(form) {
    this.form = form;
    this.input = form.querySelector("input[type=search]");
    this.list = this.makeList();
    this.news = this.makeNews();
    this.active = -1;
    this.makeCombobox();
    this.input.addEventListener("input", () => this.wait());
    this.input.addEventListener("keydown", (event) => this.onKey(event));
    this.input.addEventListener("blur", () => this.close());
    // The box keeps the focus while an option is pressed.
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.follow(event.target.closest("[role=option]")));
  }

  makeList() {
    const list = document.createElement("ul");
    list.id = `${this.input.id}-suggestions`;
    list.className = "suggestions";
    list.role = "listbox";
    list.ariaLabel = this.form.dataset.label;
    list.hidden = true;
    this.form.append(list);
    return list;
  }

  makeNews() {
    const news = document.createElement("p");
    news.className = "visually-hidden";
    news.role = "status";
    this.form.append(news);
    return news;
  }

  makeCombobox() {
    this.input.role = "combobox";
    this.input.autocomplete = "off";
    this.input.ariaAutoComplete = "list";
    this.input.ariaExpanded = "false";
    this.input.setAttribute("aria-controls", this.list.id);
  }

  wait() {
    clearTimeout(this.timer);
    this.request?.abort();
    this.timer = setTimeout(() => this.ask(), PAUSE);
  }

  async ask() {
    const text = this.input.value.trim();
    if (text.length < SHORTEST) {
      this.close();
      return;
    }
    this.request = new AbortController();
    try {
      const address = `${this.form.dataset.suggestions}?${new URLSearchParams({ q: text })}`;
      const answer = await fetch(address, { signal: this.request.signal, credentials: "omit" });
      if (answer.ok) this.show(await answer.json());
    } catch {
      // Aborted by the next key, or no network: the form still works.
    }
  }

  show({ message, suggestions }) {
    if (document.activeElement !== this.input) return;
    this.options = suggestions.map((suggestion, number) => this.makeOption(suggestion, number));
    this.list.replaceChildren(...this.options);
    this.news.textContent = message;
    this.toggle(this.options.length > 0);
    this.activate(-1);
  }

  makeOption({ label, kind, url }, number) {
    const option = document.createElement("li");
    option.id = `${this.list.id}-${number}`;
    option.role = "option";
    option.ariaSelected = "false";
    option.dataset.url = url;
    const kindOf = document.createElement("small");
    kindOf.textContent = kind;
    option.append(label, " ", kindOf);
    return option;
  }

  onKey(event) {
    if (event.key === "Escape" && this.isOpen) {
      this.close();
    } else if (event.key === "Enter" && this.isOpen && this.active >= 0) {
      this.follow(this.options[this.active]);
    } else if (event.key === "ArrowDown" && this.isOpen) {
      this.activate(this.active + 1);
    } else if (event.key === "ArrowUp" && this.isOpen) {
      this.activate(this.active - 1);
    } else {
      return;
    }
    event.preventDefault();
  }

  // The box itself stands between the last option and the first.
  activate(number) {
    const places = this.options.length + 1;
    this.options[this.active]?.setAttribute("aria-selected", "false");
    this.active = ((number + 1 + places) % places) - 1;
    const option = this.options[this.active];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", option?.id ?? "");
  }

  follow(option) {
    if (option) location.assign(option.dataset.url);
  }

  get isOpen() {
    return !this.list.hidden;
  }

  toggle(open) {
    this.list.hidden = !open;
    this.input.ariaExpanded = String(open);
  }

  close() {
    clearTimeout(this.timer);
    this.request?.abort();
    this.active = -1;
    this.input.removeAttribute("aria-activedescendant");
    this.toggle(false);
  }
}

for (const form of document.querySelectorAll("form[data-suggestions]")) new SearchBox(form);
