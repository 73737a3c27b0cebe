import { NavLink, useNavigate, useParams } from "react-router";
import { useBoardAddress } from "../board-address.js";
import { BoardTools } from "../components/BoardTools.js";
import { DuplicateList } from "../components/DuplicateList.js";
import { PackButton } from "../components/PackButton.js";
import { Loading } from "../components/PageState.js";
import { ProblemNotice } from "../components/ProblemNotice.js";
import { SampleDesk } from "../components/SampleDesk.js";
import { SpotCheckSheet } from "../components/SpotCheckSheet.js";
import { useWords } from "../language.js";
import { usePageTitle } from "../page-title.js";
import styles from "./IndicatorsPage.module.css";
import tabStyles from "./SettingsPage.module.css";

/** 核查: samples checked by telephone, and what several counties have counted twice. */
export function InspectionPage() {
  const { inspecting: words } = useWords();
  const { tab = "samples", scope, id } = useParams();
  usePageTitle(words.title);
  return (
    <div className={styles.page}>
      <nav className={tabStyles.tabs} aria-label={words.tabs.label}>
        {(["samples", "duplicates"] as const).map((one) => (
          <NavLink
            key={one}
            to={`/inspection/${one}`}
            className={({ isActive }) => (isActive || one === tab ? tabStyles.here : "") ?? ""}
          >
            {words.tabs[one]}
          </NavLink>
        ))}
      </nav>
      {tab === "duplicates" ? (
        <>
          <h1 className="visually-hidden">{words.tabs.duplicates}</h1>
          <DuplicateList />
        </>
      ) : scope !== undefined && id !== undefined ? (
        <>
          <h1 className="visually-hidden">{words.tabs.samples}</h1>
          <SpotCheckSheet scope={scope} id={id} />
        </>
      ) : (
        <Samples />
      )}
    </div>
  );
}

function Samples() {
  const { inspecting: words, state } = useWords();
  const navigate = useNavigate();
  const address = useBoardAddress("pair");
  if (address.choices.isPending) return <Loading label={state.loading} />;
  if (address.choices.error !== null) return <ProblemNotice error={address.choices.error} />;
  return (
    <>
      <BoardTools address={address} title={words.tabs.samples}>
        <PackButton asked={address.query} />
      </BoardTools>
      <SampleDesk address={address} onOpen={(check) => navigate(`/inspection/samples/${check.scope_id}/${check.id}`)} />
    </>
  );
}
