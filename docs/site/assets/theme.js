// The menu of small screens, the scheme, and the search. The index is a script, not a request, so that it works from a folder without a server.
(() => {
  const up = document.body.dataset.up;
  const root = document.documentElement;

  document.getElementById("scheme").addEventListener("click", () => {
    root.dataset.scheme = root.dataset.scheme === "dark" ? "light" : "dark";
    try {
      localStorage.setItem("scheme", root.dataset.scheme);
    } catch {
      // It then lasts for this page.
    }
  });

  const menu = document.getElementById("menu");
  menu.addEventListener("click", () => {
    const open = document.body.classList.toggle("menu-open");
    menu.setAttribute("aria-expanded", String(open));
  });

  const input = document.getElementById("search");
  const found = document.getElementById("found");
  let index = null;
  let loading = null;

  const loadScript = (name) => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${up}assets/${name}`;
    script.onload = resolve;
    script.onerror = () => reject(new Error(`${name} is missing`));
    document.head.append(script);
  });

  const load = () => (loading ??= Promise.all([loadScript("minisearch.js"), loadScript("search.js")]).then(() => {
    index = new MiniSearch({
      fields: ["title", "page", "text"],
      storeFields: ["title", "page", "at", "text"],
      searchOptions: { boost: { title: 4, page: 2 }, prefix: true, fuzzy: (term) => (term.length > 5 ? 0.15 : false), combineWith: "AND" },
    });
    index.addAll(window.gatedslPages);
  }));

  const excerpt = (text, terms) => {
    const lower = text.toLowerCase();
    const at = Math.max(0, Math.min(...terms.map((term) => lower.indexOf(term)).filter((place) => place >= 0), text.length) - 40);
    return at >= text.length - 40 ? text.slice(0, 140) : (at > 0 ? "… " : "") + text.slice(at, at + 140);
  };

  const show = () => {
    const asked = input.value.trim();
    found.replaceChildren();
    found.hidden = asked === "";
    if (found.hidden || index === null) {
      return;
    }
    const hits = index.search(asked).slice(0, 12);
    for (const hit of hits) {
      const link = document.createElement("a");
      link.href = up + hit.at;
      const title = document.createElement("strong");
      title.textContent = hit.title === hit.page ? hit.title : `${hit.page} › ${hit.title}`;
      const text = document.createElement("span");
      text.textContent = excerpt(hit.text.trim(), hit.terms);
      link.append(title, text);
      found.append(link);
    }
    if (hits.length === 0) {
      found.textContent = "Nothing found.";
    }
  };

  const close = () => {
    found.hidden = true;
  };

  input.addEventListener("focus", () => load().then(show));
  input.addEventListener("input", () => load().then(show));
  found.addEventListener("click", close);
  document.addEventListener("click", (event) => {
    if (!event.target.closest(".search")) {
      close();
    }
  });
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
    if (event.key === "/" && !typing) {
      event.preventDefault();
      input.focus();
    } else if (event.key === "Escape") {
      close();
      input.blur();
    } else if (event.key === "Enter" && document.activeElement === input) {
      found.querySelector("a")?.click();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !found.hidden && found.querySelector("a") && event.target.closest(".search")) {
      event.preventDefault();
      const links = [...found.querySelectorAll("a")];
      const next = links.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
      (links[next] ?? input).focus();
    }
  });
})();
