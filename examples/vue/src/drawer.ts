export const papers = [
  { title: 'Lease, Harbour Street 4', date: '3 March' },
  { title: 'Minutes of the spring meeting', date: '21 May' },
  { title: 'Insurance, both vans', date: '9 June' },
];
