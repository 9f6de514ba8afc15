/** The English words of the menu of a member's account. */
export const user = {
  user: {
    menu: 'Account',
    settings: 'Verification methods',
  },
};
