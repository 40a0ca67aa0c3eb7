import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { readTime } from "../../../src/9-Host/Qingshan.Web/wwwroot/js/typed-time.js";

// The same table that the server's parser is tested with: what the page shows is what the server keeps.
const table = JSON.parse(readFileSync(new URL("./typed-times.json", import.meta.url), "utf8"));

for (const [typed, expected] of table) {
  test(`"${typed}" is read as ${expected}`, () => assert.equal(readTime(typed), expected));
}
