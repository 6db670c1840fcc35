// Made from openapi.json by `make openapi`; not to be edited.

/** 查询人员权限，供各服务说明访问缘由 · whose rights are asked for. */
export type AskRights = {
  officer: string;
};

/** One person at a meeting; a recused person is marked absent. */
export type Attendee = {
  officer: string;
  present: boolean;
  recused?: boolean;
};

/** 申请绑定第二因子，须再次输入口令 · begins enrolment. */
export type BeginSecondFactor = {
  password: string;
};

/** One year's calendar, in the form it can be imported in. */
export type CalendarOut = {
  year: number;
  edition: number;
  source: string;
  imported_at: string;
  holidays: HolidayOut[];
  makeup_workdays: MakeupOut[];
};

/** A year that is known. */
export type CalendarYearOut = {
  year: number;
  edition: number;
  source: string;
  imported_at: string;
};

/** The years that are known. */
export type CalendarsOut = {
  items: CalendarYearOut[];
};

/** An officer who can be drawn from a zone. */
export type CandidateOut = {
  id: string;
  login: string;
  path: string;
  skills: string[];
  is_pooled: boolean;
};

/** Everybody who can be drawn from a zone. */
export type CandidatesOut = {
  items: CandidateOut[];
};

/** Every code a service answers with, in every language; `{...}` are the params. */
export type CatalogueOut = {
  problems: ProblemWords[];
  field_errors: FieldErrorWords[];
};

/** 修改本人口令 · the old password and the new one. */
export type ChangePassword = {
  old_password: string;
  new_password: string;
};

/** The newest signed statement about the audit log. */
export type CheckpointOut = {
  size: number;
  root: string | null;
  note: string | null;
};

/** Up to which level somebody may see. */
export type ClearanceOut = {
  id: string;
  begins_on: string;
  ends_on: string | null;
  in_force: boolean;
  made_at: string;
  made_by: string;
  reason: string | null;
  ended_at: string | null;
  version: number;
  officer_id: string;
  level: SecrecyLevel;
  order_number: string | null;
};

/** An officer's clearances, newest first. */
export type ClearancesOut = {
  items: ClearanceOut[];
};

/** Another system, or one of our own services. */
export type ClientKind = "client" | "service";

/** A registered client. */
export type ClientOut = {
  id: string;
  kind: ClientKind;
  name: string;
  organisation: string | null;
  audiences: string[];
  roles: Role[];
  event_types: string[];
  key_ids: string[];
  is_enabled: boolean;
  version: number;
};

/** All clients. */
export type ClientsOut = {
  items: ClientOut[];
};

/** A deadline as answers show it. */
export type ClockOut = {
  rule: string;
  due_on: string;
  amount: number;
  unit: string;
  state: string;
  provisional: boolean;
  calendar_version: string;
  held_by: string | null;
};

/** 撤销机构：须先移交其下级、人员和角色 · closes what nothing depends on. */
export type CloseOrganisation = {
  reason: string;
};

/** 撤销联系片区 · closes a zone. */
export type CloseZone = {
  reason: string;
};

/** 用动态口令确认绑定 · proves that the secret arrived. */
export type ConfirmSecondFactor = {
  totp: string;
};

/** How many there are; with `at_least` there are more than counted. */
export type CountOut = {
  count: number;
  at_least: boolean;
};

/** 新增人员：账号建立后须另行发放口令 · an officer to be taken on. */
export type CreateOfficer = {
  login: string;
  name: string;
  organisation: string;
  position?: string | null;
  joined_on?: string | null;
};

/** 新增机构：`relation` 为 unit（内设、派驻）或 organ（下级机关） · an organisation and its place. */
export type CreateOrganisation = {
  code: string;
  parent: string;
  relation: Relation;
  kind: OrganisationKind;
  sub_kind?: string | null;
  name: string;
  name_en?: string | null;
  place_name?: string | null;
  place_name_en?: string | null;
  host?: string | null;
  opened_on?: string | null;
};

/** 新设联系片区 · a zone to be made. */
export type CreateZone = {
  name: string;
  office: string;
  organisations: string[];
  pool?: string[];
  code: string;
};

/** 登记曾任职务：机构代码与单位名称至少填一项 · a former post. */
export type DeclarePost = {
  organisation?: string | null;
  unit?: string | null;
  position?: string | null;
  from_on: string;
  to_on?: string | null;
};

