// What a visitor's browser knows about the page that it has loaded.
() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const images = [...document.images];
  const interfaceTexts = [
    ...all("button, summary, legend, th:not([scope=row]), .skip-link, label.visually-hidden").map((element) => element.textContent),
    ...all("nav[aria-label], form[aria-label]").map((element) => element.getAttribute("aria-label")),
    ...all("input[placeholder]").map((element) => element.placeholder),
  ];
  return {
    lang: document.documentElement.lang,
    title: document.title,
    sends: document.querySelector('form[method="post" i]') !== null,
    headings: all("h1").length,
    alternates: all("link[rel=alternate][hreflang]").map((link) => [link.hreflang, link.href]),
    links: all("a[href], link[rel=alternate][type]").map((link) => new URL(link.getAttribute("href"), document.baseURI).href),
    leftovers: document.body.innerText.match(/.{0,40}(\{\{|\{%|%\(|%s|\bNone\b(?! of)|<\/?p>|&\w+;).{0,40}/g) ?? [],
    withoutAlt: images.filter((image) => !image.hasAttribute("alt")).map((image) => image.src),
    broken: images
      .filter((image) => image.loading !== "lazy" && image.naturalWidth === 0)
      .map((image) => image.currentSrc || image.src),
    interfaceTexts: interfaceTexts.map((text) => text.replace(/[\s\d()]+/g, " ").trim()),
    violations: window.policyViolations,
  };
}
