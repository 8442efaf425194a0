import type { GuideTexts } from '../console-guide-texts.ts';

export const guide: GuideTexts = {
  title: 'Zo werkt het',
  intro:
    'Iemand maakt zich zorgen over een bewoner en geeft dat door. U kijkt, gaat langs en legt vast wat eruit komt.',
  steps: [
    { title: '1. Kijken', text: 'U belt de melder of een collega. Is er echt een zorg? Dan gaat u langs.' },
    {
      title: '2. Langsgaan',
      text: 'Plan een bezoek, liefst vandaag. Doet niemand open? Leg dat vast en probeer het nog eens.',
    },
    {
      title: '3. Vertellen',
      text: 'Vertel waarom u komt en geef de brief. De bewoner mag weten wat er is opgeschreven.',
    },
    {
      title: '4. Vragen',
      text: 'Vraag of de gemeente de gegevens mag bewaren. De bewoner kiest. Wissen kan meteen, aan de deur.',
    },
    { title: '5. Helpen', text: 'Wil de bewoner hulp? Verwijs door, en vraag later of de hulp is gestart.' },
    { title: '6. Afronden', text: 'Kies wat eruit kwam. Daarna verdwijnen de gegevens vanzelf.' },
  ],
  goodToKnow: 'Goed om te weten',
  facts: [
    'U hoeft niets te onthouden. De grootste knop is steeds de volgende stap.',
    'Bent u te laat of weg? Dan krijgt een andere organisatie een mail. Het signaal raakt niet kwijt.',
    'U kunt een signaal altijd overdragen aan een ander.',
    'De naam van de melder noemt u niet, tenzij er staat dat het mag.',
    'Wij bewaren wie wat heeft gelezen en gedaan. De bewoner mag dat weten.',
  ],
  stuck: 'Komt u er niet uit? Vraag bij de gemeente naar de coördinator.',
  danger: 'Ziet u gevaar? Bel 112. Leg het daarna vast.',
};
