import { lazy, Suspense, useRef, useState } from 'react';
import { boundaryProperties, noteProperties } from '#catalog/diagram-fields.ts';
import { connectionProperties } from '#catalog/connection.ts';
import { kindOf } from '#catalog/kinds.ts';
import { entryOf } from '#catalog/palette.ts';
import { boundaryTitle } from '#drawing/scene.ts';
import type { Boundary, Component, Connection, Diagram, Id, Note } from '#diagram/diagram.ts';
import type { Report } from '#rules/finding.ts';
import { useEditorState } from '#ui/parts/editor-context.tsx';
import { GlyphIcon } from '#ui/parts/Glyph.tsx';
import { Tabs } from '#ui/parts/Tabs.tsx';
import { Caveats } from './Caveats.tsx';
import { ConnectionHead } from './ConnectionHead.tsx';
import { DiagramInspector } from './DiagramInspector.tsx';
import styles from './Inspector.module.css';
import { NameField } from './NameField.tsx';
import { PropertyForm } from './PropertyForm.tsx';
import { useFieldRequest } from './use-field-request.ts';

const Estimates = lazy(() => import('./Estimates.tsx'));
const FindingList = lazy(() => import('./FindingList.tsx'));

type Tab = 'properties' | 'caveats' | 'findings';

/** What is stated about the selection, what to know about it, and what the rules say. */
export default function Inspector({ today }: { readonly today: () => string }) {
  const request = useEditorState((state) => state.fieldRequest);
  const isAboutRecord = useEditorState((state) => state.selection.size > 0);
  const [tab, setTab] = useState<Tab>('properties');
  const [seen, setSeen] = useState(request);
  const form = useRef<HTMLDivElement>(null);
  if (request !== seen) {
    setSeen(request);
    setTab('properties');
  }
  useFieldRequest(request, form);
  return (
    <div ref={form} className={styles.frame}>
      {isAboutRecord ? <RecordInspector today={today} tab={tab} onTab={setTab} /> : <DiagramInspector />}
    </div>
  );
}

interface RecordInspectorProps {
  readonly today: () => string;
  readonly tab: Tab;
  onTab(tab: Tab): void;
}

function RecordInspector({ today, tab, onTab }: RecordInspectorProps) {
  const diagram = useEditorState((state) => state.diagram);
  const selection = useEditorState((state) => state.selection);
  const report = useEditorState((state) => state.report);
  const subject = subjectOf(diagram, [...selection]);
  const findings = report.findings.filter(({ primary }) => selection.has(primary));
  const tabs: readonly { readonly value: Tab; readonly label: string }[] = [
    { value: 'properties', label: 'Properties' },
    { value: 'caveats', label: 'Caveats' },
    { value: 'findings', label: findings.length > 0 ? `Findings ${findings.length}` : 'Findings' },
  ];
  return (
    <aside className={styles.inspector} aria-label="Inspector">
      <Head subject={subject} />
      {subject.type === 'mixed' ? (
        <p className={styles.empty}>These are of different kinds and share no properties. Select components of one kind to edit them together.</p>
      ) : (
        <>
          <Tabs label="Inspector" value={tab} tabs={subject.type === 'component' ? tabs : tabs.filter(({ value }) => value !== 'caveats')} onChange={onTab} />
          <div className={styles.body} role="tabpanel" aria-label={tab}>
            {tab === 'findings' ? (
              <Suspense>
                <FindingList findings={findings} today={today} />
              </Suspense>
            ) : tab === 'caveats' && subject.type === 'component' ? (
              <Caveats kind={kindOf(subject.kind)} />
            ) : (
              <Form key={subject.ids.join()} diagram={diagram} subject={subject} report={report} />
            )}
          </div>
        </>
      )}
    </aside>
  );
}

type Subject =
  | { readonly type: 'component'; readonly ids: readonly Id[]; readonly kind: string; readonly records: readonly Component[] }
  | { readonly type: 'connection'; readonly ids: readonly Id[]; readonly records: readonly Connection[] }
  | { readonly type: 'boundary'; readonly ids: readonly Id[]; readonly records: readonly Boundary[] }
  | { readonly type: 'note'; readonly ids: readonly Id[]; readonly records: readonly Note[] }
  | { readonly type: 'mixed'; readonly ids: readonly Id[] };