/** 申报关系：亲属、利害关系 · a relative or an interest. */
export type DeclareRelation = {
  kind: RelationKind;
  name: string;
  organisation?: string | null;
  unit?: string | null;
  position?: string | null;
};

/** 委托签批：仅限 S1、S2，须有起止日期 · a signing right lent for some days. */
export type Delegate = {
  grant_id: string;
  to_officer: string;
  begins_on: string;
  ends_on: string;
  reason: string;
};

/** A signing right lent to somebody else. */
export type DelegationOut = {
  id: string;
  begins_on: string;
  ends_on: string | null;
  in_force: boolean;
  made_at: string;
  made_by: string;
  reason: string | null;
  ended_at: string | null;
  version: number;
  role: Role;
  organisation: string;
  from_officer: string;
  to_officer: string;
  grant_id: string;
};

/** What an officer lent and was lent, newest first. */
export type DelegationsOut = {
  items: DelegationOut[];
};

/** 停用接入系统，令牌在数秒内失效 · shuts a system out. */
export type DisableClient = {
  reason: string;
};

/** 终止，立即生效 · ends at once. */
export type EndRight = {
  reason: string;
};

/** Audit entries in order. */
export type EntriesOut = {
  items: Record<string, unknown>[];
  next_after: number;
};

/** A coded value with its names; `parent` is a code of the list that `parents` names. */
export type EntryOut = {
  code: string;
  labels: Record<string, string>;
  sort: number;
  active: boolean;
  source: string;
  valid_from: string | null;
  valid_to: string | null;
  parent: string | null;
};

/** A CloudEvents 1.0 event; `sequence` is its place in this service's feed. */
export type EventOut = {
  specversion: string;
  id: string;
  source: string;
  type: string;
  subject: string;
  time: string;
  datacontenttype: string;
  sequence: string;
  data: Record<string, unknown>;
};

/** A batch of events; ask again with `after` set to `next_after`. */
export type FeedOut = {
  events: EventOut[];
  next_after: number;
};

/** 一处不符合要求的内容 · one wrong field */
export type FieldError = {
  pointer: string;
  in: "body" | "query" | "path" | "header" | "cookie";
  code: string;
  detail: string;
  params: Record<string, unknown>;
};

/** One way a field can be wrong. */
export type FieldErrorWords = {
  code: string;
  sentences: Record<string, string>;
};

/** A role held over an organisation. */
export type GrantOut = {
  id: string;
  begins_on: string;
  ends_on: string | null;
  in_force: boolean;
  made_at: string;
  made_by: string;
  reason: string | null;
  ended_at: string | null;
  version: number;
  officer_id: string;
  role: Role;
  organisation: string;
  subtree: boolean;
};

/** A page of role grants. */
export type GrantPage = {
  items: GrantOut[];
  next_cursor: string | null;
};

/** 授予角色：`subtree` 为真时及于下级机关 · a role over an organisation for a time. */
export type GrantRole = {
  role: Role;
  organisation: string;
  subtree?: boolean;
  begins_on?: string | null;
  ends_on?: string | null;
  reason?: string | null;
};

/** An officer's role grants, newest first. */
export type GrantsOut = {
  items: GrantOut[];
};

/** A role held today, or lent. */
export type HeldRoleOut = {
  role: string;
  path: string;
  subtree: boolean;
  until: string | null;
  delegation: string | null;
};

/** Every move of an object, oldest first. */
export type HistoryOut = {
  items: MoveOut[];
};

/** 放假：首日至末日 · days off, both included. */
export type Holiday = {
  name: string;
  from: string;
  to: string;
};

/** A run of days off. */
export type HolidayOut = {
  name: string;
  from: string;
  to: string;
};

/** 导入年度日历 · a year from the built-in data (`package`) or from the published notice (`notice`). */
export type ImportCalendar = {
  source: "package" | "notice";
  notice?: string | null;
  holidays?: Holiday[];
  makeup_workdays?: MakeupWorkday[];
};

/** What was imported. */
export type ImportedOut = {
  kind: string;
  created: number;
  items: string[];
};

/** A JWKS (RFC 7517). */
export type KeysOut = {
  keys: Record<string, unknown>[];
};

/** 离岗：终止一切权限，并把其名下工作一次移交给接任人 · ends every right and hands the work over. */
export type LeaveOfficer = {
  opinion?: string;
  successor?: string | null;
};

