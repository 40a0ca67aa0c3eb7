// Passkeys (WebAuthn): what the server sends as base64url text becomes bytes for the browser, and back.

/** Can this browser, on this page, use passkeys? */
export const canUsePasskeys = () => window.isSecureContext && "PublicKeyCredential" in window;

/** @param {string} text */
function toBytes(text) {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

/** @param {ArrayBuffer | null} bytes */
function toText(bytes) {
  if (!bytes) return undefined;
  return btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** @param {{ id: string }[] | undefined} list */
const withBytes = (list) => (list ?? []).map((one) => ({ ...one, id: toBytes(one.id) }));

/**
 * Sends JSON; throws the refusal's own words.
 * @param {string} path
 * @param {unknown} body
 */
export async function send(path, body) {
  const answer = await fetch(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  const said = await answer.text();
  if (!answer.ok) throw new Refused(JSON.parse(said || "{}").title ?? String(answer.status));
  return said ? JSON.parse(said) : null;
}

/** A refusal by the server, in words for people. */
export class Refused extends Error {}

/**
 * Asks the browser for a new passkey.
 * @param {any} options
 */
export async function create(options) {
  const publicKey = { ...options, challenge: toBytes(options.challenge), user: { ...options.user, id: toBytes(options.user.id) }, excludeCredentials: withBytes(options.excludeCredentials) };
  const made = /** @type {PublicKeyCredential} */ (await navigator.credentials.create({ publicKey }));
  const response = /** @type {AuthenticatorAttestationResponse} */ (made.response);
  return {
    ...common(made),
    response: { clientDataJSON: toText(response.clientDataJSON), attestationObject: toText(response.attestationObject), transports: response.getTransports?.() ?? [] },
  };
}

/**
 * Asks the browser for a signature by a passkey of this site.
 * @param {any} options
 */
export async function get(options) {
  const publicKey = { ...options, challenge: toBytes(options.challenge), allowCredentials: withBytes(options.allowCredentials) };
  const found = /** @type {PublicKeyCredential} */ (await navigator.credentials.get({ publicKey }));
  const response = /** @type {AuthenticatorAssertionResponse} */ (found.response);
  return {
    ...common(found),
    response: {
      clientDataJSON: toText(response.clientDataJSON),
      authenticatorData: toText(response.authenticatorData),
      signature: toText(response.signature),
      userHandle: toText(response.userHandle),
    },
  };
}

/** @param {PublicKeyCredential} credential */
const common = (credential) => ({
  id: credential.id,
  rawId: toText(credential.rawId),
  type: credential.type,
  authenticatorAttachment: credential.authenticatorAttachment,
  clientExtensionResults: credential.getClientExtensionResults(),
});
