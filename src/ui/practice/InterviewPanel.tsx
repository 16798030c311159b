/** Placeholder of this branch: guide and notebook of the running interview, and the debrief after the reveal. */
export default function InterviewPanel() {
  return <p>Interview</p>;
}
