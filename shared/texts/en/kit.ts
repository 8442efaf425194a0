import type { KitTexts } from '../nl/kit.ts';

export const kit: KitTexts = {
  poster: 'Poster',
  cards: 'Cards',
  slips: 'Slips',
  scan: 'Scan the code',
  orGoTo: 'or go to',
  orCall: 'or call',
  danger: (emergency) => `Danger right now? Call ${emergency}.`,
  joins: (name) => `${name} takes part`,
  service: (municipality) => `A service of the municipality of ${municipality}`,
  short: 'Worried about somebody who is often alone? Scan the code. The page is in English too.',
  slip: {
    lead: 'Have you noticed that somebody is often alone? Fill in this slip.',
    address: 'What is the address? We do not need a name.',
    street: 'Street and house number',
    town: 'Postcode and town',
    signs: 'What do you notice?',
    about: 'Would you like to tell us more?',
    you: 'Who are you?',
    phone: 'Your phone number (optional)',
    handInHeading: 'Where do you hand it in?',
    handIn: (desk) => `Take this slip to: ${desk}.`,
    notHere: 'Do not leave it in the shop. That keeps it between you and us.',
  },
};
