import { type ComponentType, useEffect, useState } from 'react';
import { onNotice } from '#ui/parts/notify.ts';
import { useTheme } from '#ui/theme/theme.ts';
import type { ToasterProps } from 'sonner';

/** How long a notice with a button stays, in milliseconds: long enough to read it and to decide. */
const timeToDecide = 10_000;

/** Shows notices as toasts; their library is loaded with the first one. */
export function Notices() {
  const theme = useTheme();
  const [Toaster, setToaster] = useState<ComponentType<ToasterProps>>();
  useEffect(
    () =>
      onNotice(({ text, tone, action }) => {
        void import('sonner').then((sonner) => {
          setToaster(() => sonner.Toaster);
          const button = action && { action: { label: action.label, onClick: () => action.run() }, duration: timeToDecide };
          setTimeout(() => (tone === 'problem' ? sonner.toast.error(text, { ...button, duration: Infinity, closeButton: true }) : sonner.toast(text, button)), 0);
        });
      }),
    [],
  );
  return Toaster ? <Toaster theme={theme} position="bottom-center" style={{ fontFamily: 'inherit' }} containerAriaLabel="Notices" /> : null;
}
