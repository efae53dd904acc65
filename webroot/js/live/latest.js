/**
 * Edits as a page lists them beside their times: the latest first by when they were made, not by when they came. Of one
 * second the later number is first. What a line is known by stays its number. Gives a new list.
 */
export function latestFirst(edits) {
  return [...edits].sort((a, b) => b.at - a.at || b.seq - a.seq);
}
