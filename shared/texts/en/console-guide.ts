import type { GuideTexts } from '../console-guide-texts.ts';

export const guide: GuideTexts = {
  title: 'How it works',
  intro: 'Somebody is worried about a resident and passes that on. You look into it, visit and record what came of it.',
  steps: [
    {
      title: '1. Look into it',
      text: 'You call the reporter or a colleague. Is there real cause for worry? Then you visit.',
    },
    {
      title: '2. Visit',
      text: 'Plan a visit, preferably today. Does nobody open the door? Record that and try again.',
    },
    {
      title: '3. Tell',
      text: 'Say why you have come and hand over the letter. The resident is allowed to know what was recorded.',
    },
    {
      title: '4. Ask',
      text: 'Ask whether the municipality may keep the data. The resident decides. Everything can be erased at once, at the door.',
    },
    {
      title: '5. Help',
      text: 'Does the resident want help? Refer them, and ask later whether help has started.',
    },
    { title: '6. Close', text: 'Choose what came of it. After that the data is erased automatically.' },
  ],
  goodToKnow: 'Good to know',
  facts: [
    'There is nothing to remember. The biggest button is always the next step.',
    'Are you late or away? Then another organisation is e-mailed. The signal does not get lost.',
    'You can always hand a signal over to somebody else.',
    'Do not name the reporter, unless it says that you may.',
    'We record who read and did what. The resident is allowed to know that.',
  ],
  stuck: 'Are you stuck? Ask the municipality for the coordinator.',
  danger: 'Do you see danger? Call 112. Record it afterwards.',
};
