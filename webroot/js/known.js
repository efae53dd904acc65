// What this browser knows of languages and zones of time. A name that it does not know never stops a page.

/** Zones that were renamed or split off after browsers that are still in use were made, with what those call them. */
const EARLIER_NAMES = {
  'America/Ciudad_Juarez': 'America/Ojinaga',
  'America/Coyhaique': 'America/Punta_Arenas',
  'America/Nuuk': 'America/Godthab',
  'Asia/Ho_Chi_Minh': 'Asia/Saigon',
  'Asia/Kathmandu': 'Asia/Katmandu',
  'Asia/Kolkata': 'Asia/Calcutta',
  'Asia/Qostanay': 'Asia/Qyzylorda',
  'Asia/Yangon': 'Asia/Rangoon',
  'Atlantic/Faroe': 'Atlantic/Faeroe',
  'Europe/Kyiv': 'Europe/Kiev',
  'Pacific/Kanton': 'Pacific/Enderbury',
};

/** Languages to try in this order: the page's, then English. A name that is none is left out. */
export function localesOf(language) {
  try {
    return [...Intl.getCanonicalLocales(language), 'en'];
  } catch {
    return ['en'];
  }
}

/** Asking is dear, and lists ask for the same zone in each row. */
const asked = new Map();

export function knowsZone(zone) {
  if (!asked.has(zone)) asked.set(zone, isZone(zone));
  return asked.get(zone);
}

function isZone(zone) {
  try {
    return Boolean(zone) && Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

/** How this browser calls a zone, or null: times are then those of UTC, and say so. */
export function knownZone(zone, knows = knowsZone) {
  return [zone, EARLIER_NAMES[zone]].find((name) => name && knows(name)) ?? null;
}

/** A format of instants in a zone; what cannot be written (no time at all) is the empty text. */
export function timeFormat(language, options, zone) {
  const known = knownZone(zone);
  const where = known ? { timeZone: known } : { timeZone: 'UTC', timeZoneName: 'short' };
  const format = new Intl.DateTimeFormat(localesOf(language), { ...options, ...where });
  return (date) => (Number.isFinite(Number(date)) ? format.format(date) : '');
}
