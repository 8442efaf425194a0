import type { SiteTexts } from '../nl/site.ts';

export const site: SiteTexts = {
  accessibility: {
    title: 'Accessibility',
    description: 'How accessible this website is, and what you can do when something does not work.',
    heading: 'Accessibility',
    lead: 'Everybody should be able to pass on a signal here. Also with a screen reader, or without a mouse.',
    statusHeading: 'How accessible is this website?',
    standard: 'We follow the rules of WCAG 2.2, levels A and AA. The law requires that too, through EN 301 549.',
    status: {
      full: 'This website meets all the rules.',
      partial: 'This website does not meet all the rules yet. We know what is missing and are fixing it.',
      'first-steps': 'This website has not been fully examined yet. We test every change ourselves.',
    },
    statedOn: (date) => `We wrote this on ${date}.`,
    audit: (by, date) => `${by} examined the website on ${date}.`,
    noAudit: 'There has been no independent examination yet.',
    register: 'Read the whole statement in {register}.',
    registerName: 'the register of the Dutch government',
    howHeading: 'What are we doing about it?',
    how: [
      'You can do everything with the keyboard alone.',
      'The letters and colours are easy to read. You can zoom in to 400 per cent.',
      'The form also works without JavaScript.',
      'The texts are short and in plain language.',
    ],
    helpHeading: 'Does something not work?',
    help: 'Call {phone} or e-mail {mailbox}. You can also pass on your signal by phone.',
    answer: 'You will hear within two weeks what we are going to do.',
    complaint: 'If you do not agree, you can go to {ombudsman}.',
    ombudsmanName: 'the National Ombudsman',
  },
  security: {
    title: 'Report a vulnerability',
    description: 'Have you found a weakness in this website? This is how to let us know.',
    heading: 'Have you found a weakness?',
    lead: 'Tell us before you tell others. Then we can make it safe.',
    how: 'E-mail {contact}. Tell us what you did and what you saw.',
    askHeading: 'What do we ask?',
    ask: [
      'Do not look further than necessary.',
      'Do not view, change or keep other people’s data.',
      'Do not take the website down.',
      'Do not tell others until we have solved it.',
    ],
    promiseHeading: 'What do we promise?',
    promise: [
      'You will hear from us within three working days.',
      'We will not go to the police if you keep to this.',
      'You can stay anonymous.',
    ],
  },
};
