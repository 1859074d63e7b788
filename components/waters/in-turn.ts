const AT_ONCE = 3;
const waiting: (() => void)[] = [];
let open = 0;

/** Lets three pieces of work run at a time; the others wait their turn. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (open >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else open++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else open--;
  }
}
