import type { ComponentType } from "react";
import { NavLink, useParams } from "react-router";
import { AccountsPanel } from "../components/AccountsPanel.js";
import { AuditPanel } from "../components/AuditPanel.js";
import { BackupPanel } from "../components/BackupPanel.js";
import { DictionaryPanel } from "../components/DictionaryPanel.js";
import { ErasurePanel } from "../components/ErasurePanel.js";
import { IndicatorSetPanel } from "../components/IndicatorSetPanel.js";
import { NoPermission } from "../components/NoPermission.js";
import { OfficesPanel } from "../components/OfficesPanel.js";
import { OwnPanel } from "../components/OwnPanel.js";
import { RememberedPanel } from "../components/RememberedPanel.js";
import { SystemPanel } from "../components/SystemPanel.js";
import { useWords } from "../language.js";
import { usePageTitle } from "../page-title.js";
import { hasRight, useSession } from "../session.js";
import styles from "./SettingsPage.module.css";

type Tab =
  | "own"
  | "sets"
  | "dictionaries"
  | "remembered"
  | "accounts"
  | "offices"
  | "system"
  | "erasure"
  | "backup"
  | "audit";

/** The parts of 设置 and the rights of which each asks one. */
const tabs: readonly { readonly tab: Tab; readonly rights: readonly string[]; readonly Panel: ComponentType }[] = [
  { tab: "own", rights: [], Panel: OwnPanel },
  { tab: "sets", rights: ["read"], Panel: IndicatorSetPanel },
  { tab: "dictionaries", rights: ["read", "dictionaries"], Panel: DictionaryPanel },
  { tab: "remembered", rights: ["read"], Panel: RememberedPanel },
  { tab: "accounts", rights: ["accounts", "grants", "audit"], Panel: AccountsPanel },
  { tab: "offices", rights: ["accounts", "grants", "audit"], Panel: OfficesPanel },
  { tab: "system", rights: ["settings", "grants"], Panel: SystemPanel },
  { tab: "erasure", rights: ["erase", "audit"], Panel: ErasurePanel },
  { tab: "backup", rights: ["backup", "audit"], Panel: BackupPanel },
  { tab: "audit", rights: ["audit"], Panel: AuditPanel },
];

/** 设置: oneself for everybody; accounts, offices, system, erasure, backup and the audit log for who keeps each. */
export function SettingsPage() {
  const { settings } = useWords();
  const session = useSession();
  const { tab = "own" } = useParams();
  const open = tabs.filter(({ rights }) => rights.length === 0 || hasRight(session, ...rights));
  const here = open.find((one) => one.tab === tab);
  usePageTitle(
    here === undefined || here.tab === "own" ? settings.title : `${settings.tabs[here.tab]} · ${settings.title}`,
  );
  return (
    <div className={styles.page}>
      <h1 className="visually-hidden">{settings.title}</h1>
      <nav className={styles.tabs} aria-label={settings.tabs.label}>
        {open.map((one) => (
          <NavLink
            key={one.tab}
            to={`/settings/${one.tab}`}
            className={({ isActive }) => (isActive || one.tab === tab ? styles.here : "") ?? ""}
          >
            {settings.tabs[one.tab]}
          </NavLink>
        ))}
      </nav>
      {here === undefined ? <NoPermission session={session} /> : <here.Panel />}
    </div>
  );
}
