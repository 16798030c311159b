import { type Property, properties } from './property.ts';

/** How a stream is cut into windows. */
export const windowProperties = properties({
  windowing: { type: 'enum', options: ['none', 'tumbling', 'hopping', 'sliding', 'session'], label: 'Windowing', help: 'How events are gathered before they are added up.', group: 'behaviour', typical: 'none' },
  windowBy: { type: 'enum', options: ['time', 'count'], label: 'Window by', help: 'Whether a window is a stretch of time or a number of events.', group: 'behaviour', typical: 'time' },
  windowSizeSeconds: { type: 'number', min: 0, unit: 's', label: 'Window length', help: 'How long a window lasts.', group: 'behaviour', typical: 60 },
  windowSizeEvents: { type: 'number', min: 0, unit: 'events', label: 'Window length, in events', help: 'How many events fill a window.', group: 'behaviour', typical: 60 },
  timeSemantics: { type: 'enum', options: ['event-time', 'ingestion-time', 'processing-time'], label: 'Time semantics', help: 'Whose clock decides: when it happened, when it arrived, or when it was processed.', group: 'behaviour', typical: 'event-time' },
  watermarkDelaySeconds: { type: 'number', min: 0, unit: 's', label: 'Watermark delay', help: 'How long a window waits for stragglers before it closes.', group: 'behaviour', typical: 5 },
  allowedLatenessSeconds: { type: 'number', min: 0, unit: 's', label: 'Allowed lateness', help: 'How late an event may still correct a closed window. Often 0 unless set, and then late events vanish.', group: 'behaviour', typical: 60 },
  lateEventPolicy: { type: 'enum', options: ['drop', 'side-output', 'update-result'], label: 'Late event policy', help: 'What happens to events that come even later.', group: 'behaviour', typical: 'side-output' },
});

/** The same, stated on the service or worker that does the cutting. */
export const streamProcessing = {
  type: 'record',
  fields: windowProperties,
  label: 'Stream processing',
  help: 'If it adds up a stream: how it cuts the events into windows.',
  group: 'behaviour',
} as const satisfies Property;
