/** Placeholder of this branch: shown by InterviewPanel once all is revealed. */
export default function Debrief() {
  return <p>Debrief</p>;
}
