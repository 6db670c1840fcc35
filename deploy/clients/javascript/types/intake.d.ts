// Made from openapi.json by `make openapi`; not to be edited.

/** A request that became a job; ask for it at `Location`. */
export type AcceptedOut = {
  job_id: string;
};

/** Whom or what a submission is about. */
export type Accused = {
  name: string;
  organisation?: string;
  position?: string;
};

/** What staff must not do with reports, in the article's order. */
export type Act = "private_keeping" | "withholding" | "altering" | "forging" | "swapping" | "hiding" | "losing" | "destroying" | "acting_without_authority" | "leaking" | "hiding_or_delaying_major";

/** 答复 · the written opinion: request, facts, view, legal basis, remedy. `opinion` alone is enough. */
export type AnswerDemand = {
  opinion?: string;
  answer?: string | null;
  facts?: string;
  view?: "supported" | "reasonable_without_legal_basis_explained" | "not_supported";
  legal_basis?: string;
  remedy?: string;
};

/** 答复合并件 · what this person reads; the department's words when left out. */
export type AnswerMerged = {
  opinion?: string;
  answer?: string | null;
};

/** The written opinion on a demand. */
export type AnswerOut = {
  text: string;
  facts: string;
  legal_basis: string;
  remedy: string;
  view: string;
  answered_on: string;
};

/** 复查、复核意见 · the reviewing body's own written opinion. */
export type AnswerReview = {
  opinion?: string;
  answer?: string | null;
  facts?: string;
  view?: "supported" | "reasonable_without_legal_basis_explained" | "not_supported";
  legal_basis?: string;
  remedy?: string;
};

/** 答复督办 · what was done, and when the matter will be. */
export type AnswerUrging = {
  opinion?: string;
  reply: string;
};

/** 回复工作提醒 · what was done. */
export type AnswerWorkReminder = {
  opinion?: string;
  reply: string;
};

/** 报批 · the number of the approving document. */
export type ApproveTrace = {
  opinion?: string;
  document_number: string;
};

/** 归档 · the explanation for deadlines that are still open. */
export type ArchiveReport = {
  opinion?: string;
  explanation?: string;
};

/** What the holder of a receipt asks for. */
export type AskByReceipt = {
  receipt: string;
  matter?: ("report" | "demand") | null;
  text: string;
};

/** What the whole is needed for. */
export type AskPackage = {
  purpose: "handing_over" | "inspection" | "lawsuit" | "audit" | "archive";
};

/** 申请保护 · for which report, and what is feared. */
export type AskProtection = {
  report_id: string;
  circumstances: string;
};

/** 申请引用原文 · the whole text that is to leave, and why it cannot be said in other words. */
export type AskQuotation = {
  text: string;
  reason: string;
};

/** 申请追查 · which report, why it is needed, by which method, how far, until when. */
export type AskTrace = {
  report_id: string;
  ground: "false_accusation_suspected" | "other_violation_suspected";
  method: "handwriting" | "ip" | "other";
  grounds: string;
  scope: string;
  expires_on: string;
};

/** 请求提供信访情况 · on which unit, for which period, and for which inspection. */
export type AskUnitData = {
  unit: string;
  period_from: string;
  period_to: string;
  reason: string;
};

/** That something was asked, and when; what comes of it is written to the receipt. */
export type AskedOut = {
  requested_on: string;
};

/** 评估 · how great the danger is, and whether reprisal was found. */
export type AssessProtection = {
  opinion?: string;
  risk: "low" | "medium" | "high";
  is_reprisal: boolean;
  findings: string;
};

/** 交办 · the lower organ that must handle the report and report the result, and on which ground. */
export type AssignDown = {
  opinion?: string;
  to: string;
  ground: "decision_deployment_violation" | "typical_or_strong_reaction" | "long_delay" | "other";
};

/** 交复查、复核 · the body above the one that answered, and what it gets to read. */
export type AssignReview = {
  opinion?: string;
  to: string;
  extract: string;
};

/** A file as its uploader and its matter's readers see it. */
export type AttachmentOut = {
  id: string;
  name: string;
  media_type: string;
  size: number;
  sha256: string;
  scan_state: string;
};

/** One person at a meeting; a recused person is marked absent. */
export type Attendee = {
  officer: string;
  present: boolean;
  recused?: boolean;
};

/** 开始听证 · where, and what it is to find out. */
export type BeginHearing = {
  opinion?: string;
  place: string;
  matter?: string;
};

/** Demands answered; null where too few to be told. Without region or field: all; "" is neither of them. */
export type BoardCellOut = {
  region: string | null;
  field: string | null;
  answered: number | null;
};

/** Counts by quarter, the newest first. */
export type BoardCountsOut = {
  items: BoardQuarterOut[];
};

/** An answered demand, in words written for the public. */
export type BoardEntryOut = {
  id: string;
  published_on: string;
  field: string | null;
  region: string | null;
  request: string;
  answer: string;
  satisfaction: number | null;
};

/** A page of the board. */
export type BoardPage = {
  items: BoardEntryOut[];
  next_cursor: string | null;
};

/** The counts of one quarter. */
export type BoardQuarterOut = {
  quarter: string;
  cells: BoardCellOut[];
};

/** The replies in use. */
export type CannedRepliesOut = {
  items: CannedReplyOut[];
};

/** A reply; version 0 is the shipped one. */
export type CannedReplyOut = {
  code: string;
  object_type: string;
  state: string;
  text_zh: string;
  text_en: string;
  version: number;
  is_active: boolean;
};

/** A version, and who wrote it when. */
export type CannedReplyVersionOut = {
  code: string;
  object_type: string;
  state: string;
  text_zh: string;
  text_en: string;
  version: number;
  is_active: boolean;
  by: string;
  at: string;
};

/** What was written over time, newest first. */
export type CannedReplyVersionsOut = {
  items: CannedReplyVersionOut[];
};

/** Every code a service answers with, in every language; `{...}` are the params. */
export type CatalogueOut = {
  problems: ProblemWords[];
  field_errors: FieldErrorWords[];
};

/** The same with who published it; `until` is null while it holds. */
export type ChannelOut = {
  region: string | null;
  channel: string;
  address: string;
  hours: string;
  id: string;
  set_by: string;
  since: string;
  until: string | null;
};

/** What is published, and what was. */
export type ChannelsOut = {
  items: ChannelOut[];
};

/** The newest signed statement about the audit log. */
export type CheckpointOut = {
  size: number;
  root: string | null;
  note: string | null;
};

