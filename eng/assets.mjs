// Brings the third-party parts of the pages from npm into the web root (git-ignored): installs what the lock file names when the
// installed state differs, copies the few files that are served, and draws one icon sprite from the list in icons.txt.
// Usage: node eng/assets.mjs
import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const web = join(root, "src/9-Host/Qingshan.Web");
const target = join(web, "wwwroot/lib");
const installed = join(root, "node_modules/.qingshan-lock");

/** Package file → name under /lib. */
const files = {
  "@tabler/core/dist/css/tabler.min.css": "tabler.css",
  "htmx.org/dist/htmx.min.js": "htmx.js",
  "maplibre-gl/dist/maplibre-gl.mjs": "maplibre-gl.mjs",
  "maplibre-gl/dist/maplibre-gl.d.ts": "maplibre-gl.d.mts", // for the type check only
  "maplibre-gl/dist/maplibre-gl-shared.mjs": "maplibre-gl-shared.mjs",
  "maplibre-gl/dist/maplibre-gl-worker.mjs": "maplibre-gl-worker.mjs",
  "maplibre-gl/dist/maplibre-gl.css": "maplibre-gl.css",
};

const lock = createHash("sha256").update(readFileSync(join(root, "package-lock.json"))).digest("hex");
if (!existsSync(installed) || readFileSync(installed, "utf8") !== lock) {
  execFileSync("npm", ["ci", "--ignore-scripts"], { cwd: root, stdio: ["ignore", 2, 2] });
  writeFileSync(installed, lock);
}

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
for (const [from, to] of Object.entries(files)) {
  // A source map that is not served would be a failed request in the browser's log.
  const text = readFileSync(join(root, "node_modules", from), "utf8").replace(/\n?\/[/*]# sourceMappingURL=[^\n]*/g, "");
  writeFileSync(join(target, to), text);
}
for (const licence of ["@tabler/core", "htmx.org", "maplibre-gl", "@tabler/icons"]) {
  const name = ["LICENSE", "LICENSE.txt", "LICENSE.md"].find((file) => existsSync(join(root, "node_modules", licence, file)));
  if (name) copyFileSync(join(root, "node_modules", licence, name), join(target, `${licence.replace(/\W+/g, "-").replace(/^-/, "")}.LICENSE.txt`));
}

const names = readFileSync(join(web, "icons.txt"), "utf8").split("\n").map((line) => line.trim()).filter((line) => line && !line.startsWith("#"));
const symbols = names.map((name) => {
  const svg = readFileSync(join(root, "node_modules/@tabler/icons/icons/outline", `${name}.svg`), "utf8");
  const shapes = svg.replace(/<!--[\s\S]*?-->/g, "").replace(/<svg[^>]*>|<\/svg>/g, "").replace(/\s+/g, " ").trim();
  return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">${shapes}</symbol>`;
});
writeFileSync(join(target, "icons.svg"), `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join("\n")}\n</svg>\n`);
writeFileSync(join(target, ".stamp"), lock);
