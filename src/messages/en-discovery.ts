/** The English words of choosing an organization. */
export const discovery = {
  discovery: {
    title: 'Choose an organization',
    signingIn: (email: string) => `You are signing in as ${email}.`,
    stay: (organization: string) => `Cancel to stay in ${organization}.`,
    goBack: (organization: string) => `Go back to ${organization}`,
    accept: 'Accept invitation',
    entering: (organization: string) => `Going on to ${organization}…`,
    unreadable: 'Your organizations could not be loaded.',
    noneTitle: 'No organization yet',
    none: (email: string) => `${email} does not belong to any organization yet.`,
    useAnother: 'Use another address',
    createTitle: 'Create an organization',
    createText: 'Give the organization a name, and a web address for its links.',
    name: 'Organization name',
    slug: 'Web address',
    nameMissing: 'Enter a name of up to 128 characters.',
    expiredTitle: 'Your time is up',
    expired: 'For your safety, an organization has to be chosen within 10 minutes.',
  },
};
