// Folds frames, one JSON text a line of the standard input, with the fold.js whose folder is the first argument, and
// prints what the screen shows in the end.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const folder = pathToFileURL(`${process.argv[2]}/`);
const { applyEntries, fromSnapshot } = await import(new URL('fold.js', folder));
const { isBehind } = await import(new URL('token.js', folder));

let state = null;
for (const line of readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
  const frame = JSON.parse(line);
  if (frame.type === 'reset') state = null;
  if (frame.type === 'snapshot' && isBehind(state?.token ?? null, frame.token)) state = fromSnapshot(frame);
  if (frame.type === 'entries' && state !== null) state = applyEntries(state, frame).state;
}
const minutes = [...state.minutes].sort(([a], [b]) => a - b);
process.stdout.write(JSON.stringify({ ...state, minutes }));
