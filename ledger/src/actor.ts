/**
 * What a person is in an office (岗位), which decides what he may do; `account/policy.ts` holds the table.
 * `administrator` keeps a one-person office (一人办公): everything, until the three administrators (三员) are set apart.
 * `sample_reviewer` is the invented reviewer of the samples; `unassigned` has an account and no post yet (待授权).
 */
export type Role =
  | "administrator"
  | "clerk"
  | "reviewer"
  | "leader"
  | "finance"
  | "posted_cadre"
  | "project_owner"
  | "consolidator"
  | "inspector"
  | "system_admin"
  | "security_admin"
  | "audit_admin"
  | "sample_reviewer"
  | "unassigned";

/** What an office is (单位类别). A bureau or a township keeps a part of the ledgers; a working group confirms for nobody. */
export type OfficeKind =
  | "cooperation"
  | "bureau"
  | "township"
  | "working_group"
  | "government"
  | "enterprise"
  | "city"
  | "province"
  | "inspection"
  | "operations";

/** The office in whose name somebody acts (当前身份). */
export interface ActorOffice {
  readonly id: string;
  readonly name: string;
  readonly kind: OfficeKind;
  /** The party that it belongs to; null for an office above or beside the parties. */
  readonly party: string | null;
  readonly side: "east" | "west" | null;
  /** 乡镇（街道）: the only rows a township's office sees where they name a township. */
  readonly place: string | null;
  /** 经办、审核分开: who made a thing does not check it. Off where one person does both; then it is recorded as 自审. */
  readonly maker_checker: boolean;
  /** 须经审核的台账: what its people write there waits until somebody else of the office accepts it. */
  readonly reviewed?: readonly string[];
}

/** Who made what somebody else now accepts (经办), and the held change that says so. */
export interface Checking {
  readonly maker: { readonly id: string; readonly name: string };
  /** Its state goes to 审核通过 in the transaction that begins to write; null: it stands so already. */
  readonly held: { readonly id: string; readonly version: string; readonly command?: string } | null;
}

/**
 * Who asks. Every function of the ledger takes it first; reading and writing ask the same policy (account/policy.ts).
 * `scopes` "all" is the office that keeps this installation; a list limits to those pairs and parties. A person with
 * several posts is one actor per post: he switches between them, and acts as one at a time.
 */
export interface Actor {
  readonly account_id: string;
  readonly name: string;
  readonly role: Role;
  readonly scopes: "all" | readonly string[];
  /** The post that he acts in (身份). Absent: the first account, which keeps this installation, and commands. */
  readonly membership?: string;
  readonly office?: ActorOffice;
  /** The ledgers of his branch (条线). Absent: all that the role reads. */
  readonly records?: readonly string[];
  /** The projects of an owner (项目实施单位), who sees nothing else. */
  readonly projects?: readonly string[];
  /** 三员分设: the first account keeps its business and gives up what belongs to the three administrators. */
  readonly separated?: boolean;
  /** Only while he carries out what a colleague laid before him (审核通过); never part of a session. */
  readonly checking?: Checking;
}