/** A lifecycle table's name. */
export type LifecycleName = {
  name: string;
  title_zh: string;
  title_en: string;
};

/** One table; a row says rule, from, action, to, by, signs, needs, documents, starts, stops, event, basis. `clocks` are the deadlines its rows start and stop. */
export type LifecycleOut = {
  name: string;
  title: Record<string, string>;
  initial: string;
  final: string[];
  states: WordOut[];
  actions: WordOut[];
  rows: Record<string, unknown>[];
  clocks: Record<string, unknown>[];
  mermaid: string;
};

/** The tables of a service. */
export type LifecyclesOut = {
  items: LifecycleName[];
};

/** A worked weekend day. */
export type MakeupOut = {
  name: string;
  day: string;
};

/** 调休上班日 · a weekend day that is worked. */
export type MakeupWorkday = {
  name: string;
  day: string;
};

/** The caller. */
export type MeOut = {
  id: string;
  login: string;
  name: string;
  organisation: MyOrganisation;
  position: string | null;
  state: string;
  roles: MyRole[];
  clearance: SecrecyLevel;
  permission_version: number;
  second_factor: boolean;
  restricted_until: string | null;
};

/** The minutes behind a collective decision. Rule: 1.2 S4. */
export type MeetingRecord = {
  held_on: string;
  place: string;
  chair: string;
  attendees: Attendee[];
  opinions?: string;
  resolution: string;
};

/** One thing that happened. `kind` is `move`, `deadline`, `proposal`, `signature`, or what the service adds, such as `paper`; `name` is the action, the rule of the deadline, or the kind of the paper. `state` is what came of it. */
export type MomentOut = {
  at: string;
  kind: string;
  name: string;
  title_zh: string;
  title_en: string;
  state: string;
  rule: string | null;
  by: WhoOut | null;
  level: string | null;
  version: number | null;
  due_on: string | null;
  closed_on: string | null;
};

/** 调整隶属关系 · another place in the tree, for it and everything below. */
export type MoveOrganisation = {
  parent: string;
  relation: Relation;
  reason: string;
};

/** One move of an object; `from` is null for the first. */
export type MoveOut = {
  version: number;
  rule: string;
  action: string;
  from: string | null;
  to: string;
  by: MoverOut;
  sign_off_id: string | null;
  opinion: string;
  at: string;
};

/** Who made a move. */
export type MoverOut = {
  kind: string;
  id: string;
  organisation: string;
};

/** Where one works. */
export type MyOrganisation = {
  code: string;
  path: string;
  kind: string;
  name: string;
};

/** A role with its period; `delegation` when it was lent. */
export type MyRole = {
  role: Role;
  organisation: string;
  path: string;
  subtree: boolean;
  begins_on: string;
  ends_on: string | null;
  in_force: boolean;
  delegation: string | null;
};

/** 按 id 查询姓名，供界面显示；各服务另可按登录名和姓名查询 · whose names are asked for. */
export type NameOfficers = {
  ids?: string[];
  logins?: string[];
  names?: string[];
};

/** Names of officers; unknown ids are left out. */
export type NamesOut = {
  items: OfficerNameOut[];
};

/** As much of an officer as a list of names needs. */
export type OfficerNameOut = {
  id: string;
  login: string;
  name: string;
  organisation: string;
  path: string;
  position: string | null;
  state: string;
};

/** An officer's account. */
export type OfficerOut = {
  id: string;
  number: string | null;
  state: string;
  version: number;
  holder: string;
  secrecy: string;
  clocks: ClockOut[];
  allowed_actions: string[];
  pending_sign_offs: SignOffOut[];
  login: string;
  name: string;
  organisation: string;
  path: string;
  position: string | null;
  duty: string;
  joined_on: string;
  left_on: string | null;
  successor_id: string | null;
};

/** A page of officers. */
export type OfficerPage = {
  items: OfficerOut[];
  next_cursor: string | null;
  labels: Record<string, Record<string, string>> | null;
};

/** An officer with every right that holds today. */
export type OfficerRightsOut = {
  id: string;
  login: string;
  organisation: string;
  state: string;
  clearance: string;
  grants: HeldRoleOut[];
};

/** Where an account stands. */
export type OfficerState = "active" | "suspended" | "left";

/** A password shown once; its holder must change it. */
export type OneTimePassword = {
  login: string;
  one_time_password: string;
};

