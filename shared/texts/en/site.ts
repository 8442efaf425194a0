import type { SiteTexts } from '../nl/site.ts';

export const site: SiteTexts = {
  accessibility: {
    title: 'Accessibility',
    description: 'How accessible this website is, and what you can do when something does not work.',
    heading: 'Accessibility',
    lead: 'Everybody should be able to pass on a signal here. Also with a screen reader, or without a mouse.',
    statusHeading: 'How accessible is this website?',
    standard: 'We follow the rules of WCAG 2.2, levels A and AA. The law asks that too, with EN 301 549.',
    status: {
      full: 'This website meets all rules.',
      partial: 'This website does not meet all rules yet. We know what is missing and are mending it.',
      'first-steps': 'This website has not been fully examined yet. We test every change ourselves.',
    },
    statedOn: (date) => `We wrote this on ${date}.`,
    audit: (by, date) => `${by} examined the website on ${date}.`,
    noAudit: 'There has been no independent examination yet.',
    register: 'Read the whole statement in {register}.',
    registerName: 'the register of the Dutch government',
    howHeading: 'What do we do?',
    how: [
      'You can do everything with the keyboard alone.',
      'Letters and colours are easy to read. You can enlarge up to 400 per cent.',
      'The form also works without JavaScript.',
      'The texts are short and in plain language.',
    ],
    helpHeading: 'Does something not work?',
    help: 'Call {phone} or mail {mailbox}. You can also pass on your signal by phone.',
    answer: 'You will hear within two weeks what we do.',
    complaint: 'Do you not agree? Then you can go to {ombudsman}.',
    ombudsmanName: 'the National Ombudsman',
  },
  security: {
    title: 'Report a vulnerability',
    description: 'Did you find a weakness in this website? This is how you let us know.',
    heading: 'Did you find a weakness?',
    lead: 'Tell us before you tell others. Then we make it safe.',
    how: 'Mail {contact}. Tell us what you did and what you saw.',
    askHeading: 'What do we ask?',
    ask: [
      'Look no further than is needed.',
      'Do not view, change or keep data of others.',
      'Do not take the website down.',
      'Wait with telling until we have solved it.',
    ],
    promiseHeading: 'What do we promise?',
    promise: [
      'You will hear from us within three working days.',
      'We do not go to the police if you keep to this.',
      'You may stay anonymous.',
    ],
  },
};
