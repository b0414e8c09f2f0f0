// Makes the site: the packages of package-lock.json, the API reference from the built assemblies, then every page. Written to artifacts/site.
// With --pages the reference stays as it is; with --serve the site is shown afterwards.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, "../..");
const output = path.join(root, "artifacts/site");

function run(command, args) {
  const windows = process.platform === "win32";
  const done = spawnSync(command, args, { cwd: here, stdio: "inherit", shell: windows });
  if (done.status !== 0) {
    console.error(`${command} ${args.join(" ")} failed`);
    process.exit(1);
  }
}

const installed = path.join(here, "node_modules/.package-lock.json");
if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(path.join(here, "package-lock.json")).mtimeMs) {
  run("npm", ["ci", "--no-audit", "--no-fund"]);
}

rmSync(output, { recursive: true, force: true });
if (!process.argv.includes("--pages")) {
  rmSync(path.join(root, "artifacts/api"), { recursive: true, force: true });
  run("dotnet", ["run", "-c", "Release", "--project", "Reference", "--", path.join(root, "artifacts/api")]);
}

const { default: Eleventy } = await import("@11ty/eleventy");
const { configure } = await import("./pages.js");
process.chdir(path.join(root, "docs"));
const site = new Eleventy(".", "../artifacts/site", { quietMode: true, config: await configure(root) });
await site.write();

const assets = path.join(output, "assets");
mkdirSync(assets, { recursive: true });
cpSync(path.join(here, "assets"), assets, { recursive: true });
cpSync(path.join(root, "docs/figures"), path.join(output, "figures"), { recursive: true });
cpSync(path.join(here, "node_modules/katex/dist/katex.min.css"), path.join(assets, "katex.min.css"));
cpSync(path.join(here, "node_modules/katex/dist/fonts"), path.join(assets, "fonts"), { recursive: true, filter: (file) => !/\.(ttf|woff)$/.test(file) });
cpSync(path.join(here, "node_modules/minisearch/dist/umd/index.js"), path.join(assets, "minisearch.js"));
console.log(`The site is in artifacts/site: open index.html, no server is needed.`);

if (process.argv.includes("--serve")) {
  const types = { ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".png": "image/png", ".woff2": "font/woff2" };
  createServer(async (request, response) => {
    const asked = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const file = path.join(output, path.normalize(asked.endsWith("/") ? `${asked}index.html` : asked));
    try {
      const bytes = await readFile(file);
      response.writeHead(200, { "Content-Type": types[path.extname(file)] ?? "application/octet-stream" }).end(bytes);
    } catch {
      response.writeHead(404).end("There is no such page.");
    }
  }).listen(8080, "127.0.0.1", () => console.log("http://127.0.0.1:8080/, until Ctrl+C"));
}
