import { useQuery } from "@tanstack/react-query";
import { accountsApi } from "../accounts-api.js";
import { useWords } from "../language.js";
import styles from "./ApprovedMapCard.module.css";
import cardStyles from "./OverviewCard.module.css";

/** 标准地图: the map that the administrator put in, its approval number printed under it. Nothing where there is none. */
export function ApprovedMapCard() {
  const { leader } = useWords();
  const { data } = useQuery({ queryKey: ["approved-map"], queryFn: accountsApi.approvedMap });
  const map = data?.map;
  if (map === undefined || map === null) return null;
  return (
    <section className={cardStyles.card} data-wide="true" aria-label={leader.overview.map}>
      <header>
        <h2>{leader.overview.map}</h2>
      </header>
      <figure className={styles.figure}>
        <img src={`/api/approved-map/${map.sha256}`} alt={leader.overview.map} />
        <figcaption>{leader.overview.approval(map.approval)}</figcaption>
      </figure>
    </section>
  );
}
