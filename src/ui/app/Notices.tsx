import { type ComponentType, useEffect, useState } from 'react';
import { onNotice } from '#ui/parts/notify.ts';
import { useTheme } from '#ui/theme/theme.ts';
import type { ToasterProps } from 'sonner';

/** Shows notices as toasts; their library is loaded with the first one. */
export function Notices() {
  const theme = useTheme();
  const [Toaster, setToaster] = useState<ComponentType<ToasterProps>>();
  useEffect(
    () =>
      onNotice(({ text, tone }) => {
        void import('sonner').then((sonner) => {
          setToaster(() => sonner.Toaster);
          setTimeout(() => (tone === 'problem' ? sonner.toast.error(text, { duration: Infinity, closeButton: true }) : sonner.toast(text)), 0);
        });
      }),
    [],
  );
  return Toaster ? <Toaster theme={theme} position="bottom-center" containerAriaLabel="Notices" /> : null;
}
