import type { Diagram } from '#diagram/diagram.ts';
import { sketch } from '#diagram/sketch.ts';
import type { CheckedFile, CheckRun } from '#formats/findings/checked.ts';
import { writeDiagram } from '#formats/json/write.ts';
import { validate } from '#rules/validate.ts';

/** Findings of every severity, one of them accepted, and a question. */
export const flawed = `
client web "Web app"
service api "Order API"
queue jobs "Email | jobs" { partitions: 3 }
worker mailer "Mailer"
cache-of-nothing odd "Odd"
core-database orders "Orders" { technology: PostgreSQL }
blob-storage files "Files" { chunkBytes: 1 }
stream events "Events" { replicationFactor: 1 }
web -> api -> jobs -> mailer
api -> orders { access: write }
api -> events
accept queue/missing-dead-letter-queue on jobs "Losing a <mail> is fine & agreed."
`;

/** A sketch after its check, as a file of this name. */
export function checkedFile(file: string, text: string, known: readonly string[] = []): CheckedFile {
  const diagram: Diagram = sketch(text);
  return { file, text: writeDiagram(diagram), diagram, report: validate(diagram, { today: '2026-11-25' }), known: new Set(known) };
}

/** A run over such files. */
export const checkRun = (files: readonly CheckedFile[], others: Partial<CheckRun> = {}): CheckRun => ({ files, unread: [], version: '1.2.3', hasBaseline: false, ...others });
