// Reads times as people type them, as the server does (Formats/TypedTime.cs). Local time of the site: nothing here knows the browser's zone.

const DATE = String.raw`(?:(?<c>\d{8})|(?<y>\d{4})[-/.年] ?(?<m>\d{1,2})[-/.月] ?(?<d>\d{1,2})日?)`;
const TIME = String.raw`(?:(?<h1>\d{2})(?<i1>\d{2})|(?<h2>\d{1,2})[:时] ?(?<i2>\d{1,2})分?|(?<h3>\d{1,2})时)`;
const WRITTEN = new RegExp(`^${DATE}(?:[T ]|(?<=日)) *${TIME}$`);

/**
 * The time as yyyy-MM-dd HH:mm, or null when the text is none.
 * @param {string} typed
 * @returns {string | null}
 */
export function readTime(typed) {
  const plain = typed.trim().replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)).replace(/：/g, ":").replace(/　/g, " ");
  const groups = WRITTEN.exec(plain)?.groups;
  const date = groups && readDate(groups);
  if (!groups || !date) return null;
  const hour = Number(groups.h1 ?? groups.h2 ?? groups.h3);
  const minute = Number(groups.i1 ?? groups.i2 ?? 0);
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return null;
  const [year, month, day] = date;
  // UTC is only an abacus here: 24:00 becomes the next day's 00:00.
  const at = new Date(Date.UTC(year, month - 1, day, hour, minute));
  return at.toISOString().slice(0, 16).replace("T", " ");
}

/**
 * @param {Record<string, string | undefined>} groups
 * @returns {[number, number, number] | null}
 */
function readDate(groups) {
  let [year, month, day] = [Number(groups.y), Number(groups.m), Number(groups.d)];
  const digits = groups.c;
  if (digits) {
    [day, month, year] = [Number(digits.slice(0, 2)), Number(digits.slice(2, 4)), Number(digits.slice(4))];
    if (year < 1900 || year > 2099 || month < 1 || month > 12) [year, month, day] = [Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6))];
  }
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return year >= 1900 && year <= 2099 && month >= 1 && month <= 12 && day >= 1 && day <= days ? [year, month, day] : null;
}
