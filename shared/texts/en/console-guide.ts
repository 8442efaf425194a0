import type { GuideTexts } from '../console-guide-texts.ts';

export const guide: GuideTexts = {
  title: 'How it works',
  intro: 'Somebody worries about a resident and passes that on. You look into it, go there and record what came of it.',
  steps: [
    {
      title: '1. Look into it',
      text: 'You call the reporter or a colleague. Is there a real worry? Then you go there.',
    },
    { title: '2. Go there', text: 'Plan a visit, preferably today. Nobody opens? Record that and try again.' },
    {
      title: '3. Tell',
      text: 'Tell why you came and hand over the letter. The resident may know what was written down.',
    },
    {
      title: '4. Ask',
      text: 'Ask whether the municipality may keep the data. The resident decides. Erasing is possible at once, at the door.',
    },
    {
      title: '5. Help',
      text: 'Does the resident want help? Show the way, and ask later whether the help has started.',
    },
    { title: '6. Close', text: 'Choose what came of it. After that the data disappear by themselves.' },
  ],
  goodToKnow: 'Good to know',
  facts: [
    'There is nothing to remember. The biggest button is always the next step.',
    'Are you late or away? Then another organisation gets a mail. The signal does not get lost.',
    'You can always hand a signal over to somebody else.',
    'You do not name the reporter, unless it says that you may.',
    'We keep who read and did what. The resident may know that.',
  ],
  stuck: 'Are you stuck? Ask the municipality for the coordinator.',
  danger: 'Do you see danger? Call 112. Record it afterwards.',
};
