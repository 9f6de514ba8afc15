/**
 * Does `work` unless another tab is at work of that name; says whether it has. On pages without locks (plain http) it is
 * simply done: there, what the tabs have noted has to be enough.
 */
export async function alone(name: string, work: () => Promise<void>): Promise<boolean> {
  const locks = (navigator as { locks?: LockManager }).locks;
  const done = () => work().then(() => true);
  if (!locks) return done();
  return locks.request(`stytch-elements:${name}`, { ifAvailable: true }, (lock) => (lock ? done() : false));
}
