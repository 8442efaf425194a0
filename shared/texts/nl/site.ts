/** The pages that every public site owes. This file is the source; `en` follows its type. */
export const site = {
  accessibility: {
    title: 'Toegankelijkheid',
    description: 'Hoe toegankelijk deze website is, en wat u kunt doen als iets niet lukt.',
    heading: 'Toegankelijkheid',
    lead: 'Iedereen moet hier een signaal kunnen doorgeven. Ook met een voorleeshulp, of zonder muis.',
    statusHeading: 'Hoe toegankelijk is deze website?',
    standard: 'Wij volgen de regels van WCAG 2.2, niveau A en AA. De wet vraagt dat ook, met EN 301 549.',
    status: {
      full: 'Deze website voldoet aan alle regels.',
      partial: 'Deze website voldoet nog niet aan alle regels. Wij weten wat er mist en lossen het op.',
      'first-steps': 'Deze website is nog niet helemaal onderzocht. Wij testen elke wijziging zelf.',
    },
    statedOn: (date: string) => `Dit schreven wij op ${date}.`,
    audit: (by: string, date: string) => `${by} onderzocht de website op ${date}.`,
    noAudit: 'Een onafhankelijk onderzoek is er nog niet geweest.',
    register: 'Lees de hele verklaring in {register}.',
    registerName: 'het register van de overheid',
    howHeading: 'Wat doen wij?',
    how: [
      'U kunt alles met alleen het toetsenbord.',
      'De letters en kleuren zijn goed te lezen. Vergroten mag tot 400 procent.',
      'Het formulier werkt ook zonder JavaScript.',
      'De teksten zijn kort en in gewone taal.',
    ],
    helpHeading: 'Lukt iets niet?',
    help: 'Bel {phone} of mail naar {mailbox}. U kunt uw signaal ook aan de telefoon doorgeven.',
    answer: 'U hoort binnen twee weken wat wij doen.',
    complaint: 'Bent u het er niet mee eens? Dan kunt u naar {ombudsman}.',
    ombudsmanName: 'de Nationale ombudsman',
  },
  security: {
    title: 'Een lek melden',
    description: 'Hebt u een zwakke plek in deze website gevonden? Zo laat u het ons weten.',
    heading: 'Hebt u een zwakke plek gevonden?',
    lead: 'Vertel het ons voordat u het aan anderen vertelt. Dan maken wij het veilig.',
    how: 'Mail naar {contact}. Vertel wat u deed en wat u zag.',
    askHeading: 'Wat vragen wij?',
    ask: [
      'Kijk niet verder dan nodig is.',
      'Bekijk, wijzig of bewaar geen gegevens van anderen.',
      'Leg de website niet plat.',
      'Wacht met vertellen tot wij het hebben opgelost.',
    ],
    promiseHeading: 'Wat beloven wij?',
    promise: [
      'U hoort binnen drie werkdagen van ons.',
      'Wij doen geen aangifte als u zich hieraan houdt.',
      'U mag anoniem blijven.',
    ],
  },
};

export type SiteTexts = typeof site;
