import type { Kind } from '#catalog/kind.ts';
import styles from './Inspector.module.css';

/** Things to know about a kind, with where they come from. */
export function Caveats({ kind }: { readonly kind: Kind | undefined }) {
  if (!kind) return <p className={styles.empty}>Caveat does not know this kind. Its values are kept as they are.</p>;
  return (
    <>
      <p className={styles.lead}>{kind.summary}</p>
      <ul className={styles.caveats}>
        {kind.caveats.map(({ text, source }) => (
          <li key={text}>
            {text}
            {source && <Source source={source} />}
          </li>
        ))}
      </ul>
      {kind.products.some(({ facts }) => facts) && (
        <>
          <h3 className={styles.heading}>Products</h3>
          <ul className={styles.caveats}>
            {kind.products
              .filter(({ facts }) => facts)
              .map(({ name, facts }) => (
                <li key={name}>
                  <strong>{name}.</strong> {facts?.join(' ')}
                </li>
              ))}
          </ul>
        </>
      )}
    </>
  );
}

/** An address as a link by its host, anything else by its name. */
function Source({ source }: { readonly source: string }) {
  const host = /^https?:\/\/(?:www\.)?([^/]+)/.exec(source)?.[1];
  if (host === undefined) return <span className={styles.source}>{source}</span>;
  return (
    <a className={styles.source} href={source} target="_blank" rel="noreferrer">
      {host}
    </a>
  );
}
