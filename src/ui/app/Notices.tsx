import { type ComponentType, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { onNotice } from '#ui/parts/notify.ts';
import { useTheme } from '#ui/theme/theme.ts';
import type { ToasterProps } from 'sonner';

/** How long a notice with a button stays, in milliseconds: long enough to read it and to decide. */
const timeToDecide = 10_000;

/** Where notices can be seen and clicked: what lies outside the topmost modal dialog cannot. */
const stage = (): Element => [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.body;

/** Shows notices as toasts; their library is loaded with the first one. */
export function Notices() {
  const theme = useTheme();
  const [Toaster, setToaster] = useState<ComponentType<ToasterProps>>();
  const [host, setHost] = useState<Element>();
  useEffect(
    () =>
      onNotice(({ text, tone, action }) => {
        void import('sonner').then((sonner) => {
          setToaster(() => sonner.Toaster);
          setHost(stage());
          const button = action && { action: { label: action.label, onClick: () => action.run() }, duration: timeToDecide };
          setTimeout(() => (tone === 'problem' ? sonner.toast.error(text, { ...button, duration: Infinity, closeButton: true }) : sonner.toast(text, button)), 0);
        });
      }),
    [],
  );
  useEffect(() => {
    const move = (): void => setHost(stage());
    host?.addEventListener('close', move);
    return () => host?.removeEventListener('close', move);
  }, [host]);
  return Toaster && host ? createPortal(<Toaster theme={theme} position="bottom-center" style={{ fontFamily: 'inherit' }} containerAriaLabel="Notices" />, host) : null;
}
