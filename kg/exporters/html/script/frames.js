/** Lets the browser do what waits: draw, and answer the user. */
export function pause() {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** Calls `act` with the latest value, at most once a frame: a slider speaks faster than a large map can follow. */
export function oncePerFrame(act) {
  let waiting = null;
  return (value) => {
    if (waiting !== null) cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => {
      waiting = null;
      act(value);
    });
  };
}
