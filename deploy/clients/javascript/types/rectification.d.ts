// Made from openapi.json by `make openapi`; not to be edited.

/** What the addressee replies. */
export type Acceptance = "accepted" | "partly_accepted" | "not_accepted";

/** A verdict on an item of the first round; `proved` says what it proved to be later. */
export type AcceptanceOut = {
  item_id: string;
  title: string;
  state: string;
  result: string;
  body: string;
  done_on: string;
  proved: string | null;
};

/** A request that became a job; ask for it at `Location`. */
export type AcceptedOut = {
  job_id: string;
};

/** 列入反馈问题 · one or many. */
export type AddFindings = {
  opinion?: string;
  findings: FindingIn[];
};

/** 列入被巡察党组织 · who is inspected, who is responsible, who supervises. */
export type AddOrganization = {
  round_id: string;
  organisation: string;
  commission_office: string;
  organization_department?: string | null;
  unit?: string | null;
  first_responsible: string;
  contact?: string;
  members?: MemberIn[];
  earlier_id?: string | null;
};

/** 提出组织处理建议 · what is advised, and why. */
export type AdviseHandling = {
  opinion?: string;
  text: string;
};

/** 补正制度 · the text as it now reads. */
export type AmendSystem = {
  opinion?: string;
  text: string;
  effective_on?: string | null;
};

/** 答复落实情况 · what was done. */
export type AnswerConsultation = {
  opinion?: string;
  answer: string;
};

/** 答复异议 · the answer. */
export type AnswerObjection = {
  opinion?: string;
  answer: string;
};

/** 答复再反馈 · what was done about each item. */
export type AnswerReFeedback = {
  opinion?: string;
  answer: string;
};

/** 报告整改情况 · what was done. */
export type AnswerReminder = {
  opinion?: string;
  answer: string;
};

/** 匿名作答 · the token, and how satisfied from 1 to 5. */
export type AnswerSurvey = {
  token: string;
  score: number;
};

