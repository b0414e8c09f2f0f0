// From the Markdown of a repository to the HTML of a site: highlighted code, formulas, anchors, links to other pages.
import { existsSync } from "node:fs";
import path from "node:path";
import MarkdownIt from "markdown-it";
import anchors from "markdown-it-anchor";
import katexPlugin from "@vscode/markdown-it-katex";
import { createHighlighter } from "shiki";
import { linkTerms, readTerms } from "./terms.js";

const repository = "https://github.com/gatedsl/gatedsl/blob/main/";

export const titleOf = (text) => text.match(/^# (.*)$/m)[1].replaceAll("`", "");

/** As repositories make the anchor of a heading from its text. */
export const anchorOf = (heading) => heading.trim().toLowerCase().replace(/[^\p{L}\p{N}_\- ]/gu, "").replaceAll(" ", "-");

/** Where a page stands in the site, from its root: "docs/guide.md" is "guide.html". */
export function addressOf(page) {
  const inside = page.startsWith("docs/") ? page.slice("docs/".length) : page;
  return inside.replace(/(^|\/)README\.md$/, "$1index.md").replace(/\.md$/, ".html");
}

/** The headings of a page, each with its anchor and the plain text up to the next one. */
export function headingsOf(markdown, text, page) {
  const tokens = markdown.parse(text, { page });
  const found = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token.type === "heading_open") {
      found.push({ level: Number(token.tag[1]), anchor: token.attrGet("id"), title: plain(tokens[i + 1]).trim(), text: "" });
      i += 2;
    } else if (found.length > 0 && (token.type === "inline" || token.type === "fence" || token.type === "code_block")) {
      found.at(-1).text += ` ${plain(token)}`;
    }
  }
  return found;
}

function plain(token) {
  return token.children ? token.children.map((child) => (child.type === "softbreak" ? " " : child.content)).join("") : token.content;
}

export async function createMarkdown(root, pages) {
  const languages = ["csharp", "cs", "bash", "python", "xml", "json", "yaml", "ini", "bibtex", "c", "julia", "r", "matlab"];
  const highlighter = await createHighlighter({ themes: ["github-light", "github-dark"], langs: languages });
  const markdown = new MarkdownIt({
    html: true,
    highlight: (code, language) =>
      languages.includes(language)
        ? highlighter.codeToHtml(code.replace(/\n$/, ""), { lang: language, themes: { light: "github-light", dark: "github-dark" }, defaultColor: false })
        : "",
  });
  markdown.use(anchors, {
    slugify: anchorOf,
    tabIndex: false,
    permalink: anchors.permalink.linkInsideHeader({ symbol: "", placement: "after", ariaHidden: false, renderAttrs: () => ({ "aria-label": "Link to this heading" }) }),
  });
  markdown.use(katexPlugin.default ?? katexPlugin, { enableFencedBlocks: true, throwOnError: true, strict: "error" });

  const types = new Map([...pages.keys()].filter((page) => page.startsWith("api/") && page !== "api/index.md").map((page) => [titleOf(pages.get(page)).split(" ")[0], page]));

  markdown.core.ruler.push("links", (state) => {
    const page = state.env.page;
    for (const token of state.tokens) {
      let inLink = 0;
      for (const child of token.children ?? []) {
        inLink += child.type === "link_open" ? 1 : child.type === "link_close" ? -1 : 0;
        for (const name of ["href", "src"]) {
          const target = child.attrGet(name);
          if (target !== null) {
            child.attrSet(name, linkTo(root, pages, page, target));
          }
        }
        if (child.type === "code_inline" && inLink === 0 && !page.startsWith("api/")) {
          const [type] = child.content.split(/[.(]/);
          if (types.has(type) && /^[A-Z]\w+(\.\w+)?$/.test(child.content)) {
            child.meta = { href: relative(page, types.get(type)) };
          }
        }
      }
    }
  });

  linkTerms(markdown, readTerms(pages.get("docs/glossary.md")), (page) => relative(page, "docs/glossary.md"));

  const inlineCode = markdown.renderer.rules.code_inline;
  markdown.renderer.rules.code_inline = (tokens, index, options, env, self) => {
    const code = inlineCode(tokens, index, options, env, self);
    const href = tokens[index].meta?.href;
    return href === undefined ? code : `<a class="api" href="${href}">${code}</a>`;
  };
  markdown.renderer.rules.table_open = () => '<div class="wide" tabindex="0"><table>\n';
  markdown.renderer.rules.table_close = () => "</table></div>\n";
  return markdown;
}

/** The address of one page as seen from another. */
const relative = (from, to) => path.posix.relative(path.posix.dirname(addressOf(from)), addressOf(to)) || path.posix.basename(addressOf(to));

/** A link of the repository as one of the site: pages to pages, figures beside them, everything else to the repository. */
function linkTo(root, pages, page, target) {
  if (/^[a-z]+:/.test(target) || target.startsWith("#")) {
    return target;
  }
  const [file, anchor] = target.split("#");
  const inRepository = page.startsWith("api/") ? path.posix.join("api", file) : path.posix.normalize(path.posix.join(path.posix.dirname(page), file));
  const hash = anchor === undefined ? "" : `#${anchor}`;
  const asPage = [inRepository, `${inRepository.replace(/\/$/, "")}/README.md`].find((name) => pages.has(name));
  if (asPage !== undefined) {
    return relative(page, asPage) + hash;
  }
  if (inRepository.startsWith("docs/figures/")) {
    return path.posix.relative(path.posix.dirname(addressOf(page)), inRepository.slice("docs/".length));
  }
  if (!existsSync(path.join(root, inRepository))) {
    throw new Error(`${page} links to ${target}, which does not exist.`);
  }
  return repository + inRepository + hash;
}