/** What an organisation is. */
export type OrganisationKind = "city_commission" | "petition_office" | "case_management_office" | "party_style_office" | "supervision_office" | "investigation_office" | "case_review_office" | "cadre_supervision_office" | "staff_office" | "stationed_group" | "dispatched_work_committee" | "enterprise_school_discipline_body" | "unit_discipline_committee" | "district_commission" | "town_commission" | "village_supervision_liaison" | "inspection_office" | "inspection_team" | "inspection_leading_group" | "party_committee" | "organization_department" | "competent_department" | "village_community" | "collective_company";

/** An organisation. */
export type OrganisationOut = {
  code: string;
  path: string;
  parent: string | null;
  relation: Relation;
  kind: OrganisationKind;
  sub_kind: string | null;
  side: Side;
  name: string;
  name_en: string | null;
  place_name: string | null;
  place_name_en: string | null;
  host: string | null;
  opened_on: string;
  closed_on: string | null;
  is_open: boolean;
  version: number;
};

/** A page of organisations. */
export type OrganisationPage = {
  items: OrganisationOut[];
  next_cursor: string | null;
};

/** A former post. */
export type PostOut = {
  id: string;
  organisation: string | null;
  unit: string | null;
  position: string | null;
  from_on: string;
  to_on: string | null;
  declared_at: string;
};

/** An officer's former posts. */
export type PostsOut = {
  items: PostOut[];
};

/** RFC 9457 问题详情 · problem details */
export type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance?: string;
  code: string;
  trace_id: string;
  errors?: FieldError[];
};

/** One code of the catalogue. */
export type ProblemWords = {
  code: string;
  type: string;
  status: number;
  titles: Record<string, string>;
  details: Record<string, string>;
};

/** A public P-256 key (JWK). A private key is refused. */
export type PublicKey = {
  kty: string;
  crv: string;
  x: string;
  y: string;
  kid: string;
  use?: string | null;
  alg?: string | null;
};

/** What a service needs to see whether an officer must step aside. */
export type RecusalFactsOut = {
  officer_id: string;
  name: string;
  organisation: string;
  organisation_path: string;
  state: string;
  relations: RelationOut[];
  former_posts: PostOut[];
};

/** 登记接入系统：凭自己的私钥签名取得令牌，无口令 · a system that proves itself with a key. */
export type RegisterClient = {
  name: string;
  organisation: string;
  keys: PublicKey[];
  audiences: string[];
  roles?: Role[];
  event_types?: string[];
  id: string;
};

/** What an organisation is to the one above it. */
export type Relation = "root" | "unit" | "organ";

/** What a declared person or body is to the officer. */
export type RelationKind = "spouse" | "parent" | "child" | "sibling" | "in_law" | "other_relative" | "interest" | "other";

/** A declared relation. */
export type RelationOut = {
  id: string;
  kind: RelationKind;
  name: string;
  organisation: string | null;
  unit: string | null;
  position: string | null;
  declared_at: string;
};

/** An officer's relations. */
export type RelationsOut = {
  items: RelationOut[];
};

/** 发放一次性口令；持有人首次登录后必须修改 · asks for a one-time password. */
export type ResetCredentials = {
  reason: string;
  second_factor?: boolean;
};

/** 恢复已停用的账号 · opens a shut account. */
export type ResumeOfficer = {
  opinion?: string;
};

/** The action's fields as they are to be signed instead. */
export type ReviseBody = {
  fields: Record<string, unknown>;
};

/** 交回令牌 · gives a token back (RFC 7009). */
export type RevokeForm = {
  token: string;
};

/** A role code; the value is what tokens, tables and answers carry. */
export type Role = "petition_officer" | "case_manager" | "handler" | "office_head" | "deputy_leader" | "principal_leader" | "standing_committee" | "party_principal" | "superior_commission" | "case_reviewer" | "cadre_supervisor" | "stationed_group" | "district_commission" | "town_commission" | "inspection_office" | "organization_department" | "inspected_organization" | "inspection_leading_group" | "competent_department" | "training_manager" | "statistician" | "security_officer" | "system_admin" | "auditor" | "evaluator" | "source_system";

/** 保存常用筛选 · a filter to keep, as the parameters of the list. */
export type SaveFilter = {
  collection: string;
  name: string;
  filter: Record<string, unknown>;
};