/** 分类 · a demand, or a demand that also accuses somebody. */
export type ClassifyDemand = {
  opinion?: string;
  kind?: "demand" | "both";
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

/** 办结 · what came of it, in a word and in figures; money in cents of a yuan. */
export type CloseDemand = {
  opinion?: string;
  outcome?: ("solved" | "partly_solved" | "explained" | "not_solved") | null;
  households_helped?: number | null;
  money_paid_back?: number | null;
  documents_issued?: number | null;
};

/** Who reports together with the main contact, and is not written to. */
export type CoReporter = {
  name: string;
  phone?: string;
  address?: string;
};

/** Who reported together with the main contact. */
export type CoReporterOut = {
  name: string;
  phone: string;
  address: string;
};

/** The body of an action: the officer's written opinion, and what the action needs besides. */
export type Command = {
  opinion?: string;
};

/** A department declared competent, or an office that may supervise; `until` is null while it holds. */
export type CompetenceOut = {
  id: string;
  capacity: "competent" | "supervising";
  field: string;
  region: string | null;
  department: string;
  set_by: string;
  since: string;
  until: string | null;
};

/** What is declared. */
export type CompetencesOut = {
  items: CompetenceOut[];
};

/** 办结 · how true the report turned out to be. */
export type ConcludeReport = {
  opinion?: string;
  truth_grade?: ("true" | "partly_true" | "basically_true" | "untrue" | "cannot_be_proved" | "misreport" | "false_accusation") | null;
  passed_on?: boolean;
  concluded_on?: string | null;
};

/** 登记签收 · who signed for it above, and on which day. */
export type ConfirmStub = {
  opinion?: string;
  signed_for_by: string;
  signed_for_on?: string | null;
};

/** One attempt to reach a reporter who gave a name. */
export type ContactAttemptOut = {
  method: string;
  on: string;
  outcome: string;
};

/** How many there are; with `at_least` there are more than counted. */
export type CountOut = {
  count: number;
  at_least: boolean;
};

/** A deadline, and the object it is about. */
export type DeadlineOut = {
  object_type: string;
  collection: string;
  object_id: string;
  number: string | null;
  state: string;
  state_label: string;
  rule: string;
  due_on: string;
  held_by: string | null;
};

/** A page of deadlines, the most urgent first. */
export type DeadlinePage = {
  items: DeadlineOut[];
  next_cursor: string | null;
};

/** 回避决定 · about whom, on which ground, and whether they keep away. */
export type DecideRecusal = {
  officer: string;
  ground?: "close_relative" | "former_post" | "interest" | "is_subject" | "other_doubt" | "witness";
  keeps_away: boolean;
};

/** A decision on recusal. */
export type DecidedRecusalOut = {
  id: string;
  officer_id: string;
  ground: string;
  keeps_away: boolean;
};

/** 公布举报渠道 · which way, for which region, where, and when somebody is there. */
export type DeclareChannel = {
  region?: string | null;
  channel: "letter" | "visit" | "phone" | "website" | "wechat" | "app" | "other_channel";
  address: string;
  hours?: string;
};

/** 声明主责部门或者监督室 · field, region and whose; without a region it holds everywhere else. */
export type DeclareCompetence = {
  capacity?: "competent" | "supervising";
  field: string;
  region?: string | null;
  department: string;
};

/** 登记主要负责人 · an organ and who leads it; who led it before stays on record. */
export type DeclareLeader = {
  organ: string;
  name: string;
};

/** 不予受理 · the reason. */
export type DeclineDemand = {
  opinion?: string;
  reason: "judicial_or_arbitration_route" | "other_organ_duty" | "no_substance" | "finally_reviewed";
  competent_body?: string;
  reviewed_demand?: string | null;
  reporter_confirmed?: boolean;
};

/** 不予受理 · the reason, from the closed list. */
export type DeclineReport = {
  opinion?: string;
  reason: "judicial_or_arbitration_route" | "other_organ_duty" | "no_substance";
  competent_body?: string;
};

/** A page of demands nobody routed in time. */
export type DemandBreachPage = {
  items: DemandOut[];
  next_cursor: string | null;
  labels: Record<string, Record<string, string>> | null;
};

/** A demand as officers and competent departments see it. */
export type DemandOut = {
  id: string;
  number: string | null;
  state: string;
  version: number;
  holder: string;
  secrecy: string;
  clocks: ClockOut[];
  allowed_actions: string[];
  pending_sign_offs: SignOffOut[];
  channel: string;
  region: string | null;
  field: string | null;
  received_on: string;
  legal_regime: string;
  is_anonymous: boolean;
  kind: string | null;
  department: string | null;
  report_id: string | null;
  merged_into: string | null;
  repeats: number;
  unanswered_messages: number | null;
  extract: string | null;
  answer: AnswerOut | null;
  view: string | null;
  reason: string | null;
  answered_on: string | null;
  satisfaction: number | null;
  outcome: string | null;
  later_check: LaterCheckOut | null;
  households_helped: number | null;
  money_paid_back: number | null;
  documents_issued: number | null;
  problem_since: string | null;
  reviewed_demand: string | null;
  proposed_department: string | null;
  refusal_count: number;
  is_ruled: boolean;
  source_system: string | null;
  source_ref: string | null;
  reporter_count: number;
  visitor_count: number | null;
};

/** A page of demands. */
export type DemandPage = {
  items: DemandOut[];
  next_cursor: string | null;
  labels: Record<string, Record<string, string>> | null;
};

/** One message of the dialogue. */
export type DialogueMessageOut = {
  from: "reporter" | "office";
  text: string;
  on: string;
};

/** By what reports are counted. A unit is an organisation's code, never a name somebody wrote. */
export type Dimension = "problem" | "field" | "region" | "unit" | "channel";

/** One crossing of a border. */
export type DisclosureOut = {
  kind: string;
  from: string;
  to: string | null;
  crossed: string[];
  withheld: string[];
  number: string | null;
  by: string;
  sign_off_id: string | null;
  at: string;
};

/** The privacy ledger of a matter, oldest first. */
export type DisclosuresOut = {
  items: DisclosureOut[];
};

/** 新证据不影响原结论 · why the evidence changes nothing. */
export type DismissEvidence = {
  opinion?: string;
  reason: string;
};

/** A document that can be had now. */
export type DocumentOut = {
  name: string;
  title_zh: string;
  title_en: string;
};

/** The documents of an object. */
export type DocumentsOut = {
  items: DocumentOut[];
};

/** 拟公开文本 · what the public is to read. */
export type DraftPublication = {
  request: string;
  answer: string;
};

/** 形势分析 · the period, who is told, and the analysis, which may follow later. */
export type DraftTrendReport = {
  period_from: string;
  period_to: string;
  recipients: ("superior_commission" | "party_committee")[];
  text?: string;
};

/** 催办、交办、督办 · how hard, on what ground, and what is required by when. */
export type DraftUrging = {
  kind?: "chase" | "assign" | "urge";
  level: Level;
  basis: "overdue" | "perfunctory" | "needs_supplement" | "strong_reaction" | "repeated" | "group_matter" | "leader_instruction" | "other";
  letter: string;
  due_on?: string | null;
};

/** 工作提醒 · the department, the demands, the letter, and when to answer. */
export type DraftWorkReminder = {
  to: string;
  demands: string[];
  letter: string;
  due_on: string;
};

/** A notice of repeats: to whom, of which quarter, and how many. */
export type DuplicateNoticeOut = {
  id: string;
  number: string | null;
  state: string;
  version: number;
  holder: string;
  secrecy: string;
  clocks: ClockOut[];
  allowed_actions: string[];
  pending_sign_offs: SignOffOut[];
  to: string;
  quarter: string;
  report_count: number;
  repeat_count: number;
  last_received_on: string;
  acknowledged_on: string | null;
};

/** A page of duplicate notices. */
export type DuplicateNoticePage = {
  items: DuplicateNoticeOut[];
  next_cursor: string | null;
  labels: Record<string, Record<string, string>> | null;
};

/** A matter that may tell the same, and why: which people, which facts, how alike from 0 to 100. */
export type DuplicateOut = {
  id: string;
  number: string | null;
  state: string;
  received_on: string;
  score: number;
  subjects: SubjectLikenessOut[];
  facts_score: number;
  facts: string[];
};

/** Matters that may tell the same, most alike first. */
export type DuplicatesOut = {
  items: DuplicateOut[];
};

/** An action the caller may do, and how many objects wait for it. */
export type DutyOut = {
  object_type: string;
  collection: string;
  action: string;
  label: string;
  count: number;
  at_least: boolean;
};

/** 结束听证 · what it came to. */
export type EndHearing = {
  opinion?: string;
  conclusion: string;
};

/** 录入民生诉求 · a demand that did not come over the public surface. */
export type EnterDemand = {
  content: string;
  region?: string | null;
  field?: string | null;
  address?: string;
  subjects?: Accused[];
  reporter?: Reporter | null;
  co_reporters?: CoReporter[];
  attachments?: string[];
  channel: "letter" | "visit" | "phone" | "website" | "wechat" | "app" | "other_channel" | "transfer_in" | "campaign_platform";
  received_on?: string | null;
  visitor_count?: number | null;
  source_system?: string;
  source_ref?: string;
};

/** 录入检举控告 · a report that did not come over the public surface. */
export type EnterReport = {
  content: string;
  region?: string | null;
  field?: string | null;
  address?: string;
  subjects?: Accused[];
  reporter?: Reporter | null;
  co_reporters?: CoReporter[];
  attachments?: string[];
  channel: "letter" | "visit" | "phone" | "website" | "wechat" | "app" | "other_channel" | "transfer_in" | "campaign_platform";
  received_on?: string | null;
  visitor_count?: number | null;
  source_system?: string;
  source_ref?: string;
  category?: "accusation" | "appeal" | "suggestion";
};

/** A demand that was entered. */
export type EnteredDemandOut = {
  id: string;
  state: string;
  received_on: string;
  receipt: string | null;
  signed_receipt: SignedReceipt | null;
  demand: DemandOut | null;
};

/** A report that was entered. */
export type EnteredReportOut = {
  id: string;
  state: string;
  received_on: string;
  receipt: string | null;
  signed_receipt: SignedReceipt | null;
  report: ReportOut | null;
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

/** 升级 · a harder urging, or after red a talk or a formal suggestion. */
export type EscalateUrging = {
  opinion?: string;
  into?: "urging" | "reminder_interview" | "discipline_recommendation" | "supervisory_recommendation";
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

/** 延期 · why the demand cannot be concluded in time, in words the petitioner reads; at most thirty days more. */
export type ExtendDemand = {
  opinion?: string;
  days?: number;
  reason: string;
};

/** 延期 · why the result cannot be reported in time; one month more. */
export type ExtendReport = {
  opinion?: string;
  reason: string;
};

/** 集中反馈办理结果 · way of disposal, measures taken, and what the reporter said. */
export type FeedBackResult = {
  opinion?: string;
  disposal_way: "talk_inquiry" | "preliminary_verification" | "on_hold" | "closed" | "transferred";
  measures?: string;
  reporter_reaction?: string;
};

/** A batch of events; ask again with `after` set to `next_after`. */
export type FeedOut = {
  events: EventOut[];
  next_after: number;
};

/** One report that is fed back; null is what is missing. */
export type FeedbackOut = {
  report_id: string;
  number: string | null;
  office: string | null;
  concluded_on: string;
  truth_grade: string | null;
  disposal_way: string | null;
  measures: string | null;
  reporter_reaction: string | null;
  fed_back_on: string | null;
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

/** Figures as counted. */
export type FiguresOut = {
  total: number;
  counted_on: string;
  tallies: TallyOut[];
  findings: FindingOut[];
};

/** What a count tells; `growth` is null where there was nothing a year before. */
export type FindingOut = {
  kind: Kind;
  dimension: Dimension;
  code: string;
  count: number;
  last: number;
  growth: number | null;
  share: number;
  recommend: boolean;
};

/** 转办 · the department, and what it gets to read; left out, the department declared for field and region. */
export type ForwardDemand = {
  opinion?: string;
  to?: string | null;
  extract: string;
};

/** 递送 · who carries it, and since when. */
export type ForwardStub = {
  opinion?: string;
  courier: string;
  forwarded_on?: string | null;
};

/** 反馈 · what the reporter reads; the opinion when left out. */
export type GiveFeedback = {
  opinion?: string;
  text?: string | null;
  way?: "receipt" | "phone" | "meeting" | "letter";
  reaction?: ("accepts" | "objects" | "no_reaction") | null;
  new_evidence?: boolean;
};

/** 给予保护 · the measures. */
export type GrantProtection = {
  opinion?: string;
  measures: string;
};

/** Every move of an object, oldest first. */
export type HistoryOut = {
  items: MoveOut[];
};

/** One deadline, and whom its days are charged to. */
export type HoldingTimeOut = {
  rule: string;
  unit: string;
  state: string;
  holders: ShareOut[];
};

/** Every deadline of a matter. */
export type HoldingTimesOut = {
  items: HoldingTimeOut[];
};

/** What was imported. */
export type ImportedOut = {
  kind: string;
  created: number;
  items: string[];
};

/** What waits for the caller. */
export type InboxOut = {
  sign_offs: CountOut;
  duties: DutyOut[];
  overdue: CountOut;
  due_soon: CountOut;
};

/** 出具查询码 · nothing is asked. */
export type IssueReceipt = Record<string, unknown>;

/** A job. `result` is there when it is done, in part also before; `problem` when it failed. */
export type JobOut = {
  id: string;
  kind: string;
  state: string;
  progress: ProgressOut;
  result: Record<string, unknown> | null;
  file_name: string | null;
  problem: Record<string, unknown> | null;
  created_at: string;
  finished_at: string | null;
  expires_at: string | null;
};

/** Whose matter a report is, seen from the office that has it; in order of precedence. */
export type Jurisdiction = "superior" | "own_staff" | "own" | "stationed" | "lower" | "elsewhere";

/** 登记密封件存根 · how and when something came that belongs to a superior; nothing of what it says. */
export type KeepStub = {
  channel: "letter" | "visit" | "phone" | "website" | "wechat" | "app" | "other_channel" | "transfer_in" | "campaign_platform";
  received_on?: string | null;
};

/** What a count tells: 典型、苗头、集中. */
export type Kind = "typical" | "rising" | "concentrated";

/** What the reporter said when asked long after closing; nothing yet before `answered_on`. */
export type LaterCheckOut = {
  opens_on: string;
  answered_on: string | null;
  verdict: string | null;
};

/** The principal leader of an organ; `until` is null while it holds. */
export type LeaderOut = {
  id: string;
  organ: string;
  name: string;
  set_by: string;
  since: string;
  until: string | null;
};

/** The register. */
export type LeadersOut = {
  items: LeaderOut[];
};

/** How hard, in rising order. */
export type Level = "green" | "yellow" | "red";

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

/** The minutes behind a collective decision. Rule: 1.2 S4. */
export type MeetingRecord = {
  held_on: string;
  place: string;
  chair: string;
  attendees: Attendee[];
  opinions?: string;
  resolution: string;
};

/** 合并办理 · the matter that leads, and why they are one. */
export type MergeMatter = {
  opinion?: string;
  into: string;
  reason: string;
};

/** One merge; without an end it still holds. */
export type MergeOut = {
  lead_id: string;
  member_id: string;
  reason: string;
  merged_by: string;
  merged_at: string;
  end_reason: string | null;
  ended_by: string | null;
  ended_at: string | null;
};

/** Every merge a matter had a part in, oldest first. */
export type MergesOut = {
  items: MergeOut[];
};

/** An act, what of it the records show, what no record shows, and how many matters show it. */
export type MisconductSignOut = {
  act: Act;
  name: string;
  basis: string;
  shows: string;
  no_record: string | null;
  count: number;
  at_least: boolean;
};

/** The list of acts, in the article's order. */
export type MisconductSignsOut = {
  since: string;
  items: MisconductSignOut[];
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

/** An internal note. */
export type NoteOut = {
  id: string;
  text: string;
  by: string;
  organisation: string;
  at: string;
};

/** The internal notes on a matter, oldest first. */
export type NotesOut = {
  items: NoteOut[];
};

/** A report that was repeated. */
export type NoticedReportOut = {
  report_id: string;
  number: string | null;
  field: string | null;
  repeat_count: number;
  last_received_on: string;
};

/** The reports a notice names that the caller may read, the most repeated first. */
export type NoticedReportsOut = {
  items: NoticedReportOut[];
};

/** The reports of one category, by number. */
export type NumbersOut = {
  category: string;
  count: number;
  numbers: string[];
};

/** What is wrong with the answer, or new evidence. */
export type ObjectBody = {
  receipt: string;
  matter?: ("report" | "demand") | null;
  attachments?: string[];
  text: string;
};

/** 提出职责异议 · the reason, the body that is competent, and the basis. */
export type ObjectJurisdiction = {
  opinion?: string;
  reason: string;
  competent_body: string;
  basis: string;
};

/** A message of the office to the reporter. */
export type OfficeMessage = {
  text: string;
};

/** How far one office is. */
export type OfficeOut = {
  office: string | null;
  concluded: number;
  missing: number;
};

/** Why somebody needs to know who the reporter is. */
export type OpenReporter = {
  purpose: "verify_named" | "clarify_content" | "give_feedback" | "protection" | "reward";
};

/** What a form offers. */
export type OptionsOut = {
  categories: Record<string, string>[];
  fields: Record<string, string>[];
  regions: Record<string, string>[];
  limits: Record<string, number>;
};

/** What was split from the matter a receipt was given for. */
export type OtherMatterOut = {
  state: "received" | "accepted" | "not_accepted" | "passed_on" | "being_handled" | "answered" | "closed";
  received_on: string;
  messages: DialogueMessageOut[];
  answer: Record<string, unknown> | null;
  can_rate: boolean;
  can_object: boolean;
  can_request_review: boolean;
  can_request_final_review: boolean;
  can_answer_survey: boolean;
  survey_until: string | null;
  matter: "report" | "demand";
};

/** A paper of an officer. */
export type PaperOut = {
  kind: string;
  fields: Record<string, unknown>;
  made_by: string;
  at: string;
};

/** Officers' papers about a matter, oldest first. */
export type PapersOut = {
  items: PaperOut[];
};

/** 发放 · how much, on which day, in which way the name stays protected. */
export type PayReward = {
  opinion?: string;
  amount: number;
  paid_on?: string | null;
};

/** What a subject is, as far as jurisdiction asks. */
export type Post = "commission_principal" | "commission_member" | "commission_staff" | "committee_member" | "organisation" | "other";

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

/** How far a job is; `total` is null until it is known. */
export type ProgressOut = {
  done: number;
  total: number | null;
};

/** 建议奖励 · for which report, on which ground, how much. */
export type ProposeReward = {
  report_id: string;
  ground: "major_case" | "major_loss_recovered";
  amount: number;
  reasons: string;
  publicity_consent?: boolean;
};

/** A request for protection. */
export type ProtectionRequestOut = {
  id: string;
  number: string | null;
  state: string;
  version: number;
  holder: string;
  secrecy: string;
  clocks: ClockOut[];
  allowed_actions: string[];
  pending_sign_offs: SignOffOut[];
  object_type: string;
  object_id: string;
  requested_on: string;
  by_reporter: boolean;
  details: Record<string, unknown>;
  asked: Record<string, unknown> | null;
  decided: Record<string, unknown> | null;
};

/** A page of protection requests. */
export type ProtectionRequestPage = {
  items: ProtectionRequestOut[];
  next_cursor: string | null;
  labels: Record<string, Record<string, string>> | null;
};

/** A text for the board. */
export type PublicationOut = {
  id: string;
  number: string | null;
  state: string;
  version: number;
  holder: string;
  secrecy: string;
  clocks: ClockOut[];
  allowed_actions: string[];
  pending_sign_offs: SignOffOut[];
  demand_id: string;
  field: string | null;
  region: string | null;
  request: string;
  answer: string;
  published_on: string | null;
};

/** A page of publications. */
export type PublicationPage = {
  items: PublicationOut[];
  next_cursor: string | null;
  labels: Record<string, Record<string, string>> | null;
};

/** A way to report; without a region it is the city's. */
export type PublishedChannelOut = {
  region: string | null;
  channel: string;
  address: string;
  hours: string;
};

/** Ways to report. */
export type PublishedChannelsOut = {
  items: PublishedChannelOut[];
};

/** The feedback of a quarter, by office. */
export type QuarterFeedbackOut = {
  quarter: string;
  offices: OfficeOut[];
  items: FeedbackOut[];
  more: boolean;
};

/** A text that somebody wants to send although it quotes; in lists without its words. */
export type QuotationOut = {
  id: string;
  number: string | null;
  state: string;
  version: number;
  holder: string;
  secrecy: string;
  clocks: ClockOut[];
  allowed_actions: string[];
  pending_sign_offs: SignOffOut[];
  object_type: string;
  object_id: string;
  text: string | null;
  reason: string | null;
  asked_by: string;
};

/** A page of quotations. */
export type QuotationPage = {
  items: QuotationOut[];
  next_cursor: string | null;
  labels: Record<string, Record<string, string>> | null;
};

/** How high a person stands; the rank says which level's Party committee manages them. */
export type Rank = "provincial_ministerial" | "bureau" | "county_division" | "township_section" | "ordinary_cadre" | "rural_enterprise_other";

/** Satisfaction with the answer. */
export type RateBody = {
  receipt: string;
  matter?: ("report" | "demand") | null;
  satisfaction: number;
  comment?: string;
};

/** A receipt, sent in the body and never in a URL. */
export type ReceiptBody = {
  receipt: string;
};

/** A receipt to print and hand over. */
export type ReceiptIssuedOut = {
  receipt: string;
  signed_receipt: SignedReceipt;
};

/** What a receipt opens; `also` holds the accusation that was split from a demand. */
export type ReceiptOut = {
  state: "received" | "accepted" | "not_accepted" | "passed_on" | "being_handled" | "answered" | "closed";
  received_on: string;
  messages: DialogueMessageOut[];
  answer: Record<string, unknown> | null;
  can_rate: boolean;
  can_object: boolean;
  can_request_review: boolean;
  can_request_final_review: boolean;
  can_answer_survey: boolean;
  survey_until: string | null;
  also: OtherMatterOut[];
};

/** 登记成效 · what came of one demand; money in cents of a yuan. */
export type RecordResult = {
  opinion?: string;
  demand: string;
  households_helped?: number;
  money_paid_back?: number;
  documents_issued?: number;
};

/** 登记追查结果 · what came of it. */
export type RecordTrace = {
  opinion?: string;
  result: string;
};

/** 跟踪回访 · when, and what was seen. */
export type RecordVisit = {
  opinion?: string;
  visited_on: string;
  finding: string;
};

/** A request for recusal. */
export type RecusalRequestOut = {
  id: string;
  number: string | null;
  state: string;
  version: number;
  holder: string;
  secrecy: string;
  clocks: ClockOut[];
  allowed_actions: string[];
  pending_sign_offs: SignOffOut[];
  object_type: string;
  object_id: string;
  requested_on: string;
  by_reporter: boolean;
  details: Record<string, unknown>;
  asked: Record<string, unknown> | null;
  decided: Record<string, unknown> | null;
};

/** A page of recusal requests. */
export type RecusalRequestPage = {
  items: RecusalRequestOut[];
  next_cursor: string | null;
  labels: Record<string, Record<string, string>> | null;
};

/** 转下级 · the lower organ that has jurisdiction. */
export type ReferDown = {
  opinion?: string;
  to: string;
};

/** 转有关机关 · the organ outside this directory that has jurisdiction. */
export type ReferOut = {
  opinion?: string;
  to?: string | null;
  organ?: string;
};

/** 上送 · the superior organ, when it works with this system too. */
export type ReferUp = {
  opinion?: string;
  to?: string | null;
};

/** 登记 · what staff may correct or add while registering; without a region a demand is not registered. */
export type RegisterDemand = {
  opinion?: string;
  region?: string | null;
  field?: string | null;
  address?: string;
  problem_since?: string | null;
};

/** 登记 · what staff may add or correct while registering; what is left out stays as submitted. */
export type RegisterReport = {
  opinion?: string;
  category?: string | null;
  region?: string | null;
  field?: string | null;
  problem_types?: string[] | null;
  summary?: string;
  subjects?: SubjectFacts[];
};

/** A demand just registered, and which others tell the same. */
export type RegisteredDemandOut = {
  id: string;
  number: string | null;
  state: string;
  version: number;
  holder: string;
  secrecy: string;
  clocks: ClockOut[];
  allowed_actions: string[];
  pending_sign_offs: SignOffOut[];
  channel: string;
  region: string | null;
  field: string | null;
  received_on: string;
  legal_regime: string;
  is_anonymous: boolean;
  kind: string | null;
  department: string | null;
  report_id: string | null;
  merged_into: string | null;
  repeats: number;
  unanswered_messages: number | null;
  extract: string | null;
  answer: AnswerOut | null;
  view: string | null;
  reason: string | null;
  answered_on: string | null;
  satisfaction: number | null;
  outcome: string | null;
  later_check: LaterCheckOut | null;
  households_helped: number | null;
  money_paid_back: number | null;
  documents_issued: number | null;
  problem_since: string | null;
  reviewed_demand: string | null;
  proposed_department: string | null;
  refusal_count: number;
  is_ruled: boolean;
  source_system: string | null;
  source_ref: string | null;
  reporter_count: number;
  visitor_count: number | null;
  duplicates: DuplicateOut[];
};

/** A report just registered, and which others tell the same. */
export type RegisteredReportOut = {
  id: string;
  number: string | null;
  state: string;
  version: number;
  holder: string;
  secrecy: string;
  clocks: ClockOut[];
  allowed_actions: string[];
  pending_sign_offs: SignOffOut[];
  category: string;
  channel: string;
  region: string | null;
  field: string | null;
  received_on: string;
  legal_regime: string;
  named_status: string;
  priority: string;
  problem_types: string[];
  is_duplicate_of: string | null;
  merged_into: string | null;
  repeats: number;
  unanswered_messages: number | null;
  new_evidence_on: string | null;
  split_from: string | null;
  demand_id: string | null;
  office: string | null;
  clue_id: string | null;
  reason: string | null;
  truth_grade: string | null;
  concluded_on: string | null;
  later_check: LaterCheckOut | null;
  proposed_jurisdiction: string | null;
  proposed_because: string | null;
  proposed_to: string | null;
  jurisdiction: string | null;
  subject_organisations: string[];
  subject_rank: string | null;
  passed_from: string | null;
  source_system: string | null;
  source_ref: string | null;
  reporter_count: number;
  visitor_count: number | null;
  contact_attempts: ContactAttemptOut[];
  duplicates: DuplicateOut[];
};

/** 驳回 · why nobody needs to keep away. */
export type RejectRecusal = {
  opinion?: string;
  reason: string;
};

/** 工作提醒 · a letter to the department that drags, with a date to answer by. */
export type RemindDepartment = {
  opinion?: string;
  letter?: string | null;
  due_on?: string | null;
};

/** A demand of a reminder; figures are null until they are recorded. */
export type RemindedMatterOut = {
  object_id: string;
  households_helped: number | null;
  money_paid_back: number | null;
  documents_issued: number | null;
};

/** A reminder that went out. */
export type ReminderOut = {
  ordinal: number;
  sent_on: string;
};

/** 重新处置 · the new evidence, piece by piece, as far as the reporter's own words do not list it. */
export type ReopenReport = {
  opinion?: string;
  evidence?: string[];
  clue_ids?: string[] | null;
};

/** A page of reports nobody sent on or declined in time. */
export type ReportBreachPage = {
  items: ReportOut[];
  next_cursor: string | null;
  labels: Record<string, Record<string, string>> | null;
};

/** A report as officers see it. */
export type ReportOut = {
  id: string;
  number: string | null;
  state: string;
  version: number;
  holder: string;
  secrecy: string;
  clocks: ClockOut[];
  allowed_actions: string[];
  pending_sign_offs: SignOffOut[];
  category: string;
  channel: string;
  region: string | null;
  field: string | null;
  received_on: string;
  legal_regime: string;
  named_status: string;
  priority: string;
  problem_types: string[];
  is_duplicate_of: string | null;
  merged_into: string | null;
  repeats: number;
  unanswered_messages: number | null;
  new_evidence_on: string | null;
  split_from: string | null;
  demand_id: string | null;
  office: string | null;
  clue_id: string | null;
  reason: string | null;
  truth_grade: string | null;
  concluded_on: string | null;
  later_check: LaterCheckOut | null;
  proposed_jurisdiction: string | null;
  proposed_because: string | null;
  proposed_to: string | null;
  jurisdiction: string | null;
  subject_organisations: string[];
  subject_rank: string | null;
  passed_from: string | null;
  source_system: string | null;
  source_ref: string | null;
  reporter_count: number;
  visitor_count: number | null;
  contact_attempts: ContactAttemptOut[];
};

/** A page of reports. */
export type ReportPage = {
  items: ReportOut[];
  next_cursor: string | null;
  labels: Record<string, Record<string, string>> | null;
};

/** 报告结果 · the verification report and the truth grade. */
export type ReportResult = {
  opinion?: string;
  report: string;
  truth_grade: "true" | "partly_true" | "basically_true" | "untrue" | "cannot_be_proved" | "misreport" | "false_accusation";
};

/** Who brings it in; of several, the main contact. Absent for an anonymous submission. */
export type Reporter = {
  name: string;
  phone?: string;
  address?: string;
  consent_to_share?: boolean;
};

/** A message of the reporter. */
export type ReporterMessage = {
  receipt: string;
  matter?: ("report" | "demand") | null;
  attachments?: string[];
  text: string;
};

/** Who a reporter is; of several, the main contact first. */
export type ReporterOut = {
  name: string;
  phone: string;
  address: string;
  consent_to_share: boolean;
  others: CoReporterOut[];
};

/** What the reporter told, and what the assessment found. */
export type ReprisalOut = {
  circumstances: string;
  findings: string;
};

/** What came of demands, money in cents of a yuan. */
export type ResultsOut = {
  households_helped: number;
  money_paid_back: number;
  documents_issued: number;
};

/** 重复件留存 · the first report, and whether this one brings something new. */
export type RetainDuplicate = {
  opinion?: string;
  of: string;
  has_new_evidence?: boolean;
};

/** 退回 · the ground, and the talk with the petition office that came before. */
export type ReturnReport = {
  opinion?: string;
  ground: "no_substance" | "other_jurisdiction";
  talked_with: string;
  talked_on?: string | null;
};

/** 退回补充答复 · what is missing, and by when. */
export type ReturnUrging = {
  opinion?: string;
  due_on: string;
};

/** The action's fields as they are to be signed instead. */
export type ReviseBody = {
  fields: Record<string, unknown>;
};

/** 修改公开文本 · other words; what is left out stays. */
export type RevisePublication = {
  opinion?: string;
  request?: string | null;
  answer?: string | null;
};

/** 修改形势分析 · other words or recipients; the figures stay as counted. */
export type ReviseTrendReport = {
  opinion?: string;
  recipients?: (("superior_commission" | "party_committee")[]) | null;
  text?: string | null;
};

/** A reward proposal. */
export type RewardProposalOut = {
  id: string;
  number: string | null;
  state: string;
  version: number;
  holder: string;
  secrecy: string;
  clocks: ClockOut[];
  allowed_actions: string[];
  pending_sign_offs: SignOffOut[];
  object_type: string;
  object_id: string;
  requested_on: string;
  by_reporter: boolean;
  details: Record<string, unknown>;
  asked: Record<string, unknown> | null;
  decided: Record<string, unknown> | null;
};

/** A page of reward proposals. */
export type RewardProposalPage = {
  items: RewardProposalOut[];
  next_cursor: string | null;
  labels: Record<string, Record<string, string>> | null;
};

/** 裁定主责部门 · the department that must take the demand, and why. */
export type RuleDemand = {
  opinion?: string;
  to: string;
  extract: string;
};

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

/** 甄别 · whose matter it is; left out, as proposed at registration. */
export type ScreenReport = {
  opinion?: string;
  jurisdiction?: Jurisdiction | null;
};

/** 按正文，或被反映人姓名、单位检索，至少两个字 · words of the text, or of whom it is about. */
export type SearchMatters = {
  limit?: number;
  cursor?: string | null;
  sort?: string | null;
  q?: string | null;
  subject?: string | null;
};

/** 答复办结 · what came of the appeal or the suggestion. */
export type SettleReport = {
  opinion?: string;
  outcome: string;
};

/** Days charged to one holder. */
export type ShareOut = {
  holder: string;
  days: number;
};

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

/** A matter that shows a sign: its id, since when, which officers acted, where it lay; nothing of what it says. */
export type SignedMatterOut = {
  object_type: string;
  object_id: string;
  noted_on: string;
  officers: string[];
  office: string | null;
};

/** A page of matters that show a sign. */
export type SignedMattersOut = {
  items: SignedMatterOut[];
  next_cursor: string | null;
};

/** The statement given with a receipt. It does not hold the receipt. */
export type SignedReceipt = {
  commitment: string;
  received_on: string;
  service: string;
  key_id: string;
  signature: string;
};

/** 分出民生诉求 · the report also asks for something to be solved. */
export type SplitToDemand = {
  opinion?: string;
};

/** 转检举控告 · the whole of it is an accusation. */
export type SplitToReport = {
  opinion?: string;
};

/** A stub: how and when it came, and how it went on. */
export type StubOut = {
  id: string;
  number: string | null;
  state: string;
  version: number;
  holder: string;
  secrecy: string;
  clocks: ClockOut[];
  allowed_actions: string[];
  pending_sign_offs: SignOffOut[];
  channel: string;
  received_on: string;
  is_online: boolean;
  package_sha256: string | null;
  forwarded_on: string | null;
  courier: string | null;
  signed_for_by: string | null;
  signed_for_on: string | null;
};

/** A page of stubs. */
export type StubPage = {
  items: StubOut[];
  next_cursor: string | null;
  labels: Record<string, Record<string, string>> | null;
};

/** What staff know of a subject, by codes; the name stays where it is sealed. */
export type SubjectFacts = {
  organisation?: string | null;
  rank?: Rank | null;
  post?: Post;
};

/** Two people who may be one. */
export type SubjectLikenessOut = {
  ours: string;
  theirs: string;
  score: number;
};

/** Whom a report is about. */
export type SubjectNameOut = {
  name: string;
  organisation: string;
  position: string;
};

/** Whom a submission is about. */
export type SubjectOut = {
  name: string;
  organisation: string;
  position: string;
};

/** Everybody a report is about. */
export type SubjectsOut = {
  subjects: SubjectNameOut[];
};

/** What a person sends. */
export type Submission = {
  content: string;
  region?: string | null;
  field?: string | null;
  address?: string;
  subjects?: Accused[];
  reporter?: Reporter | null;
  co_reporters?: CoReporter[];
  attachments?: string[];
  category: "accusation" | "appeal" | "suggestion" | "livelihood_demand";
  channel?: "online" | "website" | "wechat" | "app" | "campaign_platform";
};

/** What a person holds after submitting; the receipt is shown once. */
export type SubmissionOut = {
  receipt: string;
  state: "received" | "accepted" | "not_accepted" | "passed_on" | "being_handled" | "answered" | "closed";
  received_on: string;
  signed_receipt: SignedReceipt;
};

/** What came of all of them, and how many demands that were. */
export type SummedOut = {
  households_helped: number;
  money_paid_back: number;
  documents_issued: number;
  matters: number;
};

/** 督办 · on which ground, and the day of the letter; the department stays when left out. */
export type SuperviseDemand = {
  opinion?: string;
  ground: "strong_reaction" | "repeated" | "overdue" | "group_matter";
  due_on?: string | null;
  to?: string | null;
  extract?: string | null;
};

/** What was supplied: no text, no reporter, no person reported. */
export type SuppliedOut = {
  count: number;
  truth_grades: Record<string, number>;
  problem_types: Record<string, number>;
  by_category: NumbersOut[];
};

/** Whether it is solved, long after. */
export type SurveyBody = {
  receipt: string;
  matter?: ("report" | "demand") | null;
  verdict: "solved" | "partly_solved" | "not_solved";
  comment?: string;
};

/** Reports of one code, and those of the same period a year before. */
export type TallyOut = {
  dimension: Dimension;
  code: string;
  count: number;
  last: number;
  confirmed: number;
};

/** What a person wrote. */
export type TextOut = {
  content: string;
  subjects: SubjectOut[];
  address: string;
  messages: Record<string, unknown>[];
  attachments: AttachmentOut[];
};

/** Everything that happened to an object, oldest first. */
export type TimelineOut = {
  items: MomentOut[];
};

/** A request to trace. */
export type TraceRequestOut = {
  id: string;
  number: string | null;
  state: string;
  version: number;
  holder: string;
  secrecy: string;
  clocks: ClockOut[];
  allowed_actions: string[];
  pending_sign_offs: SignOffOut[];
  object_type: string;
  object_id: string;
  requested_on: string;
  by_reporter: boolean;
  details: Record<string, unknown>;
  asked: Record<string, unknown> | null;
  decided: Record<string, unknown> | null;
};

/** A page of trace requests. */
export type TraceRequestPage = {
  items: TraceRequestOut[];
  next_cursor: string | null;
  labels: Record<string, Record<string, string>> | null;
};

/** 移送 · the office that is to handle the report. */
export type TransferReport = {
  opinion?: string;
  to: string;
};

/** A trend report; in lists without its words. */
export type TrendReportOut = {
  id: string;
  number: string | null;
  state: string;
  version: number;
  holder: string;
  secrecy: string;
  clocks: ClockOut[];
  allowed_actions: string[];
  pending_sign_offs: SignOffOut[];
  period_from: string;
  period_to: string;
  recipients: string[];
  figures: FiguresOut;
  issued_on: string | null;
  text: string | null;
};

/** A page of trend reports. */
export type TrendReportPage = {
  items: TrendReportOut[];
  next_cursor: string | null;
  labels: Record<string, Record<string, string>> | null;
};

/** 联系署名人 · how, on which day, and what came of it. */
export type TryContact = {
  opinion?: string;
  method: "phone" | "meeting" | "letter";
  on?: string | null;
  outcome: "reached" | "not_reached" | "wrong_contact" | "denied";
};

/** A request; in lists without its reason. */
export type UnitDataRequestOut = {
  id: string;
  number: string | null;
  state: string;
  version: number;
  holder: string;
  secrecy: string;
  clocks: ClockOut[];
  allowed_actions: string[];
  pending_sign_offs: SignOffOut[];
  unit: string;
  period_from: string;
  period_to: string;
  asked_by: string;
  asking: string;
  reason: string | null;
  supplied: SuppliedOut | null;
  supplied_on: string | null;
};

/** A page of unit data requests. */
export type UnitDataRequestPage = {
  items: UnitDataRequestOut[];
  next_cursor: string | null;
  labels: Record<string, Record<string, string>> | null;
};

/** 撤销合并 · why they are two after all. */
export type UnmergeMatter = {
  opinion?: string;
  reason: string;
};

/** 决定回避 · who keeps away, by their ids, and on which ground. */
export type UpholdRecusal = {
  opinion?: string;
  officers: string[];
  ground?: "close_relative" | "former_post" | "interest" | "is_subject" | "other_doubt" | "witness";
};

/** 督办 · why and how. */
export type UrgeReport = {
  opinion?: string;
  ground: "overdue" | "poor_organisation_or_perfunctory" | "needs_supplement" | "other";
  method?: "letter" | "hearing_a_report" | "reading_the_file" | "on_site";
};

/** An urging; in lists without its letters and reminders. */
export type UrgingOut = {
  id: string;
  number: string | null;
  state: string;
  version: number;
  holder: string;
  secrecy: string;
  clocks: ClockOut[];
  allowed_actions: string[];
  pending_sign_offs: SignOffOut[];
  object_type: string;
  object_id: string;
  kind: string;
  level: string;
  basis: string;
  to: string;
  audience: string[];
  round: number;
  due_on: string | null;
  issued_on: string | null;
  answered_on: string | null;
  follows: string | null;
  escalated_to: string | null;
  letter: string | null;
  reply: string | null;
  reminders: ReminderOut[];
};

/** A page of urgings. */
export type UrgingPage = {
  items: UrgingOut[];
  next_cursor: string | null;
  labels: Record<string, Record<string, string>> | null;
};

/** Whether a signed receipt is ours, whether the matter is unaltered, and the proof that the audit tree holds it. */
export type VerifiedOut = {
  valid: boolean;
  included: boolean;
  intact: boolean;
  checkpoint: Record<string, unknown>;
  proof: Record<string, unknown> | null;
};

/** A signed receipt to verify. */
export type VerifyBody = {
  signed_receipt: SignedReceipt;
};

/** 核实署名 · how the name was checked, and the result; a name that does not hold needs a reason. */
export type VerifyName = {
  opinion?: string;
  verified?: boolean;
  method?: "phone" | "meeting" | "letter";
  reason?: ("false_name" | "unreachable" | "denied" | "no_contact_given") | null;
};

/** A visit that followed. */
export type VisitOut = {
  visited_on: string;
  finding: string;
  by: string;
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

/** An object that waits, as much as a list of work needs. */
export type WaitingOut = {
  object_type: string;
  collection: string;
  id: string;
  number: string | null;
  state: string;
  state_label: string;
  holder: string;
  allowed_actions: string[];
  due_on: string | null;
};

/** A page of objects that wait, oldest first. */
export type WaitingPage = {
  items: WaitingOut[];
  next_cursor: string | null;
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

/** A work reminder; in lists without letters, visits and figures. */
export type WorkReminderOut = {
  id: string;
  number: string | null;
  state: string;
  version: number;
  holder: string;
  secrecy: string;
  clocks: ClockOut[];
  allowed_actions: string[];
  pending_sign_offs: SignOffOut[];
  to: string;
  due_on: string;
  sent_on: string | null;
  answered_on: string | null;
  letter: string | null;
  reply: string | null;
  demands: RemindedMatterOut[];
  visits: VisitOut[];
  results: ResultsOut;
  reminders: ReminderOut[];
};

/** A page of work reminders. */
export type WorkReminderPage = {
  items: WorkReminderOut[];
  next_cursor: string | null;
  labels: Record<string, Record<string, string>> | null;
};

/** 写常用答复 · a reply in two languages; `replaces` is the version it was written over. */
export type WriteCannedReply = {
  object_type: "report" | "demand";
  code: string;
  state: string;
  text_zh: string;
  text_en: string;
  is_active?: boolean;
  replaces?: number;
};

/** 内部备注 · for staff only. */
export type WriteNote = {
  text: string;
};

export interface Operations {
  get_submission_options: { method: "GET"; path: "/intake/v1/public/options"; body: never; answer: OptionsOut };
  submit_report: { method: "POST"; path: "/intake/v1/public/submissions"; body: Submission; answer: SubmissionOut };
  open_receipt: { method: "POST"; path: "/intake/v1/public/receipts/_open"; body: ReceiptBody; answer: ReceiptOut };
  send_receipt_message: { method: "POST"; path: "/intake/v1/public/receipts/messages"; body: ReporterMessage; answer: DialogueMessageOut };
  rate_answer: { method: "POST"; path: "/intake/v1/public/receipts/rate"; body: RateBody; answer: ReceiptOut };
  object_to_answer: { method: "POST"; path: "/intake/v1/public/receipts/object"; body: ObjectBody; answer: ReceiptOut };
  request_review: { method: "POST"; path: "/intake/v1/public/receipts/request-review"; body: ObjectBody; answer: ReceiptOut };
  request_final_review: { method: "POST"; path: "/intake/v1/public/receipts/request-final-review"; body: ObjectBody; answer: ReceiptOut };
  answer_survey: { method: "POST"; path: "/intake/v1/public/receipts/survey"; body: SurveyBody; answer: ReceiptOut };
  verify_receipt: { method: "POST"; path: "/intake/v1/public/receipts/verify"; body: VerifyBody; answer: VerifiedOut };
  enter_report: { method: "POST"; path: "/intake/v1/reports"; body: EnterReport; answer: EnteredReportOut };
  list_reports: { method: "GET"; path: "/intake/v1/reports"; body: never; answer: ReportPage };
  issue_report_receipt: { method: "POST"; path: "/intake/v1/reports/{object_id}/receipt"; body: IssueReceipt; answer: ReceiptIssuedOut };
  enter_demand: { method: "POST"; path: "/intake/v1/demands"; body: EnterDemand; answer: EnteredDemandOut };
  list_demands: { method: "GET"; path: "/intake/v1/demands"; body: never; answer: DemandPage };
  issue_demand_receipt: { method: "POST"; path: "/intake/v1/demands/{object_id}/receipt"; body: IssueReceipt; answer: ReceiptIssuedOut };
  keep_stub: { method: "POST"; path: "/intake/v1/stubs"; body: KeepStub; answer: StubOut };
  list_stubs: { method: "GET"; path: "/intake/v1/stubs"; body: never; answer: StubPage };
  export_stub_package: { method: "GET"; path: "/intake/v1/stubs/{object_id}/package"; body: never; answer: null };
  list_leaders: { method: "GET"; path: "/intake/v1/leaders"; body: never; answer: LeadersOut };
  declare_leader: { method: "POST"; path: "/intake/v1/leaders"; body: DeclareLeader; answer: LeaderOut };
  ask_protection: { method: "POST"; path: "/intake/v1/protection-requests"; body: AskProtection; answer: ProtectionRequestOut };
  list_protection_requests: { method: "GET"; path: "/intake/v1/protection-requests"; body: never; answer: ProtectionRequestPage };
  get_protection_request_words: { method: "GET"; path: "/intake/v1/protection-requests/{object_id}/words"; body: never; answer: ReprisalOut };
  propose_reward: { method: "POST"; path: "/intake/v1/reward-proposals"; body: ProposeReward; answer: RewardProposalOut };
  list_reward_proposals: { method: "GET"; path: "/intake/v1/reward-proposals"; body: never; answer: RewardProposalPage };
  ask_trace: { method: "POST"; path: "/intake/v1/trace-requests"; body: AskTrace; answer: TraceRequestOut };
  list_trace_requests: { method: "GET"; path: "/intake/v1/trace-requests"; body: never; answer: TraceRequestPage };
  request_protection: { method: "POST"; path: "/intake/v1/public/receipts/request-protection"; body: AskByReceipt; answer: AskedOut };
  request_recusal: { method: "POST"; path: "/intake/v1/public/receipts/request-recusal"; body: AskByReceipt; answer: AskedOut };
  get_public_channels: { method: "GET"; path: "/intake/v1/public/channels"; body: never; answer: PublishedChannelsOut };
  get_public_board: { method: "GET"; path: "/intake/v1/public/board"; body: never; answer: BoardPage };
  get_public_board_counts: { method: "GET"; path: "/intake/v1/public/board/counts"; body: never; answer: BoardCountsOut };
  list_channels: { method: "GET"; path: "/intake/v1/channels"; body: never; answer: ChannelsOut };
  declare_channel: { method: "POST"; path: "/intake/v1/channels"; body: DeclareChannel; answer: ChannelOut };
  end_channel: { method: "POST"; path: "/intake/v1/channels/{channel_id}/end"; body: never; answer: ChannelOut };
  draft_publication: { method: "POST"; path: "/intake/v1/demands/{object_id}/publications"; body: DraftPublication; answer: PublicationOut };
  list_quarterly_feedback: { method: "GET"; path: "/intake/v1/reports/feedback"; body: never; answer: QuarterFeedbackOut };
  draft_trend_report: { method: "POST"; path: "/intake/v1/trend-reports"; body: DraftTrendReport; answer: TrendReportOut };
  list_trend_reports: { method: "GET"; path: "/intake/v1/trend-reports"; body: never; answer: TrendReportPage };
  ask_unit_data: { method: "POST"; path: "/intake/v1/unit-data-requests"; body: AskUnitData; answer: UnitDataRequestOut };
  list_unit_data_requests: { method: "GET"; path: "/intake/v1/unit-data-requests"; body: never; answer: UnitDataRequestPage };
  list_misconduct_signs: { method: "GET"; path: "/intake/v1/misconduct-signs"; body: never; answer: MisconductSignsOut };
  list_signed_matters: { method: "GET"; path: "/intake/v1/misconduct-signs/{act}/matters"; body: never; answer: SignedMattersOut };
  list_report_breaches: { method: "GET"; path: "/intake/v1/reports/breaches"; body: never; answer: ReportBreachPage };
  list_demand_breaches: { method: "GET"; path: "/intake/v1/demands/breaches"; body: never; answer: DemandBreachPage };
  list_competences: { method: "GET"; path: "/intake/v1/competences"; body: never; answer: CompetencesOut };
  declare_competence: { method: "POST"; path: "/intake/v1/competences"; body: DeclareCompetence; answer: CompetenceOut };
  list_report_disclosures: { method: "GET"; path: "/intake/v1/reports/{object_id}/disclosures"; body: never; answer: DisclosuresOut };
  list_report_holding_times: { method: "GET"; path: "/intake/v1/reports/{object_id}/holding-times"; body: never; answer: HoldingTimesOut };
  list_report_papers: { method: "GET"; path: "/intake/v1/reports/{object_id}/papers"; body: never; answer: PapersOut };
  list_demand_disclosures: { method: "GET"; path: "/intake/v1/demands/{object_id}/disclosures"; body: never; answer: DisclosuresOut };
  list_demand_holding_times: { method: "GET"; path: "/intake/v1/demands/{object_id}/holding-times"; body: never; answer: HoldingTimesOut };
  list_demand_papers: { method: "GET"; path: "/intake/v1/demands/{object_id}/papers"; body: never; answer: PapersOut };
  get_report_text: { method: "GET"; path: "/intake/v1/reports/{object_id}/text"; body: never; answer: TextOut };
  open_report_reporter: { method: "POST"; path: "/intake/v1/reports/{object_id}/reporter/_open"; body: OpenReporter; answer: ReporterOut };
  send_report_message: { method: "POST"; path: "/intake/v1/reports/{object_id}/messages"; body: OfficeMessage; answer: DialogueMessageOut };
  get_demand_text: { method: "GET"; path: "/intake/v1/demands/{object_id}/text"; body: never; answer: TextOut };
  open_demand_reporter: { method: "POST"; path: "/intake/v1/demands/{object_id}/reporter/_open"; body: OpenReporter; answer: ReporterOut };
  send_demand_message: { method: "POST"; path: "/intake/v1/demands/{object_id}/messages"; body: OfficeMessage; answer: DialogueMessageOut };
  write_report_note: { method: "POST"; path: "/intake/v1/reports/{object_id}/notes"; body: WriteNote; answer: NoteOut };
  list_report_notes: { method: "GET"; path: "/intake/v1/reports/{object_id}/notes"; body: never; answer: NotesOut };
  ask_report_quotation: { method: "POST"; path: "/intake/v1/reports/{object_id}/quotations"; body: AskQuotation; answer: QuotationOut };
  write_demand_note: { method: "POST"; path: "/intake/v1/demands/{object_id}/notes"; body: WriteNote; answer: NoteOut };
  list_demand_notes: { method: "GET"; path: "/intake/v1/demands/{object_id}/notes"; body: never; answer: NotesOut };
  ask_demand_quotation: { method: "POST"; path: "/intake/v1/demands/{object_id}/quotations"; body: AskQuotation; answer: QuotationOut };
  find_report_duplicates: { method: "GET"; path: "/intake/v1/reports/{object_id}/duplicates"; body: never; answer: DuplicatesOut };
  list_report_merges: { method: "GET"; path: "/intake/v1/reports/{object_id}/merges"; body: never; answer: MergesOut };
  find_demand_duplicates: { method: "GET"; path: "/intake/v1/demands/{object_id}/duplicates"; body: never; answer: DuplicatesOut };
  list_demand_merges: { method: "GET"; path: "/intake/v1/demands/{object_id}/merges"; body: never; answer: MergesOut };
  list_noticed_reports: { method: "GET"; path: "/intake/v1/duplicate-notices/{object_id}/reports"; body: never; answer: NoticedReportsOut };
  draft_report_urging: { method: "POST"; path: "/intake/v1/reports/{object_id}/urgings"; body: DraftUrging; answer: UrgingOut };
  draft_demand_urging: { method: "POST"; path: "/intake/v1/demands/{object_id}/urgings"; body: DraftUrging; answer: UrgingOut };
  draft_work_reminder: { method: "POST"; path: "/intake/v1/work-reminders"; body: DraftWorkReminder; answer: WorkReminderOut };
  list_work_reminders: { method: "GET"; path: "/intake/v1/work-reminders"; body: never; answer: WorkReminderPage };
  sum_work_reminder_results: { method: "GET"; path: "/intake/v1/work-reminders/_results"; body: never; answer: SummedOut };
  list_canned_replies: { method: "GET"; path: "/intake/v1/canned-replies"; body: never; answer: CannedRepliesOut };
  write_canned_reply: { method: "POST"; path: "/intake/v1/canned-replies"; body: WriteCannedReply; answer: CannedReplyOut };
  list_canned_reply_versions: { method: "GET"; path: "/intake/v1/canned-replies/{code}/versions"; body: never; answer: CannedReplyVersionsOut };
  list_report_canned_replies: { method: "GET"; path: "/intake/v1/reports/{object_id}/canned-replies"; body: never; answer: CannedRepliesOut };
  list_demand_canned_replies: { method: "GET"; path: "/intake/v1/demands/{object_id}/canned-replies"; body: never; answer: CannedRepliesOut };
  get_report_subjects: { method: "GET"; path: "/intake/v1/reports/{object_id}/subjects"; body: never; answer: SubjectsOut };
  upload_public_attachment: { method: "POST"; path: "/intake/v1/public/attachments"; body: never; answer: AttachmentOut };
  upload_attachment: { method: "POST"; path: "/intake/v1/attachments"; body: never; answer: AttachmentOut };
  download_attachment: { method: "GET"; path: "/intake/v1/attachments/{attachment_id}/content"; body: never; answer: null };
  count_reports: { method: "GET"; path: "/intake/v1/reports/_count"; body: never; answer: CountOut };
  search_reports: { method: "POST"; path: "/intake/v1/reports/_search"; body: SearchMatters; answer: ReportPage };
  count_demands: { method: "GET"; path: "/intake/v1/demands/_count"; body: never; answer: CountOut };
  search_demands: { method: "POST"; path: "/intake/v1/demands/_search"; body: SearchMatters; answer: DemandPage };
  count_stubs: { method: "GET"; path: "/intake/v1/stubs/_count"; body: never; answer: CountOut };
  list_duplicate_notices: { method: "GET"; path: "/intake/v1/duplicate-notices"; body: never; answer: DuplicateNoticePage };
  count_duplicate_notices: { method: "GET"; path: "/intake/v1/duplicate-notices/_count"; body: never; answer: CountOut };
  list_urgings: { method: "GET"; path: "/intake/v1/urgings"; body: never; answer: UrgingPage };
  count_urgings: { method: "GET"; path: "/intake/v1/urgings/_count"; body: never; answer: CountOut };
  count_work_reminders: { method: "GET"; path: "/intake/v1/work-reminders/_count"; body: never; answer: CountOut };
  list_quotations: { method: "GET"; path: "/intake/v1/quotations"; body: never; answer: QuotationPage };
  count_quotations: { method: "GET"; path: "/intake/v1/quotations/_count"; body: never; answer: CountOut };
  count_protection_requests: { method: "GET"; path: "/intake/v1/protection-requests/_count"; body: never; answer: CountOut };
  list_recusal_requests: { method: "GET"; path: "/intake/v1/recusal-requests"; body: never; answer: RecusalRequestPage };
  count_recusal_requests: { method: "GET"; path: "/intake/v1/recusal-requests/_count"; body: never; answer: CountOut };
  count_reward_proposals: { method: "GET"; path: "/intake/v1/reward-proposals/_count"; body: never; answer: CountOut };
  count_trace_requests: { method: "GET"; path: "/intake/v1/trace-requests/_count"; body: never; answer: CountOut };
  list_publications: { method: "GET"; path: "/intake/v1/publications"; body: never; answer: PublicationPage };
  count_publications: { method: "GET"; path: "/intake/v1/publications/_count"; body: never; answer: CountOut };
  count_trend_reports: { method: "GET"; path: "/intake/v1/trend-reports/_count"; body: never; answer: CountOut };
  count_unit_data_requests: { method: "GET"; path: "/intake/v1/unit-data-requests/_count"; body: never; answer: CountOut };
  get_letters_template: { method: "GET"; path: "/intake/v1/imports/letters/template"; body: never; answer: null };
  import_letters: { method: "POST"; path: "/intake/v1/imports/letters"; body: never; answer: ImportedOut | AcceptedOut };
  get_report: { method: "GET"; path: "/intake/v1/reports/{object_id}"; body: never; answer: ReportOut };
  list_report_history: { method: "GET"; path: "/intake/v1/reports/{object_id}/history"; body: never; answer: HistoryOut };
  show_report_timeline: { method: "GET"; path: "/intake/v1/reports/{object_id}/timeline"; body: never; answer: TimelineOut };
  register_report: { method: "POST"; path: "/intake/v1/reports/{object_id}/register"; body: RegisterReport; answer: RegisteredReportOut };
  try_contact_report: { method: "POST"; path: "/intake/v1/reports/{object_id}/try-contact"; body: TryContact; answer: ReportOut };
  verify_name_report: { method: "POST"; path: "/intake/v1/reports/{object_id}/verify-name"; body: VerifyName; answer: ReportOut };
  screen_report: { method: "POST"; path: "/intake/v1/reports/{object_id}/screen"; body: ScreenReport; answer: ReportOut | SignOffAnswer };
  split_to_demand_report: { method: "POST"; path: "/intake/v1/reports/{object_id}/split-to-demand"; body: SplitToDemand; answer: ReportOut };
  decline_report: { method: "POST"; path: "/intake/v1/reports/{object_id}/decline"; body: DeclineReport; answer: ReportOut | SignOffAnswer };
  refer_up_report: { method: "POST"; path: "/intake/v1/reports/{object_id}/refer-up"; body: ReferUp; answer: ReportOut | SignOffAnswer };
  refer_down_report: { method: "POST"; path: "/intake/v1/reports/{object_id}/refer-down"; body: ReferDown; answer: ReportOut | SignOffAnswer };
  refer_out_report: { method: "POST"; path: "/intake/v1/reports/{object_id}/refer-out"; body: ReferOut; answer: ReportOut | SignOffAnswer };
  assign_down_report: { method: "POST"; path: "/intake/v1/reports/{object_id}/assign-down"; body: AssignDown; answer: ReportOut | SignOffAnswer };
  urge_report: { method: "POST"; path: "/intake/v1/reports/{object_id}/urge"; body: UrgeReport; answer: ReportOut | SignOffAnswer };
  extend_report: { method: "POST"; path: "/intake/v1/reports/{object_id}/extend"; body: ExtendReport; answer: ReportOut | SignOffAnswer };
  report_result_report: { method: "POST"; path: "/intake/v1/reports/{object_id}/report-result"; body: ReportResult; answer: ReportOut | SignOffAnswer };
  retain_duplicate_report: { method: "POST"; path: "/intake/v1/reports/{object_id}/retain-duplicate"; body: RetainDuplicate; answer: ReportOut | SignOffAnswer };
  merge_report: { method: "POST"; path: "/intake/v1/reports/{object_id}/merge"; body: MergeMatter; answer: ReportOut | SignOffAnswer };
  unmerge_report: { method: "POST"; path: "/intake/v1/reports/{object_id}/unmerge"; body: UnmergeMatter; answer: ReportOut | SignOffAnswer };
  accept_report: { method: "POST"; path: "/intake/v1/reports/{object_id}/accept"; body: Command; answer: ReportOut | SignOffAnswer };
  transfer_report: { method: "POST"; path: "/intake/v1/reports/{object_id}/transfer"; body: TransferReport; answer: ReportOut | SignOffAnswer };
  return_report: { method: "POST"; path: "/intake/v1/reports/{object_id}/return"; body: ReturnReport; answer: ReportOut | SignOffAnswer };
  conclude_report: { method: "POST"; path: "/intake/v1/reports/{object_id}/conclude"; body: ConcludeReport; answer: ReportOut | SignOffAnswer };
  settle_report: { method: "POST"; path: "/intake/v1/reports/{object_id}/settle"; body: SettleReport; answer: ReportOut | SignOffAnswer };
  feed_back_report: { method: "POST"; path: "/intake/v1/reports/{object_id}/feed-back"; body: FeedBackResult; answer: ReportOut };
  give_feedback_report: { method: "POST"; path: "/intake/v1/reports/{object_id}/give-feedback"; body: GiveFeedback; answer: ReportOut | SignOffAnswer };
  reopen_report: { method: "POST"; path: "/intake/v1/reports/{object_id}/reopen"; body: ReopenReport; answer: ReportOut | SignOffAnswer };
  reassess_report: { method: "POST"; path: "/intake/v1/reports/{object_id}/reassess"; body: Command; answer: ReportOut | SignOffAnswer };
  dismiss_evidence_report: { method: "POST"; path: "/intake/v1/reports/{object_id}/dismiss-evidence"; body: DismissEvidence; answer: ReportOut | SignOffAnswer };
  archive_report: { method: "POST"; path: "/intake/v1/reports/{object_id}/archive"; body: ArchiveReport; answer: ReportOut };
  get_demand: { method: "GET"; path: "/intake/v1/demands/{object_id}"; body: never; answer: DemandOut };
  list_demand_history: { method: "GET"; path: "/intake/v1/demands/{object_id}/history"; body: never; answer: HistoryOut };
  show_demand_timeline: { method: "GET"; path: "/intake/v1/demands/{object_id}/timeline"; body: never; answer: TimelineOut };
  register_demand: { method: "POST"; path: "/intake/v1/demands/{object_id}/register"; body: RegisterDemand; answer: RegisteredDemandOut };
  classify_demand: { method: "POST"; path: "/intake/v1/demands/{object_id}/classify"; body: ClassifyDemand; answer: DemandOut };
  split_to_report_demand: { method: "POST"; path: "/intake/v1/demands/{object_id}/split-to-report"; body: SplitToReport; answer: DemandOut };
  decline_demand: { method: "POST"; path: "/intake/v1/demands/{object_id}/decline"; body: DeclineDemand; answer: DemandOut | SignOffAnswer };
  forward_demand: { method: "POST"; path: "/intake/v1/demands/{object_id}/forward"; body: ForwardDemand; answer: DemandOut | SignOffAnswer };
  supervise_demand: { method: "POST"; path: "/intake/v1/demands/{object_id}/supervise"; body: SuperviseDemand; answer: DemandOut | SignOffAnswer };
  merge_demand: { method: "POST"; path: "/intake/v1/demands/{object_id}/merge"; body: MergeMatter; answer: DemandOut | SignOffAnswer };
  unmerge_demand: { method: "POST"; path: "/intake/v1/demands/{object_id}/unmerge"; body: UnmergeMatter; answer: DemandOut | SignOffAnswer };
  answer_merged_demand: { method: "POST"; path: "/intake/v1/demands/{object_id}/answer-merged"; body: AnswerMerged; answer: DemandOut | SignOffAnswer };
  object_jurisdiction_demand: { method: "POST"; path: "/intake/v1/demands/{object_id}/object-jurisdiction"; body: ObjectJurisdiction; answer: DemandOut | SignOffAnswer };
  rule_demand: { method: "POST"; path: "/intake/v1/demands/{object_id}/rule"; body: RuleDemand; answer: DemandOut | SignOffAnswer };
  sign_for_demand: { method: "POST"; path: "/intake/v1/demands/{object_id}/sign-for"; body: Command; answer: DemandOut };
  extend_demand: { method: "POST"; path: "/intake/v1/demands/{object_id}/extend"; body: ExtendDemand; answer: DemandOut | SignOffAnswer };
  answer_demand: { method: "POST"; path: "/intake/v1/demands/{object_id}/answer"; body: AnswerDemand; answer: DemandOut | SignOffAnswer };
  assign_review_demand: { method: "POST"; path: "/intake/v1/demands/{object_id}/assign-review"; body: AssignReview; answer: DemandOut | SignOffAnswer };
  answer_review_demand: { method: "POST"; path: "/intake/v1/demands/{object_id}/answer-review"; body: AnswerReview; answer: DemandOut | SignOffAnswer };
  begin_hearing_demand: { method: "POST"; path: "/intake/v1/demands/{object_id}/begin-hearing"; body: BeginHearing; answer: DemandOut };
  end_hearing_demand: { method: "POST"; path: "/intake/v1/demands/{object_id}/end-hearing"; body: EndHearing; answer: DemandOut };
  work_reminder_demand: { method: "POST"; path: "/intake/v1/demands/{object_id}/work-reminder"; body: RemindDepartment; answer: DemandOut | SignOffAnswer };
  close_demand: { method: "POST"; path: "/intake/v1/demands/{object_id}/close"; body: CloseDemand; answer: DemandOut | SignOffAnswer };
  get_quotation: { method: "GET"; path: "/intake/v1/quotations/{object_id}"; body: never; answer: QuotationOut };
  list_quotation_history: { method: "GET"; path: "/intake/v1/quotations/{object_id}/history"; body: never; answer: HistoryOut };
  show_quotation_timeline: { method: "GET"; path: "/intake/v1/quotations/{object_id}/timeline"; body: never; answer: TimelineOut };
  clear_quotation: { method: "POST"; path: "/intake/v1/quotations/{object_id}/clear"; body: Command; answer: QuotationOut | SignOffAnswer };
  refuse_quotation: { method: "POST"; path: "/intake/v1/quotations/{object_id}/refuse"; body: Command; answer: QuotationOut };
  get_stub: { method: "GET"; path: "/intake/v1/stubs/{object_id}"; body: never; answer: StubOut };
  list_stub_history: { method: "GET"; path: "/intake/v1/stubs/{object_id}/history"; body: never; answer: HistoryOut };
  show_stub_timeline: { method: "GET"; path: "/intake/v1/stubs/{object_id}/timeline"; body: never; answer: TimelineOut };
  forward_stub: { method: "POST"; path: "/intake/v1/stubs/{object_id}/forward"; body: ForwardStub; answer: StubOut };
  confirm_stub: { method: "POST"; path: "/intake/v1/stubs/{object_id}/confirm"; body: ConfirmStub; answer: StubOut };
  get_urging: { method: "GET"; path: "/intake/v1/urgings/{object_id}"; body: never; answer: UrgingOut };
  list_urging_history: { method: "GET"; path: "/intake/v1/urgings/{object_id}/history"; body: never; answer: HistoryOut };
  show_urging_timeline: { method: "GET"; path: "/intake/v1/urgings/{object_id}/timeline"; body: never; answer: TimelineOut };
  issue_urging: { method: "POST"; path: "/intake/v1/urgings/{object_id}/issue"; body: Command; answer: UrgingOut | SignOffAnswer };
  withdraw_urging: { method: "POST"; path: "/intake/v1/urgings/{object_id}/withdraw"; body: Command; answer: UrgingOut };
  sign_for_urging: { method: "POST"; path: "/intake/v1/urgings/{object_id}/sign-for"; body: Command; answer: UrgingOut };
  answer_urging: { method: "POST"; path: "/intake/v1/urgings/{object_id}/answer"; body: AnswerUrging; answer: UrgingOut | SignOffAnswer };
  return_urging: { method: "POST"; path: "/intake/v1/urgings/{object_id}/return"; body: ReturnUrging; answer: UrgingOut };
  close_urging: { method: "POST"; path: "/intake/v1/urgings/{object_id}/close"; body: Command; answer: UrgingOut };
  escalate_urging: { method: "POST"; path: "/intake/v1/urgings/{object_id}/escalate"; body: EscalateUrging; answer: UrgingOut | SignOffAnswer };
  get_work_reminder: { method: "GET"; path: "/intake/v1/work-reminders/{object_id}"; body: never; answer: WorkReminderOut };
  list_work_reminder_history: { method: "GET"; path: "/intake/v1/work-reminders/{object_id}/history"; body: never; answer: HistoryOut };
  show_work_reminder_timeline: { method: "GET"; path: "/intake/v1/work-reminders/{object_id}/timeline"; body: never; answer: TimelineOut };
  send_work_reminder: { method: "POST"; path: "/intake/v1/work-reminders/{object_id}/send"; body: Command; answer: WorkReminderOut | SignOffAnswer };
  withdraw_work_reminder: { method: "POST"; path: "/intake/v1/work-reminders/{object_id}/withdraw"; body: Command; answer: WorkReminderOut };
  answer_work_reminder: { method: "POST"; path: "/intake/v1/work-reminders/{object_id}/answer"; body: AnswerWorkReminder; answer: WorkReminderOut | SignOffAnswer };
  visit_work_reminder: { method: "POST"; path: "/intake/v1/work-reminders/{object_id}/visit"; body: RecordVisit; answer: WorkReminderOut };
  record_result_work_reminder: { method: "POST"; path: "/intake/v1/work-reminders/{object_id}/record-result"; body: RecordResult; answer: WorkReminderOut };
  close_work_reminder: { method: "POST"; path: "/intake/v1/work-reminders/{object_id}/close"; body: Command; answer: WorkReminderOut };
  get_duplicate_notice: { method: "GET"; path: "/intake/v1/duplicate-notices/{object_id}"; body: never; answer: DuplicateNoticeOut };
  list_duplicate_notice_history: { method: "GET"; path: "/intake/v1/duplicate-notices/{object_id}/history"; body: never; answer: HistoryOut };
  show_duplicate_notice_timeline: { method: "GET"; path: "/intake/v1/duplicate-notices/{object_id}/timeline"; body: never; answer: TimelineOut };
  acknowledge_duplicate_notice: { method: "POST"; path: "/intake/v1/duplicate-notices/{object_id}/acknowledge"; body: Command; answer: DuplicateNoticeOut };
  get_protection_request: { method: "GET"; path: "/intake/v1/protection-requests/{object_id}"; body: never; answer: ProtectionRequestOut };
  list_protection_request_history: { method: "GET"; path: "/intake/v1/protection-requests/{object_id}/history"; body: never; answer: HistoryOut };
  show_protection_request_timeline: { method: "GET"; path: "/intake/v1/protection-requests/{object_id}/timeline"; body: never; answer: TimelineOut };
  assess_protection_request: { method: "POST"; path: "/intake/v1/protection-requests/{object_id}/assess"; body: AssessProtection; answer: ProtectionRequestOut };
  grant_protection_request: { method: "POST"; path: "/intake/v1/protection-requests/{object_id}/grant"; body: GrantProtection; answer: ProtectionRequestOut | SignOffAnswer };
  decline_protection_request: { method: "POST"; path: "/intake/v1/protection-requests/{object_id}/decline"; body: Command; answer: ProtectionRequestOut | SignOffAnswer };
  end_protection_request: { method: "POST"; path: "/intake/v1/protection-requests/{object_id}/end"; body: Command; answer: ProtectionRequestOut | SignOffAnswer };
  get_recusal_request: { method: "GET"; path: "/intake/v1/recusal-requests/{object_id}"; body: never; answer: RecusalRequestOut };
  list_recusal_request_history: { method: "GET"; path: "/intake/v1/recusal-requests/{object_id}/history"; body: never; answer: HistoryOut };
  show_recusal_request_timeline: { method: "GET"; path: "/intake/v1/recusal-requests/{object_id}/timeline"; body: never; answer: TimelineOut };
  uphold_recusal_request: { method: "POST"; path: "/intake/v1/recusal-requests/{object_id}/uphold"; body: UpholdRecusal; answer: RecusalRequestOut };
  reject_recusal_request: { method: "POST"; path: "/intake/v1/recusal-requests/{object_id}/reject"; body: RejectRecusal; answer: RecusalRequestOut };
  get_reward_proposal: { method: "GET"; path: "/intake/v1/reward-proposals/{object_id}"; body: never; answer: RewardProposalOut };
  list_reward_proposal_history: { method: "GET"; path: "/intake/v1/reward-proposals/{object_id}/history"; body: never; answer: HistoryOut };
  show_reward_proposal_timeline: { method: "GET"; path: "/intake/v1/reward-proposals/{object_id}/timeline"; body: never; answer: TimelineOut };
  approve_reward_proposal: { method: "POST"; path: "/intake/v1/reward-proposals/{object_id}/approve"; body: Command; answer: RewardProposalOut | SignOffAnswer };
  decline_reward_proposal: { method: "POST"; path: "/intake/v1/reward-proposals/{object_id}/decline"; body: Command; answer: RewardProposalOut | SignOffAnswer };
  pay_reward_proposal: { method: "POST"; path: "/intake/v1/reward-proposals/{object_id}/pay"; body: PayReward; answer: RewardProposalOut };
  get_trace_request: { method: "GET"; path: "/intake/v1/trace-requests/{object_id}"; body: never; answer: TraceRequestOut };
  list_trace_request_history: { method: "GET"; path: "/intake/v1/trace-requests/{object_id}/history"; body: never; answer: HistoryOut };
  show_trace_request_timeline: { method: "GET"; path: "/intake/v1/trace-requests/{object_id}/timeline"; body: never; answer: TimelineOut };
  approve_trace_request: { method: "POST"; path: "/intake/v1/trace-requests/{object_id}/approve"; body: ApproveTrace; answer: TraceRequestOut | SignOffAnswer };
  refuse_trace_request: { method: "POST"; path: "/intake/v1/trace-requests/{object_id}/refuse"; body: Command; answer: TraceRequestOut };
  trace_trace_request: { method: "POST"; path: "/intake/v1/trace-requests/{object_id}/trace"; body: RecordTrace; answer: TraceRequestOut };
  lapse_trace_request: { method: "POST"; path: "/intake/v1/trace-requests/{object_id}/lapse"; body: Command; answer: TraceRequestOut };
  get_publication: { method: "GET"; path: "/intake/v1/publications/{object_id}"; body: never; answer: PublicationOut };
  list_publication_history: { method: "GET"; path: "/intake/v1/publications/{object_id}/history"; body: never; answer: HistoryOut };
  show_publication_timeline: { method: "GET"; path: "/intake/v1/publications/{object_id}/timeline"; body: never; answer: TimelineOut };
  revise_publication: { method: "POST"; path: "/intake/v1/publications/{object_id}/revise"; body: RevisePublication; answer: PublicationOut };
  publish_publication: { method: "POST"; path: "/intake/v1/publications/{object_id}/publish"; body: Command; answer: PublicationOut | SignOffAnswer };
  discard_publication: { method: "POST"; path: "/intake/v1/publications/{object_id}/discard"; body: Command; answer: PublicationOut };
  withdraw_publication: { method: "POST"; path: "/intake/v1/publications/{object_id}/withdraw"; body: Command; answer: PublicationOut };
  get_trend_report: { method: "GET"; path: "/intake/v1/trend-reports/{object_id}"; body: never; answer: TrendReportOut };
  list_trend_report_history: { method: "GET"; path: "/intake/v1/trend-reports/{object_id}/history"; body: never; answer: HistoryOut };
  show_trend_report_timeline: { method: "GET"; path: "/intake/v1/trend-reports/{object_id}/timeline"; body: never; answer: TimelineOut };
  revise_trend_report: { method: "POST"; path: "/intake/v1/trend-reports/{object_id}/revise"; body: ReviseTrendReport; answer: TrendReportOut };
  issue_trend_report: { method: "POST"; path: "/intake/v1/trend-reports/{object_id}/issue"; body: Command; answer: TrendReportOut | SignOffAnswer };
  discard_trend_report: { method: "POST"; path: "/intake/v1/trend-reports/{object_id}/discard"; body: Command; answer: TrendReportOut };
  acknowledge_trend_report: { method: "POST"; path: "/intake/v1/trend-reports/{object_id}/acknowledge"; body: Command; answer: TrendReportOut };
  get_unit_data_request: { method: "GET"; path: "/intake/v1/unit-data-requests/{object_id}"; body: never; answer: UnitDataRequestOut };
  list_unit_data_request_history: { method: "GET"; path: "/intake/v1/unit-data-requests/{object_id}/history"; body: never; answer: HistoryOut };
  show_unit_data_request_timeline: { method: "GET"; path: "/intake/v1/unit-data-requests/{object_id}/timeline"; body: never; answer: TimelineOut };
  supply_unit_data_request: { method: "POST"; path: "/intake/v1/unit-data-requests/{object_id}/supply"; body: Command; answer: UnitDataRequestOut | SignOffAnswer };
  decline_unit_data_request: { method: "POST"; path: "/intake/v1/unit-data-requests/{object_id}/decline"; body: Command; answer: UnitDataRequestOut | SignOffAnswer };
  get_report_package: { method: "GET"; path: "/intake/v1/reports/{object_id}/package"; body: never; answer: null };
  make_report_package: { method: "POST"; path: "/intake/v1/reports/{object_id}/package"; body: AskPackage; answer: AcceptedOut };
  get_demand_package: { method: "GET"; path: "/intake/v1/demands/{object_id}/package"; body: never; answer: null };
  make_demand_package: { method: "POST"; path: "/intake/v1/demands/{object_id}/package"; body: AskPackage; answer: AcceptedOut };
  list_demand_documents: { method: "GET"; path: "/intake/v1/demands/{object_id}/documents"; body: never; answer: DocumentsOut };
  write_demand_forward_letter: { method: "GET"; path: "/intake/v1/demands/{object_id}/documents/forward-letter"; body: never; answer: null };
  write_demand_supervision_letter: { method: "GET"; path: "/intake/v1/demands/{object_id}/documents/supervision-letter"; body: never; answer: null };
  write_demand_reminder_letter: { method: "GET"; path: "/intake/v1/demands/{object_id}/documents/reminder-letter"; body: never; answer: null };
  write_demand_demand_non_acceptance_notice: { method: "GET"; path: "/intake/v1/demands/{object_id}/documents/demand-non-acceptance-notice"; body: never; answer: null };
  write_demand_written_opinion: { method: "GET"; path: "/intake/v1/demands/{object_id}/documents/written-opinion"; body: never; answer: null };
  write_demand_demand_acceptance_notice: { method: "GET"; path: "/intake/v1/demands/{object_id}/documents/demand-acceptance-notice"; body: never; answer: null };
  write_demand_objection_letter: { method: "GET"; path: "/intake/v1/demands/{object_id}/documents/objection-letter"; body: never; answer: null };
  write_demand_ruling: { method: "GET"; path: "/intake/v1/demands/{object_id}/documents/ruling"; body: never; answer: null };
  write_demand_extension_notice: { method: "GET"; path: "/intake/v1/demands/{object_id}/documents/extension-notice"; body: never; answer: null };
  list_report_documents: { method: "GET"; path: "/intake/v1/reports/{object_id}/documents"; body: never; answer: DocumentsOut };
  write_report_assignment_letter: { method: "GET"; path: "/intake/v1/reports/{object_id}/documents/assignment-letter"; body: never; answer: null };
  write_report_urging_letter: { method: "GET"; path: "/intake/v1/reports/{object_id}/documents/urging-letter"; body: never; answer: null };
  write_report_report_non_acceptance_notice: { method: "GET"; path: "/intake/v1/reports/{object_id}/documents/report-non-acceptance-notice"; body: never; answer: null };
  write_report_report_acceptance_notice: { method: "GET"; path: "/intake/v1/reports/{object_id}/documents/report-acceptance-notice"; body: never; answer: null };
  write_report_transfer_letter: { method: "GET"; path: "/intake/v1/reports/{object_id}/documents/transfer-letter"; body: never; answer: null };
  write_report_referral_letter: { method: "GET"; path: "/intake/v1/reports/{object_id}/documents/referral-letter"; body: never; answer: null };
  write_report_feedback_record: { method: "GET"; path: "/intake/v1/reports/{object_id}/documents/feedback-record"; body: never; answer: null };
  list_trend_report_documents: { method: "GET"; path: "/intake/v1/trend-reports/{object_id}/documents"; body: never; answer: DocumentsOut };
  write_trend_report_trend_report: { method: "GET"; path: "/intake/v1/trend-reports/{object_id}/documents/trend-report"; body: never; answer: null };
  decide_report_recusal: { method: "POST"; path: "/intake/v1/reports/{object_id}/recusals"; body: DecideRecusal; answer: DecidedRecusalOut };
  decide_demand_recusal: { method: "POST"; path: "/intake/v1/demands/{object_id}/recusals"; body: DecideRecusal; answer: DecidedRecusalOut };
  list_saved_filters: { method: "GET"; path: "/intake/v1/saved-filters"; body: never; answer: SavedFiltersOut };
  save_filter: { method: "POST"; path: "/intake/v1/saved-filters"; body: SaveFilter; answer: SavedFilterOut };
  drop_saved_filter: { method: "DELETE"; path: "/intake/v1/saved-filters/{filter_id}"; body: never; answer: null };
  show_inbox: { method: "GET"; path: "/intake/v1/inbox"; body: never; answer: InboxOut };
  list_duties: { method: "GET"; path: "/intake/v1/inbox/duties"; body: never; answer: WaitingPage };
  list_deadlines: { method: "GET"; path: "/intake/v1/inbox/deadlines"; body: never; answer: DeadlinePage };
  get_job: { method: "GET"; path: "/intake/v1/jobs/{job_id}"; body: never; answer: JobOut };
  cancel_job: { method: "POST"; path: "/intake/v1/jobs/{job_id}/cancel"; body: never; answer: JobOut };
  download_job_file: { method: "GET"; path: "/intake/v1/jobs/{job_id}/content"; body: never; answer: null };
  list_sign_offs: { method: "GET"; path: "/intake/v1/sign-offs"; body: never; answer: SignOffPage };
  get_sign_off: { method: "GET"; path: "/intake/v1/sign-offs/{sign_off_id}"; body: never; answer: SignOffDetailOut };
  approve_sign_off: { method: "POST"; path: "/intake/v1/sign-offs/{sign_off_id}/approve"; body: SignBody; answer: SignOffAnswer };
  reject_sign_off: { method: "POST"; path: "/intake/v1/sign-offs/{sign_off_id}/reject"; body: SignBody; answer: SignOffAnswer };
  return_sign_off: { method: "POST"; path: "/intake/v1/sign-offs/{sign_off_id}/return"; body: SignBody; answer: SignOffAnswer };
  withdraw_sign_off: { method: "POST"; path: "/intake/v1/sign-offs/{sign_off_id}/withdraw"; body: SignBody; answer: SignOffAnswer };
  revise_sign_off: { method: "POST"; path: "/intake/v1/sign-offs/{sign_off_id}/revise"; body: ReviseBody; answer: SignOffAnswer };
  list_lifecycles: { method: "GET"; path: "/intake/v1/lifecycles"; body: never; answer: LifecyclesOut };
  get_lifecycle: { method: "GET"; path: "/intake/v1/lifecycles/{name}"; body: never; answer: LifecycleOut };
  list_vocabularies: { method: "GET"; path: "/intake/v1/vocabularies"; body: never; answer: VocabulariesOut };
  get_vocabulary: { method: "GET"; path: "/intake/v1/vocabularies/{name}"; body: never; answer: VocabularyOut };
  read_feed: { method: "GET"; path: "/intake/v1/feed"; body: never; answer: FeedOut };
  get_audit_checkpoint: { method: "GET"; path: "/intake/v1/audit/checkpoint"; body: never; answer: CheckpointOut };
  list_audit_entries: { method: "GET"; path: "/intake/v1/audit/entries"; body: never; answer: EntriesOut };
  list_problems: { method: "GET"; path: "/intake/v1/problems"; body: never; answer: CatalogueOut };
}