/** That an answer was counted, and nothing else. */
export type AnsweredOut = {
  counted: boolean;
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

/** 启动集中评估 · which index, and what the two sources weigh. */
export type BeginEvaluation = {
  opinion?: string;
  index?: string;
  index_version?: string | null;
  daily_weight?: number | string;
  central_weight?: number | string;
};

/** 落实组织处理建议 · which advice, what was done, and when. */
export type CarryOutHandling = {
  opinion?: string;
  advice_id: string;
  held_on: string;
  text: string;
};

/** Every code a service answers with, in every language; `{...}` are the params. */
export type CatalogueOut = {
  problems: ProblemWords[];
  field_errors: FieldErrorWords[];
};

/** A clue that was handed over, by id only. */
export type ChainClueOut = {
  id: string;
  number: string | null;
  state: string;
  transferred_on: string | null;
  clue_id: string | null;
  truth_grade: string | null;
  way: string | null;
  concluded_on: string | null;
};

/** A consultation. */
export type ChainConsultationOut = {
  id: string;
  number: string | null;
  state: string;
  topic: string;
  held_on: string;
  conclusion: string;
  answered_on: string | null;
};

/** Grade and score, once confirmed. */
export type ChainEvaluationOut = {
  grade: string | null;
  score: string | null;
};

/** One version of a piece of evidence. */
export type ChainEvidenceOut = {
  id: string;
  milestone_id: string | null;
  series_id: string;
  version: number;
  title: string;
  attachment_id: string;
  sha256: string;
  effective_on: string;
  expires_on: string | null;
};

/** An item with all that hangs on it; `held_by` are the bodies that must act next. */
export type ChainItemOut = {
  id: string;
  number: string | null;
  state: string;
  title: string;
  measures: string;
  owner: string;
  unit: string;
  integration_theme: string | null;
  due_on: string;
  first_due_on: string;
  is_long_term: boolean;
  submitted_on: string | null;
  verifier: string | null;
  verified_on: string | null;
  is_on_time: boolean | null;
  closed_on: string | null;
  rebounds: number;
  false_outcomes: number;
  held_by: string[];
  is_late: boolean;
  milestones: MilestoneOut[];
  evidence: ChainEvidenceOut[];
  verifications: VerdictOut[];
};

/** What this looks back at, and what looks back at this. */
export type ChainLookBackOut = {
  earlier_id: string | null;
  later: LaterOut[];
};

/** The organisation, who answers for it and who supervises. */
export type ChainOrganizationOut = {
  id: string;
  number: string | null;
  state: string;
  version: number;
  round_id: string;
  organisation: string;
  commission: string;
  department: string;
  unit: string | null;
  legal_regime: string;
  window_months: number;
  first_responsible: string;
  contact: string;
  members: MemberOut[];
  feedback_on: string | null;
  window_ends_on: string | null;
  plan_version: number;
  plan_approved_on: string | null;
  report_version: number;
  report_submitted_on: string | null;
  report_accepted_on: string | null;
};

/** The whole chain on one page. */
export type ChainOut = {
  round: ChainRoundOut | null;
  organization: ChainOrganizationOut;
  completion: CompletionOut;
  late: LateOut[];
  findings: FindingOut[];
  measures: MeasureOut[];
  reviews: ReviewOut[];
  re_feedbacks: ChainReFeedbackOut[];
  consultations: ChainConsultationOut[];
  publications: PublicationOut[];
  systems: ChainSystemOut[];
  transferred_clues: ChainClueOut[] | null;
  evaluation: ChainEvaluationOut;
  look_back: ChainLookBackOut;
};

/** Renewed feedback. */
export type ChainReFeedbackOut = {
  id: string;
  number: string | null;
  state: string;
  items: string[];
  delivered_on: string;
  reply_by: string;
  answered_on: string | null;
};

/** The round. */
export type ChainRoundOut = {
  id: string;
  number: string | null;
  term: string;
  ordinal: number;
  kind: string;
  name: string;
  began_on: string;
  legal_regime: string;
  state: string;
};

/** A system made or revised. */
export type ChainSystemOut = {
  id: string;
  number: string | null;
  state: string;
  title: string;
  kind: string;
  effective_on: string;
  finding_id: string | null;
  item_id: string | null;
};

/** 第一责任人调度检查 · when, and what was looked at and asked for. */
export type CheckProgress = {
  opinion?: string;
  held_on: string;
  text: string;
};

/** What a special check found at one organisation. */
export type CheckResult = "in_order" | "problems_found" | "not_done";

/** The newest signed statement about the audit log. */
export type CheckpointOut = {
  size: number;
  root: string | null;
  note: string | null;
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

/** Whom a clue is about. */
export type ClueSubjectOut = {
  name: string;
  organisation: string;
  position: string;
};

/** Everybody a clue is about. */
export type ClueSubjectsOut = {
  subjects: ClueSubjectOut[];
};

/** What the inspection wrote. */
export type ClueTextOut = {
  subjects: ClueSubjectOut[];
  facts: string;
};

/** The body of an action: the officer's written opinion, and what the action needs besides. */
export type Command = {
  opinion?: string;
};

/** A finding of the look-back, and the earlier one it comes back to. */
export type ComparedFindingOut = {
  finding_id: string;
  ordinal: number;
  text: string;
  earlier_finding_id: string;
  earlier_text: string;
  reopened_on: string | null;
  acceptances: AcceptanceOut[];
};

/** One confirmed evaluation; `rank` of `ranked` in its round, null for whoever does not rank. */
export type ComparedOut = {
  evaluation_id: string;
  inspected_organization_id: string;
  round_id: string;
  round: string;
  organisation: string;
  index_code: string;
  index_version: string;
  total: string;
  grade: string;
  confirmed_on: string;
  rank: number | null;
  ranked: number | null;
  dimensions: DimensionOut[];
  earlier: EarlierOut | null;
};

/** The comparison, best first within each round, the newest round first. */
export type ComparisonOut = {
  items: ComparedOut[];
};

/** The completion rate as it stands now; null of nothing. */
export type CompletionOut = {
  done: number;
  whole: number;
  rate: number | null;
};

/** 批量审定 · which evaluations; opinion and minutes are what a leader signs each with. */
export type ConfirmEvaluations = {
  round_id?: string | null;
  evaluation_ids?: string[];
  opinion?: string;
  meeting?: MeetingRecord | null;
};

/** A consultation on problems. */
export type ConsultationOut = {
  id: string;
  number: string | null;
  state: string;
  version: number;
  holder: string;
  secrecy: string;
  clocks: ClockOut[];
  allowed_actions: string[];
  pending_sign_offs: SignOffOut[];
  inspected_organization_id: string;
  topic: string;
  held_on: string;
  bodies: string[];
  conclusion: string;
  tasks: TaskOut[];
  asks_inspected: boolean;
  answered_on: string | null;
  papers: PaperOut[];
};

/** A page of issue consultations. */
export type ConsultationPage = {
  items: ConsultationOut[];
  next_cursor: string | null;
  labels: Record<string, Record<string, string>> | null;
};

/** How many there are; with `at_least` there are more than counted. */
export type CountOut = {
  count: number;
  at_least: boolean;
};

/** A measure on a day; one that `comes_again` is not planned yet, and named by the last of its series. */
export type DayOut = {
  day: string;
  planned_measure_id: string;
  number: string | null;
  state: string;
  inspected_organization_id: string;
  body: string;
  kind: string;
  mechanism: string;
  recurrence: string;
  is_late: boolean;
  comes_again: boolean;
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

/** What a figure means. */
export type DefinitionOut = {
  name: string;
  title: string;
  definition: string;
  unit: string;
};

/** Every figure. */
export type DefinitionsOut = {
  items: DefinitionOut[];
};

/** 反馈巡察意见 · the opinion that is fed back, and the day. */
export type DeliverFeedback = {
  opinion?: string;
  text?: string;
  feedback_on?: string | null;
};

/** 送达 · to whom in person, by what way. */
export type DeliverRecommendation = {
  opinion?: string;
  received_by: string;
  way?: string;
};

/** A dimension; `points` are those somebody could observe, `rate` is per cent of them. */
export type DimensionOut = {
  code: string;
  name: string;
  points: number;
  gained: string;
  rate: string | null;
};

/** 合议分歧 · which item was discussed, and what was said. Its evaluators may mark it again. */
export type Discuss = {
  opinion?: string;
  source: "daily" | "central";
  item: string;
  record: string;
};

/** A discussion of an item evaluators were far apart on. */
export type DiscussionOut = {
  source: string;
  item: string;
  record: string;
  led_by: string;
  at: string;
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

/** 起草建议 · to whom, out of what, and what the letter says. */
export type DraftRecommendation = {
  facts?: string;
  problems?: string;
  advice?: string;
  how_to_reply?: string;
  how_to_object?: string;
  kind: RecommendationKind;
  addressee: string;
  origin: Origin;
  reply_by?: string | null;
};

/** 起草提醒、约谈或通报 · to whom, and what it says. */
export type DraftReminder = {
  kind: ReminderKind;
  addressee: string;
  inspected_organization_id?: string | null;
  text: string;
  reply_by?: string | null;
};

/** 起草评估报告 · the draft that goes to the organisation. */
export type DraftReport = {
  opinion?: string;
  text: string;
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

/** The same organisation's evaluation before; `change` of the total, or of the dimension asked for. */
export type EarlierOut = {
  evaluation_id: string;
  round: string;
  total: string;
  grade: string;
  confirmed_on: string;
  change: string | null;
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

/** 提请上级督促 · to which organ, and why. */
export type EscalateRecommendation = {
  opinion?: string;
  to: string;
  letter: string;
};

/** An evaluation. `spreads` are items still to be discussed, as `source/item`. */
export type EvaluationOut = {
  id: string;
  number: string | null;
  state: string;
  version: number;
  holder: string;
  secrecy: string;
  clocks: ClockOut[];
  allowed_actions: string[];
  pending_sign_offs: SignOffOut[];
  inspected_organization_id: string;
  organisation: string;
  index_code: string;
  index_version: string;
  daily_weight: string;
  central_weight: string;
  leader: string | null;
  evaluators: string[];
  draft_total: string | null;
  objected_on: string | null;
  total: string | null;
  grade: string | null;
  confirmed_on: string | null;
  applied_on: string | null;
  result_sha256: string | null;
  marks: MarkOut[];
  ratios: RatioOut[];
  items: ItemScoreOut[];
  discussions: DiscussionOut[];
  spreads: string[];
  papers: PaperOut[];
};

/** A page of evaluations. */
export type EvaluationPage = {
  items: EvaluationOut[];
  next_cursor: string | null;
  labels: Record<string, Record<string, string>> | null;
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

/** A file that was uploaded before, and what it shows. */
export type EvidenceIn = {
  attachment_id: string;
  title: string;
  effective_on: string;
  expires_on?: string | null;
  replaces?: string | null;
};

/** One version of a piece of evidence. */
export type EvidenceOut = {
  id: string;
  milestone_id: string | null;
  series_id: string;
  version: number;
  title: string;
  attachment_id: string;
  sha256: string;
  effective_on: string;
  expires_on: string | null;
  at: string;
};

/** 延长时限 · until when, and why. */
export type ExtendItem = {
  opinion?: string;
  due_on: string;
  reason: string;
};

/** How rectification turned out not to be one. */
export type FalseOutcome = "false" | "superficial";

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

/** A figure. Of a rate, `value` is per cent and `done` of `whole`; otherwise `value` is the count. */
export type FigureOut = {
  name: string;
  title: string;
  definition: string;
  unit: string;
  value: number | null;
  done: number;
  whole: number;
  parts: PartOut[];
  cut_off: string;
};

/** 认定虚假整改 · what it is, what showed it, and the grounds. */
export type FindFalse = {
  opinion?: string;
  outcome: FalseOutcome;
  found_by: FoundBy;
  grounds: string;
};

/** What a finding is about: the four duties an inspection looks at (四个落实). */
export type FindingCategory = "party_lines_and_policies" | "strict_party_governance" | "organisational_line" | "earlier_rectification";

/** One problem that was found. */
export type FindingIn = {
  category: FindingCategory;
  severity: Severity;
  basis: string;
  text: string;
  earlier_finding_id?: string | null;
};

/** A finding; `state` is open, reopened or put_right by its items. */
export type FindingOut = {
  id: string;
  ordinal: number;
  category: string;
  severity: string;
  basis: string;
  text: string;
  earlier_finding_id: string | null;
  reopened_on: string | null;
  state: string;
  items: ChainItemOut[];
};

/** What a measure looks at. Rule: 18.8. */
export type Focus = "content" | "method" | "effect";

/** A consequence of the grade poor. */
export type FollowUpOut = {
  id: string;
  number: string | null;
  state: string;
  version: number;
  holder: string;
  secrecy: string;
  clocks: ClockOut[];
  allowed_actions: string[];
  pending_sign_offs: SignOffOut[];
  evaluation_id: string;
  inspected_organization_id: string;
  organisation: string;
  kind: string;
  reminder_id: string | null;
  done_on: string | null;
  papers: PaperOut[];
};

/** A page of follow ups. */
export type FollowUpPage = {
  items: FollowUpOut[];
  next_cursor: string | null;
  labels: Record<string, Record<string, string>> | null;
};

/** 组建或调整评估组 · who evaluates from now on, and who leads. */
export type FormTeam = {
  opinion?: string;
  leader: string;
  evaluators: string[];
};

/** What showed it. */
export type FoundBy = "sampling" | "look_back" | "special_check" | "report";

/** 评分 · marks in one source. */
export type GiveMarks = {
  opinion?: string;
  source: "daily" | "central";
  marks: MarkIn[];
};

/** 提出会审意见 · agree, or return it, and why. */
export type GiveOpinion = {
  opinion?: string;
  verdict: "agree" | "return";
  text: string;
};

/** 再反馈、再督导 · the items not done, what is expected, and by when. */
export type GiveReFeedback = {
  opinion?: string;
  item_ids: string[];
  text: string;
  reply_by: string;
  special_check_id?: string | null;
};

/** 材料移交 · what goes to which of the three bodies. */
export type HandOverMaterial = {
  inspected_organization_id: string;
  to: string;
  materials: string[];
};

/** One advice; `done` is empty until it was carried out. */
export type HandlingAdviceOut = {
  id: string;
  ordinal: number;
  text: string;
  advised_on: string;
  carried_out_on: string | null;
  done: string;
};

/** Every advice about an organisation, in their order. */
export type HandlingAdvicesOut = {
  items: HandlingAdviceOut[];
};

/** 听取并答复意见 · what the objection is answered; empty where there was none. */
export type HearOpinion = {
  opinion?: string;
  answer?: string;
};

/** Every move of an object, oldest first. */
export type HistoryOut = {
  items: MoveOut[];
};

/** 问题会商 · on what, with what conclusion, and who must do what. */
export type HoldConsultation = {
  inspected_organization_id: string;
  topic: string;
  held_on: string;
  conclusion: string;
  tasks?: TaskIn[];
  asks_inspected?: boolean;
};

/** 召开专题民主生活会 · when, who sat in, and the minutes. */
export type HoldThematicMeeting = {
  opinion?: string;
  held_on: string;
  sat_in?: string[];
  minutes: string;
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

/** One thing that is scored; `metric` names what the system counts for a ratio. */
export type IndexItemOut = {
  dimension: string;
  content: string;
  code: string;
  name: string;
  points: number;
  method: string;
  source: string;
  evidence: string;
  metric: string;
};

/** An index in one version. */
export type IndexOut = {
  code: string;
  version: string;
  name: string;
  basis: string;
  items: IndexItemOut[];
};

/** Every index. */
export type IndexesOut = {
  items: IndexOut[];
};

/** An inspected Party organisation; `papers` hold feedback, plan, minutes, reports and reasons of returns. */
export type InspectedOrganizationOut = {
  id: string;
  number: string | null;
  state: string;
  version: number;
  holder: string;
  secrecy: string;
  clocks: ClockOut[];
  allowed_actions: string[];
  pending_sign_offs: SignOffOut[];
  round_id: string;
  organisation: string;
  commission: string;
  department: string;
  unit: string | null;
  legal_regime: string;
  window_months: number;
  first_responsible: string;
  contact: string;
  members: MemberOut[];
  earlier_id: string | null;
  feedback_on: string | null;
  window_ends_on: string | null;
  plan_version: number;
  plan_approved_on: string | null;
  report_version: number;
  report_submitted_on: string | null;
  report_accepted_on: string | null;
  grade: string | null;
  score: string | null;
  papers: PaperOut[];
};

/** A page of inspected organizations. */
export type InspectedOrganizationPage = {
  items: InspectedOrganizationOut[];
  next_cursor: string | null;
  labels: Record<string, Record<string, string>> | null;
};

/** What kind of round it is (巡察类别). */
export type InspectionKind = "regular" | "special" | "look_back" | "escalated" | "cross";

/** Into what an item is integrated (四个融入). */
export type IntegrationTheme = "daily_work" | "deeper_reform" | "strict_party_governance" | "team_building";

/** A rectification item. */
export type ItemOut = {
  id: string;
  number: string | null;
  state: string;
  version: number;
  holder: string;
  secrecy: string;
  clocks: ClockOut[];
  allowed_actions: string[];
  pending_sign_offs: SignOffOut[];
  organisation: string;
  title: string;
  measures: string;
  owner: string;
  unit: string;
  integration_theme: string | null;
  due_on: string;
  first_due_on: string;
  is_long_term: boolean;
  inspected_organization_id: string | null;
  finding_id: string | null;
  recommendation_id: string | null;
  submitted_on: string | null;
  verifier: string | null;
  verified_on: string | null;
  is_on_time: boolean | null;
  closed_on: string | null;
  rebounds: number;
  false_outcomes: number;
  is_late: boolean;
  milestones: MilestoneOut[];
  evidence: EvidenceOut[];
  verifications: VerdictOut[];
  papers: PaperOut[];
};

/** A page of rectification items. */
export type ItemPage = {
  items: ItemOut[];
  next_cursor: string | null;
  labels: Record<string, Record<string, string>> | null;
};

/** One item in the end, rounded for reading; the score itself is made of exact figures. */
export type ItemScoreOut = {
  item: string;
  name: string;
  points: number;
  daily: string | null;
  central: string | null;
  combined: string | null;
};

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

/** What one body said. */
export type JointOpinionOut = {
  body: string;
  verdict: string;
  text: string;
  given_by: string;
  at: string;
};

/** A joint review, with every opinion. */
export type JointReviewOut = {
  id: string;
  number: string | null;
  state: string;
  version: number;
  holder: string;
  secrecy: string;
  clocks: ClockOut[];
  allowed_actions: string[];
  pending_sign_offs: SignOffOut[];
  inspected_organization_id: string;
  subject: string;
  paper_version: number;
  outcome: string | null;
  concluded_on: string | null;
  opinions: JointOpinionOut[];
};

/** A page of joint reviews. */
export type JointReviewPage = {
  items: JointReviewOut[];
  next_cursor: string | null;
  labels: Record<string, Record<string, string>> | null;
};

/** An item past its date, and who must act. */
export type LateOut = {
  item_id: string;
  number: string | null;
  title: string;
  due_on: string;
  days_late: number;
  held_by: string[];
};

/** The same organisation in a later round that looks back at this one. */
export type LaterOut = {
  id: string;
  number: string | null;
  state: string;
  feedback_on: string | null;
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

/** 关联群众诉求 · the demand, by its id in intake, and the finding it is about. */
export type LinkDemand = {
  opinion?: string;
  demand_id: string;
  finding_id: string;
};

/** 列入线索移交清单 · what was found, about whom, and who receives it. */
export type ListClue = {
  inspected_organization_id: string;
  finding_id?: string | null;
  facts: string;
  subjects?: SubjectIn[];
  region?: string | null;
  field?: string | null;
  problem_types?: string[];
  to: string;
};

/** The comparison; empty where nothing came back. */
export type LookBackOut = {
  inspected_organization_id: string;
  earlier_id: string | null;
  findings: ComparedFindingOut[];
};

/** 转为长期任务 · its milestones, and by when it is done as a whole. */
export type MakeLongTerm = {
  opinion?: string;
  milestones?: MilestoneIn[];
  due_on?: string | null;
};

/** One item: the points given, or nothing where it could not be observed; why, in either case. */
export type MarkIn = {
  item: string;
  points?: number | string | null;
  reason: string;
};

/** What one evaluator gave one item; no points where it could not be observed. `counts` says whether the score is made of it: not before its evaluator has finished, nor after leaving the team. */
export type MarkOut = {
  source: string;
  item: string;
  evaluator: string;
  points: string | null;
  reason: string;
  counts: boolean;
};

/** A hand-over of material with receipt and time. */
export type MaterialHandoverOut = {
  id: string;
  number: string | null;
  state: string;
  version: number;
  holder: string;
  secrecy: string;
  clocks: ClockOut[];
  allowed_actions: string[];
  pending_sign_offs: SignOffOut[];
  inspected_organization_id: string;
  receiver: string;
  materials: string[];
  handed_over_at: string;
  settled_at: string | null;
  settled_by: string | null;
};

/** A page of material handovers. */
export type MaterialHandoverPage = {
  items: MaterialHandoverOut[];
  next_cursor: string | null;
  labels: Record<string, Record<string, string>> | null;
};

/** The thirteen measures. Rule: 18.8. */
export type Measure = "sit_in_meeting" | "periodic_report" | "focused_verification" | "field_research" | "special_check" | "reminder_interview" | "re_feedback" | "plan_report_review" | "issue_consultation" | "document_inspection" | "individual_interview" | "satisfaction_survey" | "ledger_closure";

/** A measure that was carried out. */
export type MeasureOut = {
  id: string;
  kind: string;
  mechanism: string;
  focuses: string[];
  held_on: string;
  object: string;
  problems: string;
  follow_up: string;
  item_ids: string[];
  body: string;
};

/** The four mechanisms around the measures. Rule: 18.8. */
export type Mechanism = "tracking" | "problem_finding" | "clue_handling" | "linkage";

/** The minutes behind a collective decision. Rule: 1.2 S4. */
export type MeetingRecord = {
  held_on: string;
  place: string;
  chair: string;
  attendees: Attendee[];
  opinions?: string;
  resolution: string;
};

/** A member of the leadership, with the portfolio the member is responsible for. */
export type MemberIn = {
  name: string;
  position: string;
  portfolio: string;
};

/** A member of the leadership and the portfolio. */
export type MemberOut = {
  name: string;
  position: string;
  portfolio: string;
};

/** A stage of a long-term item. */
export type MilestoneIn = {
  title: string;
  due_on: string;
};

/** A stage of a long-term item. */
export type MilestoneOut = {
  id: string;
  ordinal: number;
  title: string;
  due_on: string;
  reached_on: string | null;
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

/** 提出书面异议 · why the organisation does not agree. */
export type ObjectToEvaluation = {
  opinion?: string;
  reasons: string;
};

/** 提出异议 · why. */
export type ObjectToRecommendation = {
  opinion?: string;
  reasons: string;
};

/** 开启巡察轮次 · which round it is, and how long concentrated rectification takes. */
export type OpenRound = {
  term: string;
  ordinal: number;
  kind: InspectionKind;
  name: string;
  began_on: string;
  legal_regime?: ("2015" | "2021" | "2025") | null;
  window_months?: number | null;
};

/** 发起满意度测评 · whom to ask, and how many tokens to issue. */
export type OpenSurvey = {
  evaluation_id: string;
  kind: SurveyKind;
  tokens: number;
};

/** What the recommendation comes from: exactly one. */
export type Origin = {
  case_id?: string | null;
  linkage_task_id?: string | null;
  clue_id?: string | null;
  finding_id?: string | null;
};

/** A paper, opened: its newest version, and the digest that signatures are bound to. */
export type PaperOut = {
  kind: string;
  version: number;
  fields: Record<string, unknown>;
  sha256: string;
  made_by: string;
  made_at: string;
};

/** One part of a figure. */
export type PartOut = {
  part: string;
  count: number;
};

/** 制定监督计划 · which measure, when, and how often. */
export type PlanMeasure = {
  inspected_organization_id: string;
  kind: Measure;
  mechanism: Mechanism;
  planned_on: string;
  recurrence?: Recurrence;
  until_on?: string | null;
  note?: string;
};

/** 制定专项检查 · what is checked, where, when, and by whom. */
export type PlanSpecialCheck = {
  title: string;
  scheme?: string;
  planned_on: string;
  inspectors: string[];
  organizations: string[];
};

/** One rectification item of the plan: problem, task, responsibility, date. */
export type PlannedItem = {
  finding_id: string;
  title: string;
  measures: string;
  owner: string;
  unit?: string;
  due_on: string;
  integration_theme?: IntegrationTheme | null;
  is_long_term?: boolean;
  milestones?: MilestoneIn[];
};

/** A measure in the calendar. */
export type PlannedMeasureOut = {
  id: string;
  number: string | null;
  state: string;
  version: number;
  holder: string;
  secrecy: string;
  clocks: ClockOut[];
  allowed_actions: string[];
  pending_sign_offs: SignOffOut[];
  inspected_organization_id: string;
  kind: string;
  mechanism: string;
  planned_on: string;
  is_late: boolean;
  recurrence: string;
  anchor_day: number;
  note: string;
  until_on: string | null;
  previous_id: string | null;
  measure_id: string | null;
};

/** A page of planned measures. */
export type PlannedMeasurePage = {
  items: PlannedMeasureOut[];
  next_cursor: string | null;
  labels: Record<string, Record<string, string>> | null;
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

/** How far a job is; `total` is null until it is known. */
export type ProgressOut = {
  done: number;
  total: number | null;
};

/** A publication. */
export type PublicationOut = {
  id: string;
  scope: string;
  place: string;
  published_on: string;
};

/** 公开整改情况 · the text, where and for whom; the leader who signs answers for the check for secrets. */
export type PublishRectification = {
  opinion?: string;
  scope: "party" | "public";
  place: string;
  text: string;
  published_on?: string | null;
};

/** What the system counted for an item, and the records it looked at. `unobserved` says why nothing was counted, in which case the item is left out of the score: `no_record_kept` where this service keeps none of its kind, `nothing_to_count` where there was none. Null where something was counted. */
export type RatioOut = {
  item: string;
  metric: string;
  numerator: number;
  denominator: number;
  records: string[];
  unobserved: string | null;
};

/** Renewed feedback; `papers` hold the letter and the answers. */
export type ReFeedbackOut = {
  id: string;
  number: string | null;
  state: string;
  version: number;
  holder: string;
  secrecy: string;
  clocks: ClockOut[];
  allowed_actions: string[];
  pending_sign_offs: SignOffOut[];
  inspected_organization_id: string;
  items: string[];
  delivered_on: string;
  reply_by: string;
  special_check_id: string | null;
  answered_on: string | null;
  returned: number;
  papers: PaperOut[];
};

/** A page of re feedbacks. */
export type ReFeedbackPage = {
  items: ReFeedbackOut[];
  next_cursor: string | null;
  labels: Record<string, Record<string, string>> | null;
};

/** 完成阶段目标 · which one, and what shows it. */
export type ReachMilestone = {
  opinion?: string;
  milestone_id: string;
  evidence?: EvidenceIn[];
};

/** To a Party organisation, or to the unit of a supervisee. */
export type RecommendationKind = "discipline" | "supervisory";

/** A recommendation; `papers` hold the letter, objection, reply and what was urged. */
export type RecommendationOut = {
  id: string;
  number: string | null;
  state: string;
  version: number;
  holder: string;
  secrecy: string;
  clocks: ClockOut[];
  allowed_actions: string[];
  pending_sign_offs: SignOffOut[];
  kind: string;
  addressee: string;
  origin_type: string;
  origin_id: string;
  legal_regime: string;
  reply_by: string | null;
  missed_dates: number;
  delivered_on: string | null;
  acceptance: string | null;
  replied_on: string | null;
  superior: string | null;
  item_id: string | null;
  closed_on: string | null;
  papers: PaperOut[];
};

/** A page of recommendations. */
export type RecommendationPage = {
  items: RecommendationOut[];
  next_cursor: string | null;
  labels: Record<string, Record<string, string>> | null;
};

/** The result as it was frozen and as plain arithmetic gives it; `differences` names what does not agree. */
export type RecomputationOut = {
  evaluation_id: string;
  formula: string;
  sha256: string;
  total: string;
  grade: string;
  recomputed_total: string;
  recomputed_grade: string;
  agrees: boolean;
  differences: string[];
};

/** 登记检查结果 · what was found at one organisation. */
export type RecordCheckResult = {
  opinion?: string;
  inspected_organization_id: string;
  result: CheckResult;
  problems?: string;
  item_ids?: string[];
};

/** A record behind a figure; `counts` is false for what a rate counts as not done. */
export type RecordOut = {
  record_type: string;
  id: string;
  number: string | null;
  part: string;
  counts: boolean;
  organisation: string;
  on_day: string;
};

/** A page of the records behind a figure. */
export type RecordPage = {
  items: RecordOut[];
  next_cursor: string | null;
};

/** How often a planned measure comes again. */
export type Recurrence = "none" | "weekly" | "monthly" | "quarterly";

/** 登记建立完善制度 · its title, kind, text, the day it takes effect, and the item or recommendation it answers. */
export type RegisterSystem = {
  title: string;
  kind: SystemKind;
  text: string;
  effective_on: string;
  item_id?: string | null;
  recommendation_id?: string | null;
};

/** The three lighter papers. */
export type ReminderKind = "work_reminder" | "reminder_interview" | "internal_notice";

/** A work reminder, reminder interview or internal notice. */
export type ReminderOut = {
  id: string;
  number: string | null;
  state: string;
  version: number;
  holder: string;
  secrecy: string;
  clocks: ClockOut[];
  allowed_actions: string[];
  pending_sign_offs: SignOffOut[];
  kind: string;
  addressee: string;
  reply_by: string | null;
  inspected_organization_id: string | null;
  delivered_on: string | null;
  answered_on: string | null;
  papers: PaperOut[];
};

/** A page of reminders. */
export type ReminderPage = {
  items: ReminderOut[];
  next_cursor: string | null;
  labels: Record<string, Record<string, string>> | null;
};

/** 书面回复 · what is taken up, and the measures. */
export type ReplyToRecommendation = {
  opinion?: string;
  acceptance: Acceptance;
  reply?: string;
};

/** 报告进展 · what was done, and what shows it. */
export type ReportProgress = {
  opinion?: string;
  progress: string;
  evidence?: EvidenceIn[];
};

/** 登记反弹 · what came back. */
export type ReportRebound = {
  opinion?: string;
  facts: string;
};

/** 改期 · to which day. */
export type RescheduleMeasure = {
  opinion?: string;
  planned_on: string;
};

/** 退回回复 · what the reply lacks, and by when a better one is due. */
export type ReturnReply = {
  opinion?: string;
  reasons: string;
  reply_by: string;
};

/** 退回报告 · why, and by when they are due again. */
export type ReturnReport = {
  opinion?: string;
  reasons: string;
  again_by?: string | null;
};

/** 退回 · why, and what must be different. */
export type ReturnWithReasons = {
  opinion?: string;
  reasons: string;
};

/** A joint review; the inspected organisation learns its outcome from the papers instead. */
export type ReviewOut = {
  id: string;
  subject: string;
  paper_version: number;
  state: string;
  outcome: string | null;
  concluded_on: string | null;
};

/** The action's fields as they are to be signed instead. */
export type ReviseBody = {
  fields: Record<string, unknown>;
};

/** 变更责任人和监督单位 · what is different from now on; what is left out stays. */
export type ReviseOrganization = {
  opinion?: string;
  first_responsible?: string;
  contact?: string;
  members?: MemberIn[] | null;
  commission_office?: string | null;
  organization_department?: string | null;
  unit?: string | null;
};

/** 修改建议 · the parts that are different; what is left out stays. */
export type ReviseRecommendation = {
  opinion?: string;
  facts?: string;
  problems?: string;
  advice?: string;
  how_to_reply?: string;
  how_to_object?: string;
  reply_by?: string | null;
};

/** 修改提醒、约谈或通报 · the text as it now reads, and the date of the report where it is another. */
export type ReviseReminder = {
  opinion?: string;
  text: string;
  reply_by?: string | null;
};

/** 修订 · what is to be different from now on. */
export type ReviseRound = {
  opinion?: string;
  name?: string;
  began_on?: string | null;
  window_months?: number | null;
};

/** An inspection round. */
export type RoundOut = {
  id: string;
  number: string | null;
  state: string;
  version: number;
  holder: string;
  secrecy: string;
  clocks: ClockOut[];
  allowed_actions: string[];
  pending_sign_offs: SignOffOut[];
  ordinal: number;
  term: string;
  name: string;
  kind: string;
  legal_regime: string;
  window_months: number;
  began_on: string;
};

/** A page of inspection rounds. */
export type RoundPage = {
  items: RoundOut[];
  next_cursor: string | null;
  labels: Record<string, Record<string, string>> | null;
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

/** 限期催办 · the new date, and what is urged. */
export type SetNewDate = {
  opinion?: string;
  reply_by?: string | null;
  letter: string;
};

/** How grave a finding is. */
export type Severity = "serious" | "prominent" | "ordinary";

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

/** A special check over several organisations. */
export type SpecialCheckOut = {
  id: string;
  number: string | null;
  state: string;
  version: number;
  holder: string;
  secrecy: string;
  clocks: ClockOut[];
  allowed_actions: string[];
  pending_sign_offs: SignOffOut[];
  title: string;
  scheme: string;
  planned_on: string;
  inspectors: string[];
  concluded_on: string | null;
  units: UnitOut[];
};

/** A page of special checks. */
export type SpecialCheckPage = {
  items: SpecialCheckOut[];
  next_cursor: string | null;
  labels: Record<string, Record<string, string>> | null;
};

/** Whom a clue is about. */
export type SubjectIn = {
  name: string;
  organisation?: string;
  position?: string;
};

/** 提交评分 · the source whose marks are finished. */
export type SubmitMarks = {
  opinion?: string;
  source: "daily" | "central";
};

/** 报送整改方案 · the plan as the Party group decided it, with every item. */
export type SubmitPlan = {
  opinion?: string;
  summary?: string;
  minutes?: string;
  items?: PlannedItem[];
};

/** 报送整改报告 · the organisation's and its principal's. */
export type SubmitReport = {
  opinion?: string;
  progress_report?: string;
  principal_report?: string;
  minutes?: string;
};

/** 报送自评 · what the organisation says of its own rectification. */
export type SubmitSelfAssessment = {
  opinion?: string;
  text: string;
};

/** 报送书面检查 · the written self-examination. */
export type SubmitSelfExamination = {
  opinion?: string;
  text: string;
};

/** 开展日常监督 · which of the thirteen measures, on what, with what result. */
export type Supervise = {
  opinion?: string;
  kind: Measure;
  mechanism: Mechanism;
  focuses: Focus[];
  held_on: string;
  object: string;
  problems?: string;
  follow_up?: string;
  item_ids?: string[];
  planned_measure_id?: string | null;
};

/** The measures in the order of their days. */
export type SupervisionCalendarOut = {
  items: DayOut[];
};

/** Who is asked. */
export type SurveyKind = "staff" | "public";

/** A survey; the tokens are shown once, when it is opened. No share under five answers. */
export type SurveyOut = {
  id: string;
  evaluation_id: string;
  kind: string;
  issued: number;
  answers: number;
  satisfied_share: number | null;
  tokens: string[];
};

/** A system made or revised; its text is among the papers. */
export type SystemBuiltOut = {
  id: string;
  number: string | null;
  state: string;
  version: number;
  holder: string;
  secrecy: string;
  clocks: ClockOut[];
  allowed_actions: string[];
  pending_sign_offs: SignOffOut[];
  title: string;
  kind: string;
  organisation: string;
  effective_on: string;
  inspected_organization_id: string | null;
  finding_id: string | null;
  item_id: string | null;
  recommendation_id: string | null;
  case_id: string | null;
  papers: PaperOut[];
};

/** A page of systems built. */
export type SystemBuiltPage = {
  items: SystemBuiltOut[];
  next_cursor: string | null;
  labels: Record<string, Record<string, string>> | null;
};

/** Whether a system is new or an old one was improved. */
export type SystemKind = "made" | "revised";

/** What somebody must do after a consultation. */
export type TaskIn = {
  text: string;
  owner: string;
  due_on: string;
};

/** What somebody must do after a consultation. */
export type TaskOut = {
  text: string;
  owner: string;
  due_on: string;
};

/** Everything that happened to an object, oldest first. */
export type TimelineOut = {
  items: MomentOut[];
};

/** An entry of the clue hand-over list; its text opens for who may read it, and not in lists. */
export type TransferredClueOut = {
  id: string;
  number: string | null;
  state: string;
  version: number;
  holder: string;
  secrecy: string;
  clocks: ClockOut[];
  allowed_actions: string[];
  pending_sign_offs: SignOffOut[];
  inspected_organization_id: string;
  receiver: string;
  region: string | null;
  field: string | null;
  problem_types: string[];
  finding_id: string | null;
  transferred_on: string | null;
  clue_id: string | null;
  truth_grade: string | null;
  way: string | null;
  concluded_on: string | null;
  papers: PaperOut[];
};

/** A page of transferred clues. */
export type TransferredCluePage = {
  items: TransferredClueOut[];
  next_cursor: string | null;
  labels: Record<string, Record<string, string>> | null;
};

/** One organisation on the list of a special check. */
export type UnitOut = {
  inspected_organization_id: string;
  result: string | null;
  problems: string;
  item_ids: string[];
  checked_on: string | null;
};

/** What a body found; an acceptance stays beside a later verdict. */
export type VerdictOut = {
  result: string;
  method: string | null;
  text: string;
  body: string;
  done_on: string;
};

/** How an item is verified. */
export type VerificationMethod = "desk" | "field" | "sample";

/** 核实 · how, and with what result. */
export type VerifyItem = {
  opinion?: string;
  method: VerificationMethod;
  result: string;
};

/** 核实 · what was found. */
export type VerifyRecommendation = {
  opinion?: string;
  result: string;
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

/** 撤回反馈问题 · which one. */
export type WithdrawFinding = {
  opinion?: string;
  finding_id: string;
};

/** A state or an action. */
export type WordOut = {
  code: string;
  name_zh: string;
  name_en: string;
};

export interface Operations {
  create_inspection_round: { method: "POST"; path: "/rectification/v1/inspection-rounds"; body: OpenRound; answer: RoundOut };
  list_inspection_rounds: { method: "GET"; path: "/rectification/v1/inspection-rounds"; body: never; answer: RoundPage };
  create_inspected_organization: { method: "POST"; path: "/rectification/v1/inspected-organizations"; body: AddOrganization; answer: InspectedOrganizationOut };
  list_inspected_organizations: { method: "GET"; path: "/rectification/v1/inspected-organizations"; body: never; answer: InspectedOrganizationPage };
  get_inspected_organization_chain: { method: "GET"; path: "/rectification/v1/inspected-organizations/{object_id}/chain"; body: never; answer: ChainOut };
  list_handling_advices: { method: "GET"; path: "/rectification/v1/inspected-organizations/{object_id}/handling-advices"; body: never; answer: HandlingAdvicesOut };
  create_transferred_clue: { method: "POST"; path: "/rectification/v1/transferred-clues"; body: ListClue; answer: TransferredClueOut };
  list_transferred_clues: { method: "GET"; path: "/rectification/v1/transferred-clues"; body: never; answer: TransferredCluePage };
  get_transferred_clue_subjects: { method: "GET"; path: "/rectification/v1/transferred-clues/{object_id}/subjects"; body: never; answer: ClueSubjectsOut };
  get_transferred_clue_text: { method: "GET"; path: "/rectification/v1/transferred-clues/{object_id}/text"; body: never; answer: ClueTextOut };
  create_planned_measure: { method: "POST"; path: "/rectification/v1/planned-measures"; body: PlanMeasure; answer: PlannedMeasureOut };
  list_planned_measures: { method: "GET"; path: "/rectification/v1/planned-measures"; body: never; answer: PlannedMeasurePage };
  get_supervision_calendar: { method: "GET"; path: "/rectification/v1/planned-measures/calendar"; body: never; answer: SupervisionCalendarOut };
  create_special_check: { method: "POST"; path: "/rectification/v1/special-checks"; body: PlanSpecialCheck; answer: SpecialCheckOut };
  list_special_checks: { method: "GET"; path: "/rectification/v1/special-checks"; body: never; answer: SpecialCheckPage };
  create_issue_consultation: { method: "POST"; path: "/rectification/v1/issue-consultations"; body: HoldConsultation; answer: ConsultationOut };
  list_issue_consultations: { method: "GET"; path: "/rectification/v1/issue-consultations"; body: never; answer: ConsultationPage };
  create_material_handover: { method: "POST"; path: "/rectification/v1/material-handovers"; body: HandOverMaterial; answer: MaterialHandoverOut };
  list_material_handovers: { method: "GET"; path: "/rectification/v1/material-handovers"; body: never; answer: MaterialHandoverPage };
  create_recommendation: { method: "POST"; path: "/rectification/v1/recommendations"; body: DraftRecommendation; answer: RecommendationOut };
  list_recommendations: { method: "GET"; path: "/rectification/v1/recommendations"; body: never; answer: RecommendationPage };
  create_reminder: { method: "POST"; path: "/rectification/v1/reminders"; body: DraftReminder; answer: ReminderOut };
  list_reminders: { method: "GET"; path: "/rectification/v1/reminders"; body: never; answer: ReminderPage };
  create_system_built: { method: "POST"; path: "/rectification/v1/systems-built"; body: RegisterSystem; answer: SystemBuiltOut };
  list_systems_built: { method: "GET"; path: "/rectification/v1/systems-built"; body: never; answer: SystemBuiltPage };
  list_evaluation_indexes: { method: "GET"; path: "/rectification/v1/evaluation-indexes"; body: never; answer: IndexesOut };
  compare_evaluations: { method: "GET"; path: "/rectification/v1/evaluations/comparison"; body: never; answer: ComparisonOut };
  confirm_evaluations: { method: "POST"; path: "/rectification/v1/evaluations/_confirm"; body: ConfirmEvaluations; answer: AcceptedOut };
  get_evaluation_recomputation: { method: "GET"; path: "/rectification/v1/evaluations/{object_id}/recomputation"; body: never; answer: RecomputationOut };
  get_inspected_organization_look_back: { method: "GET"; path: "/rectification/v1/inspected-organizations/{object_id}/look-back"; body: never; answer: LookBackOut };
  look_back_inspected_organization: { method: "POST"; path: "/rectification/v1/inspected-organizations/{object_id}/look-back"; body: Command; answer: InspectedOrganizationOut | SignOffAnswer };
  open_survey: { method: "POST"; path: "/rectification/v1/surveys"; body: OpenSurvey; answer: SurveyOut };
  get_survey: { method: "GET"; path: "/rectification/v1/surveys/{object_id}"; body: never; answer: SurveyOut };
  answer_survey: { method: "POST"; path: "/rectification/v1/public/surveys/answer"; body: AnswerSurvey; answer: AnsweredOut };
  list_figures: { method: "GET"; path: "/rectification/v1/figures"; body: never; answer: DefinitionsOut };
  get_figure: { method: "GET"; path: "/rectification/v1/figures/{name}"; body: never; answer: FigureOut };
  list_figure_records: { method: "GET"; path: "/rectification/v1/figures/{name}/records"; body: never; answer: RecordPage };
  upload_attachment: { method: "POST"; path: "/rectification/v1/attachments"; body: never; answer: AttachmentOut };
  download_attachment: { method: "GET"; path: "/rectification/v1/attachments/{attachment_id}/content"; body: never; answer: null };
  count_inspection_rounds: { method: "GET"; path: "/rectification/v1/inspection-rounds/_count"; body: never; answer: CountOut };
  count_inspected_organizations: { method: "GET"; path: "/rectification/v1/inspected-organizations/_count"; body: never; answer: CountOut };
  list_joint_reviews: { method: "GET"; path: "/rectification/v1/joint-reviews"; body: never; answer: JointReviewPage };
  count_joint_reviews: { method: "GET"; path: "/rectification/v1/joint-reviews/_count"; body: never; answer: CountOut };
  count_transferred_clues: { method: "GET"; path: "/rectification/v1/transferred-clues/_count"; body: never; answer: CountOut };
  list_rectification_items: { method: "GET"; path: "/rectification/v1/rectification-items"; body: never; answer: ItemPage };
  count_rectification_items: { method: "GET"; path: "/rectification/v1/rectification-items/_count"; body: never; answer: CountOut };
  count_planned_measures: { method: "GET"; path: "/rectification/v1/planned-measures/_count"; body: never; answer: CountOut };
  count_special_checks: { method: "GET"; path: "/rectification/v1/special-checks/_count"; body: never; answer: CountOut };
  list_re_feedbacks: { method: "GET"; path: "/rectification/v1/re-feedbacks"; body: never; answer: ReFeedbackPage };
  count_re_feedbacks: { method: "GET"; path: "/rectification/v1/re-feedbacks/_count"; body: never; answer: CountOut };
  count_issue_consultations: { method: "GET"; path: "/rectification/v1/issue-consultations/_count"; body: never; answer: CountOut };
  count_material_handovers: { method: "GET"; path: "/rectification/v1/material-handovers/_count"; body: never; answer: CountOut };
  count_recommendations: { method: "GET"; path: "/rectification/v1/recommendations/_count"; body: never; answer: CountOut };
  list_evaluations: { method: "GET"; path: "/rectification/v1/evaluations"; body: never; answer: EvaluationPage };
  count_evaluations: { method: "GET"; path: "/rectification/v1/evaluations/_count"; body: never; answer: CountOut };
  list_follow_ups: { method: "GET"; path: "/rectification/v1/follow-ups"; body: never; answer: FollowUpPage };
  count_follow_ups: { method: "GET"; path: "/rectification/v1/follow-ups/_count"; body: never; answer: CountOut };
  count_reminders: { method: "GET"; path: "/rectification/v1/reminders/_count"; body: never; answer: CountOut };
  count_systems_built: { method: "GET"; path: "/rectification/v1/systems-built/_count"; body: never; answer: CountOut };
  get_evaluation_indexes_template: { method: "GET"; path: "/rectification/v1/imports/evaluation-indexes/template"; body: never; answer: null };
  import_evaluation_indexes: { method: "POST"; path: "/rectification/v1/imports/evaluation-indexes"; body: never; answer: ImportedOut };
  get_inspected_organization: { method: "GET"; path: "/rectification/v1/inspected-organizations/{object_id}"; body: never; answer: InspectedOrganizationOut };
  list_inspected_organization_history: { method: "GET"; path: "/rectification/v1/inspected-organizations/{object_id}/history"; body: never; answer: HistoryOut };
  show_inspected_organization_timeline: { method: "GET"; path: "/rectification/v1/inspected-organizations/{object_id}/timeline"; body: never; answer: TimelineOut };
  add_findings_inspected_organization: { method: "POST"; path: "/rectification/v1/inspected-organizations/{object_id}/add-findings"; body: AddFindings; answer: InspectedOrganizationOut };
  withdraw_finding_inspected_organization: { method: "POST"; path: "/rectification/v1/inspected-organizations/{object_id}/withdraw-finding"; body: WithdrawFinding; answer: InspectedOrganizationOut };
  revise_inspected_organization: { method: "POST"; path: "/rectification/v1/inspected-organizations/{object_id}/revise"; body: ReviseOrganization; answer: InspectedOrganizationOut };
  deliver_feedback_inspected_organization: { method: "POST"; path: "/rectification/v1/inspected-organizations/{object_id}/deliver-feedback"; body: DeliverFeedback; answer: InspectedOrganizationOut | SignOffAnswer };
  submit_plan_inspected_organization: { method: "POST"; path: "/rectification/v1/inspected-organizations/{object_id}/submit-plan"; body: SubmitPlan; answer: InspectedOrganizationOut | SignOffAnswer };
  review_plan_inspected_organization: { method: "POST"; path: "/rectification/v1/inspected-organizations/{object_id}/review-plan"; body: Command; answer: InspectedOrganizationOut | SignOffAnswer };
  return_plan_inspected_organization: { method: "POST"; path: "/rectification/v1/inspected-organizations/{object_id}/return-plan"; body: ReturnWithReasons; answer: InspectedOrganizationOut | SignOffAnswer };
  begin_rectification_inspected_organization: { method: "POST"; path: "/rectification/v1/inspected-organizations/{object_id}/begin-rectification"; body: Command; answer: InspectedOrganizationOut };
  hold_thematic_meeting_inspected_organization: { method: "POST"; path: "/rectification/v1/inspected-organizations/{object_id}/hold-thematic-meeting"; body: HoldThematicMeeting; answer: InspectedOrganizationOut };
  check_progress_inspected_organization: { method: "POST"; path: "/rectification/v1/inspected-organizations/{object_id}/check-progress"; body: CheckProgress; answer: InspectedOrganizationOut };
  link_demand_inspected_organization: { method: "POST"; path: "/rectification/v1/inspected-organizations/{object_id}/link-demand"; body: LinkDemand; answer: InspectedOrganizationOut };
  advise_handling_inspected_organization: { method: "POST"; path: "/rectification/v1/inspected-organizations/{object_id}/advise-handling"; body: AdviseHandling; answer: InspectedOrganizationOut | SignOffAnswer };
  carry_out_handling_inspected_organization: { method: "POST"; path: "/rectification/v1/inspected-organizations/{object_id}/carry-out-handling"; body: CarryOutHandling; answer: InspectedOrganizationOut | SignOffAnswer };
  supervise_inspected_organization: { method: "POST"; path: "/rectification/v1/inspected-organizations/{object_id}/supervise"; body: Supervise; answer: InspectedOrganizationOut | SignOffAnswer };
  submit_report_inspected_organization: { method: "POST"; path: "/rectification/v1/inspected-organizations/{object_id}/submit-report"; body: SubmitReport; answer: InspectedOrganizationOut | SignOffAnswer };
  review_report_inspected_organization: { method: "POST"; path: "/rectification/v1/inspected-organizations/{object_id}/review-report"; body: Command; answer: InspectedOrganizationOut };
  accept_report_inspected_organization: { method: "POST"; path: "/rectification/v1/inspected-organizations/{object_id}/accept-report"; body: Command; answer: InspectedOrganizationOut | SignOffAnswer };
  return_report_inspected_organization: { method: "POST"; path: "/rectification/v1/inspected-organizations/{object_id}/return-report"; body: ReturnReport; answer: InspectedOrganizationOut | SignOffAnswer };
  publish_inspected_organization: { method: "POST"; path: "/rectification/v1/inspected-organizations/{object_id}/publish"; body: PublishRectification; answer: InspectedOrganizationOut | SignOffAnswer };
  re_feedback_inspected_organization: { method: "POST"; path: "/rectification/v1/inspected-organizations/{object_id}/re-feedback"; body: GiveReFeedback; answer: InspectedOrganizationOut | SignOffAnswer };
  begin_evaluation_inspected_organization: { method: "POST"; path: "/rectification/v1/inspected-organizations/{object_id}/begin-evaluation"; body: BeginEvaluation; answer: InspectedOrganizationOut };
  grade_inspected_organization: { method: "POST"; path: "/rectification/v1/inspected-organizations/{object_id}/grade"; body: Command; answer: InspectedOrganizationOut | SignOffAnswer };
  close_inspected_organization: { method: "POST"; path: "/rectification/v1/inspected-organizations/{object_id}/close"; body: Command; answer: InspectedOrganizationOut | SignOffAnswer };
  get_rectification_item: { method: "GET"; path: "/rectification/v1/rectification-items/{object_id}"; body: never; answer: ItemOut };
  list_rectification_item_history: { method: "GET"; path: "/rectification/v1/rectification-items/{object_id}/history"; body: never; answer: HistoryOut };
  show_rectification_item_timeline: { method: "GET"; path: "/rectification/v1/rectification-items/{object_id}/timeline"; body: never; answer: TimelineOut };
  start_rectification_item: { method: "POST"; path: "/rectification/v1/rectification-items/{object_id}/start"; body: Command; answer: ItemOut };
  report_progress_rectification_item: { method: "POST"; path: "/rectification/v1/rectification-items/{object_id}/report-progress"; body: ReportProgress; answer: ItemOut };
  make_long_term_rectification_item: { method: "POST"; path: "/rectification/v1/rectification-items/{object_id}/make-long-term"; body: MakeLongTerm; answer: ItemOut | SignOffAnswer };
  reach_milestone_rectification_item: { method: "POST"; path: "/rectification/v1/rectification-items/{object_id}/reach-milestone"; body: ReachMilestone; answer: ItemOut };
  submit_rectification_item: { method: "POST"; path: "/rectification/v1/rectification-items/{object_id}/submit"; body: Command; answer: ItemOut | SignOffAnswer };
  verify_rectification_item: { method: "POST"; path: "/rectification/v1/rectification-items/{object_id}/verify"; body: VerifyItem; answer: ItemOut | SignOffAnswer };
  reject_rectification_item: { method: "POST"; path: "/rectification/v1/rectification-items/{object_id}/reject"; body: VerifyItem; answer: ItemOut | SignOffAnswer };
  close_rectification_item: { method: "POST"; path: "/rectification/v1/rectification-items/{object_id}/close"; body: Command; answer: ItemOut };
  report_rebound_rectification_item: { method: "POST"; path: "/rectification/v1/rectification-items/{object_id}/report-rebound"; body: ReportRebound; answer: ItemOut | SignOffAnswer };
  find_false_rectification_item: { method: "POST"; path: "/rectification/v1/rectification-items/{object_id}/find-false"; body: FindFalse; answer: ItemOut | SignOffAnswer };
  extend_rectification_item: { method: "POST"; path: "/rectification/v1/rectification-items/{object_id}/extend"; body: ExtendItem; answer: ItemOut | SignOffAnswer };
  get_recommendation: { method: "GET"; path: "/rectification/v1/recommendations/{object_id}"; body: never; answer: RecommendationOut };
  list_recommendation_history: { method: "GET"; path: "/rectification/v1/recommendations/{object_id}/history"; body: never; answer: HistoryOut };
  show_recommendation_timeline: { method: "GET"; path: "/rectification/v1/recommendations/{object_id}/timeline"; body: never; answer: TimelineOut };
  revise_draft_recommendation: { method: "POST"; path: "/rectification/v1/recommendations/{object_id}/revise-draft"; body: ReviseRecommendation; answer: RecommendationOut };
  check_legality_recommendation: { method: "POST"; path: "/rectification/v1/recommendations/{object_id}/check-legality"; body: Command; answer: RecommendationOut };
  return_draft_recommendation: { method: "POST"; path: "/rectification/v1/recommendations/{object_id}/return-draft"; body: Command; answer: RecommendationOut };
  approve_recommendation: { method: "POST"; path: "/rectification/v1/recommendations/{object_id}/approve"; body: Command; answer: RecommendationOut | SignOffAnswer };
  issue_recommendation: { method: "POST"; path: "/rectification/v1/recommendations/{object_id}/issue"; body: Command; answer: RecommendationOut };
  deliver_recommendation: { method: "POST"; path: "/rectification/v1/recommendations/{object_id}/deliver"; body: DeliverRecommendation; answer: RecommendationOut };
  acknowledge_recommendation: { method: "POST"; path: "/rectification/v1/recommendations/{object_id}/acknowledge"; body: Command; answer: RecommendationOut };
  object_recommendation: { method: "POST"; path: "/rectification/v1/recommendations/{object_id}/object"; body: ObjectToRecommendation; answer: RecommendationOut };
  answer_objection_recommendation: { method: "POST"; path: "/rectification/v1/recommendations/{object_id}/answer-objection"; body: AnswerObjection; answer: RecommendationOut | SignOffAnswer };
  reply_recommendation: { method: "POST"; path: "/rectification/v1/recommendations/{object_id}/reply"; body: ReplyToRecommendation; answer: RecommendationOut };
  return_reply_recommendation: { method: "POST"; path: "/rectification/v1/recommendations/{object_id}/return-reply"; body: ReturnReply; answer: RecommendationOut | SignOffAnswer };
  begin_rectifying_recommendation: { method: "POST"; path: "/rectification/v1/recommendations/{object_id}/begin-rectifying"; body: Command; answer: RecommendationOut };
  verify_recommendation: { method: "POST"; path: "/rectification/v1/recommendations/{object_id}/verify"; body: VerifyRecommendation; answer: RecommendationOut | SignOffAnswer };
  close_recommendation: { method: "POST"; path: "/rectification/v1/recommendations/{object_id}/close"; body: Command; answer: RecommendationOut | SignOffAnswer };
  set_new_date_recommendation: { method: "POST"; path: "/rectification/v1/recommendations/{object_id}/set-new-date"; body: SetNewDate; answer: RecommendationOut | SignOffAnswer };
  escalate_recommendation: { method: "POST"; path: "/rectification/v1/recommendations/{object_id}/escalate"; body: EscalateRecommendation; answer: RecommendationOut | SignOffAnswer };
  withdraw_recommendation: { method: "POST"; path: "/rectification/v1/recommendations/{object_id}/withdraw"; body: Command; answer: RecommendationOut | SignOffAnswer };
  get_inspection_round: { method: "GET"; path: "/rectification/v1/inspection-rounds/{object_id}"; body: never; answer: RoundOut };
  list_inspection_round_history: { method: "GET"; path: "/rectification/v1/inspection-rounds/{object_id}/history"; body: never; answer: HistoryOut };
  show_inspection_round_timeline: { method: "GET"; path: "/rectification/v1/inspection-rounds/{object_id}/timeline"; body: never; answer: TimelineOut };
  revise_inspection_round: { method: "POST"; path: "/rectification/v1/inspection-rounds/{object_id}/revise"; body: ReviseRound; answer: RoundOut | SignOffAnswer };
  close_inspection_round: { method: "POST"; path: "/rectification/v1/inspection-rounds/{object_id}/close"; body: Command; answer: RoundOut | SignOffAnswer };
  get_transferred_clue: { method: "GET"; path: "/rectification/v1/transferred-clues/{object_id}"; body: never; answer: TransferredClueOut };
  list_transferred_clue_history: { method: "GET"; path: "/rectification/v1/transferred-clues/{object_id}/history"; body: never; answer: HistoryOut };
  show_transferred_clue_timeline: { method: "GET"; path: "/rectification/v1/transferred-clues/{object_id}/timeline"; body: never; answer: TimelineOut };
  transfer_transferred_clue: { method: "POST"; path: "/rectification/v1/transferred-clues/{object_id}/transfer"; body: Command; answer: TransferredClueOut | SignOffAnswer };
  withdraw_transferred_clue: { method: "POST"; path: "/rectification/v1/transferred-clues/{object_id}/withdraw"; body: Command; answer: TransferredClueOut };
  get_joint_review: { method: "GET"; path: "/rectification/v1/joint-reviews/{object_id}"; body: never; answer: JointReviewOut };
  list_joint_review_history: { method: "GET"; path: "/rectification/v1/joint-reviews/{object_id}/history"; body: never; answer: HistoryOut };
  show_joint_review_timeline: { method: "GET"; path: "/rectification/v1/joint-reviews/{object_id}/timeline"; body: never; answer: TimelineOut };
  give_opinion_joint_review: { method: "POST"; path: "/rectification/v1/joint-reviews/{object_id}/give-opinion"; body: GiveOpinion; answer: JointReviewOut };
  get_planned_measure: { method: "GET"; path: "/rectification/v1/planned-measures/{object_id}"; body: never; answer: PlannedMeasureOut };
  list_planned_measure_history: { method: "GET"; path: "/rectification/v1/planned-measures/{object_id}/history"; body: never; answer: HistoryOut };
  show_planned_measure_timeline: { method: "GET"; path: "/rectification/v1/planned-measures/{object_id}/timeline"; body: never; answer: TimelineOut };
  reschedule_planned_measure: { method: "POST"; path: "/rectification/v1/planned-measures/{object_id}/reschedule"; body: RescheduleMeasure; answer: PlannedMeasureOut };
  cancel_planned_measure: { method: "POST"; path: "/rectification/v1/planned-measures/{object_id}/cancel"; body: Command; answer: PlannedMeasureOut };
  get_special_check: { method: "GET"; path: "/rectification/v1/special-checks/{object_id}"; body: never; answer: SpecialCheckOut };
  list_special_check_history: { method: "GET"; path: "/rectification/v1/special-checks/{object_id}/history"; body: never; answer: HistoryOut };
  show_special_check_timeline: { method: "GET"; path: "/rectification/v1/special-checks/{object_id}/timeline"; body: never; answer: TimelineOut };
  begin_special_check: { method: "POST"; path: "/rectification/v1/special-checks/{object_id}/begin"; body: Command; answer: SpecialCheckOut | SignOffAnswer };
  record_result_special_check: { method: "POST"; path: "/rectification/v1/special-checks/{object_id}/record-result"; body: RecordCheckResult; answer: SpecialCheckOut };
  conclude_special_check: { method: "POST"; path: "/rectification/v1/special-checks/{object_id}/conclude"; body: Command; answer: SpecialCheckOut | SignOffAnswer };
  get_re_feedback: { method: "GET"; path: "/rectification/v1/re-feedbacks/{object_id}"; body: never; answer: ReFeedbackOut };
  list_re_feedback_history: { method: "GET"; path: "/rectification/v1/re-feedbacks/{object_id}/history"; body: never; answer: HistoryOut };
  show_re_feedback_timeline: { method: "GET"; path: "/rectification/v1/re-feedbacks/{object_id}/timeline"; body: never; answer: TimelineOut };
  answer_re_feedback: { method: "POST"; path: "/rectification/v1/re-feedbacks/{object_id}/answer"; body: AnswerReFeedback; answer: ReFeedbackOut | SignOffAnswer };
  return_answer_re_feedback: { method: "POST"; path: "/rectification/v1/re-feedbacks/{object_id}/return-answer"; body: ReturnWithReasons; answer: ReFeedbackOut | SignOffAnswer };
  settle_re_feedback: { method: "POST"; path: "/rectification/v1/re-feedbacks/{object_id}/settle"; body: Command; answer: ReFeedbackOut | SignOffAnswer };
  get_issue_consultation: { method: "GET"; path: "/rectification/v1/issue-consultations/{object_id}"; body: never; answer: ConsultationOut };
  list_issue_consultation_history: { method: "GET"; path: "/rectification/v1/issue-consultations/{object_id}/history"; body: never; answer: HistoryOut };
  show_issue_consultation_timeline: { method: "GET"; path: "/rectification/v1/issue-consultations/{object_id}/timeline"; body: never; answer: TimelineOut };
  answer_issue_consultation: { method: "POST"; path: "/rectification/v1/issue-consultations/{object_id}/answer"; body: AnswerConsultation; answer: ConsultationOut };
  close_issue_consultation: { method: "POST"; path: "/rectification/v1/issue-consultations/{object_id}/close"; body: Command; answer: ConsultationOut };
  get_material_handover: { method: "GET"; path: "/rectification/v1/material-handovers/{object_id}"; body: never; answer: MaterialHandoverOut };
  list_material_handover_history: { method: "GET"; path: "/rectification/v1/material-handovers/{object_id}/history"; body: never; answer: HistoryOut };
  show_material_handover_timeline: { method: "GET"; path: "/rectification/v1/material-handovers/{object_id}/timeline"; body: never; answer: TimelineOut };
  receive_material_handover: { method: "POST"; path: "/rectification/v1/material-handovers/{object_id}/receive"; body: Command; answer: MaterialHandoverOut };
  refuse_material_handover: { method: "POST"; path: "/rectification/v1/material-handovers/{object_id}/refuse"; body: ReturnWithReasons; answer: MaterialHandoverOut };
  get_reminder: { method: "GET"; path: "/rectification/v1/reminders/{object_id}"; body: never; answer: ReminderOut };
  list_reminder_history: { method: "GET"; path: "/rectification/v1/reminders/{object_id}/history"; body: never; answer: HistoryOut };
  show_reminder_timeline: { method: "GET"; path: "/rectification/v1/reminders/{object_id}/timeline"; body: never; answer: TimelineOut };
  revise_draft_reminder: { method: "POST"; path: "/rectification/v1/reminders/{object_id}/revise-draft"; body: ReviseReminder; answer: ReminderOut };
  deliver_reminder: { method: "POST"; path: "/rectification/v1/reminders/{object_id}/deliver"; body: Command; answer: ReminderOut | SignOffAnswer };
  answer_reminder: { method: "POST"; path: "/rectification/v1/reminders/{object_id}/answer"; body: AnswerReminder; answer: ReminderOut };
  return_answer_reminder: { method: "POST"; path: "/rectification/v1/reminders/{object_id}/return-answer"; body: Command; answer: ReminderOut };
  close_reminder: { method: "POST"; path: "/rectification/v1/reminders/{object_id}/close"; body: Command; answer: ReminderOut | SignOffAnswer };
  withdraw_reminder: { method: "POST"; path: "/rectification/v1/reminders/{object_id}/withdraw"; body: Command; answer: ReminderOut };
  get_system_built: { method: "GET"; path: "/rectification/v1/systems-built/{object_id}"; body: never; answer: SystemBuiltOut };
  list_system_built_history: { method: "GET"; path: "/rectification/v1/systems-built/{object_id}/history"; body: never; answer: HistoryOut };
  show_system_built_timeline: { method: "GET"; path: "/rectification/v1/systems-built/{object_id}/timeline"; body: never; answer: TimelineOut };
  confirm_system_built: { method: "POST"; path: "/rectification/v1/systems-built/{object_id}/confirm"; body: Command; answer: SystemBuiltOut | SignOffAnswer };
  not_confirm_system_built: { method: "POST"; path: "/rectification/v1/systems-built/{object_id}/not-confirm"; body: Command; answer: SystemBuiltOut | SignOffAnswer };
  amend_system_built: { method: "POST"; path: "/rectification/v1/systems-built/{object_id}/amend"; body: AmendSystem; answer: SystemBuiltOut };
  get_evaluation: { method: "GET"; path: "/rectification/v1/evaluations/{object_id}"; body: never; answer: EvaluationOut };
  list_evaluation_history: { method: "GET"; path: "/rectification/v1/evaluations/{object_id}/history"; body: never; answer: HistoryOut };
  show_evaluation_timeline: { method: "GET"; path: "/rectification/v1/evaluations/{object_id}/timeline"; body: never; answer: TimelineOut };
  form_team_evaluation: { method: "POST"; path: "/rectification/v1/evaluations/{object_id}/form-team"; body: FormTeam; answer: EvaluationOut };
  change_team_evaluation: { method: "POST"; path: "/rectification/v1/evaluations/{object_id}/change-team"; body: FormTeam; answer: EvaluationOut };
  invite_self_assessment_evaluation: { method: "POST"; path: "/rectification/v1/evaluations/{object_id}/invite-self-assessment"; body: Command; answer: EvaluationOut };
  submit_self_assessment_evaluation: { method: "POST"; path: "/rectification/v1/evaluations/{object_id}/submit-self-assessment"; body: SubmitSelfAssessment; answer: EvaluationOut | SignOffAnswer };
  give_marks_evaluation: { method: "POST"; path: "/rectification/v1/evaluations/{object_id}/give-marks"; body: GiveMarks; answer: EvaluationOut };
  submit_marks_evaluation: { method: "POST"; path: "/rectification/v1/evaluations/{object_id}/submit-marks"; body: SubmitMarks; answer: EvaluationOut };
  discuss_evaluation: { method: "POST"; path: "/rectification/v1/evaluations/{object_id}/discuss"; body: Discuss; answer: EvaluationOut };
  moderate_evaluation: { method: "POST"; path: "/rectification/v1/evaluations/{object_id}/moderate"; body: Command; answer: EvaluationOut };
  draft_report_evaluation: { method: "POST"; path: "/rectification/v1/evaluations/{object_id}/draft-report"; body: DraftReport; answer: EvaluationOut };
  object_evaluation: { method: "POST"; path: "/rectification/v1/evaluations/{object_id}/object"; body: ObjectToEvaluation; answer: EvaluationOut };
  reopen_scoring_evaluation: { method: "POST"; path: "/rectification/v1/evaluations/{object_id}/reopen-scoring"; body: Command; answer: EvaluationOut | SignOffAnswer };
  hear_opinion_evaluation: { method: "POST"; path: "/rectification/v1/evaluations/{object_id}/hear-opinion"; body: HearOpinion; answer: EvaluationOut };
  confirm_evaluation: { method: "POST"; path: "/rectification/v1/evaluations/{object_id}/confirm"; body: Command; answer: EvaluationOut | SignOffAnswer };
  apply_evaluation: { method: "POST"; path: "/rectification/v1/evaluations/{object_id}/apply"; body: Command; answer: EvaluationOut };
  get_follow_up: { method: "GET"; path: "/rectification/v1/follow-ups/{object_id}"; body: never; answer: FollowUpOut };
  list_follow_up_history: { method: "GET"; path: "/rectification/v1/follow-ups/{object_id}/history"; body: never; answer: HistoryOut };
  show_follow_up_timeline: { method: "GET"; path: "/rectification/v1/follow-ups/{object_id}/timeline"; body: never; answer: TimelineOut };
  submit_follow_up: { method: "POST"; path: "/rectification/v1/follow-ups/{object_id}/submit"; body: SubmitSelfExamination; answer: FollowUpOut | SignOffAnswer };
  return_follow_up: { method: "POST"; path: "/rectification/v1/follow-ups/{object_id}/return"; body: Command; answer: FollowUpOut };
  accept_follow_up: { method: "POST"; path: "/rectification/v1/follow-ups/{object_id}/accept"; body: Command; answer: FollowUpOut | SignOffAnswer };
  complete_follow_up: { method: "POST"; path: "/rectification/v1/follow-ups/{object_id}/complete"; body: Command; answer: FollowUpOut | SignOffAnswer };
  list_recommendation_documents: { method: "GET"; path: "/rectification/v1/recommendations/{object_id}/documents"; body: never; answer: DocumentsOut };
  write_recommendation_discipline_recommendation: { method: "GET"; path: "/rectification/v1/recommendations/{object_id}/documents/discipline-recommendation"; body: never; answer: null };
  write_recommendation_supervisory_recommendation: { method: "GET"; path: "/rectification/v1/recommendations/{object_id}/documents/supervisory-recommendation"; body: never; answer: null };
  write_recommendation_urging_letter: { method: "GET"; path: "/rectification/v1/recommendations/{object_id}/documents/urging-letter"; body: never; answer: null };
  write_recommendation_escalation_letter: { method: "GET"; path: "/rectification/v1/recommendations/{object_id}/documents/escalation-letter"; body: never; answer: null };
  list_reminder_documents: { method: "GET"; path: "/rectification/v1/reminders/{object_id}/documents"; body: never; answer: DocumentsOut };
  write_reminder_reminder: { method: "GET"; path: "/rectification/v1/reminders/{object_id}/documents/reminder"; body: never; answer: null };
  list_evaluation_documents: { method: "GET"; path: "/rectification/v1/evaluations/{object_id}/documents"; body: never; answer: DocumentsOut };
  write_evaluation_evaluation_report: { method: "GET"; path: "/rectification/v1/evaluations/{object_id}/documents/evaluation-report"; body: never; answer: null };
  list_re_feedback_documents: { method: "GET"; path: "/rectification/v1/re-feedbacks/{object_id}/documents"; body: never; answer: DocumentsOut };
  write_re_feedback_re_feedback_letter: { method: "GET"; path: "/rectification/v1/re-feedbacks/{object_id}/documents/re-feedback-letter"; body: never; answer: null };
  list_saved_filters: { method: "GET"; path: "/rectification/v1/saved-filters"; body: never; answer: SavedFiltersOut };
  save_filter: { method: "POST"; path: "/rectification/v1/saved-filters"; body: SaveFilter; answer: SavedFilterOut };
  drop_saved_filter: { method: "DELETE"; path: "/rectification/v1/saved-filters/{filter_id}"; body: never; answer: null };
  show_inbox: { method: "GET"; path: "/rectification/v1/inbox"; body: never; answer: InboxOut };
  list_duties: { method: "GET"; path: "/rectification/v1/inbox/duties"; body: never; answer: WaitingPage };
  list_deadlines: { method: "GET"; path: "/rectification/v1/inbox/deadlines"; body: never; answer: DeadlinePage };
  get_job: { method: "GET"; path: "/rectification/v1/jobs/{job_id}"; body: never; answer: JobOut };
  cancel_job: { method: "POST"; path: "/rectification/v1/jobs/{job_id}/cancel"; body: never; answer: JobOut };
  download_job_file: { method: "GET"; path: "/rectification/v1/jobs/{job_id}/content"; body: never; answer: null };
  list_sign_offs: { method: "GET"; path: "/rectification/v1/sign-offs"; body: never; answer: SignOffPage };
  get_sign_off: { method: "GET"; path: "/rectification/v1/sign-offs/{sign_off_id}"; body: never; answer: SignOffDetailOut };
  approve_sign_off: { method: "POST"; path: "/rectification/v1/sign-offs/{sign_off_id}/approve"; body: SignBody; answer: SignOffAnswer };
  reject_sign_off: { method: "POST"; path: "/rectification/v1/sign-offs/{sign_off_id}/reject"; body: SignBody; answer: SignOffAnswer };
  return_sign_off: { method: "POST"; path: "/rectification/v1/sign-offs/{sign_off_id}/return"; body: SignBody; answer: SignOffAnswer };
  withdraw_sign_off: { method: "POST"; path: "/rectification/v1/sign-offs/{sign_off_id}/withdraw"; body: SignBody; answer: SignOffAnswer };
  revise_sign_off: { method: "POST"; path: "/rectification/v1/sign-offs/{sign_off_id}/revise"; body: ReviseBody; answer: SignOffAnswer };
  list_lifecycles: { method: "GET"; path: "/rectification/v1/lifecycles"; body: never; answer: LifecyclesOut };
  get_lifecycle: { method: "GET"; path: "/rectification/v1/lifecycles/{name}"; body: never; answer: LifecycleOut };
  list_vocabularies: { method: "GET"; path: "/rectification/v1/vocabularies"; body: never; answer: VocabulariesOut };
  get_vocabulary: { method: "GET"; path: "/rectification/v1/vocabularies/{name}"; body: never; answer: VocabularyOut };
  read_feed: { method: "GET"; path: "/rectification/v1/feed"; body: never; answer: FeedOut };
  get_audit_checkpoint: { method: "GET"; path: "/rectification/v1/audit/checkpoint"; body: never; answer: CheckpointOut };
  list_audit_entries: { method: "GET"; path: "/rectification/v1/audit/entries"; body: never; answer: EntriesOut };
  list_problems: { method: "GET"; path: "/rectification/v1/problems"; body: never; answer: CatalogueOut };
}
