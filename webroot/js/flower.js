// The flower: one seed an article, each at the golden angle from the one before. Pure geometry, no drawing.
// A page draws it first in SVG on the server (class Flower there); a test holds both to the same places.

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
const STEPS = [34, 55, 89, 144, 233, 377, 610, 987, 1597, 2584, 4181, 6765, 10946];
const MOST_PLACES_IN_A_SMALL_FLOWER = 120;
const LARGE_ARTICLE_BYTES = 9000;

/** How many places a flower of one seed an article has: the goal until it is passed, then the next step. */
export function placesForArticles(articles, goal) {
  if (goal > 0 && articles <= goal) return Math.min(goal, STEPS.at(-1));
  return STEPS.find((step) => step >= articles) ?? articles;
}

/** A small flower shows a share of the goal: a place each up to 120, beyond that 89 places. */
export function placesForGoal(target) {
  return target <= MOST_PLACES_IN_A_SMALL_FLOWER ? Math.max(1, target) : 89;
}

/** How many of these places are reached: never all of them before the target is. */
export function placesReached(value, target, places) {
  if (target <= 0 || value <= 0) return 0;
  return Math.min(places, Math.floor((value * places) / target));
}

/** Place k (from 0) of n in a circle of radius R. Its angle never depends on n; c is the room a seed has. */
export function place(k, n, R) {
  const c = R / (Math.sqrt(n) + 0.9);
  const distance = c * Math.sqrt(k + 0.6);
  const angle = k * GOLDEN_ANGLE - Math.PI / 2;
  return { x: distance * Math.cos(angle), y: distance * Math.sin(angle), angle, c };
}

/** The radius of the seed of an article that grew by so many bytes here. The innermost four have less room. */
export function seedRadius(bytes, c, k = Infinity) {
  const grown = Math.min(1, Math.sqrt(Math.max(0, bytes) / LARGE_ARTICLE_BYTES));
  return c * (0.46 + 0.42 * grown) * (k < 4 ? 0.88 : 1);
}

/** The petals of a bloom round (x, y), as ellipses. */
export function bloom(x, y, radius, petals, turn) {
  const width = radius * Math.min(0.36, 0.62 * Math.tan(Math.PI / petals));
  return Array.from({ length: petals }, (_, i) => {
    const angle = turn + (i / petals) * 2 * Math.PI;
    return {
      x: x + 0.54 * radius * Math.cos(angle),
      y: y + 0.54 * radius * Math.sin(angle),
      rx: 0.46 * radius,
      ry: width,
      angle,
    };
  });
}

/** The outline of one petal of a ring of n, pointing up from the inner to the outer radius. */
export function petalPath(n, inner, outer) {
  const length = outer - inner;
  const half = Math.min(length * 0.42, ((Math.PI * (inner + length * 0.62)) / n) * 1.25);
  const low = -(inner + length * 0.3);
  const high = -(outer + length * 0.06);
  const f = (value) => value.toFixed(2);
  return (
    `M0 ${f(-inner)}C${f(half * 0.75)} ${f(low)} ${f(half)} ${f(high)} 0 ${f(-outer)}` +
    `C${f(-half)} ${f(high)} ${f(-half * 0.75)} ${f(low)} 0 ${f(-inner)}Z`
  );
}
