/** The English words of a gate that asks for a fresh proof. */
export const gating = {
  gate: {
    stale: 'Verify that it is you to see this.',
    verify: 'Verify',
    unavailable:
      'You cannot verify here in a way that is accepted. Logging out and in again may help; otherwise ask an administrator.',
  },
};
