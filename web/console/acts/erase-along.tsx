import { ChooseSome } from '../parts/choice-list.tsx';
import { useTexts } from '../shell.ts';
import { useSameAddressOptions } from './same-address-options.ts';
import { useWork } from './work.ts';

type Props = { value: readonly string[]; onChange: (also: string[]) => void };

/** "Gaat dit over dezelfde persoon?": what else is at the address goes along when the resident says so. */
export function EraseAlong({ value, onChange }: Props) {
  const { sameAddress } = useTexts();
  const { signal } = useWork();
  const options = useSameAddressOptions();
  return (
    <>
      {options.length > 0 && (
        <ChooseSome
          name="also"
          legend={sameAddress.erase}
          hint={sameAddress.eraseHint}
          options={options}
          value={value}
          onChange={onChange}
        />
      )}
      {signal.sameAddress?.elsewhere.map((owner) => (
        <p key={owner} class="utrecht-paragraph">
          {sameAddress.eraseElsewhere(owner)}
        </p>
      ))}
    </>
  );
}
