/** Placeholder of this branch. */
export default function ScenarioLibrary() {
  return <p>ScenarioLibrary</p>;
}
