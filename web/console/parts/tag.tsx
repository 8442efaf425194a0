import { Icon, type IconName } from './icon.tsx';

/** A word about a signal. `strong` ones ask for attention: by a frame and an icon too, not by colour alone. */
export const Tag = ({ icon, strong, children }: { icon?: IconName; strong?: boolean; children: string }) => (
  <span class={`tag${strong ? ' tag--strong' : ''}`}>
    {icon && <Icon name={icon} />}
    {children}
  </span>
);
