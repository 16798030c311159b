/** Placeholder of this branch. */
export default function History() {
  return <p>History</p>;
}