/** What the inspector is about: records of one sort, components of one kind. Connections among selected components do not make it mixed. */
function subjectOf(diagram: Diagram, ids: readonly Id[]): Subject {
  const components = pick(diagram.components, ids);
  const connections = pick(diagram.connections, ids);
  const boundaries = pick(diagram.boundaries, ids);
  const notes = pick(diagram.notes, ids);
  const [first] = components;
  if (first && boundaries.length + notes.length === 0 && components.every(({ kind }) => kind === first.kind)) {
    return { type: 'component', ids: components.map(({ id }) => id), kind: first.kind, records: components };
  }
  if (connections.length === ids.length) return { type: 'connection', ids, records: connections };
  if (boundaries.length === ids.length) return { type: 'boundary', ids, records: boundaries };
  if (notes.length === ids.length) return { type: 'note', ids, records: notes };
  return { type: 'mixed', ids };
}

const pick = <R,>(table: ReadonlyMap<Id, R>, ids: readonly Id[]): R[] => ids.flatMap((id) => table.get(id) ?? []);

function Head({ subject }: { readonly subject: Subject }) {
  const { title, subtitle } = titlesOf(subject);
  const [record] = subject.type === 'component' ? subject.records : [];
  const family = kindOf(record?.kind ?? '')?.family ?? 'compute';
  const glyph = record && entryOf(record.kind, record.properties)?.glyph;
  return (
    <header className={styles.head}>
      {glyph && (
        <span className={styles.tile} style={{ color: `var(--accent-${family})`, background: `var(--tint-${family})` }} data-plain={family === 'compute'}>
          <GlyphIcon paths={glyph} size={19} />
        </span>
      )}
      <span className={styles.titles}>
        <h2>{title}</h2>
        <span className={styles.subtitle}>{subtitle}</span>
      </span>
    </header>
  );
}

function titlesOf(subject: Subject): { readonly title: string; readonly subtitle: string } {
  if (subject.type === 'mixed') return { title: `${subject.ids.length} items`, subtitle: 'Several kinds' };
  const [record] = subject.records;
  const many = subject.ids.length > 1;
  if (subject.type === 'component') {
    const [first] = subject.records;
    const kind = (first && entryOf(first.kind, first.properties)?.label) ?? kindOf(subject.kind)?.label ?? `Unknown kind: ${subject.kind}`;
    return many ? { title: `${subject.ids.length} components`, subtitle: kindOf(subject.kind)?.label ?? kind } : { title: first?.name ?? '', subtitle: kind };
  }
  const sort = { connection: 'Connection', boundary: 'Boundary', note: 'Note' }[subject.type];
  if (many || !record) return { title: `${subject.ids.length} ${sort.toLowerCase()}s`, subtitle: sort };
  if (subject.type === 'boundary' && subject.records[0]) return { title: boundaryTitle(subject.records[0]) || sort, subtitle: sort };
  return { title: sort, subtitle: subject.type === 'connection' ? 'What the arrow means' : 'Beside the drawing' };
}

function Form({ diagram, subject, report }: { readonly diagram: Diagram; readonly subject: Exclude<Subject, { type: 'mixed' }>; readonly report: Report }) {
  const asked = new Set(report.questions.flatMap(({ fields }) => fields.filter(({ record }) => subject.ids.includes(record)).map(({ property }) => property)));
  const [only] = subject.ids.length === 1 ? subject.ids : [];
  switch (subject.type) {
    case 'component': {
      const kind = kindOf(subject.kind);
      return (
        <>
          {only !== undefined && <NameField id={only} label="Name" value={subject.records[0]?.name ?? ''} />}
          <PropertyForm table={kind?.properties ?? {}} records={subject.records} asked={asked} {...(kind ? { kind } : {})} />
          {only !== undefined && (
            <Suspense>
              <Estimates record={only} />
            </Suspense>
          )}
        </>
      );
    }
    case 'connection':
      return (
        <>
          {subject.records[0] && only !== undefined && <ConnectionHead diagram={diagram} connection={subject.records[0]} />}
          {only !== undefined && <NameField id={only} label="Label" value={subject.records[0]?.label ?? ''} />}
          <PropertyForm table={connectionProperties} records={subject.records} asked={asked} />
          {only !== undefined && (
            <Suspense>
              <Estimates record={only} />
            </Suspense>
          )}
        </>
      );
    case 'boundary':
      return (
        <>
          {only !== undefined && <NameField id={only} label="Name" value={subject.records[0]?.name ?? ''} />}
          <PropertyForm table={boundaryProperties} records={subject.records} asked={asked} />
        </>
      );
    case 'note':
      return (
        <>
          {only !== undefined && <NameField id={only} label="Text" value={subject.records[0]?.text ?? ''} isLong />}
          <PropertyForm table={noteProperties} records={subject.records} asked={asked} />
        </>
      );
  }
}
