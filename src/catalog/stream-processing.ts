import { properties } from './property.ts';

/** How a stream is cut into windows (A.7); also stated on a service or worker that processes one. */
export const streamProcessing = properties({
  windowing: { type: 'enum', options: ['none', 'tumbling', 'hopping', 'sliding', 'session'], label: 'Windowing', help: 'How events are grouped.', group: 'delivery', typical: 'none' },
  windowBy: { type: 'enum', options: ['time', 'count'], label: 'Window by', help: 'Group by time or count.', group: 'delivery', typical: 'time' },
  windowSizeSeconds: { type: 'number', min: 0, unit: 's', label: 'Window length', help: 'Length of a window in time.', group: 'delivery', typical: 60 },
  windowSizeEvents: { type: 'number', min: 0, unit: 'events', label: 'Window length, in events', help: 'Length of a window in events.', group: 'delivery', typical: 60 },
  timeSemantics: { type: 'enum', options: ['event-time', 'ingestion-time', 'processing-time'], label: 'Time semantics', help: 'Whose clock.', group: 'delivery', typical: 'event-time' },
  watermarkDelaySeconds: { type: 'number', min: 0, unit: 's', label: 'Watermark delay', help: 'How long to wait before a window closes.', group: 'delivery', typical: 5 },
  allowedLatenessSeconds: { type: 'number', min: 0, unit: 's', label: 'Allowed lateness', help: 'How late an event may still count.', group: 'delivery', typical: 60 },
  lateEventPolicy: { type: 'enum', options: ['drop', 'side-output', 'update-result'], label: 'Late event policy', help: 'What happens to events that come later still.', group: 'delivery', typical: 'side-output' },
});
