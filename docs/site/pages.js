// Which pages there are, where each one goes, and what stands around it.
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { createMarkdown, headingsOf, titleOf, addressOf } from "./markdown.js";

/** Every page of the site as "README.md", "docs/guide.md", "api/index.md", with its text. */
function readPages(root) {
  const pages = new Map([["README.md", readFileSync(path.join(root, "README.md"), "utf8")]]);
  const add = (folder, prefix) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.isFile() && entry.name.endsWith(".md")) {
        pages.set(`${prefix}/${entry.name}`, readFileSync(path.join(folder, entry.name), "utf8"));
      }
    }
  };
  add(path.join(root, "docs"), "docs");
  add(path.join(root, "docs/diagnostics"), "docs/diagnostics");
  add(path.join(root, "docs/site"), "docs/site");
  add(path.join(root, "artifacts/api"), "api");
  return pages;
}

/** The sections of navigation.json; what no section names, and is no page of a diagnostic or a type, comes last, so that a new page is never lost. */
function sectionsOf(root, pages) {
  const sections = JSON.parse(readFileSync(path.join(root, "docs/site/navigation.json"), "utf8"));
  const named = new Set(sections.flatMap((section) => section.pages));
  for (const page of named) {
    if (!pages.has(page)) {
      throw new Error(`docs/site/navigation.json names ${page}, which does not exist.`);
    }
  }
  const others = [...pages.keys()].filter((page) => !named.has(page) && !page.startsWith("api/") && !page.startsWith("docs/diagnostics/"));
  return others.length === 0 ? sections : [...sections, { title: "More", pages: others }];
}

/** What is searched: one entry for every heading, with the text below it. */
function searchEntries(pages, markdown) {
  const entries = [];
  for (const [page, text] of pages) {
    const title = titleOf(text);
    for (const section of headingsOf(markdown, text, page)) {
      entries.push({ id: entries.length, page: title, title: section.title, at: addressOf(page) + (section.level === 1 ? "" : `#${section.anchor}`), text: section.text.slice(0, 1500) });
    }
  }
  return entries;
}

export async function configure(root) {
  const pages = readPages(root);
  const markdown = await createMarkdown(root, pages);
  const sections = sectionsOf(root, pages);
  const order = sections.flatMap((section) => section.pages);
  const entries = searchEntries(pages, markdown);

  const renderPage = (page) => {
    const text = pages.get(page);
    const up = "../".repeat(addressOf(page).split("/").length - 1);
    const at = order.indexOf(page);
    const neighbour = (step) => {
      const other = at < 0 ? undefined : order[at + step];
      return other === undefined ? undefined : { title: titleOf(pages.get(other)), href: up + addressOf(other) };
    };
    return {
      title: titleOf(text),
      up,
      body: markdown.render(text, { page }),
      headings: headingsOf(markdown, text, page).filter((heading) => heading.level === 2 || (heading.level === 3 && !page.startsWith("api/"))),
      sections: sections.map((section) => ({
        title: section.title,
        pages: section.pages.map((other) => ({
          title: other === "README.md" ? "What it is" : shortTitle(other, titleOf(pages.get(other))),
          href: up + addressOf(other),
          here: other === page || (other === "api/index.md" && page.startsWith("api/")) || (other === "docs/diagnostics/README.md" && page.startsWith("docs/diagnostics/")),
        })),
      })),
      before: neighbour(-1),
      after: neighbour(1),
    };
  };

  return (eleventy) => {
    eleventy.setUseGitIgnore(false);
    eleventy.setIncludesDirectory("site/layout");
    eleventy.ignores.add("**/*.md");
    eleventy.ignores.add("**/node_modules/**");
    eleventy.ignores.add("**/site/**");
    for (const page of pages.keys()) {
      eleventy.addTemplate(`${addressOf(page)}.njk`, "{{ view.body | safe }}", { layout: "page.njk", permalink: addressOf(page), view: renderPage(page) });
    }
    eleventy.addTemplate("search.njk", "{{ script | safe }}", {
      permalink: "assets/search.js",
      script: `window.gatedslPages = ${JSON.stringify(entries).replaceAll("<", "\\u003c")};`,
    });
  };
}

/** In the navigation a page has the short name of its heading. */
function shortTitle(page, title) {
  return page.startsWith("docs/site/") ? "This site" : title.split(":")[0];
}