/** A filter that was kept, and the address that uses it. */
export type SavedFilterOut = {
  id: string;
  collection: string;
  name: string;
  filter: Record<string, unknown>;
  href: string;
  created_at: string;
};

/** The caller's filters, in the order of their names. */
export type SavedFiltersOut = {
  items: SavedFilterOut[];
};

/** 按姓名或登录名检索 · a name or login, or part of one. */
export type SearchOfficers = {
  limit?: number;
  cursor?: string | null;
  sort?: string | null;
  q: string;
};

/** What an authenticator app needs; shown once. */
export type SecondFactorOut = {
  secret: string;
  uri: string;
};

/** A level of a record, and the clearance of a person; ordered from `public` up. */
export type SecrecyLevel = "public" | "internal" | "work_secret" | "confidential" | "secret" | "top_secret";

/** 确定涉密级别；新的级别取代此前的级别 · up to which level somebody may see. */
export type SetClearance = {
  level: SecrecyLevel;
  begins_on?: string | null;
  ends_on?: string | null;
  order_number?: string | null;
  reason?: string | null;
};

/** 登记专长 · all skills an officer has from now on. */
export type SetSkills = {
  skills: string[];
};

/** Which side an organisation stands on: office (室), group (组), region (地), or outside the three. */
export type Side = "office" | "group" | "region" | "inspection" | "party" | "government" | "supervised";

/** A decision on one level of a sign-off. */
export type SignBody = {
  opinion?: string;
  order_number?: string | null;
  meeting?: MeetingRecord | null;
};

/** What an action answers when leaders must sign first. */
export type SignOffAnswer = {
  sign_off: SignOffOut;
};

/** A proposal with its document: the fields of the action as they will take effect. */
export type SignOffDetailOut = {
  sign_off: SignOffOut;
  document: Record<string, unknown>;
  signatures: SignatureOut[];
};

/** A sign-off as answers show it. */
export type SignOffOut = {
  id: string;
  object_type: string;
  object_id: string;
  action: string;
  rule: string;
  state: string;
  version: number;
  document_sha256: string;
  proposed_at: string;
  steps: SignStepOut[];
};

/** A page of sign-offs. */
export type SignOffPage = {
  items: SignOffOut[];
  next_cursor: string | null;
};

/** One level of a sign-off. */
export type SignStepOut = {
  level: string;
  state: string;
};

/** One signature; `counts` is false when the document was changed afterwards. */
export type SignatureOut = {
  level: string;
  approver: string;
  organisation: string;
  decision: string;
  opinion: string;
  order_number: string | null;
  delegation: string | null;
  counts: boolean;
  at: string;
};

/** An officer's skills. */
export type SkillsOut = {
  officer_id: string;
  skills: string[];
};

/** 停用账号：立即终止其会话，令牌在数秒内失效 · shuts an account. */
export type SuspendOfficer = {
  opinion?: string;
};

/** Everything that happened to an object, oldest first. */
export type TimelineOut = {
  items: MomentOut[];
};

/** 令牌请求：各 grant_type 使用各自的字段，多余字段忽略 · what a token is asked for with (RFC 6749). */
export type TokenForm = {
  grant_type: string;
  username?: string | null;
  password?: string | null;
  totp?: string | null;
  device_token?: string | null;
  proof?: string | null;
  refresh_token?: string | null;
  client_assertion_type?: string | null;
  client_assertion?: string | null;
  subject_token?: string | null;
  subject_token_type?: string | null;
  audience?: string[];
};

/** Tokens (RFC 6749 5.1). `restricted_until` says what must be done before any role can be used. */
export type TokenOut = {
  access_token: string;
  token_type: string;
  expires_in: number;
  refresh_token?: string;
  device_token?: string;
  restricted_until?: string;
  issued_token_type?: string;
};

/** The whole tree, each organisation after the one above it. */
export type TreeOut = {
  items: OrganisationOut[];
};

/** 修改接入系统 · keys, services it may call, roles, event types. */
export type UpdateClient = {
  name: string;
  organisation: string;
  keys: PublicKey[];
  audiences: string[];
  roles?: Role[];
  event_types?: string[];
};

/** 修改人员：姓名、所在机构、职务 · what describes an officer; the login stays. */
export type UpdateOfficer = {
  name: string;
  organisation: string;
  position?: string | null;
};

