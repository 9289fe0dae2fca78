/** A function that makes its value when it is first asked for, and gives the same one ever after. */
export function once(make) {
  let made;
  return () => (made ??= make());
}
