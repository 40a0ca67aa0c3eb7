// Adds up the test reports (*.trx) of a folder: the failed tests, then "N skipped: reason × count", and last "N passed, N failed".
// Exits 1 when a test failed or when nothing ran. Usage: node eng/sum-tests.mjs FOLDER
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2] ?? "";
const plain = (text) => text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&#x([0-9A-F]+);/gi, (_, hex) => String.fromCodePoint(parseInt(hex, 16))).replace(/&amp;/g, "&");
const attribute = (tag, name) => plain(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? "");
const message = (body) => plain(/<Message>([\s\S]*?)<\/Message>/.exec(body)?.[1] ?? /<StdOut>([\s\S]*?)<\/StdOut>/.exec(body)?.[1] ?? "").trim().split("\n")[0] || "no reason given";

let passed = 0;
const failed = [];
const skipped = new Map();
for (const name of readdirSync(folder, { recursive: true }).map(String).filter((file) => file.endsWith(".trx")).sort()) {
  const report = readFileSync(join(folder, name), "utf8");
  for (const [, tag, body = ""] of report.matchAll(/<UnitTestResult\b([^>]*?)(?:\/>|>([\s\S]*?)<\/UnitTestResult>)/g)) {
    const outcome = attribute(tag, "outcome");
    if (outcome === "Passed") passed++;
    else if (outcome === "NotExecuted") skipped.set(message(body), (skipped.get(message(body)) ?? 0) + 1);
    else failed.push(`${attribute(tag, "testName")}: ${message(body)}`);
  }
}

for (const line of failed) console.log(`FAILED ${line}`);
const reasons = [...skipped].sort().map(([reason, count]) => `${reason} × ${count}`).join(", ");
console.log(`${[...skipped.values()].reduce((sum, count) => sum + count, 0)} skipped: ${reasons || "none"}`);
console.log(`${passed} passed, ${failed.length} failed`);
process.exit(failed.length > 0 || passed === 0 ? 1 : 0);