/** 修改机构：类别、名称、驻在单位 · what describes an organisation; not its code, not its place. */
export type UpdateOrganisation = {
  kind: OrganisationKind;
  sub_kind?: string | null;
  name: string;
  name_en?: string | null;
  place_name?: string | null;
  place_name_en?: string | null;
  host?: string | null;
};

/** 联系片区：牵头室、成员机构、可抽调人员 · a zone's office, members and pool. */
export type UpdateZone = {
  name: string;
  office: string;
  organisations: string[];
  pool?: string[];
};

/** The current version of somebody's rights. */
export type VersionOut = {
  subject: string;
  version: number;
};

/** Versions that changed; ask again with `next_after`. */
export type VersionsOut = {
  items: VersionOut[];
  next_after: string;
};

/** All lists of a service. */
export type VocabulariesOut = {
  items: VocabularyOut[];
};

/** A list of coded values, in the order to show them. */
export type VocabularyOut = {
  name: string;
  labels: Record<string, string>;
  parents: string | null;
  entries: EntryOut[];
};

/** Who did it: an officer's id, or what else acted, and for which organisation (its code). */
export type WhoOut = {
  kind: string;
  id: string;
  organisation: string;
};

/** A state or an action. */
export type WordOut = {
  code: string;
  name_zh: string;
  name_en: string;
};

/** Somebody of the pool. */
export type ZoneOfficer = {
  id: string;
  name: string;
};

/** A contact zone. */
export type ZoneOut = {
  code: string;
  name: string;
  office: string;
  organisations: string[];
  pool: ZoneOfficer[];
  is_open: boolean;
  version: number;
};

/** All contact zones. */
export type ZonesOut = {
  items: ZoneOut[];
};

