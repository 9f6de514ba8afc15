/** The English words about a session that is about to end. */
export const keepAlive = {
  keepAlive: {
    idleTitle: 'Are you still there?',
    idle: 'Nothing has happened here for a while. To keep your account safe, you will be signed out in:',
    expiryTitle: 'Your session is about to end',
    expiry: 'You will be signed out in:',
    absoluteTitle: 'Save your work',
    absolute:
      'You have been signed in for as long as is allowed here. Then you can sign in again. You will be signed out in:',
    stay: 'Stay signed in',
    staying: 'One moment…',
    ok: 'OK',
    signOut: 'Sign out',
    left: (seconds: number) => {
      const minutes = seconds < 120 ? 1 : Math.round(seconds / 60);
      const [count, unit] = seconds < 60 ? [seconds, 'second'] : [minutes, 'minute'];
      return `You will be signed out in ${count === 1 ? `one ${unit}` : `${count} ${unit}s`}.`;
    },
  },
  details: {
    'keep-alive': 'The page author has set a time of stytch-keep-alive that cannot be; its default is used.',
  },
};
