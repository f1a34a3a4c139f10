/**
 * An error as the meters tell it: one that the budget caused says so. What is awaited throws outside of their guard.
 *
 * @param guard - of the meters whose budget may be exhausted
 * @param error - what was thrown
 * @returns a RuntimeError with the message `fuel exhausted`, or the error itself
 */
export function meteredError(guard: (call: () => never) => unknown, error: unknown): unknown {
  try {
    guard(() => {
      throw error;
    });
  } catch (known) {
    return known;
  }
  return error;
}
