// Texts that scripts show, in the language of the page.

/** @type {Record<string, string>} */
const texts = JSON.parse(document.getElementById("texts")?.textContent ?? "{}");

/**
 * The text of a key, with {name} places filled.
 * @param {string} key
 * @param {Record<string, string>} [details]
 */
export function text(key, details = {}) {
  let found = texts[key] ?? key;
  for (const [name, value] of Object.entries(details)) found = found.replaceAll(`{${name}}`, value);
  return found;
}
