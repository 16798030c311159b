/** Placeholder of this branch. */
export default function OwnScenarios() {
  return <p>OwnScenarios</p>;
}
