// Opens every page of the built site in Chromium, without a network, wide and narrow, light and dark, and says what is wrong with it.
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const site = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../artifacts/site");
const shots = process.argv.includes("--screenshots") ? path.resolve(site, "../site-screenshots") : null;
const only = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const candidates = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "C:/Program Files/Google/Chrome/Application/chrome.exe"];
const executablePath = candidates.find((file) => file && existsSync(file));
if (!existsSync(path.join(site, "index.html")) || executablePath === undefined) {
  console.error(executablePath === undefined ? "No Chromium is installed; the variable CHROMIUM can name one." : "There is no site in artifacts/site: run the build first.");
  process.exit(2);
}

const pages = readdirSync(site, { recursive: true }).map(String).filter((file) => file.endsWith(".html")).map((file) => file.replaceAll("\\", "/")).sort()
  .filter((file) => only.length === 0 || only.includes(file));
const faults = [];
const anchors = new Map();
const links = [];
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--allow-file-access-from-files"] });

for (const [width, scheme] of [[1400, "light"], [400, "dark"], [1400, "dark"]]) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, offline: true });
  const tab = await context.newPage();
  let current = "";
  const fault = (text) => faults.push(`${current} (${width}, ${scheme}): ${text}`);
  tab.on("console", (message) => ["error", "warning"].includes(message.type()) && fault(`console: ${message.text()}`));
  tab.on("pageerror", (error) => fault(`script: ${error.message}`));
  // What is still loading when the next page is asked for is given up, and no fault where it exists.
  tab.on("requestfailed", (request) => (request.failure().errorText !== "net::ERR_ABORTED" || !existsSync(fileURLToPath(request.url()))) && fault(`not loaded: ${request.url()}`));
  tab.on("request", (request) => /^https?:/.test(request.url()) && fault(`asks the network: ${request.url()}`));
  // The second dark round is for the pages that have pictures or formulas; the reference looks alike everywhere.
  for (current of width === 1400 && scheme === "dark" ? pages.filter((page) => !page.startsWith("api/") && !page.startsWith("diagnostics/")) : pages) {
    await tab.goto(pathToFileURL(path.join(site, current)).href);
    const seen = await tab.evaluate(() => ({
      wide: document.documentElement.scrollWidth - window.innerWidth,
      ids: [...document.querySelectorAll("[id]")].map((element) => element.id),
      links: [...document.querySelectorAll("a[href]")].map((link) => link.href),
      broken: [...document.images].filter((image) => image.complete && image.naturalWidth === 0).map((image) => image.src),
      errors: [...document.querySelectorAll(".katex-error")].map((error) => error.textContent),
      undescribed: [...document.images].filter((image) => !image.alt).length,
    }));
    if (seen.wide > 0) {
      fault(`${seen.wide} pixels wider than the window`);
    }
    seen.broken.forEach((image) => fault(`picture: ${image}`));
    seen.errors.forEach((error) => fault(`formula: ${error}`));
    if (seen.undescribed > 0) {
      fault(`${seen.undescribed} pictures without a description`);
    }
    if (width === 1400 && scheme === "light") {
      anchors.set(current, new Set(seen.ids));
      links.push(...seen.links.filter((link) => link.startsWith("file:")).map((link) => ({ from: current, link })));
    }
    if (shots !== null) {
      mkdirSync(shots, { recursive: true });
      await tab.screenshot({ path: path.join(shots, `${current.replaceAll("/", "-")}-${width}-${scheme}.png`), fullPage: only.length > 0 });
    }
  }
  current = "index.html";
  await tab.goto(pathToFileURL(path.join(site, current)).href);
  for (const [asked, expected] of [["GDSL101", "diagnostics/GDSL101.html"], ["Gram reduction", "glossary.html"], ["WithSigma", "api/gatedsl.gaussian.html"]]) {
    await tab.fill("#search", asked);
    await tab.waitForFunction(() => document.querySelector("#found")?.childNodes.length > 0);
    const found = await tab.evaluate(() => [...document.querySelectorAll("#found a")].map((link) => link.href));
    if (!found.some((link) => link.includes(expected))) {
      fault(`the search for ${asked} does not find ${expected}: ${found.join(" ")}`);
    }
  }
  const before = await tab.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await tab.keyboard.press("Escape");
  await tab.click("#scheme");
  if (before === (await tab.evaluate(() => getComputedStyle(document.body).backgroundColor))) {
    fault("the button for the scheme changes nothing");
  }
  if (width === 400) {
    await tab.click("#menu");
    if (!(await tab.isVisible("nav a"))) {
      fault("the menu does not open");
    }
  }
  await context.close();
}

await browser.close();
for (const { from, link } of only.length === 0 ? links : []) {
  const url = new URL(link);
  const target = path.relative(site, fileURLToPath(new URL(url.pathname, "file:"))).replaceAll("\\", "/");
  const hash = decodeURIComponent(url.hash.slice(1));
  if (!anchors.has(target)) {
    faults.push(`${from}: leads to ${target}, which is no page`);
  } else if (hash !== "" && !anchors.get(target).has(hash)) {
    faults.push(`${from}: leads to ${target}#${hash}, which is no heading`);
  }
}

faults.forEach((fault) => console.error(fault));
console.log(`${pages.length} pages, ${links.length} links, ${faults.length} faults`);
process.exit(faults.length === 0 ? 0 : 1);
