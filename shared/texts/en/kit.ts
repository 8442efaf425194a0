import type { KitTexts } from '../nl/kit.ts';

export const kit: KitTexts = {
  poster: 'Poster',
  cards: 'Cards',
  slips: 'Slips',
  scan: 'Scan the code',
  orGoTo: 'or go to',
  orCall: 'or call',
  danger: (emergency) => `Danger right now? Call ${emergency}.`,
  joins: (name) => `${name} looks out for the neighbourhood`,
  service: (municipality) => `A service of the municipality of ${municipality}`,
  short: 'Worried about somebody who is often alone? Scan the code. The page is in English too.',
  slip: {
    lead: 'Do you see that somebody is often alone? Fill in this slip.',
    address: 'What is the address? No name is needed.',
    street: 'Street and house number',
    town: 'Postcode and town',
    signs: 'What do you notice?',
    about: 'Would you like to say more?',
    you: 'Who are you?',
    phone: 'Your phone number (not required)',
    handInHeading: 'Where do you hand it in?',
    handIn: (desk) => `Bring this slip to: ${desk}.`,
    notHere: 'Do not leave it in the shop. That keeps it between you and us.',
  },
};
