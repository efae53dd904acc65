// Edits a minute over the last hour as a line. Pure geometry; the picture is 100 x 40.

const WIDTH = 100;
const HEIGHT = 40;
const LEAST_TOP = 4;

/** {line, area, top, now, sum} of the 60 [minute, edits]; the line is smoothed over three minutes, the figures are not. */
export function rateLine(minutes) {
  const edits = minutes.map(([, count]) => count);
  const smooth = edits.map((_, i) => mean(edits.slice(Math.max(0, i - 1), i + 2)));
  const top = Math.max(LEAST_TOP, ...smooth);
  const step = WIDTH / Math.max(1, edits.length - 1);
  const points = smooth.map((value, i) => `${(i * step).toFixed(1)} ${(HEIGHT - 1 - (value / top) * (HEIGHT - 3)).toFixed(1)}`);
  const line = `M${points.join('L')}`;
  return {
    line,
    area: `${line}L${WIDTH} ${HEIGHT}L0 ${HEIGHT}Z`,
    top: Math.max(0, ...edits),
    now: edits.at(-1) ?? 0,
    sum: edits.reduce((a, b) => a + b, 0),
  };
}

function mean(values) {
  return values.reduce((a, b) => a + b, 0) / values.length;
}
