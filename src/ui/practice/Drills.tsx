/** Placeholder of this branch. */
export default function Drills() {
  return <p>Drills</p>;
}
