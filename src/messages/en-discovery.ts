/** The English words of choosing an organization. */
export const discovery = {
  discovery: {},
};
