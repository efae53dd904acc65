/**
 * What is said of the figures of an event that has ended: final, or that late edits still arrive, until when if that is
 * known. Pure. `ending` comes with the page, `status` is that of the newest state: [status, when it ends, final since].
 */
export function endingText({ final, late, until, finalFrom }, status, now) {
  if (status?.[2]) return final;
  return finalFrom !== null && now < finalFrom ? until : late;
}
