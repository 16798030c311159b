/** Placeholder of this branch. */
export default function Review() {
  return <p>Review</p>;
}
