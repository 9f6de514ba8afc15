/** The English words of a first factor: log-in, step-up and what links bring. */
export const entrance = {
  entrance: {
    email: 'Email',
    password: 'Password',
    showPassword: 'Show password',
  },
};
