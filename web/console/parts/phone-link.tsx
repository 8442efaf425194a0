type Props = { phone: string };

/** A number that is called with one tap. Its groups keep their order in a language that runs the other way. */
export const PhoneLink = ({ phone }: Props) => (
  <a class="utrecht-link utrecht-link--html-a reach" dir="ltr" href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
    {phone}
  </a>
);
