/** The lazy chunk: what we use of a library that knows every country's telephone numbers. */
export { getCountries, getCountryCallingCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';
