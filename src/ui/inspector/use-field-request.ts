import { type RefObject, useEffect } from 'react';
import type { FieldRequest } from '#editor/editor.ts';

const served = new WeakSet<FieldRequest>();

/** Brings the field that is asked for into view, unfolds what hides it, and focuses its control; once for each request. */
export function useFieldRequest(request: FieldRequest | undefined, form: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (!request || served.has(request)) return;
    served.add(request);
    const field = form.current?.querySelector(`[data-property="${CSS.escape(request.property)}"]`);
    for (let outer = field?.parentElement; outer; outer = outer.parentElement) if (outer instanceof HTMLDetailsElement) outer.open = true;
    field?.scrollIntoView({ block: 'center' });
    const control = field?.querySelector<HTMLElement>('input, select, textarea') ?? field?.querySelector<HTMLElement>('button');
    control?.focus({ preventScroll: true });
  }, [request, form]);
}