export interface Operations {
  create_token: { method: "POST"; path: "/identity/v1/token"; body: never; answer: TokenOut };
  revoke_token: { method: "POST"; path: "/identity/v1/token/revoke"; body: never; answer: null };
  get_jwks: { method: "GET"; path: "/identity/v1/jwks"; body: never; answer: KeysOut };
  get_me: { method: "GET"; path: "/identity/v1/me"; body: never; answer: MeOut };
  change_my_password: { method: "POST"; path: "/identity/v1/me/password"; body: ChangePassword; answer: null };
  begin_second_factor: { method: "POST"; path: "/identity/v1/me/totp"; body: BeginSecondFactor; answer: SecondFactorOut };
  confirm_second_factor: { method: "POST"; path: "/identity/v1/me/totp/confirm"; body: ConfirmSecondFactor; answer: null };
  list_organisations: { method: "GET"; path: "/identity/v1/organisations"; body: never; answer: OrganisationPage };
  create_organisation: { method: "POST"; path: "/identity/v1/organisations"; body: CreateOrganisation; answer: OrganisationOut };
  get_organisation_tree: { method: "GET"; path: "/identity/v1/organisation-tree"; body: never; answer: TreeOut };
  get_organisation: { method: "GET"; path: "/identity/v1/organisations/{code}"; body: never; answer: OrganisationOut };
  update_organisation: { method: "PUT"; path: "/identity/v1/organisations/{code}"; body: UpdateOrganisation; answer: OrganisationOut };
  move_organisation: { method: "POST"; path: "/identity/v1/organisations/{code}/move"; body: MoveOrganisation; answer: OrganisationOut };
  close_organisation: { method: "POST"; path: "/identity/v1/organisations/{code}/close"; body: CloseOrganisation; answer: OrganisationOut };
  list_contact_zones: { method: "GET"; path: "/identity/v1/contact-zones"; body: never; answer: ZonesOut };
  create_contact_zone: { method: "POST"; path: "/identity/v1/contact-zones"; body: CreateZone; answer: ZoneOut };
  get_contact_zone: { method: "GET"; path: "/identity/v1/contact-zones/{code}"; body: never; answer: ZoneOut };
  update_contact_zone: { method: "PUT"; path: "/identity/v1/contact-zones/{code}"; body: UpdateZone; answer: ZoneOut };
  list_contact_zone_candidates: { method: "GET"; path: "/identity/v1/contact-zones/{code}/candidates"; body: never; answer: CandidatesOut };
  close_contact_zone: { method: "POST"; path: "/identity/v1/contact-zones/{code}/close"; body: CloseZone; answer: ZoneOut };
  name_officers: { method: "POST"; path: "/identity/v1/officers/_names"; body: NameOfficers; answer: NamesOut };
  get_officer_rights: { method: "POST"; path: "/identity/v1/officers/_rights"; body: AskRights; answer: OfficerRightsOut };
  create_officer: { method: "POST"; path: "/identity/v1/officers"; body: CreateOfficer; answer: OfficerOut };
  list_officers: { method: "GET"; path: "/identity/v1/officers"; body: never; answer: OfficerPage };
  update_officer: { method: "PUT"; path: "/identity/v1/officers/{object_id}"; body: UpdateOfficer; answer: OfficerOut };
  get_officer: { method: "GET"; path: "/identity/v1/officers/{object_id}"; body: never; answer: OfficerOut };
  get_officer_skills: { method: "GET"; path: "/identity/v1/officers/{officer_id}/skills"; body: never; answer: SkillsOut };
  set_officer_skills: { method: "PUT"; path: "/identity/v1/officers/{officer_id}/skills"; body: SetSkills; answer: SkillsOut };
  reset_officer_credentials: { method: "POST"; path: "/identity/v1/officers/{officer_id}/reset-credentials"; body: ResetCredentials; answer: OneTimePassword };
  get_recusal_facts: { method: "GET"; path: "/identity/v1/officers/{officer_id}/recusal-facts"; body: never; answer: RecusalFactsOut };
  list_role_grants: { method: "GET"; path: "/identity/v1/officers/{officer_id}/role-grants"; body: never; answer: GrantsOut };
  grant_role: { method: "POST"; path: "/identity/v1/officers/{officer_id}/role-grants"; body: GrantRole; answer: GrantOut };
  review_role_grants: { method: "GET"; path: "/identity/v1/role-grants"; body: never; answer: GrantPage };
  end_role_grant: { method: "POST"; path: "/identity/v1/role-grants/{grant_id}/end"; body: EndRight; answer: GrantOut };
  list_delegations: { method: "GET"; path: "/identity/v1/officers/{officer_id}/delegations"; body: never; answer: DelegationsOut };
  create_delegation: { method: "POST"; path: "/identity/v1/delegations"; body: Delegate; answer: DelegationOut };
  end_delegation: { method: "POST"; path: "/identity/v1/delegations/{delegation_id}/end"; body: EndRight; answer: DelegationOut };
  list_clearances: { method: "GET"; path: "/identity/v1/officers/{officer_id}/clearances"; body: never; answer: ClearancesOut };
  set_clearance: { method: "POST"; path: "/identity/v1/officers/{officer_id}/clearances"; body: SetClearance; answer: ClearanceOut };
  end_clearance: { method: "POST"; path: "/identity/v1/clearances/{clearance_id}/end"; body: EndRight; answer: ClearanceOut };
  list_permission_versions: { method: "GET"; path: "/identity/v1/permission-versions"; body: never; answer: VersionsOut };
  list_relations: { method: "GET"; path: "/identity/v1/officers/{officer_id}/relations"; body: never; answer: RelationsOut };
  declare_relation: { method: "POST"; path: "/identity/v1/officers/{officer_id}/relations"; body: DeclareRelation; answer: RelationOut };
  withdraw_relation: { method: "DELETE"; path: "/identity/v1/officers/{officer_id}/relations/{relation_id}"; body: never; answer: null };
  list_former_posts: { method: "GET"; path: "/identity/v1/officers/{officer_id}/former-posts"; body: never; answer: PostsOut };
  declare_former_post: { method: "POST"; path: "/identity/v1/officers/{officer_id}/former-posts"; body: DeclarePost; answer: PostOut };
  withdraw_former_post: { method: "DELETE"; path: "/identity/v1/officers/{officer_id}/former-posts/{post_id}"; body: never; answer: null };
  list_clients: { method: "GET"; path: "/identity/v1/clients"; body: never; answer: ClientsOut };
  register_client: { method: "POST"; path: "/identity/v1/clients"; body: RegisterClient; answer: ClientOut };
  get_client: { method: "GET"; path: "/identity/v1/clients/{client_id}"; body: never; answer: ClientOut };
  update_client: { method: "PUT"; path: "/identity/v1/clients/{client_id}"; body: UpdateClient; answer: ClientOut };
  disable_client: { method: "POST"; path: "/identity/v1/clients/{client_id}/disable"; body: DisableClient; answer: ClientOut };
  list_calendars: { method: "GET"; path: "/identity/v1/calendars"; body: never; answer: CalendarsOut };
  get_calendar: { method: "GET"; path: "/identity/v1/calendars/{year}"; body: never; answer: CalendarOut };
  import_calendar: { method: "POST"; path: "/identity/v1/calendars/{year}/import"; body: ImportCalendar; answer: CalendarOut };
  count_officers: { method: "GET"; path: "/identity/v1/officers/_count"; body: never; answer: CountOut };
  search_officers: { method: "POST"; path: "/identity/v1/officers/_search"; body: SearchOfficers; answer: OfficerPage };
  get_organisations_template: { method: "GET"; path: "/identity/v1/imports/organisations/template"; body: never; answer: null };
  import_organisations: { method: "POST"; path: "/identity/v1/imports/organisations"; body: never; answer: ImportedOut };
  get_officers_template: { method: "GET"; path: "/identity/v1/imports/officers/template"; body: never; answer: null };
  import_officers: { method: "POST"; path: "/identity/v1/imports/officers"; body: never; answer: ImportedOut };
  list_officer_history: { method: "GET"; path: "/identity/v1/officers/{object_id}/history"; body: never; answer: HistoryOut };
  show_officer_timeline: { method: "GET"; path: "/identity/v1/officers/{object_id}/timeline"; body: never; answer: TimelineOut };
  suspend_officer: { method: "POST"; path: "/identity/v1/officers/{object_id}/suspend"; body: SuspendOfficer; answer: OfficerOut };
  resume_officer: { method: "POST"; path: "/identity/v1/officers/{object_id}/resume"; body: ResumeOfficer; answer: OfficerOut };
  leave_officer: { method: "POST"; path: "/identity/v1/officers/{object_id}/leave"; body: LeaveOfficer; answer: OfficerOut };
  list_saved_filters: { method: "GET"; path: "/identity/v1/saved-filters"; body: never; answer: SavedFiltersOut };
  save_filter: { method: "POST"; path: "/identity/v1/saved-filters"; body: SaveFilter; answer: SavedFilterOut };
  drop_saved_filter: { method: "DELETE"; path: "/identity/v1/saved-filters/{filter_id}"; body: never; answer: null };
  list_sign_offs: { method: "GET"; path: "/identity/v1/sign-offs"; body: never; answer: SignOffPage };
  get_sign_off: { method: "GET"; path: "/identity/v1/sign-offs/{sign_off_id}"; body: never; answer: SignOffDetailOut };
  approve_sign_off: { method: "POST"; path: "/identity/v1/sign-offs/{sign_off_id}/approve"; body: SignBody; answer: SignOffAnswer };
  reject_sign_off: { method: "POST"; path: "/identity/v1/sign-offs/{sign_off_id}/reject"; body: SignBody; answer: SignOffAnswer };
  return_sign_off: { method: "POST"; path: "/identity/v1/sign-offs/{sign_off_id}/return"; body: SignBody; answer: SignOffAnswer };
  withdraw_sign_off: { method: "POST"; path: "/identity/v1/sign-offs/{sign_off_id}/withdraw"; body: SignBody; answer: SignOffAnswer };
  revise_sign_off: { method: "POST"; path: "/identity/v1/sign-offs/{sign_off_id}/revise"; body: ReviseBody; answer: SignOffAnswer };
  list_lifecycles: { method: "GET"; path: "/identity/v1/lifecycles"; body: never; answer: LifecyclesOut };
  get_lifecycle: { method: "GET"; path: "/identity/v1/lifecycles/{name}"; body: never; answer: LifecycleOut };
  list_vocabularies: { method: "GET"; path: "/identity/v1/vocabularies"; body: never; answer: VocabulariesOut };
  get_vocabulary: { method: "GET"; path: "/identity/v1/vocabularies/{name}"; body: never; answer: VocabularyOut };
  read_feed: { method: "GET"; path: "/identity/v1/feed"; body: never; answer: FeedOut };
  get_audit_checkpoint: { method: "GET"; path: "/identity/v1/audit/checkpoint"; body: never; answer: CheckpointOut };
  list_audit_entries: { method: "GET"; path: "/identity/v1/audit/entries"; body: never; answer: EntriesOut };
  list_problems: { method: "GET"; path: "/identity/v1/problems"; body: never; answer: CatalogueOut };
}
