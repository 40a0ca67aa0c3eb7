import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { Sha256 } from "../../../src/9-Host/Qingshan.Web/wwwroot/js/sha256.js";

const text = (value) => new TextEncoder().encode(value);

test("the vectors of FIPS 180-4 hold", () => {
  assert.equal(new Sha256().hex(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  assert.equal(new Sha256().update(text("abc")).hex(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  assert.equal(
    new Sha256().update(text("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")).hex(),
    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
});

test("every length around the block borders agrees with the platform, however it is split", () => {
  for (let length = 0; length <= 260; length++) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 31 + length) & 255);
    const expected = createHash("sha256").update(bytes).digest("hex");
    for (const at of [0, 1, 55, 63, 64, 65, 127]) {
      if (at > length) continue;
      assert.equal(new Sha256().update(bytes.subarray(0, at)).update(bytes.subarray(at)).hex(), expected, `${length} split at ${at}`);
    }
  }
});

test("a file of several megabytes in parts agrees with the platform", () => {
  const bytes = new Uint8Array(5_000_003).map((_, i) => (i * 7919) >>> 3);
  const hash = new Sha256();
  for (let at = 0; at < bytes.length; at += 262_144) hash.update(bytes.subarray(at, at + 262_144));
  assert.equal(hash.hex(), createHash("sha256").update(bytes).digest("hex"));
});
