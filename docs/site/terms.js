// Words of the glossary: where a page uses one for the first time, the word leads to what it means and says it to a mouse that rests on it.

const plainText = (cell) => cell.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/[`*\\$]/g, "").trim();

/** Every word of the glossary with its meaning, the longest first, so that "mean mode" is found before "mode". */
export function readTerms(glossary) {
  const terms = [];
  for (const [, words, meaning] of glossary.matchAll(/^\| (?!word \|)([^|]+) \| (.+) \|$/gm)) {
    for (const word of words.split(",").map(plainText).filter((word) => word !== "" && !/^-+$/.test(word))) {
      terms.push({ word, meaning: plainText(meaning) });
    }
  }
  return terms.sort((a, b) => b.word.length - a.word.length);
}

/** Makes the first use of each word in running text a link to the glossary. Headings, links and code are left as they are. */
export function linkTerms(markdown, terms, hrefFrom) {
  const everyday = new Set(["layer", "edge", "path", "copy", "batch", "map", "factor", "plan", "item", "context", "error", "node", "scalar", "strength", "Sum", "Mean", "narrow", "transposed", "race"]);
  const known = new Map(terms.filter((term) => !everyday.has(term.word)).map((term) => [term.word.toLowerCase(), term]));
  const words = [...known.values()].map((term) => term.word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_-])(${words})s?(?![\\p{L}\\p{N}_-])`, "giu");

  markdown.core.ruler.push("terms", (state) => {
    const page = state.env.page;
    if (page === "docs/glossary.md" || page.startsWith("api/")) {
      return;
    }
    const seen = new Set();
    let inHeading = false;
    for (const token of state.tokens) {
      inHeading = token.type === "heading_open" || (inHeading && token.type !== "heading_close");
      if (token.type !== "inline" || inHeading) {
        continue;
      }
      let inLink = 0;
      token.children = token.children.flatMap((child) => {
        inLink += child.type === "link_open" ? 1 : child.type === "link_close" ? -1 : 0;
        return child.type === "text" && inLink === 0 ? split(state, child, pattern, known, seen, hrefFrom(page)) : [child];
      });
    }
  });
}

function split(state, text, pattern, known, seen, href) {
  const parts = [];
  let at = 0;
  for (const match of text.content.matchAll(pattern)) {
    const term = known.get(match[1].toLowerCase());
    if (seen.has(term.word) || (term.word !== term.word.toLowerCase() && term.word !== match[1])) {
      continue;
    }
    seen.add(term.word);
    parts.push(textToken(state, text.content.slice(at, match.index)));
    const open = new state.Token("link_open", "a", 1);
    open.attrs = [["class", "term"], ["href", href], ["title", term.meaning]];
    parts.push(open, textToken(state, match[0]), new state.Token("link_close", "a", -1));
    at = match.index + match[0].length;
  }
  return parts.length === 0 ? [text] : [...parts, textToken(state, text.content.slice(at))];
}

function textToken(state, content) {
  const token = new state.Token("text", "", 0);
  token.content = content;
  return token;
}
