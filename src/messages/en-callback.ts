/** The English words of coming back by a link or a redirect. */
export const callback = {
  callback: {
    working: 'Signing you in…',
    signedInTitle: 'You are signed in',
    signedIn: (name: string, organization: string) => `You are signed in as ${name} · ${organization}.`,
    askTitle: 'You are already signed in',
    ask: (name: string, organization: string) =>
      `You are signed in as ${name} · ${organization}. Using this link signs you out there.`,
    stay: (organization: string) => `Stay in ${organization}`,
    newPasswordTitle: 'Choose a new password',
    newPassword: 'It takes the place of the one you had, if you had one.',
    replacePassword: (email: string) => `It takes the place of the one you had for ${email}.`,
    keepPassword: 'Keep my password',
    failedTitle: 'We could not sign you in',
    usedTitle: 'This link does not work any more',
    usedSignOn: 'This sign-in has been used already, or took too long. Start again.',
    otherBrowserTitle: 'This is another browser',
    linkTypeTitle: 'This link is for something else',
    refusedTitle: 'You have not signed in',
    givenUpTitle: 'You are not signed in',
    givenUp: 'Log in whenever you are ready.',
    interruptedTitle: 'Signing in was interrupted',
    interrupted: 'Open the link in your e-mail again, or log in once more.',
    still: (name: string, organization: string) => `You are still signed in as ${name} · ${organization}.`,
    backToLogin: 'Back to log-in',
  },
};
