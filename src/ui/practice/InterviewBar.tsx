/** Placeholder of this branch: phase, clock and what can be asked of the interviewer, over the canvas. */
export default function InterviewBar() {
  return <p>Clock</p>;
}
