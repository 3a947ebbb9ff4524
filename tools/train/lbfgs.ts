/** Value of a function at a point; writes its gradient there. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

const MEMORY = 8;

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function addScaled(to: Float64Array, factor: number, from: Float64Array): void {
  for (let i = 0; i < to.length; i++) to[i]! += factor * from[i]!;
}

/** Two-loop recursion: the direction -H·gradient for the inverse Hessian H that the last steps suggest. */
function descent(gradient: Float64Array, moves: readonly Float64Array[], turns: readonly Float64Array[]): Float64Array {
  const direction = gradient.map((value) => -value);
  const factors = new Array<number>(moves.length);
  for (let j = moves.length - 1; j >= 0; j--) {
    factors[j] = dot(moves[j]!, direction) / dot(moves[j]!, turns[j]!);
    addScaled(direction, -factors[j]!, turns[j]!);
  }
  const [move, turn] = [moves.at(-1), turns.at(-1)];
  if (move !== undefined && turn !== undefined) {
    const scale = dot(move, turn) / dot(turn, turn);
    for (let i = 0; i < direction.length; i++) direction[i]! *= scale;
  }
  for (let j = 0; j < moves.length; j++) {
    addScaled(direction, factors[j]! - dot(turns[j]!, direction) / dot(moves[j]!, turns[j]!), moves[j]!);
  }
  return direction;
}

/**
 * The minimum of a convex function by L-BFGS with backtracking (Nocedal and Wright 2006, "Numerical optimization",
 * algorithms 7.4 and 3.1): no step size to choose, and the same bytes every time.
 */
export function minimise(objective: Objective, size: number, { rounds = 40, tolerance = 1e-2 } = {}): Float64Array {
  let point: Float64Array = new Float64Array(size);
  let gradient = new Float64Array(size);
  let value = objective(point, gradient);
  const moves: Float64Array[] = [];
  const turns: Float64Array[] = [];
  for (let round = 0; round < rounds && Math.sqrt(dot(gradient, gradient)) > tolerance; round++) {
    const direction = descent(gradient, moves, turns);
    const slope = dot(direction, gradient);
    const next = new Float64Array(size);
    const nextGradient = new Float64Array(size);
    // The first direction is the bare gradient, whose length says nothing of the distance.
    for (let step = round === 0 ? 1 / Math.sqrt(-slope) : 1;; step /= 2) {
      next.set(point);
      addScaled(next, step, direction);
      const found = objective(next, nextGradient);
      if (found <= value + 1e-4 * step * slope || step < 1e-12) {
        value = found;
        break;
      }
    }
    const move = next.map((to, i) => to - point[i]!);
    const turn = nextGradient.map((to, i) => to - gradient[i]!);
    if (dot(move, turn) > 1e-12) {
      moves.push(move);
      turns.push(turn);
      if (moves.length > MEMORY) [moves, turns].forEach((list) => list.shift());
    }
    [point, gradient] = [next, nextGradient];
  }
  return point;
}
