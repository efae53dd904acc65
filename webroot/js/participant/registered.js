/**
 * Keeps the confirmation true while it is open: when the public feed says that the event moved, ended or was cancelled,
 * or somebody was taken back, and now and then besides (what happens to a private participant is in no public feed), the
 * page is read again and what differs takes its place. Without this script it was true when it was loaded.
 */
import { pageData } from '../dom.js';
import { watch } from '../live/watch.js';
import { showMyTimes } from './my-times.js';
import { renew } from './renew.js';

const NOW_AND_THEN_MS = 60_000;
const TELLING = new Set(['event', 'goal', 'withdrawn']);

const data = pageData();
let known = state(data.status, data.ends);

showMyTimes(document, data);

watch({
  feeds: [data.feed],
  pace: 'phone',
  onState(feed, { status: [status, endsAt] }, news) {
    const now = state(status, Date.parse(endsAt));
    const moved = known !== now;
    known = now;
    if (moved || news.some((entry) => TELLING.has(entry.kind))) renew(data);
  },
});

setInterval(() => document.visibilityState === 'visible' && renew(data), NOW_AND_THEN_MS);
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && renew(data));

/** What the feed tells of the event; the first snapshot may be newer than the page. */
function state(status, ends) {
  return `${status} ${ends}`;
}
