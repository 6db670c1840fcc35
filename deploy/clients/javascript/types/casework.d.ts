// Made from openapi.json by `make openapi`; not to be edited.

/** A participant who is not heard, and why. */
export type Absent = {
  officer: string;
  reason: string;
};

/** Why an officer has access to an object, or lacks it. */
export type AccessOut = {
  officer_id: string;
  login: string;
  organisation: string;
  can_see: boolean;
  clearance: string;
  secrecy: string;
  is_cleared: boolean;
  is_recused: boolean;
  recusals: RecusalOut[];
  permissions: PermissionOut[];
};

/** What exempts from accountability, lightens it or makes it heavier (问责情形). */
export type AccountabilityGround = "trial_error" | "objected_to_decision" | "beyond_control" | "damage_repaired" | "responsibility_taken" | "repeated_demands_ignored" | "investigation_obstructed";

/** The ways of both lists; a circular is in both. Rule: ACC Art 8. */
export type AccountabilityWay = "self_examination" | "circular" | "reorganisation" | "admonition" | "organisational_adjustment" | "disciplinary_sanction";

/** 分办 · to the office of the proposal; handlers that are named are checked for grounds of recusal. */
export type AllocateClue = {
  opinion?: string;
  handlers?: string[];
};

/** 宣布处分决定 · where, when, to whom. */
export type AnnounceDecision = {
  opinion?: string;
  announced_on?: string | null;
  place?: string;
  audience?: string;
};

/** 宣布立案决定 · the notice, and who was told; in serious cases family and public too. */
export type AnnounceFiling = {
  opinion?: string;
  notice?: string;
  announced_on?: string | null;
  organisation_head_told?: boolean;
  family_told?: boolean;
  public_notice?: boolean;
};

/** An officer who handles an appeal. */
export type AppealHandlerOut = {
  officer_id: string;
  login: string;
  organisation: string;
};

/** An appeal or complaint as officers see it. */
export type AppealOut = {
  id: string;
  number: string | null;
  state: string;
  version: number;
  holder: string;
  secrecy: string;
  clocks: ClockOut[];
  allowed_actions: string[];
  pending_sign_offs: SignOffOut[];
  case_id: string;
  subject_id: string;
  kind: string;
  lodged_on: string;
  result: string | null;
  decided_on: string | null;
  served_on: string | null;
  handlers: AppealHandlerOut[];
  papers: PaperOut[];
};

/** A page of appeals. */
export type AppealPage = {
  items: AppealOut[];
  next_cursor: string | null;
  labels: Record<string, Record<string, string>> | null;
};

/** What came of it (申诉结果). */
export type AppealResult = "upheld" | "changed" | "revoked";

/** 考评 · how the officer did. */
export type AppraiseOfficer = {
  opinion?: string;
  grade: Grade;
  comment: string;
};

/** 审批审查调查方案 · the plan, and the minutes of the meeting that fixed it. */
export type ApprovePlan = {
  opinion?: string;
  plan?: string;
  measures?: string;
  meeting?: MeetingRecord | null;
};

/** 批准方案 · the plan as it is to be signed. */
export type ApproveTask = {
  opinion?: string;
  plan: string;
};

/** 查询有无线索 · about whom, and what for. */
export type AskAboutSubject = {
  name: string;
  organisation?: string;
  purpose: InquiryPurpose;
};

/** A question somebody asked; about whom stays sealed. */
export type AskedOut = {
  id: string;
  officer_id: string;
  organisation: string;
  purpose: string;
  answer: string;
  asked_at: string;
};

/** A page of questions. */
export type AskedPage = {
  items: AskedOut[];
  next_cursor: string | null;
};

/** 分析研判 · the assessment; what is left out stays as it was. */
export type AssessClue = {
  opinion?: string;
  situation?: string;
  history?: string;
  gate?: Gate | null;
  case_type?: CaseType | null;
  is_committee_managed?: boolean | null;
  heads_lower_committee?: boolean | null;
  reports_up?: boolean | null;
  subject_organisations?: string[] | null;
};

/** 考核问效 · judged points for every party; what is on record is added by the service. */
export type AssessTask = {
  opinion?: string;
  judged: Judgement[];
  no_follow_up_reason?: string | null;
};

/** 交办 · a piece of work of a joint task. */
export type AssignBoardTask = {
  title: string;
  text?: string;
  to?: string | null;
  officer?: string | null;
  due_on?: string | null;
  task_id: string;
};

/** 指定承办人 · all who handle the appeal from now on. */
export type AssignHandlers = {
  opinion?: string;
  members: string[];
};

/** 上板文件 · a file that the caller has uploaded. */
export type AttachFile = {
  attachment_id: string;
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

/** The board. */
export type BoardOut = {
  notes: NoteOut[];
  files: AttachmentOut[];
  board_tasks: BoardTaskBriefOut[];
};

/** A piece of work, in brief. */
export type BoardTaskBriefOut = {
  id: string;
  state: string;
  given_to: string;
  login: string | null;
  due_on: string;
  consultation_id: string | null;
  is_supervision: boolean;
};

/** A piece of work on the board. */
export type BoardTaskOut = {
  id: string;
  number: string | null;
  state: string;
  version: number;
  holder: string;
  secrecy: string;
  clocks: ClockOut[];
  allowed_actions: string[];
  pending_sign_offs: SignOffOut[];
  task_id: string;
  given_to: string;
  officer_id: string | null;
  login: string | null;
  due_on: string;
  consultation_id: string | null;
  is_supervision: boolean;
  returns: number;
  reported_on: string | null;
  papers: PaperOut[];
};

/** A page of board tasks. */
export type BoardTaskPage = {
  items: BoardTaskOut[];
  next_cursor: string | null;
  labels: Record<string, Record<string, string>> | null;
};

/** A record of broken glass; in lists the reason stays closed. */
export type BreakGlassOut = {
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
  officer_id: string;
  order_number: string;
  reason: string | null;
  opened_at: string;
  until: string;
};

/** A page of break glasses. */
export type BreakGlassPage = {
  items: BreakGlassOut[];
  next_cursor: string | null;
  labels: Record<string, Record<string, string>> | null;
};

/** 紧急查阅 · why it cannot wait, and the order it rests on. */
export type BreakTheGlass = {
  reason: string;
  order_number: string;
};

/** The plan of the organ, and what is wrong with it. */
export type CalendarOut = {
  months_between_checks: number;
  items: VisitOut[];
  clashes: ClashOut[];
};

/** 召集会商 · agenda, day, and the members who are to be heard. */
export type CallConsultation = {
  task_id: string;
  agenda: string[];
  held_on: string;
  participants: string[];
};

/** 取消会商 · why. */
export type CancelConsultation = {
  opinion: string;
};

/** What a competent body carried out. Money in yuan cents. */
export type CaseExecutionOut = {
  subject_id: string;
  body: string;
  executed_on: string;
  confiscated: number;
  recovered: number;
};

/** A recommendation drafted from the case; closed or withdrawn as rectification closed or withdrew it. */
export type CaseFollowUpOut = {
  recommendation_id: string;
  kind: string;
  addressee: string;
  drafted_on: string;
  closed_on: string | null;
  withdrawn_on: string | null;
};

/** An officer with a part in the case now: in the team, or in the review group. */
export type CaseMemberOut = {
  officer_id: string;
  login: string;
  organisation: string;
  part: string;
  is_leader: boolean;
};

/** A case as officers see it. Lists leave out what belongs to it. */
export type CaseOut = {
  id: string;
  number: string | null;
  state: string;
  version: number;
  holder: string;
  secrecy: string;
  clocks: ClockOut[];
  allowed_actions: string[];
  pending_sign_offs: SignOffOut[];
  clue_id: string;
  legal_regime: string;
  case_type: string | null;
  track: string;
  region: string | null;
  field: string | null;
  round: number;
  review_office: string | null;
  authority: string | null;
  filed_on: string | null;
  decided_on: string | null;
  served_on: string | null;
  closed_on: string | null;
  is_clearing_needed: boolean | null;
  subjects: CaseSubjectOut[];
  members: CaseMemberOut[];
  reports: CaseReportOut[];
  executions: CaseExecutionOut[];
  quality_records: CaseQualityOut[];
  follow_ups: CaseFollowUpOut[];
  appeal_ids: string[];
  papers: PaperOut[];
};

/** What stands decided about one person, and when it ends. Money in yuan cents. */
export type CaseOutcomeOut = {
  version: number;
  source: string;
  party_sanction: string | null;
  probation_years: number | null;
  party_ends_on: string | null;
  government_sanctions: string[];
  government_sanction: string | null;
  term_months: number | null;
  government_ends_on: string | null;
  organisational_handling: string[];
  education_measures: string[];
  accountability_ways: string[];
  accountability_grounds: string[];
  party_org_measure: string | null;
  changes_benefits: boolean;
  lighter_factors: string[];
  heavier_factors: string[];
  confiscate: number;
  recover: number;
  is_transferred: boolean;
  form: string | null;
  decided_on: string;
};

/** A page of cases. */
export type CasePage = {
  items: CaseOut[];
  next_cursor: string | null;
  labels: Record<string, Record<string, string>> | null;
};

/** A look at the case's quality; the findings are the paper of that version. */
export type CaseQualityOut = {
  form: string;
  score: number | null;
  held_on: string;
  paper_version: number;
};

/** One of the three reports: written, waived or missing. */
export type CaseReportOut = {
  kind: string;
  state: string;
};

/** 当事人或者党组织 · whom the case is about, and what decides which sanctions and signatures are due. */
export type CaseSubjectIn = {
  kind?: SubjectKind;
  name: string;
  unit?: string;
  post?: string;
  organisation?: string | null;
  is_party_member?: boolean;
  supervisee_kind?: SuperviseeKind | null;
  subject_rank?: SubjectRank;
  is_retired?: boolean;
  is_committee_managed?: boolean;
  is_same_level_member?: boolean;
};

/** A person the case is about; name, unit and post are null for who may not read papers. */
export type CaseSubjectOut = {
  id: string;
  kind: string;
  name: string | null;
  unit: string | null;
  post: string | null;
  organisation: string | null;
  is_party_member: boolean;
  supervisee_kind: string | null;
  subject_rank: string;
  is_retired: boolean;
  is_committee_managed: boolean;
  is_same_level_member: boolean;
  outcome: CaseOutcomeOut | null;
  restrictions: DatedOut[];
  exceptions: DatedOut[];
};

/** What kind of breach a clue points at; accountability has a gate of its own. Rule: 4.4. */
export type CaseType = "discipline" | "duty_violation" | "duty_crime" | "work_style" | "accountability";

/** Every code a service answers with, in every language; `{...}` are the params. */
export type CatalogueOut = {
  problems: ProblemWords[];
  field_errors: FieldErrorWords[];
};

/** 变更牵头室 · who leads from now on, what is handed over, whether the old lead can still be asked. */
export type ChangeLead = {
  opinion?: string;
  to: string;
  handover: string;
  keep_as_consultant?: boolean;
};

/** How it came (过问渠道). */
export type Channel = "in_person" | "phone" | "message" | "letter" | "meeting" | "third_party";

/** 抽查核实 · what the look into the explanation came to. */
export type CheckSample = {
  opinion?: string;
  result: "credible" | "not_credible";
  finding: string;
};

/** The newest signed statement about the audit log. */
export type CheckpointOut = {
  size: number;
  root: string | null;
  note: string | null;
};

/** Two visits of a unit less than the configured months apart. */
export type ClashOut = {
  unit: string;
  first: VisitOut;
  second: VisitOut;
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

/** 结案 · the closing report. */
export type CloseCase = {
  opinion?: string;
  report?: string;
};

/** 予以了结 · the ground and the truth grade; what is left out follows from the verification. */
export type CloseClue = {
  opinion?: string;
  ground?: CloseReason | null;
  meeting?: MeetingRecord | null;
  truth_grade?: TruthGrade | null;
};

/** Why a clue is closed (了结理由). */
export type CloseReason = "no_fact" | "untrue" | "already_handled" | "no_possibility";

/** A decision that becomes a clue in the ledger. */
export type ClueDecided = {
  facts: string;
  subjects?: SubjectIn[];
  subject_organisations?: string[];
};

/** What was decided, about which clue if about one. */
export type ClueDecision = {
  clue_id?: string | null;
  decision: string;
  responsible?: string;
};

/** The answer; `contacts` are offices to ask, named only when the answer is to contact the owner. */
export type ClueInquiryOut = {
  id: string;
  answer: string;
  contacts: string[];
  asked_at: string;
};

/** A special meeting on clues. */
export type ClueMeetingOut = {
  id: string;
  number: string | null;
  state: string;
  version: number;
  holder: string;
  secrecy: string;
  clocks: ClockOut[];
  allowed_actions: string[];
  pending_sign_offs: SignOffOut[];
  held_on: string;
  fields: string[];
  clues: string[];
  papers: PaperOut[];
};

/** A page of clue meetings. */
export type ClueMeetingPage = {
  items: ClueMeetingOut[];
  next_cursor: string | null;
  labels: Record<string, Record<string, string>> | null;
};

/** A clue as officers see it. */
export type ClueOut = {
  id: string;
  number: string | null;
  state: string;
  version: number;
  holder: string;
  secrecy: string;
  clocks: ClockOut[];
  allowed_actions: string[];
  pending_sign_offs: SignOffOut[];
  source: string;
  received_on: string;
  legal_regime: string;
  is_named: boolean;
  problem_types: string[];
  subject_organisations: string[];
  category: string | null;
  region: string | null;
  field: string | null;
  amount: number | null;
  report_id: string | null;
  report_ids: string[];
  office: string | null;
  signed_for_by: string | null;
  signed_for_at: string | null;
  case_type: string | null;
  is_committee_managed: boolean;
  heads_lower_committee: boolean;
  is_own_staff: boolean;
  reports_up: boolean;
  reported_up_on: string | null;
  disposal_reported_up_on: string | null;
  gate_is_complete: boolean;
  overlaps: number;
  way: string | null;
  verification_id: string | null;
  talk_inquiry_id: string | null;
  next_look_on: string | null;
  ground: string | null;
  truth_grade: string | null;
  concluded_on: string | null;
  merged_into: string | null;
  merged: string[];
  split_from: string | null;
  split_into: string[];
  reopened_from: string | null;
  clearing: string | null;
  papers: PaperOut[];
};

/** A page of clues. */
export type CluePage = {
  items: ClueOut[];
  next_cursor: string | null;
  labels: Record<string, Record<string, string>> | null;
};

/** 按被反映人检索线索 · by whom clues are about; both must fit where both are given. */
export type ClueSearch = {
  limit?: number;
  cursor?: string | null;
  sort?: string | null;
  name: string;
  organisation?: string;
};

/** Where a clue comes from (线索来源). Rule: 18.5. */
export type ClueSource = "report" | "daily_supervision" | "investigation_found" | "inspection_transfer" | "audit_transfer" | "law_enforcement_transfer" | "judicial_transfer" | "superior_assigned" | "subordinate_reported" | "linkage" | "special_project" | "data_alert" | "self_surrender" | "media";

/** The body of an action: the officer's written opinion, and what the action needs besides. */
export type Command = {
  opinion?: string;
};

/** 完成审查调查报告 · the minutes of the team's study; the leader's move is the leader's signature. */
export type CompleteReport = {
  opinion?: string;
  meeting?: MeetingRecord | null;
};

/** 办结 · the conclusion, and which of the three reports are waived for what reason. */
export type ConcludeTask = {
  opinion?: string;
  conclusion: string;
  waived?: WaivedReport[];
};

/** 研判是否澄清 · whether clearing is proposed, and why. */
export type ConsiderClearing = {
  opinion?: string;
  clearing: "proposed" | "not_needed";
  reason: string;
};

/** A consultation with every voice, dissent among them, and what was decided. */
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
  task_id: string;
  held_on: string;
  dissents: number;
  resolved_on: string | null;
  voices: VoiceOut[];
  decisions: DecisionOut[];
  papers: PaperOut[];
};

/** A page of consultations. */
export type ConsultationPage = {
  items: ConsultationOut[];
  next_cursor: string | null;
  labels: Record<string, Record<string, string>> | null;
};

/** Whose opinion is heard before a decision. Rule: D14, ENF Art 56. */
export type Consulted = "organization_department" | "party_organisation";

/** 统筹 · who takes part, when, and which other declarations become part of it. */
export type CoordinateTask = {
  opinion?: string;
  groups?: string[];
  regions?: string[];
  merge?: string[];
  units?: string[] | null;
  planned_from?: string | null;
  planned_to?: string | null;
};

/** How many there are; with `at_least` there are more than counted. */
export type CountOut = {
  count: number;
  at_least: boolean;
};

/** A code of a list of measures that counts. */
export type CountedOut = {
  vocabulary: string;
  code: string;
  labels: Record<string, string>;
};

/** 提出替代建议 · another officer, another period, or both. */
export type CounterSecondment = {
  opinion: string;
  officer?: string | null;
  from_on?: string | null;
  to_on?: string | null;
};

/** 拟申报联动任务 · title, matter and kind; need and scope follow with the declaration. */
export type CreateLinkageTask = {
  title: string;
  matter: Matter;
  kind: Kind;
  lead_office?: string | null;
  trigger?: TriggerIn | null;
};

/** Property handed in voluntarily; what it is opens only with the papers. */
export type CustodyOut = {
  id: string;
  number: number;
  description: string | null;
  amount: number | null;
  state: string;
  received_on: string;
  settled_on: string | null;
};

/** A restriction of an open case, or an exception from one. */
export type DatedOut = {
  kind: string;
  from_on: string;
  to_on: string | null;
};

/** Everybody a home body lent. */
export type DaysLentOut = {
  items: LentOut[];
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

/** 作出复查决定 · the result, its reasons, and what stands instead where something is changed. */
export type DecideAppeal = {
  opinion?: string;
  result: AppealResult;
  reasons: string;
  measures?: MeasuresIn | null;
};

/** 作出处理决定 · the decision letter: facts, basis and remedy, and what is decided about every person. */
export type DecideCase = {
  opinion?: string;
  facts: string;
  basis: string;
  remedy: string;
  outcomes?: MeasuresIn[];
};

/** 回避决定 · about whom, on which ground, and whether they keep away. */
export type DecideRecusal = {
  officer: string;
  ground?: "close_relative" | "former_post" | "interest" | "is_subject" | "other_doubt" | "witness";
  keeps_away: boolean;
};

/** 决定回避 · granted or declined, and what becomes of the officer's earlier work. */
export type DecideRequest = {
  opinion?: string;
  decision: RecusalDecision;
  officer?: string;
  earlier_work?: EarlierWork;
  reason: string;
};

/** 作出决定 · the outcome; what the report proposes if left out. */
export type DecideTalk = {
  opinion?: string;
  outcome?: Outcome | null;
  measure?: ("reminder_talk" | "warning_talk" | "criticism_education" | "ordered_self_examination" | "admonition" | "circular_criticism" | "ordered_correction" | "apology") | null;
  reply?: string;
};

/** 作出决定 · the proposal the leaders decide on; the reported one if left out. */
export type DecideVerification = {
  opinion?: string;
  proposal?: Proposal | null;
};

/** A decision on recusal. */
export type DecidedRecusalOut = {
  id: string;
  officer_id: string;
  ground: string;
  keeps_away: boolean;
};

/** What followed from a resolution. */
export type DecisionOut = {
  kind: string;
  object_id: string;
};

/** 申报联动 · need, scope, units and the people asked for. */
export type DeclareTask = {
  opinion?: string;
  need: string;
  scope: string;
  people_wanted?: number;
  units?: string[];
  subjects?: SubjectIn[];
  planned_from?: string | null;
  planned_to?: string | null;
};

/** 不同意派出 · why nobody is lent. */
export type DeclineSecondment = {
  opinion: string;
};

/** 不予联动 · why the matter is not worked jointly. */
export type DeclineTask = {
  opinion: string;
};

/** 确定处分机关 · the office there that takes the case over for the decision, and the letter. */
export type DesignateAuthority = {
  opinion?: string;
  to: string;
  letter_number?: string;
};

/** 指定或者提级管辖 · which organ, on which ground, whether organs disagree, and what is handed over to it. */
export type DesignateJurisdiction = {
  opinion?: string;
  form: "designated" | "raised";
  organ: string;
  ground: string;
  is_disputed?: boolean;
  hands_over?: HandsOver | null;
};

/** The line a ledger keeps of a clue or case that another organ has now. */
export type DesignatedMatterOut = {
  id: string;
  type: string;
  number: string | null;
  form: string;
  organ: string;
  decided_on: string;
};

/** A page of lines. */
export type DesignatedMatterPage = {
  items: DesignatedMatterOut[];
  next_cursor: string | null;
};

/** 集体审议 · the minutes. */
export type DiscussReview = {
  opinion?: string;
  meeting?: MeetingRecord | null;
};

/** 作出处理 · the measure that settles the matter without a case. */
export type DisposeClue = {
  opinion?: string;
  measure?: "reminder_talk" | "warning_talk" | "criticism_education" | "ordered_self_examination" | "admonition" | "circular_criticism" | "ordered_correction" | "apology";
  truth_grade?: TruthGrade | null;
};

/** 处理 · what comes of the entry. */
export type DisposeInterference = {
  opinion?: string;
  outcome: InterferenceOutcome;
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

/** 拟制纪检监察建议 · to whom, and what the letter is to say. */
export type DraftRecommendation = {
  opinion?: string;
  kind: "discipline" | "supervisory";
  addressee: string;
  facts: string;
  problems: string;
  advice: string;
  reply_by: string;
};

/** 起草核查报告 · the report; the opinion if left out. */
export type DraftReport = {
  opinion?: string;
  report?: string;
  truth_grade?: TruthGrade | null;
  proposal?: Proposal | null;
};

/** 起草情况报告 · the report; the opinion if left out. */
export type DraftTalkReport = {
  opinion?: string;
  report?: string;
  outcome?: Outcome | null;
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

/** What becomes of what the officer did before (此前工作效力): it stands unless the decision says otherwise. */
export type EarlierWork = "stands" | "void";

/** How two of them are tied, by their keys. */
export type EdgeOut = {
  source: string;
  target: string;
  relation: string;
  relation_zh: string;
  relation_en: string;
};

/** Criticism, education and help short of a sanction (批评教育帮助). Rule: SL Art 52(1). */
export type EducationMeasure = "reminder_talk" | "warning_talk" | "criticism_education" | "ordered_self_examination" | "admonition" | "circular_criticism" | "ordered_correction" | "apology";

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

/** 延长期限 · which, by how much of its own unit, and why. */
export type ExtendDeadline = {
  opinion?: string;
  rule: "DL-13" | "DL-14" | "DL-22" | "DL-24";
  amount?: number;
  ground?: "major_or_complex" | "evidence_outstanding" | "formalities_outstanding";
  reason?: string;
};

/** 延长核实期限 · why one month more is needed. */
export type ExtendVerification = {
  opinion?: string;
  reason: string;
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

/** 立案 · the track, as proposed if left out, and the persons. */
export type FileCase = {
  opinion?: string;
  track?: Track | null;
  subjects?: CaseSubjectIn[];
};

/** 存入廉政档案 · which materials. */
export type FileTalk = {
  opinion?: string;
  materials?: string[];
};

/** 形成审理报告 · the review report. */
export type FinishReview = {
  opinion?: string;
  report?: string;
};

/** 跟进 · what was done about the entry since. */
export type FollowUp = {
  opinion?: string;
  note: string;
};

/** 成立审查调查组 · the whole team as it shall be from now on. */
export type FormCaseTeam = {
  opinion?: string;
  members: string[];
  leader?: string | null;
};

/** 组建专班 · the lead office's own officers; those lent and accepted belong to the team by themselves. */
export type FormLinkageTeam = {
  opinion?: string;
  members?: string[];
};

/** The whole mapping table; a person counts once, at the highest form of what was decided about them. */
export type FormMappingOut = {
  forms: MappedFormOut[];
};

/** One form, and how many persons. */
export type FormOut = {
  form: string;
  persons: number;
};

/** 成立审理组 · the whole group as it shall be from now on. */
export type FormReviewGroup = {
  opinion?: string;
  members: string[];
};

/** 组成核查组 · the whole team as it shall be from now on. */
export type FormTeam = {
  opinion?: string;
  members: string[];
};

/** The four forms in a period; every person once, at the highest form. */
export type FormsOut = {
  decided_from: string;
  decided_to: string;
  persons: number;
  forms: FormOut[];
};

/** 四查两看 · the six questions; complete when all are answered. */
export type Gate = {
  facts_and_evidence?: GateAnswer | null;
  duty_and_responsibility?: GateAnswer | null;
  motive_and_gain?: GateAnswer | null;
  system_gaps?: GateAnswer | null;
  fault_tolerance?: GateAnswer | null;
  false_or_to_clear?: GateAnswer | null;
};

/** The answer to one question of the gate. */
export type GateAnswer = {
  answer: boolean;
  notes?: string;
};

/** 发表意见 · agreement, dissent or reservation, and why. */
export type GiveOpinion = {
  opinion?: string;
  position: Position;
  text: string;
};

/** The six government sanctions (政务处分), lightest first. Rule: SANC Art 7. */
export type GovernmentSanction = "warning" | "demerit" | "major_demerit" | "demotion" | "removal" | "dismissal";

/** How a lent officer did (考评等次). */
export type Grade = "excellent" | "competent" | "basically_competent" | "not_competent";

/** The clue or case that goes there, and what is handed over with it. */
export type HandsOver = {
  type: "clue" | "case";
  id: string;
  office?: string | null;
  handover: string;
};

/** Why more is needed (从重情形). Rule: SANC Art 13. */
export type HeavierFactor = "again_during_term" | "blocking_reports" | "destroying_evidence" | "shielding" | "coercing" | "refusing_to_give_back";

/** A role the officer holds. */
export type HeldOut = {
  role: string;
  organisation: string;
  subtree: boolean;
  until: string | null;
  delegation: string | null;
};

/** Every move of an object, oldest first. */
export type HistoryOut = {
  items: MoveOut[];
};

/** 暂存待查 · why it cannot be checked now, and when to look again: after six months at the latest. */
export type HoldClue = {
  opinion?: string;
  reason?: string;
  meeting?: MeetingRecord | null;
  next_look_on?: string | null;
};

/** 谈话 · where, by whom, and the transcript. */
export type HoldTalk = {
  opinion?: string;
  participants?: string[];
  led_by?: Talker | null;
  accompanied_by?: string;
  place?: string;
  place_is_safe?: boolean;
  transcript?: string;
  statement?: string;
};

/** What waits for the caller. */
export type InboxOut = {
  sign_offs: CountOut;
  duties: DutyOut[];
  overdue: CountOut;
  due_soon: CountOut;
};

/** Why somebody asks (查询目的). */
export type InquiryPurpose = "allocation" | "assessment" | "verification" | "linkage" | "integrity_opinion";

/** What an inspection wrote in rectification. */
export type InspectionTextOut = {
  transferred_clue_id: string;
  facts: string;
  subjects: SubjectOut[];
};

/** Entries about one person, newest first. */
export type IntegrityEntriesOut = {
  items: IntegrityEntryOut[];
};

/** What a talk or inquiry left on file. */
export type IntegrityEntryOut = {
  talk_inquiry_id: string;
  outcome: string | null;
  measure: string | null;
  filed_at: string;
};

/** The matter, by id only. */
export type InterferedMatter = {
  object_type: string;
  object_id: string;
};

/** An entry of the interference register. */
export type InterferenceOut = {
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
  channel: string;
  occurred_on: string;
  occurred_at: string;
  known_on: string;
  is_late: boolean;
  matter_type: string;
  matter_id: string;
  outcome: string | null;
  clue_id: string | null;
  papers: PaperOut[];
};

/** What came of an entry (登记后处理). */
export type InterferenceOutcome = "noted" | "reminded" | "transferred_as_clue";

/** A page of interferences. */
export type InterferencePage = {
  items: InterferenceOut[];
  next_cursor: string | null;
  labels: Record<string, Record<string, string>> | null;
};

/** What somebody did (过问干预类型). */
export type InterferenceType = "inquiry" | "meddling" | "pleading" | "unapproved_contact" | "undeclared_relation";

/** 提请审理提前介入 · because the facts are basically clear, or their nature is in dispute. */
export type InvolveReview = {
  opinion?: string;
  reason?: string;
};

/** One thing, or one sum of money. */
export type Item = {
  description: string;
  amount?: number | null;
};

/** Points for one party, and why. */
export type Judgement = {
  organisation: string;
  timeliness: number;
  quality: number;
  cooperation: number;
  reason: string;
};

/** A decision on jurisdiction; `object_type` says whether a clue or a case went along. */
export type JurisdictionOut = {
  form: string;
  organ: string;
  is_disputed: boolean;
  decided_on: string;
  object_type: string | null;
};

/** How a task is worked (联动方式). Rule: 6.1. */
export type Kind = "joint_supervision" | "joint_case" | "special_check" | "work_style" | "inspection_linkage";

/** A need-to-know row: of the officer, or of an organisation a role of theirs covers. */
export type KnownOut = {
  grantee: string;
  capacity: string;
  since: string;
  until: string | null;
};

/** One officer's days. */
export type LentOut = {
  officer_id: string;
  login: string;
  organisation: string;
  days: number;
  loans: LoanOut[];
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

/** Why less is enough (从轻减轻情形). Rule: SANC Art 11. */
export type LighterFactor = "confession" | "cooperation" | "reporting_others" | "damage_avoided_or_repaired" | "minor_role" | "gains_given_back";

/** A joint task. `title`, `members` and `papers` are for those who may read them; lists leave them out. */
export type LinkageTaskOut = {
  id: string;
  number: string | null;
  state: string;
  version: number;
  holder: string;
  secrecy: string;
  clocks: ClockOut[];
  allowed_actions: string[];
  pending_sign_offs: SignOffOut[];
  matter: string;
  kind: string;
  title: string | null;
  declared_by: string;
  lead_office: string;
  trigger_type: string | null;
  trigger_id: string | null;
  units: string[];
  people_wanted: number;
  planned_from: string | null;
  planned_to: string | null;
  merged_into: string | null;
  concluded_on: string | null;
  participants: ParticipantOut[];
  members: TeamMemberOut[];
  jurisdictions: JurisdictionOut[];
  scores: ScoreOut[];
  papers: PaperOut[];
};

/** A page of linkage tasks. */
export type LinkageTaskPage = {
  items: LinkageTaskOut[];
  next_cursor: string | null;
  labels: Record<string, Record<string, string>> | null;
};

/** One loan, or what of it lies in the period. */
export type LoanOut = {
  from_on: string;
  to_on: string;
  state: string;
  days: number;
};

/** 登记申诉 · by whom, of what kind, and which office handles it. Execution goes on meanwhile. */
export type LodgeAppeal = {
  opinion?: string;
  subject_id: string;
  grounds?: string;
  lodged_on?: string | null;
  to?: string | null;
  kind: "re_examination" | "superior_review" | "party_appeal" | "accountability_appeal";
};

/** 登记对措施的申诉 · against unlawful measures; the case goes on meanwhile. */
export type LodgeComplaint = {
  opinion?: string;
  subject_id: string;
  grounds?: string;
  lodged_on?: string | null;
  to?: string | null;
  kind?: "complaint" | "complaint_review";
};

/** 登记成果 · what it is, who reports it, who helped. Amounts in yuan cents. */
export type LogResult = {
  kind: ResultKind;
  what: string;
  credit_owner: string;
  contributors?: string[];
  counted_on?: string | null;
  amount?: number;
  code?: string | null;
  recommendation?: RecommendationIn | null;
};

/** One form, and what counts in it. */
export type MappedFormOut = {
  form: string;
  labels: Record<string, string>;
  measures: CountedOut[];
};

/** The ten matters that are worked jointly (联动事项). Rule: 18.10. */
export type Matter = "political_supervision" | "clue_disposal" | "investigation_cooperation" | "special_rectification" | "work_style" | "inspection_linkage" | "case_driven_reform" | "political_ecology_analysis" | "staff_pooling" | "information_sharing_assessment";

/** What may be done to verify; each needs approval of its own. Rule: V-3. */
export type Measure = "talk" | "explanation_request" | "personal_matters_report" | "files_accounts" | "asset_inquiry" | "appraisal" | "property_custody";

/** A measure that leaders approved. */
export type MeasureOut = {
  measure: string;
  participants: string[];
  approved_at: string;
};

/** 对一名当事人的处理 · what is proposed about one person; money in yuan cents. */
export type MeasuresIn = {
  subject_id: string;
  party_sanction?: PartySanction | null;
  probation_years?: number | null;
  government_sanctions?: GovernmentSanction[];
  term_months?: number | null;
  organisational_handling?: OrganisationalHandling[];
  education_measures?: EducationMeasure[];
  accountability_ways?: AccountabilityWay[];
  accountability_grounds?: AccountabilityGround[];
  party_org_measure?: PartyOrgMeasure | null;
  changes_benefits?: boolean;
  employer_has_sanctioned?: boolean;
  lighter_factors?: LighterFactor[];
  heavier_factors?: HeavierFactor[];
  confiscate?: number;
  recover?: number;
};

/** At which meeting the subject explains the matter. Rule: T-9. */
export type MeetingKind = "democratic_life" | "organisational_life";

/** The minutes behind a collective decision. Rule: 1.2 S4. */
export type MeetingRecord = {
  held_on: string;
  place: string;
  chair: string;
  attendees: Attendee[];
  opinions?: string;
  resolution: string;
};

/** A member of a team, and whether they signed the report as it stands. */
export type MemberOut = {
  officer_id: string;
  login: string;
  organisation: string;
  has_signed: boolean;
};

/** 并案 · the clue this one goes into; the opinion says why they are one matter. */
export type MergeClue = {
  opinion?: string;
  into: string;
};

/** 会议纪要 · the minutes. */
export type Minutes = {
  meeting: MeetingRecord;
  fields?: string[];
  decisions?: ClueDecision[];
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

/** One thing in the picture: an organisation, an officer, a person, or an object by the name of its process. */
export type NodeOut = {
  key: string;
  kind: string;
  id: string;
  label: string;
  state: string;
  state_label: string;
};

/** A note on the board. */
export type NoteOut = {
  id: string;
  text: string;
  written_by: string;
  organisation: string;
  at: string;
};

/** What one organisation reports, and what it only helped with. */
export type OrganisationTotalsOut = {
  organisation: string;
  credited: TallyOut;
  contributed: TallyOut;
};

/** The five ways of organisational handling (组织处理); they may run beside a sanction. Rule: SANC Art 17. */
export type OrganisationalHandling = "suspension_for_examination" | "post_adjustment" | "ordered_resignation" | "removal_from_office" | "rank_reduction";

/** What others answered: whether somebody holds something open, and whom to ask. Never what. */
export type OthersOut = {
  answer: string;
  contacts: string[];
};

/** What a talk or inquiry leads to. Rule: T-7; a second round is a move of its own. */
export type Outcome = "accepted_and_closed" | "light_measure" | "to_verification" | "false_accusation_suspected";

/** A deadline of a clue that has passed. */
export type OverdueOut = {
  clue_id: string;
  number: string | null;
  rule: string;
  due_on: string;
  held_by: string;
};

/** Another clue the caller may see, and why it may be the same matter. */
export type OverlapOut = {
  clue_id: string;
  number: string | null;
  state: string;
  holder: string;
  source: string;
  received_on: string;
  is_open: boolean;
  same: string[];
  likeness: number;
};

/** Clues that may be about the same matter, the likeliest first; ended ones only about the same person. */
export type OverlapsOut = {
  items: OverlapOut[];
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

/** An organisation's part, and what it owes the others. */
export type ParticipantOut = {
  organisation: string;
  part: string;
  duties: string[];
};

/** What a Party organisation may get by the discipline regulations, lightest first. Rule: DISC Art 9. */
export type PartyOrgMeasure = "written_inspection" | "circular" | "reorganisation" | "dissolution";

/** The five Party sanctions (党纪处分), lightest first. Rule: DISC Art 8. */
export type PartySanction = "warning" | "serious_warning" | "removal_from_party_posts" | "probation" | "expulsion_from_party";

/** One permission on this object; `refusal` is clearance, recused, out_of_reach or no_rule. */
export type PermissionOut = {
  permission: string;
  is_allowed: boolean;
  refusal: string | null;
  ways: WayOut[];
};

/** 批准例外事项 · for whom, from what, from when to when, and why. */
export type PermitException = {
  opinion?: string;
  subject_id: string;
  kind: Restriction;
  from_on: string;
  to_on?: string | null;
  reason?: string;
};

/** Who asked; with a login where it is one of our own. */
export type Person = {
  name: string;
  organisation?: string;
  position?: string;
  login?: string;
  relation?: string;
};

/** What somebody thinks of what is proposed. */
export type Position = "agree" | "dissent" | "reserve";

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

/** What the office proposes after verifying. Rule: V-5. */
export type Proposal = "file_case" | "close" | "reminder_talk" | "on_hold" | "transfer_to_party_organisation";

/** 提出分办意见 · the office; the one named when the clue came in, if left out. */
export type ProposeAllocation = {
  opinion?: string;
  to?: string | null;
};

/** 提出处置意见 · the way, and the disposal plan. */
export type ProposeDisposal = {
  opinion?: string;
  way: Way;
  plan?: string;
  meeting?: MeetingRecord | null;
  case_type?: CaseType | null;
  is_committee_managed?: boolean | null;
};

/** 提请延期 · until when. */
export type ProposeExtension = {
  opinion?: string;
  to_on: string;
};

/** 提请立案 · the track and the filing report. */
export type ProposeFiling = {
  opinion?: string;
  track?: "party" | "supervisory" | "both";
  report?: string;
  truth_grade?: TruthGrade | null;
};

/** 拟共享 · one clue or uploaded file, who shall know of it, and for what. */
export type ProposeShare = {
  task_id: string;
  object_type: Shared;
  object_id: string;
  officers: string[];
  purpose: string;
};

/** How the quality of a case is looked at (案件质量评查). Rule: D21. */
export type QualityForm = "internal_review" | "district_joint_review" | "guidance" | "replay";

/** One look at an object, or at a part of it. */
export type ReaderOut = {
  at: string;
  by_kind: string;
  by_id: string;
  organisation: string | null;
  acting: string | null;
  action: string;
  field_group: string | null;
  purpose: string | null;
  order_number: string | null;
};

/** A page of looks, newest first. */
export type ReadersOut = {
  items: ReaderOut[];
  next_cursor: string | null;
};

/** 重新分办 · to another office. */
export type ReallocateClue = {
  opinion?: string;
  handlers?: string[];
  to: string;
};

/** 收到书面说明 · the explanation, and whether it is countersigned. */
export type ReceiveExplanation = {
  opinion?: string;
  explanation?: string;
  is_countersigned?: boolean;
  subject_is_head?: boolean;
};

/** 建议书 · what is drafted in rectification. */
export type RecommendationIn = {
  kind: string;
  addressee: string;
  facts: string;
  problems: string;
  advice: string;
  reply_by: string;
};

/** A quarterly reconciliation; in lists without what was found. */
export type ReconciliationOut = {
  id: string;
  number: string | null;
  state: string;
  version: number;
  holder: string;
  secrecy: string;
  clocks: ClockOut[];
  allowed_actions: string[];
  pending_sign_offs: SignOffOut[];
  year: number;
  quarter: number;
  taken_at: string | null;
  figures: Record<string, Record<string, number>>;
  overdue: OverdueOut[];
  spot_checks: SpotCheckOut[];
  papers: PaperOut[];
};

/** A page of clue reconciliations. */
export type ReconciliationPage = {
  items: ReconciliationOut[];
  next_cursor: string | null;
  labels: Record<string, Record<string, string>> | null;
};

/** 登记送达 · when and how the letter was received. */
export type RecordDelivery = {
  opinion?: string;
  received_on: string;
  received_by?: string;
};

/** 登记会上说明 · which meeting, when, and whether the subject explained the matter there. */
export type RecordMeeting = {
  opinion?: string;
  kind: MeetingKind;
  held_on: string;
  is_explained: boolean;
  note?: string;
};

/** 征求意见 · whose opinion; the text is the opinion itself. */
export type RecordOpinion = {
  opinion?: string;
  of: Consulted;
  letter_number?: string;
  given_on?: string | null;
};

/** One party: the facts, and of each dimension how much was done well, of how much. */
export type RecordOut = {
  organisation: string;
  part: string;
  facts: Record<string, number>;
  shares: Record<string, unknown[]>;
};

/** 案件质量评查 · in which form, by whom, what was found, and the score. */
export type RecordQuality = {
  opinion?: string;
  form: QualityForm;
  score?: number | null;
  findings?: string;
  reviewers?: string[];
  held_on?: string | null;
};

/** 登记抽查结果 · of which clue, and what was found. */
export type RecordSpotCheck = {
  opinion?: string;
  clue_id: string;
  result: "in_order" | "improper" | "overdue_without_reason";
  note?: string;
};

/** Every party. Up to `recorded_most` points follow from the shares, up to `judged_most` are judged. */
export type RecordsOut = {
  recorded_most: number;
  judged_most: number;
  items: RecordOut[];
};

/** What the head of the organ decides (回避决定). */
export type RecusalDecision = "granted" | "declined";

/** A recusal of the officer from this object, past ones too. */
export type RecusalOut = {
  ground: string;
  decided_by: string;
  since: string;
  until: string | null;
};

/** A request that an officer keep away from a clue. */
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
  clue_id: string;
  requested_by: string;
  ground: string;
  officer_id: string | null;
  decision: string | null;
  earlier_work: string | null;
  papers: PaperOut[];
};

/** A page of recusal requests. */
export type RecusalRequestPage = {
  items: RecusalRequestOut[];
  next_cursor: string | null;
  labels: Record<string, Record<string, string>> | null;
};

/** 不予受理 · why. */
export type RefuseAppeal = {
  opinion?: string;
  reason?: string;
};

/** 不予受理审理 · what is missing or unfit. */
export type RefuseReview = {
  opinion?: string;
  reason?: string;
};

/** 登记线索 · source, facts, subjects, and what is known besides. */
export type RegisterClue = {
  facts: string;
  subjects?: SubjectIn[];
  subject_organisations?: string[];
  amount?: number | null;
  case_type?: CaseType | null;
  is_committee_managed?: boolean;
  heads_lower_committee?: boolean;
  reports_up?: boolean;
  is_own_staff?: boolean;
  to?: string | null;
  source: ClueSource;
  received_on?: string | null;
  region?: string | null;
  field?: string | null;
  problem_types?: string[];
};

/** 登记过问干预 · who asked whom about what, in which words, and the answer given. */
export type RegisterInterference = {
  kind: InterferenceType;
  channel: Channel;
  occurred_at: string;
  known_on?: string | null;
  place?: string;
  by_whom: Person;
  towards?: string;
  matter: InterferedMatter;
  words: string;
  response?: string;
  witness?: string;
  reported_to?: string;
};

/** What hangs together around an object; not complete when there is more than one can look at. */
export type RelationsOut = {
  nodes: NodeOut[];
  edges: EdgeOut[];
  is_complete: boolean;
};

/** 同意派出 · the home body lends the officer as asked. */
export type ReleaseOfficer = {
  opinion?: string;
};

/** One case, three reports (一案三报告). */
export type Report = "investigation" | "analysis" | "remedial_proposal";

/** 报告执行情况 · about whom, by which body, what was done; money in yuan cents. */
export type ReportExecution = {
  opinion?: string;
  subject_id: string;
  body: string;
  executed_on?: string | null;
  changes?: string;
  confiscated?: number;
  recovered?: number;
};

/** The three reports of a case (一案三报告). Rule: D9. */
export type ReportKind = "investigation" | "analysis" | "remedial_proposal";

/** 报告 · what the figures mean, and what shall be done about it. */
export type ReportReconciliation = {
  opinion?: string;
  summary?: string;
};

/** What a person wrote to intake. */
export type ReportTextOut = {
  report_id: string;
  content: string;
  subjects: SubjectOut[];
  messages: Record<string, unknown>[];
};

/** 报告上级机关 · to whom, and what it is told. */
export type ReportUp = {
  opinion?: string;
  to: string;
  report: string;
};

/** 呈报 · what the office proposes; if left out, what the truth grade suggests. */
export type ReportVerification = {
  opinion?: string;
  proposal?: Proposal | null;
};

/** 报告结果 · what was done. */
export type ReportWork = {
  opinion?: string;
  report: string;
};

/** What a reporter told who suffers reprisal, and what was found. */
export type ReprisalTextOut = {
  circumstances: string;
  findings: string;
};

/** 提出回避申请 · about whom, by whom, on which ground. */
export type RequestRecusal = {
  clue_id: string;
  officer?: string;
  requested_by: RequestedBy;
  ground?: "close_relative" | "former_post" | "interest" | "is_subject" | "other_doubt" | "witness";
  reason: string;
};

/** 商请抽调 · for which task, whom, from when to when. The home body reads the note, and nothing of the task. */
export type RequestSecondment = {
  task_id: string;
  officer: string;
  from_on: string;
  to_on: string;
  skill?: string | null;
  note?: string;
};

/** Who asks (申请人). */
export type RequestedBy = "reporter" | "subject" | "officer";

/** 形成决议 · the resolution, who was not heard, the answer to dissent, and what follows. */
export type ResolveConsultation = {
  opinion?: string;
  resolution: string;
  absent?: Absent[];
  dissent_answer?: string | null;
  board_tasks?: Work[];
  clues?: ClueDecided[];
  supervision_records?: SupervisionDecided[];
};

/** What a subject may not do during an open case without consent. Rule: SANC Art 52. */
export type Restriction = "leaving_country" | "resignation" | "promotion" | "award" | "retirement";

/** What is counted (成果类别). */
export type ResultKind = "problem" | "person_handled" | "measure" | "sanction" | "money_recovered" | "recommendation" | "warning_education";

/** One result. */
export type ResultOut = {
  id: string;
  kind: string;
  what: string;
  credit_owner: string;
  contributors: string[];
  counted_on: string;
  amount: number;
  code: string | null;
  recommendation_id: string | null;
  followed_up_on: string | null;
  withdrawn_on: string | null;
  logged_by: string;
  logged_at: string;
};

/** Everything a task brought. */
export type ResultsOut = {
  items: ResultOut[];
};

/** 退回 · the reasons, and what is to be done. */
export type ReturnCase = {
  opinion?: string;
  reason?: string;
};

/** 退回 · what is missing. */
export type ReturnWork = {
  opinion: string;
};

/** 集体研究 · the minutes; the opinion is the result. */
export type ReviewCollectively = {
  opinion?: string;
  meeting?: MeetingRecord | null;
};

/** The action's fields as they are to be signed instead. */
export type ReviseBody = {
  fields: Record<string, unknown>;
};

/** 修改纪要 · the whole minutes as they shall stand. */
export type ReviseMinutes = {
  meeting: MeetingRecord;
  fields?: string[];
  decisions?: ClueDecision[];
  opinion?: string;
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

/** Points of one party in one dimension; `recorded` is null where nothing is on record. */
export type ScoreOut = {
  organisation: string;
  dimension: string;
  recorded: number | null;
  judged: number;
  points: number;
  facts: Record<string, number>;
};

/** 查询廉政档案材料 · about whom, and what for. */
export type SearchIntegrity = {
  name: string;
  organisation?: string;
  purpose: "assessment" | "verification" | "integrity_opinion";
};

/** A secondment. `task_id` is null for the home body, which sees whom it lends, not for what. */
export type SecondmentOut = {
  id: string;
  number: string | null;
  state: string;
  version: number;
  holder: string;
  secrecy: string;
  clocks: ClockOut[];
  allowed_actions: string[];
  pending_sign_offs: SignOffOut[];
  task_id: string | null;
  officer_id: string;
  login: string;
  officer_organisation: string;
  home_body: string;
  zone: string;
  from_on: string;
  to_on: string;
  skill: string | null;
  overlaps: number;
  load: number;
  other_login: string | null;
  other_from_on: string | null;
  other_to_on: string | null;
  extended_to_on: string | null;
  ended_on: string | null;
  grade: string | null;
  papers: PaperOut[];
};

/** A page of secondments. */
export type SecondmentPage = {
  items: SecondmentOut[];
  next_cursor: string | null;
  labels: Record<string, Record<string, string>> | null;
};

/** What the caller may read about the unit, or about the person: this clue itself is left out. */
export type SectionOut = {
  clues: number;
  clues_by_year: YearOut[];
  clues_by_way: Record<string, number>;
  clues_by_truth_grade: Record<string, number>;
  clues_from_inspection: number;
  cases_by_state: Record<string, number>;
  persons_in_cases: number;
  persons_by_form: Record<string, number>;
  recommendations_by_state: Record<string, number>;
};

/** 发函 · the letter of inquiry in the name of the general office, and who gets a copy. */
export type SendLetter = {
  opinion?: string;
  letter?: string;
  copied_to?: string[];
  subject_is_head?: boolean;
};

/** 送达 · on which day. */
export type ServeAppeal = {
  opinion?: string;
  served_on?: string | null;
};

/** 送达决定 · on which day, and by whom. */
export type ServeDecision = {
  opinion?: string;
  served_on?: string | null;
  servers?: string[];
  is_in_archive?: boolean;
};

/** 处置暂扣财物 · which items, and what becomes of them. */
export type SettleCustody = {
  opinion?: string;
  items: string[];
  result: "returned" | "handed_over" | "confiscated";
  note?: string;
};

/** A clue or file shared with some of the team. */
export type ShareOut = {
  id: string;
  number: string | null;
  state: string;
  version: number;
  holder: string;
  secrecy: string;
  clocks: ClockOut[];
  allowed_actions: string[];
  pending_sign_offs: SignOffOut[];
  task_id: string;
  object_type: string;
  object_id: string;
  officer_ids: string[];
  papers: PaperOut[];
};

/** A page of shares. */
export type SharePage = {
  items: ShareOut[];
  next_cursor: string | null;
  labels: Record<string, Record<string, string>> | null;
};

/** What is shared. */
export type Shared = "clue" | "file";

/** 事实材料见面 · the facts paper, who was present, and how each person received it. */
export type ShowFacts = {
  opinion?: string;
  facts?: string;
  shown_on?: string | null;
  participants?: string[];
  shown?: ShownTo[];
};

/** 与一名当事人见面的情况 · how one person received the facts. */
export type ShownTo = {
  subject_id: string;
  is_signed: boolean;
  refusal_note?: string;
  view?: string;
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

/** 签署报告 · the member's own remark, if any. */
export type SignReport = {
  opinion?: string;
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

/** 分立线索 · what the further clue is about; the opinion says why it is a matter of its own. It goes into the ledger (`split_into` names it), and the same reports feed it; each is concluded, and its reporter told, once, with the last clue it feeds. */
export type SplitClue = {
  facts: string;
  subjects?: SubjectIn[];
  subject_organisations?: string[];
  amount?: number | null;
  case_type?: CaseType | null;
  is_committee_managed?: boolean;
  heads_lower_committee?: boolean;
  reports_up?: boolean;
  is_own_staff?: boolean;
  to?: string | null;
  opinion?: string;
  report_ids?: string[] | null;
};

/** A clue that was drawn, and what the look into it came to; null while nobody looked. */
export type SpotCheckOut = {
  clue_id: string;
  number: string | null;
  result: string | null;
};

/** 再次谈话函询 · the opinion says why the denial has no good ground. */
export type StartSecondRound = {
  opinion?: string;
};

/** Whom a clue is about. */
export type SubjectIn = {
  name: string;
  organisation?: string;
  position?: string;
};

/** Whom a case is about (对象类别): a person, or in short form a Party organisation. Rule: chapter 16, DISC Art 9. */
export type SubjectKind = "person" | "organisation";

/** Whom a report, or an inspection's clue, is about. */
export type SubjectOut = {
  name: string;
  organisation: string;
  position: string;
};

/** The rank of a subject (职级), as the national bulletins count it. Rule: 18.6. */
export type SubjectRank = "provincial_ministerial" | "bureau" | "county_division" | "township_section" | "ordinary_cadre" | "rural_enterprise_other";

/** 报批谈话函询方案 · the plan, by talk or by letter, and who leads the talk. */
export type SubmitTalkPlan = {
  opinion?: string;
  form?: ("talk" | "letter") | null;
  plan?: string;
  emergency_plan?: string;
  led_by?: Talker;
  party_principal_told_on?: string | null;
};

/** 移送审理 · what the file holds. */
export type SubmitToReview = {
  opinion?: string;
  contents?: string;
};

/** 报批工作方案 · the work plan; the opinion if left out. */
export type SubmitVerificationPlan = {
  opinion?: string;
  plan?: string;
  emergency_plan?: string;
};

/** An officer who could be asked for, and why they stand at this place of the list. */
export type SuggestionOut = {
  officer_id: string;
  login: string;
  organisation: string;
  zone: string;
  is_pooled: boolean;
  skills: string[];
  has_skill: boolean;
  overlaps: number;
  load: number;
};

/** Officers of the zone, the fittest first. */
export type SuggestionsOut = {
  items: SuggestionOut[];
};

/** The six classes of persons under supervision (监察对象类别). Rule: 18.6, SL Art 15. */
export type SuperviseeKind = "civil_servant" | "entrusted_organisation" | "state_enterprise_manager" | "public_institution_manager" | "grassroots_manager" | "other_public_duty";

/** A decision that an organisation is watched for something. */
export type SupervisionDecided = {
  organisation: string;
  text: string;
  due_on: string;
};

/** 补充证据 · what was added. */
export type Supplement = {
  opinion?: string;
  supplement?: string;
};

/** 中止 · why the task stands still. */
export type SuspendTask = {
  opinion: string;
};

/** 暂扣主动上交财物 · what is handed in, by whom, in whose presence. */
export type TakeCustody = {
  opinion?: string;
  items: Item[];
  handed_in_by: string;
  participants?: string[];
};

/** 采取措施 · which measure, towards whom, by whom; the team if nobody is named. */
export type TakeMeasure = {
  opinion?: string;
  measure?: Measure;
  target?: string;
  participants?: string[];
};

/** 汇总核对 · counts the ledger as it stands now; may be done again until it is reported. */
export type TakeStock = {
  opinion?: string;
};

/** 汇总单位总体情况 · whether others are asked too. */
export type TakeUnitPicture = {
  asks_others?: boolean;
};

/** A talk or inquiry as officers see it. */
export type TalkInquiryOut = {
  id: string;
  number: string | null;
  state: string;
  version: number;
  holder: string;
  secrecy: string;
  clocks: ClockOut[];
  allowed_actions: string[];
  pending_sign_offs: SignOffOut[];
  clue_id: string;
  heads_lower_committee: boolean;
  form: string | null;
  rounds: number;
  outcome: string | null;
  is_countersigned: boolean;
  led_by: string | null;
  letter_received_on: string | null;
  measure: string | null;
  sample_check: string | null;
  meeting_kind: string | null;
  meeting_held_on: string | null;
  is_explained: boolean | null;
  papers: PaperOut[];
};

/** A page of talk inquiries. */
export type TalkInquiryPage = {
  items: TalkInquiryOut[];
  next_cursor: string | null;
  labels: Record<string, Record<string, string>> | null;
};

/** 审理谈话 · with whom, by whom, and the transcript. */
export type TalkWithSubject = {
  opinion?: string;
  subject_id: string;
  participants?: string[];
  held_on?: string | null;
  transcript?: string;
};

/** Who leads the talk; the head of the subject's Party organisation only when leaders entrust it. Rule: T-3. */
export type Talker = "organ_leader" | "office_head" | "party_organisation_head";

/** Counts by kind, and money in yuan cents. */
export type TallyOut = {
  counts: Record<string, number>;
  amount: number;
};

/** An officer of the team, and the instants between which they have access. */
export type TeamMemberOut = {
  officer_id: string;
  login: string;
  organisation: string;
  since: string;
  until: string | null;
  is_present: boolean;
};

/** Everything that happened to an object, oldest first. */
export type TimelineOut = {
  items: MomentOut[];
};

/** `everything` counts each result once and is the sum of all `credited`; `contributed` is never added. */
export type TotalsOut = {
  everything: TallyOut;
  organisations: OrganisationTotalsOut[];
};

/** Under which power a case is filed (立案类别). Rule: D2. */
export type Track = "party" | "supervisory" | "both";

/** 移送 · to whom. */
export type TransferClue = {
  opinion?: string;
  target?: "investigation_office" | "other_organ" | "judicial" | "party_organisation";
  to?: string | null;
  receiver?: string;
  truth_grade?: TruthGrade | null;
};

/** 移送审查起诉 · whom, with what opinion, evidence and property. */
export type TransferToProcuratorate = {
  opinion?: string;
  subject_ids: string[];
  procuratorate: string;
  indictment_opinion: string;
  evidence?: string;
  property_list?: string;
};

/** 移送本机关其他部门 · to which office. */
export type TransferWithin = {
  opinion?: string;
  to: string;
};

/** What a task answers (来源事项). */
export type Trigger = "clue" | "case" | "project" | "inspection_round";

/** What the task answers. */
export type TriggerIn = {
  type: Trigger;
  id: string;
};

/** A truth grade (属实情况). `cannot_be_proved` is not `untrue` and gives no right to clearing. */
export type TruthGrade = "true" | "partly_true" | "basically_true" | "untrue" | "cannot_be_proved" | "misreport";

/** A picture: the version kept with the clue, its day and its hash, and what it shows. */
export type UnitPictureOut = {
  version: number;
  taken_on: string;
  sha256: string;
  units: string[];
  unit: SectionOut;
  subject: SectionOut;
  others: OthersOut | null;
};

/** 撤销并案 · the opinion says why they are two matters. */
export type UnmergeClue = {
  opinion?: string;
};

/** A preliminary verification as officers see it. */
export type VerificationOut = {
  id: string;
  number: string | null;
  state: string;
  version: number;
  holder: string;
  secrecy: string;
  clocks: ClockOut[];
  allowed_actions: string[];
  pending_sign_offs: SignOffOut[];
  clue_id: string;
  heads_lower_committee: boolean;
  truth_grade: string | null;
  proposal: string | null;
  report_version: number;
  members: MemberOut[];
  measures: MeasureOut[];
  custody: CustodyOut[];
  papers: PaperOut[];
};

/** A page of verifications. */
export type VerificationPage = {
  items: VerificationOut[];
  next_cursor: string | null;
  labels: Record<string, Record<string, string>> | null;
};

/** A unit will be visited. `task_id` and `number` are null for a task out of the caller's sight: ask its office. */
export type VisitOut = {
  unit: string;
  from_on: string;
  to_on: string;
  lead_office: string;
  task_id: string | null;
  number: string | null;
  clashes: number;
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

/** One who is to be heard; `position` is null until they spoke. */
export type VoiceOut = {
  officer_id: string;
  login: string;
  organisation: string;
  position: string | null;
  text: string;
  at: string | null;
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

/** 免予撰写报告 · which of the two, and why. The investigation report is never waived. */
export type WaiveReport = {
  opinion?: string;
  kind: "analysis" | "remedial_proposal";
  reason?: string;
};

/** A report that is not needed, and why. */
export type WaivedReport = {
  kind: Report;
  reason: string;
};

/** The four ways of disposal, and the act of transferring (处置方式). Rule: 4.2, 18.5. */
export type Way = "talk_inquiry" | "preliminary_verification" | "on_hold" | "closed" | "transferred";

/** One rule: who it admits, and how far the officer comes by it. */
export type WayOut = {
  roles: string[];
  capacities: string[];
  is_open: boolean;
  held: HeldOut[];
  reaching: HeldOut[];
  known: KnownOut[];
  lapsed: KnownOut[];
};

/** Who did it: an officer's id, or what else acted, and for which organisation (its code). */
export type WhoOut = {
  kind: string;
  id: string;
  organisation: string;
};

/** 撤销案件 · why, and whether the subject's name is to be cleared. */
export type WithdrawCase = {
  opinion?: string;
  reason?: string;
  is_clearing_needed: boolean;
  clearing_notes?: string;
  unit_told_on?: string | null;
};

/** 撤销 · why the work is no longer needed. */
export type WithdrawWork = {
  opinion: string;
};

/** A state or an action. */
export type WordOut = {
  code: string;
  name_zh: string;
  name_en: string;
};

/** 工作内容 · what is to be done, by whom, until when; without a day ten working days are given. */
export type Work = {
  title: string;
  text?: string;
  to?: string | null;
  officer?: string | null;
  due_on?: string | null;
};

/** 工作记录 · a note for the team. */
export type WriteNote = {
  text: string;
};

/** 撰写报告 · which of the three, and its text. */
export type WriteReport = {
  opinion?: string;
  kind?: ReportKind;
  report?: string;
};

/** 提交报告 · which of the three, and the text. */
export type WriteTaskReport = {
  opinion?: string;
  kind: Report;
  report: string;
};

/** Clues of one year in one state. */
export type YearOut = {
  year: number;
  state: string;
  count: number;
};

export interface Operations {
  create_clue: { method: "POST"; path: "/casework/v1/clues"; body: RegisterClue; answer: ClueOut };
  list_clues: { method: "GET"; path: "/casework/v1/clues"; body: never; answer: CluePage };
  get_clue_report_text: { method: "GET"; path: "/casework/v1/clues/{object_id}/report-text"; body: never; answer: ReportTextOut };
  get_clue_reprisal_text: { method: "GET"; path: "/casework/v1/clues/{object_id}/reprisal-text"; body: never; answer: ReprisalTextOut };
  get_clue_inspection_text: { method: "GET"; path: "/casework/v1/clues/{object_id}/inspection-text"; body: never; answer: InspectionTextOut };
  list_clue_overlaps: { method: "GET"; path: "/casework/v1/clues/{object_id}/overlaps"; body: never; answer: OverlapsOut };
  take_clue_unit_picture: { method: "POST"; path: "/casework/v1/clues/{object_id}/unit-pictures"; body: TakeUnitPicture; answer: UnitPictureOut };
  create_clue_inquiry: { method: "POST"; path: "/casework/v1/clue-inquiries"; body: AskAboutSubject; answer: ClueInquiryOut };
  list_clue_inquiries: { method: "GET"; path: "/casework/v1/clue-inquiries"; body: never; answer: AskedPage };
  search_integrity_entries: { method: "POST"; path: "/casework/v1/integrity-entries/_search"; body: SearchIntegrity; answer: IntegrityEntriesOut };
  list_designated_matters: { method: "GET"; path: "/casework/v1/designated-matters"; body: never; answer: DesignatedMatterPage };
  create_interference: { method: "POST"; path: "/casework/v1/interferences"; body: RegisterInterference; answer: InterferenceOut };
  list_interferences: { method: "GET"; path: "/casework/v1/interferences"; body: never; answer: InterferencePage };
  create_recusal_request: { method: "POST"; path: "/casework/v1/recusal-requests"; body: RequestRecusal; answer: RecusalRequestOut };
  list_recusal_requests: { method: "GET"; path: "/casework/v1/recusal-requests"; body: never; answer: RecusalRequestPage };
  create_clue_meeting: { method: "POST"; path: "/casework/v1/clue-meetings"; body: Minutes; answer: ClueMeetingOut };
  list_clue_meetings: { method: "GET"; path: "/casework/v1/clue-meetings"; body: never; answer: ClueMeetingPage };
  count_four_forms: { method: "GET"; path: "/casework/v1/four-forms"; body: never; answer: FormsOut };
  show_form_mapping: { method: "GET"; path: "/casework/v1/four-forms/mapping"; body: never; answer: FormMappingOut };
  create_linkage_task: { method: "POST"; path: "/casework/v1/linkage-tasks"; body: CreateLinkageTask; answer: LinkageTaskOut };
  list_linkage_tasks: { method: "GET"; path: "/casework/v1/linkage-tasks"; body: never; answer: LinkageTaskPage };
  get_linkage_calendar: { method: "GET"; path: "/casework/v1/linkage-tasks/calendar"; body: never; answer: CalendarOut };
  get_linkage_result_totals: { method: "GET"; path: "/casework/v1/linkage-tasks/result-totals"; body: never; answer: TotalsOut };
  list_secondment_candidates: { method: "GET"; path: "/casework/v1/linkage-tasks/{task_id}/candidates"; body: never; answer: SuggestionsOut };
  list_linkage_results: { method: "GET"; path: "/casework/v1/linkage-tasks/{task_id}/results"; body: never; answer: ResultsOut };
  log_linkage_result: { method: "POST"; path: "/casework/v1/linkage-tasks/{task_id}/results"; body: LogResult; answer: ResultOut };
  list_linkage_records: { method: "GET"; path: "/casework/v1/linkage-tasks/{task_id}/records"; body: never; answer: RecordsOut };
  get_linkage_board: { method: "GET"; path: "/casework/v1/linkage-tasks/{task_id}/board"; body: never; answer: BoardOut };
  write_linkage_note: { method: "POST"; path: "/casework/v1/linkage-tasks/{task_id}/notes"; body: WriteNote; answer: NoteOut };
  attach_linkage_file: { method: "POST"; path: "/casework/v1/linkage-tasks/{task_id}/files"; body: AttachFile; answer: AttachmentOut };
  assign_board_task: { method: "POST"; path: "/casework/v1/board-tasks"; body: AssignBoardTask; answer: BoardTaskOut };
  list_board_tasks: { method: "GET"; path: "/casework/v1/board-tasks"; body: never; answer: BoardTaskPage };
  propose_share: { method: "POST"; path: "/casework/v1/shares"; body: ProposeShare; answer: ShareOut };
  list_shares: { method: "GET"; path: "/casework/v1/shares"; body: never; answer: SharePage };
  call_consultation: { method: "POST"; path: "/casework/v1/consultations"; body: CallConsultation; answer: ConsultationOut };
  list_consultations: { method: "GET"; path: "/casework/v1/consultations"; body: never; answer: ConsultationPage };
  request_secondment: { method: "POST"; path: "/casework/v1/secondments"; body: RequestSecondment; answer: SecondmentOut };
  list_secondments: { method: "GET"; path: "/casework/v1/secondments"; body: never; answer: SecondmentPage };
  list_days_lent: { method: "GET"; path: "/casework/v1/secondments/lent"; body: never; answer: DaysLentOut };
  upload_attachment: { method: "POST"; path: "/casework/v1/attachments"; body: never; answer: AttachmentOut };
  download_attachment: { method: "GET"; path: "/casework/v1/attachments/{attachment_id}/content"; body: never; answer: null };
  show_clue_relations: { method: "GET"; path: "/casework/v1/clues/{object_id}/relations"; body: never; answer: RelationsOut };
  draw_clue_relations: { method: "GET"; path: "/casework/v1/clues/{object_id}/relations.svg"; body: never; answer: null };
  show_verification_relations: { method: "GET"; path: "/casework/v1/verifications/{object_id}/relations"; body: never; answer: RelationsOut };
  draw_verification_relations: { method: "GET"; path: "/casework/v1/verifications/{object_id}/relations.svg"; body: never; answer: null };
  show_talk_inquiry_relations: { method: "GET"; path: "/casework/v1/talk-inquiries/{object_id}/relations"; body: never; answer: RelationsOut };
  draw_talk_inquiry_relations: { method: "GET"; path: "/casework/v1/talk-inquiries/{object_id}/relations.svg"; body: never; answer: null };
  show_case_relations: { method: "GET"; path: "/casework/v1/cases/{object_id}/relations"; body: never; answer: RelationsOut };
  draw_case_relations: { method: "GET"; path: "/casework/v1/cases/{object_id}/relations.svg"; body: never; answer: null };
  show_appeal_relations: { method: "GET"; path: "/casework/v1/appeals/{object_id}/relations"; body: never; answer: RelationsOut };
  draw_appeal_relations: { method: "GET"; path: "/casework/v1/appeals/{object_id}/relations.svg"; body: never; answer: null };
  show_linkage_task_relations: { method: "GET"; path: "/casework/v1/linkage-tasks/{object_id}/relations"; body: never; answer: RelationsOut };
  draw_linkage_task_relations: { method: "GET"; path: "/casework/v1/linkage-tasks/{object_id}/relations.svg"; body: never; answer: null };
  show_secondment_relations: { method: "GET"; path: "/casework/v1/secondments/{object_id}/relations"; body: never; answer: RelationsOut };
  draw_secondment_relations: { method: "GET"; path: "/casework/v1/secondments/{object_id}/relations.svg"; body: never; answer: null };
  count_clues: { method: "GET"; path: "/casework/v1/clues/_count"; body: never; answer: CountOut };
  search_clues: { method: "POST"; path: "/casework/v1/clues/_search"; body: ClueSearch; answer: CluePage };
  list_verifications: { method: "GET"; path: "/casework/v1/verifications"; body: never; answer: VerificationPage };
  count_verifications: { method: "GET"; path: "/casework/v1/verifications/_count"; body: never; answer: CountOut };
  list_talk_inquiries: { method: "GET"; path: "/casework/v1/talk-inquiries"; body: never; answer: TalkInquiryPage };
  count_talk_inquiries: { method: "GET"; path: "/casework/v1/talk-inquiries/_count"; body: never; answer: CountOut };
  list_break_glasses: { method: "GET"; path: "/casework/v1/break-glasses"; body: never; answer: BreakGlassPage };
  count_break_glasses: { method: "GET"; path: "/casework/v1/break-glasses/_count"; body: never; answer: CountOut };
  list_clue_reconciliations: { method: "GET"; path: "/casework/v1/clue-reconciliations"; body: never; answer: ReconciliationPage };
  count_clue_reconciliations: { method: "GET"; path: "/casework/v1/clue-reconciliations/_count"; body: never; answer: CountOut };
  count_clue_meetings: { method: "GET"; path: "/casework/v1/clue-meetings/_count"; body: never; answer: CountOut };
  count_interferences: { method: "GET"; path: "/casework/v1/interferences/_count"; body: never; answer: CountOut };
  count_recusal_requests: { method: "GET"; path: "/casework/v1/recusal-requests/_count"; body: never; answer: CountOut };
  list_cases: { method: "GET"; path: "/casework/v1/cases"; body: never; answer: CasePage };
  count_cases: { method: "GET"; path: "/casework/v1/cases/_count"; body: never; answer: CountOut };
  list_appeals: { method: "GET"; path: "/casework/v1/appeals"; body: never; answer: AppealPage };
  count_appeals: { method: "GET"; path: "/casework/v1/appeals/_count"; body: never; answer: CountOut };
  count_linkage_tasks: { method: "GET"; path: "/casework/v1/linkage-tasks/_count"; body: never; answer: CountOut };
  count_secondments: { method: "GET"; path: "/casework/v1/secondments/_count"; body: never; answer: CountOut };
  count_board_tasks: { method: "GET"; path: "/casework/v1/board-tasks/_count"; body: never; answer: CountOut };
  count_shares: { method: "GET"; path: "/casework/v1/shares/_count"; body: never; answer: CountOut };
  count_consultations: { method: "GET"; path: "/casework/v1/consultations/_count"; body: never; answer: CountOut };
  get_clue: { method: "GET"; path: "/casework/v1/clues/{object_id}"; body: never; answer: ClueOut };
  list_clue_history: { method: "GET"; path: "/casework/v1/clues/{object_id}/history"; body: never; answer: HistoryOut };
  show_clue_timeline: { method: "GET"; path: "/casework/v1/clues/{object_id}/timeline"; body: never; answer: TimelineOut };
  propose_allocation_clue: { method: "POST"; path: "/casework/v1/clues/{object_id}/propose-allocation"; body: ProposeAllocation; answer: ClueOut };
  allocate_clue: { method: "POST"; path: "/casework/v1/clues/{object_id}/allocate"; body: AllocateClue; answer: ClueOut | SignOffAnswer };
  reallocate_clue: { method: "POST"; path: "/casework/v1/clues/{object_id}/reallocate"; body: ReallocateClue; answer: ClueOut | SignOffAnswer };
  sign_for_clue: { method: "POST"; path: "/casework/v1/clues/{object_id}/sign-for"; body: Command; answer: ClueOut };
  merge_clue: { method: "POST"; path: "/casework/v1/clues/{object_id}/merge"; body: MergeClue; answer: ClueOut | SignOffAnswer };
  unmerge_clue: { method: "POST"; path: "/casework/v1/clues/{object_id}/unmerge"; body: UnmergeClue; answer: ClueOut | SignOffAnswer };
  split_clue: { method: "POST"; path: "/casework/v1/clues/{object_id}/split"; body: SplitClue; answer: ClueOut };
  assess_clue: { method: "POST"; path: "/casework/v1/clues/{object_id}/assess"; body: AssessClue; answer: ClueOut | SignOffAnswer };
  propose_disposal_clue: { method: "POST"; path: "/casework/v1/clues/{object_id}/propose-disposal"; body: ProposeDisposal; answer: ClueOut | SignOffAnswer };
  hold_clue: { method: "POST"; path: "/casework/v1/clues/{object_id}/hold"; body: HoldClue; answer: ClueOut | SignOffAnswer };
  close_clue: { method: "POST"; path: "/casework/v1/clues/{object_id}/close"; body: CloseClue; answer: ClueOut | SignOffAnswer };
  transfer_clue: { method: "POST"; path: "/casework/v1/clues/{object_id}/transfer"; body: TransferClue; answer: ClueOut | SignOffAnswer };
  transfer_within_clue: { method: "POST"; path: "/casework/v1/clues/{object_id}/transfer-within"; body: TransferWithin; answer: ClueOut | SignOffAnswer };
  dispose_clue: { method: "POST"; path: "/casework/v1/clues/{object_id}/dispose"; body: DisposeClue; answer: ClueOut | SignOffAnswer };
  propose_filing_clue: { method: "POST"; path: "/casework/v1/clues/{object_id}/propose-filing"; body: ProposeFiling; answer: ClueOut | SignOffAnswer };
  consider_clearing_clue: { method: "POST"; path: "/casework/v1/clues/{object_id}/consider-clearing"; body: ConsiderClearing; answer: ClueOut };
  report_up_clue: { method: "POST"; path: "/casework/v1/clues/{object_id}/report-up"; body: ReportUp; answer: ClueOut | SignOffAnswer };
  archive_clue: { method: "POST"; path: "/casework/v1/clues/{object_id}/archive"; body: Command; answer: ClueOut };
  get_verification: { method: "GET"; path: "/casework/v1/verifications/{object_id}"; body: never; answer: VerificationOut };
  list_verification_history: { method: "GET"; path: "/casework/v1/verifications/{object_id}/history"; body: never; answer: HistoryOut };
  show_verification_timeline: { method: "GET"; path: "/casework/v1/verifications/{object_id}/timeline"; body: never; answer: TimelineOut };
  submit_plan_verification: { method: "POST"; path: "/casework/v1/verifications/{object_id}/submit-plan"; body: SubmitVerificationPlan; answer: VerificationOut | SignOffAnswer };
  form_team_verification: { method: "POST"; path: "/casework/v1/verifications/{object_id}/form-team"; body: FormTeam; answer: VerificationOut };
  begin_verification: { method: "POST"; path: "/casework/v1/verifications/{object_id}/begin"; body: Command; answer: VerificationOut };
  change_team_verification: { method: "POST"; path: "/casework/v1/verifications/{object_id}/change-team"; body: FormTeam; answer: VerificationOut };
  take_measure_verification: { method: "POST"; path: "/casework/v1/verifications/{object_id}/take-measure"; body: TakeMeasure; answer: VerificationOut | SignOffAnswer };
  take_custody_verification: { method: "POST"; path: "/casework/v1/verifications/{object_id}/take-custody"; body: TakeCustody; answer: VerificationOut };
  settle_custody_verification: { method: "POST"; path: "/casework/v1/verifications/{object_id}/settle-custody"; body: SettleCustody; answer: VerificationOut | SignOffAnswer };
  extend_deadline_verification: { method: "POST"; path: "/casework/v1/verifications/{object_id}/extend-deadline"; body: ExtendVerification; answer: VerificationOut | SignOffAnswer };
  draft_report_verification: { method: "POST"; path: "/casework/v1/verifications/{object_id}/draft-report"; body: DraftReport; answer: VerificationOut };
  sign_report_verification: { method: "POST"; path: "/casework/v1/verifications/{object_id}/sign-report"; body: SignReport; answer: VerificationOut };
  review_collectively_verification: { method: "POST"; path: "/casework/v1/verifications/{object_id}/review-collectively"; body: ReviewCollectively; answer: VerificationOut };
  return_report_verification: { method: "POST"; path: "/casework/v1/verifications/{object_id}/return-report"; body: Command; answer: VerificationOut };
  report_verification: { method: "POST"; path: "/casework/v1/verifications/{object_id}/report"; body: ReportVerification; answer: VerificationOut };
  decide_verification: { method: "POST"; path: "/casework/v1/verifications/{object_id}/decide"; body: DecideVerification; answer: VerificationOut | SignOffAnswer };
  get_talk_inquiry: { method: "GET"; path: "/casework/v1/talk-inquiries/{object_id}"; body: never; answer: TalkInquiryOut };
  list_talk_inquiry_history: { method: "GET"; path: "/casework/v1/talk-inquiries/{object_id}/history"; body: never; answer: HistoryOut };
  show_talk_inquiry_timeline: { method: "GET"; path: "/casework/v1/talk-inquiries/{object_id}/timeline"; body: never; answer: TimelineOut };
  submit_plan_talk_inquiry: { method: "POST"; path: "/casework/v1/talk-inquiries/{object_id}/submit-plan"; body: SubmitTalkPlan; answer: TalkInquiryOut | SignOffAnswer };
  hold_talk_talk_inquiry: { method: "POST"; path: "/casework/v1/talk-inquiries/{object_id}/hold-talk"; body: HoldTalk; answer: TalkInquiryOut };
  send_letter_talk_inquiry: { method: "POST"; path: "/casework/v1/talk-inquiries/{object_id}/send-letter"; body: SendLetter; answer: TalkInquiryOut };
  record_delivery_talk_inquiry: { method: "POST"; path: "/casework/v1/talk-inquiries/{object_id}/record-delivery"; body: RecordDelivery; answer: TalkInquiryOut };
  receive_explanation_talk_inquiry: { method: "POST"; path: "/casework/v1/talk-inquiries/{object_id}/receive-explanation"; body: ReceiveExplanation; answer: TalkInquiryOut };
  draft_report_talk_inquiry: { method: "POST"; path: "/casework/v1/talk-inquiries/{object_id}/draft-report"; body: DraftTalkReport; answer: TalkInquiryOut };
  start_second_round_talk_inquiry: { method: "POST"; path: "/casework/v1/talk-inquiries/{object_id}/start-second-round"; body: StartSecondRound; answer: TalkInquiryOut | SignOffAnswer };
  decide_talk_inquiry: { method: "POST"; path: "/casework/v1/talk-inquiries/{object_id}/decide"; body: DecideTalk; answer: TalkInquiryOut | SignOffAnswer };
  check_sample_talk_inquiry: { method: "POST"; path: "/casework/v1/talk-inquiries/{object_id}/check-sample"; body: CheckSample; answer: TalkInquiryOut };
  record_meeting_talk_inquiry: { method: "POST"; path: "/casework/v1/talk-inquiries/{object_id}/record-meeting"; body: RecordMeeting; answer: TalkInquiryOut };
  file_talk_inquiry: { method: "POST"; path: "/casework/v1/talk-inquiries/{object_id}/file"; body: FileTalk; answer: TalkInquiryOut };
  get_case: { method: "GET"; path: "/casework/v1/cases/{object_id}"; body: never; answer: CaseOut };
  list_case_history: { method: "GET"; path: "/casework/v1/cases/{object_id}/history"; body: never; answer: HistoryOut };
  show_case_timeline: { method: "GET"; path: "/casework/v1/cases/{object_id}/timeline"; body: never; answer: TimelineOut };
  file_case: { method: "POST"; path: "/casework/v1/cases/{object_id}/file"; body: FileCase; answer: CaseOut };
  announce_filing_case: { method: "POST"; path: "/casework/v1/cases/{object_id}/announce-filing"; body: AnnounceFiling; answer: CaseOut | SignOffAnswer };
  permit_exception_case: { method: "POST"; path: "/casework/v1/cases/{object_id}/permit-exception"; body: PermitException; answer: CaseOut | SignOffAnswer };
  approve_plan_case: { method: "POST"; path: "/casework/v1/cases/{object_id}/approve-plan"; body: ApprovePlan; answer: CaseOut | SignOffAnswer };
  begin_investigation_case: { method: "POST"; path: "/casework/v1/cases/{object_id}/begin-investigation"; body: FormCaseTeam; answer: CaseOut };
  change_team_case: { method: "POST"; path: "/casework/v1/cases/{object_id}/change-team"; body: FormCaseTeam; answer: CaseOut };
  show_facts_case: { method: "POST"; path: "/casework/v1/cases/{object_id}/show-facts"; body: ShowFacts; answer: CaseOut | SignOffAnswer };
  write_report_case: { method: "POST"; path: "/casework/v1/cases/{object_id}/write-report"; body: WriteReport; answer: CaseOut };
  waive_report_case: { method: "POST"; path: "/casework/v1/cases/{object_id}/waive-report"; body: WaiveReport; answer: CaseOut | SignOffAnswer };
  complete_report_case: { method: "POST"; path: "/casework/v1/cases/{object_id}/complete-report"; body: CompleteReport; answer: CaseOut };
  submit_to_review_case: { method: "POST"; path: "/casework/v1/cases/{object_id}/submit-to-review"; body: SubmitToReview; answer: CaseOut | SignOffAnswer };
  involve_review_case: { method: "POST"; path: "/casework/v1/cases/{object_id}/involve-review"; body: InvolveReview; answer: CaseOut | SignOffAnswer };
  accept_review_case: { method: "POST"; path: "/casework/v1/cases/{object_id}/accept-review"; body: Command; answer: CaseOut };
  refuse_review_case: { method: "POST"; path: "/casework/v1/cases/{object_id}/refuse-review"; body: RefuseReview; answer: CaseOut };
  begin_review_case: { method: "POST"; path: "/casework/v1/cases/{object_id}/begin-review"; body: FormReviewGroup; answer: CaseOut };
  change_review_group_case: { method: "POST"; path: "/casework/v1/cases/{object_id}/change-review-group"; body: FormReviewGroup; answer: CaseOut };
  talk_with_subject_case: { method: "POST"; path: "/casework/v1/cases/{object_id}/talk-with-subject"; body: TalkWithSubject; answer: CaseOut };
  discuss_review_case: { method: "POST"; path: "/casework/v1/cases/{object_id}/discuss-review"; body: DiscussReview; answer: CaseOut };
  finish_review_case: { method: "POST"; path: "/casework/v1/cases/{object_id}/finish-review"; body: FinishReview; answer: CaseOut };
  return_reinvestigate_case: { method: "POST"; path: "/casework/v1/cases/{object_id}/return-reinvestigate"; body: ReturnCase; answer: CaseOut | SignOffAnswer };
  return_supplement_case: { method: "POST"; path: "/casework/v1/cases/{object_id}/return-supplement"; body: ReturnCase; answer: CaseOut | SignOffAnswer };
  reinvestigate_case: { method: "POST"; path: "/casework/v1/cases/{object_id}/reinvestigate"; body: Command; answer: CaseOut };
  supplement_case: { method: "POST"; path: "/casework/v1/cases/{object_id}/supplement"; body: Supplement; answer: CaseOut };
  designate_authority_case: { method: "POST"; path: "/casework/v1/cases/{object_id}/designate-authority"; body: DesignateAuthority; answer: CaseOut | SignOffAnswer };
  record_opinion_case: { method: "POST"; path: "/casework/v1/cases/{object_id}/record-opinion"; body: RecordOpinion; answer: CaseOut };
  decide_case: { method: "POST"; path: "/casework/v1/cases/{object_id}/decide"; body: DecideCase; answer: CaseOut | SignOffAnswer };
  serve_case: { method: "POST"; path: "/casework/v1/cases/{object_id}/serve"; body: ServeDecision; answer: CaseOut };
  announce_decision_case: { method: "POST"; path: "/casework/v1/cases/{object_id}/announce-decision"; body: AnnounceDecision; answer: CaseOut };
  begin_execution_case: { method: "POST"; path: "/casework/v1/cases/{object_id}/begin-execution"; body: Command; answer: CaseOut };
  report_execution_case: { method: "POST"; path: "/casework/v1/cases/{object_id}/report-execution"; body: ReportExecution; answer: CaseOut };
  transfer_to_procuratorate_case: { method: "POST"; path: "/casework/v1/cases/{object_id}/transfer-to-procuratorate"; body: TransferToProcuratorate; answer: CaseOut | SignOffAnswer };
  withdraw_case: { method: "POST"; path: "/casework/v1/cases/{object_id}/withdraw"; body: WithdrawCase; answer: CaseOut | SignOffAnswer };
  close_case: { method: "POST"; path: "/casework/v1/cases/{object_id}/close"; body: CloseCase; answer: CaseOut };
  lodge_appeal_case: { method: "POST"; path: "/casework/v1/cases/{object_id}/lodge-appeal"; body: LodgeAppeal; answer: CaseOut };
  lodge_complaint_case: { method: "POST"; path: "/casework/v1/cases/{object_id}/lodge-complaint"; body: LodgeComplaint; answer: CaseOut };
  record_quality_case: { method: "POST"; path: "/casework/v1/cases/{object_id}/record-quality"; body: RecordQuality; answer: CaseOut };
  draft_recommendation_case: { method: "POST"; path: "/casework/v1/cases/{object_id}/draft-recommendation"; body: DraftRecommendation; answer: CaseOut };
  extend_deadline_case: { method: "POST"; path: "/casework/v1/cases/{object_id}/extend-deadline"; body: ExtendDeadline; answer: CaseOut | SignOffAnswer };
  get_appeal: { method: "GET"; path: "/casework/v1/appeals/{object_id}"; body: never; answer: AppealOut };
  list_appeal_history: { method: "GET"; path: "/casework/v1/appeals/{object_id}/history"; body: never; answer: HistoryOut };
  show_appeal_timeline: { method: "GET"; path: "/casework/v1/appeals/{object_id}/timeline"; body: never; answer: TimelineOut };
  accept_appeal: { method: "POST"; path: "/casework/v1/appeals/{object_id}/accept"; body: Command; answer: AppealOut };
  refuse_appeal: { method: "POST"; path: "/casework/v1/appeals/{object_id}/refuse"; body: RefuseAppeal; answer: AppealOut | SignOffAnswer };
  assign_handlers_appeal: { method: "POST"; path: "/casework/v1/appeals/{object_id}/assign-handlers"; body: AssignHandlers; answer: AppealOut };
  decide_appeal: { method: "POST"; path: "/casework/v1/appeals/{object_id}/decide"; body: DecideAppeal; answer: AppealOut | SignOffAnswer };
  serve_appeal: { method: "POST"; path: "/casework/v1/appeals/{object_id}/serve"; body: ServeAppeal; answer: AppealOut };
  get_break_glass: { method: "GET"; path: "/casework/v1/break-glasses/{object_id}"; body: never; answer: BreakGlassOut };
  list_break_glass_history: { method: "GET"; path: "/casework/v1/break-glasses/{object_id}/history"; body: never; answer: HistoryOut };
  show_break_glass_timeline: { method: "GET"; path: "/casework/v1/break-glasses/{object_id}/timeline"; body: never; answer: TimelineOut };
  acknowledge_break_glass: { method: "POST"; path: "/casework/v1/break-glasses/{object_id}/acknowledge"; body: Command; answer: BreakGlassOut };
  end_break_glass: { method: "POST"; path: "/casework/v1/break-glasses/{object_id}/end"; body: Command; answer: BreakGlassOut };
  get_linkage_task: { method: "GET"; path: "/casework/v1/linkage-tasks/{object_id}"; body: never; answer: LinkageTaskOut };
  list_linkage_task_history: { method: "GET"; path: "/casework/v1/linkage-tasks/{object_id}/history"; body: never; answer: HistoryOut };
  show_linkage_task_timeline: { method: "GET"; path: "/casework/v1/linkage-tasks/{object_id}/timeline"; body: never; answer: TimelineOut };
  declare_linkage_task: { method: "POST"; path: "/casework/v1/linkage-tasks/{object_id}/declare"; body: DeclareTask; answer: LinkageTaskOut | SignOffAnswer };
  coordinate_linkage_task: { method: "POST"; path: "/casework/v1/linkage-tasks/{object_id}/coordinate"; body: CoordinateTask; answer: LinkageTaskOut | SignOffAnswer };
  decline_linkage_task: { method: "POST"; path: "/casework/v1/linkage-tasks/{object_id}/decline"; body: DeclineTask; answer: LinkageTaskOut | SignOffAnswer };
  approve_linkage_task: { method: "POST"; path: "/casework/v1/linkage-tasks/{object_id}/approve"; body: ApproveTask; answer: LinkageTaskOut | SignOffAnswer };
  form_team_linkage_task: { method: "POST"; path: "/casework/v1/linkage-tasks/{object_id}/form-team"; body: FormLinkageTeam; answer: LinkageTaskOut | SignOffAnswer };
  change_team_linkage_task: { method: "POST"; path: "/casework/v1/linkage-tasks/{object_id}/change-team"; body: FormLinkageTeam; answer: LinkageTaskOut | SignOffAnswer };
  begin_linkage_task: { method: "POST"; path: "/casework/v1/linkage-tasks/{object_id}/begin"; body: Command; answer: LinkageTaskOut };
  change_lead_linkage_task: { method: "POST"; path: "/casework/v1/linkage-tasks/{object_id}/change-lead"; body: ChangeLead; answer: LinkageTaskOut | SignOffAnswer };
  designate_jurisdiction_linkage_task: { method: "POST"; path: "/casework/v1/linkage-tasks/{object_id}/designate-jurisdiction"; body: DesignateJurisdiction; answer: LinkageTaskOut | SignOffAnswer };
  suspend_linkage_task: { method: "POST"; path: "/casework/v1/linkage-tasks/{object_id}/suspend"; body: SuspendTask; answer: LinkageTaskOut | SignOffAnswer };
  resume_linkage_task: { method: "POST"; path: "/casework/v1/linkage-tasks/{object_id}/resume"; body: Command; answer: LinkageTaskOut | SignOffAnswer };
  write_report_linkage_task: { method: "POST"; path: "/casework/v1/linkage-tasks/{object_id}/write-report"; body: WriteTaskReport; answer: LinkageTaskOut };
  conclude_linkage_task: { method: "POST"; path: "/casework/v1/linkage-tasks/{object_id}/conclude"; body: ConcludeTask; answer: LinkageTaskOut | SignOffAnswer };
  assess_linkage_task: { method: "POST"; path: "/casework/v1/linkage-tasks/{object_id}/assess"; body: AssessTask; answer: LinkageTaskOut | SignOffAnswer };
  archive_linkage_task: { method: "POST"; path: "/casework/v1/linkage-tasks/{object_id}/archive"; body: Command; answer: LinkageTaskOut };
  get_secondment: { method: "GET"; path: "/casework/v1/secondments/{object_id}"; body: never; answer: SecondmentOut };
  list_secondment_history: { method: "GET"; path: "/casework/v1/secondments/{object_id}/history"; body: never; answer: HistoryOut };
  show_secondment_timeline: { method: "GET"; path: "/casework/v1/secondments/{object_id}/timeline"; body: never; answer: TimelineOut };
  release_secondment: { method: "POST"; path: "/casework/v1/secondments/{object_id}/release"; body: ReleaseOfficer; answer: SecondmentOut };
  counter_secondment: { method: "POST"; path: "/casework/v1/secondments/{object_id}/counter"; body: CounterSecondment; answer: SecondmentOut };
  decline_secondment: { method: "POST"; path: "/casework/v1/secondments/{object_id}/decline"; body: DeclineSecondment; answer: SecondmentOut };
  accept_secondment: { method: "POST"; path: "/casework/v1/secondments/{object_id}/accept"; body: Command; answer: SecondmentOut };
  withdraw_secondment: { method: "POST"; path: "/casework/v1/secondments/{object_id}/withdraw"; body: Command; answer: SecondmentOut };
  propose_extension_secondment: { method: "POST"; path: "/casework/v1/secondments/{object_id}/propose-extension"; body: ProposeExtension; answer: SecondmentOut };
  agree_extension_secondment: { method: "POST"; path: "/casework/v1/secondments/{object_id}/agree-extension"; body: Command; answer: SecondmentOut };
  refuse_extension_secondment: { method: "POST"; path: "/casework/v1/secondments/{object_id}/refuse-extension"; body: Command; answer: SecondmentOut };
  return_secondment: { method: "POST"; path: "/casework/v1/secondments/{object_id}/return"; body: Command; answer: SecondmentOut };
  appraise_secondment: { method: "POST"; path: "/casework/v1/secondments/{object_id}/appraise"; body: AppraiseOfficer; answer: SecondmentOut };
  get_board_task: { method: "GET"; path: "/casework/v1/board-tasks/{object_id}"; body: never; answer: BoardTaskOut };
  list_board_task_history: { method: "GET"; path: "/casework/v1/board-tasks/{object_id}/history"; body: never; answer: HistoryOut };
  show_board_task_timeline: { method: "GET"; path: "/casework/v1/board-tasks/{object_id}/timeline"; body: never; answer: TimelineOut };
  accept_board_task: { method: "POST"; path: "/casework/v1/board-tasks/{object_id}/accept"; body: Command; answer: BoardTaskOut };
  report_board_task: { method: "POST"; path: "/casework/v1/board-tasks/{object_id}/report"; body: ReportWork; answer: BoardTaskOut };
  return_board_task: { method: "POST"; path: "/casework/v1/board-tasks/{object_id}/return"; body: ReturnWork; answer: BoardTaskOut };
  confirm_board_task: { method: "POST"; path: "/casework/v1/board-tasks/{object_id}/confirm"; body: Command; answer: BoardTaskOut };
  withdraw_board_task: { method: "POST"; path: "/casework/v1/board-tasks/{object_id}/withdraw"; body: WithdrawWork; answer: BoardTaskOut };
  get_share: { method: "GET"; path: "/casework/v1/shares/{object_id}"; body: never; answer: ShareOut };
  list_share_history: { method: "GET"; path: "/casework/v1/shares/{object_id}/history"; body: never; answer: HistoryOut };
  show_share_timeline: { method: "GET"; path: "/casework/v1/shares/{object_id}/timeline"; body: never; answer: TimelineOut };
  share_share: { method: "POST"; path: "/casework/v1/shares/{object_id}/share"; body: Command; answer: ShareOut | SignOffAnswer };
  end_share: { method: "POST"; path: "/casework/v1/shares/{object_id}/end"; body: Command; answer: ShareOut };
  get_consultation: { method: "GET"; path: "/casework/v1/consultations/{object_id}"; body: never; answer: ConsultationOut };
  list_consultation_history: { method: "GET"; path: "/casework/v1/consultations/{object_id}/history"; body: never; answer: HistoryOut };
  show_consultation_timeline: { method: "GET"; path: "/casework/v1/consultations/{object_id}/timeline"; body: never; answer: TimelineOut };
  give_opinion_consultation: { method: "POST"; path: "/casework/v1/consultations/{object_id}/give-opinion"; body: GiveOpinion; answer: ConsultationOut };
  resolve_consultation: { method: "POST"; path: "/casework/v1/consultations/{object_id}/resolve"; body: ResolveConsultation; answer: ConsultationOut };
  cancel_consultation: { method: "POST"; path: "/casework/v1/consultations/{object_id}/cancel"; body: CancelConsultation; answer: ConsultationOut };
  get_clue_reconciliation: { method: "GET"; path: "/casework/v1/clue-reconciliations/{object_id}"; body: never; answer: ReconciliationOut };
  list_clue_reconciliation_history: { method: "GET"; path: "/casework/v1/clue-reconciliations/{object_id}/history"; body: never; answer: HistoryOut };
  show_clue_reconciliation_timeline: { method: "GET"; path: "/casework/v1/clue-reconciliations/{object_id}/timeline"; body: never; answer: TimelineOut };
  take_stock_clue_reconciliation: { method: "POST"; path: "/casework/v1/clue-reconciliations/{object_id}/take-stock"; body: TakeStock; answer: ReconciliationOut };
  record_spot_check_clue_reconciliation: { method: "POST"; path: "/casework/v1/clue-reconciliations/{object_id}/record-spot-check"; body: RecordSpotCheck; answer: ReconciliationOut };
  report_clue_reconciliation: { method: "POST"; path: "/casework/v1/clue-reconciliations/{object_id}/report"; body: ReportReconciliation; answer: ReconciliationOut | SignOffAnswer };
  get_clue_meeting: { method: "GET"; path: "/casework/v1/clue-meetings/{object_id}"; body: never; answer: ClueMeetingOut };
  list_clue_meeting_history: { method: "GET"; path: "/casework/v1/clue-meetings/{object_id}/history"; body: never; answer: HistoryOut };
  show_clue_meeting_timeline: { method: "GET"; path: "/casework/v1/clue-meetings/{object_id}/timeline"; body: never; answer: TimelineOut };
  revise_clue_meeting: { method: "POST"; path: "/casework/v1/clue-meetings/{object_id}/revise"; body: ReviseMinutes; answer: ClueMeetingOut };
  confirm_clue_meeting: { method: "POST"; path: "/casework/v1/clue-meetings/{object_id}/confirm"; body: Command; answer: ClueMeetingOut };
  get_interference: { method: "GET"; path: "/casework/v1/interferences/{object_id}"; body: never; answer: InterferenceOut };
  list_interference_history: { method: "GET"; path: "/casework/v1/interferences/{object_id}/history"; body: never; answer: HistoryOut };
  show_interference_timeline: { method: "GET"; path: "/casework/v1/interferences/{object_id}/timeline"; body: never; answer: TimelineOut };
  follow_up_interference: { method: "POST"; path: "/casework/v1/interferences/{object_id}/follow-up"; body: FollowUp; answer: InterferenceOut };
  dispose_interference: { method: "POST"; path: "/casework/v1/interferences/{object_id}/dispose"; body: DisposeInterference; answer: InterferenceOut | SignOffAnswer };
  get_recusal_request: { method: "GET"; path: "/casework/v1/recusal-requests/{object_id}"; body: never; answer: RecusalRequestOut };
  list_recusal_request_history: { method: "GET"; path: "/casework/v1/recusal-requests/{object_id}/history"; body: never; answer: HistoryOut };
  show_recusal_request_timeline: { method: "GET"; path: "/casework/v1/recusal-requests/{object_id}/timeline"; body: never; answer: TimelineOut };
  decide_recusal_request: { method: "POST"; path: "/casework/v1/recusal-requests/{object_id}/decide"; body: DecideRequest; answer: RecusalRequestOut };
  list_clue_documents: { method: "GET"; path: "/casework/v1/clues/{object_id}/documents"; body: never; answer: DocumentsOut };
  write_clue_allocation_sheet: { method: "GET"; path: "/casework/v1/clues/{object_id}/documents/allocation-sheet"; body: never; answer: null };
  write_clue_disposal_opinion: { method: "GET"; path: "/casework/v1/clues/{object_id}/documents/disposal-opinion"; body: never; answer: null };
  write_clue_closing_report: { method: "GET"; path: "/casework/v1/clues/{object_id}/documents/closing-report"; body: never; answer: null };
  write_clue_transfer_letter: { method: "GET"; path: "/casework/v1/clues/{object_id}/documents/transfer-letter"; body: never; answer: null };
  write_clue_filing_report: { method: "GET"; path: "/casework/v1/clues/{object_id}/documents/filing-report"; body: never; answer: null };
  write_clue_jurisdiction_handover: { method: "GET"; path: "/casework/v1/clues/{object_id}/documents/jurisdiction-handover"; body: never; answer: null };
  list_verification_documents: { method: "GET"; path: "/casework/v1/verifications/{object_id}/documents"; body: never; answer: DocumentsOut };
  write_verification_verification_plan: { method: "GET"; path: "/casework/v1/verifications/{object_id}/documents/verification-plan"; body: never; answer: null };
  write_verification_verification_report: { method: "GET"; path: "/casework/v1/verifications/{object_id}/documents/verification-report"; body: never; answer: null };
  list_talk_inquiry_documents: { method: "GET"; path: "/casework/v1/talk-inquiries/{object_id}/documents"; body: never; answer: DocumentsOut };
  write_talk_inquiry_talk_plan: { method: "GET"; path: "/casework/v1/talk-inquiries/{object_id}/documents/talk-plan"; body: never; answer: null };
  write_talk_inquiry_inquiry_letter: { method: "GET"; path: "/casework/v1/talk-inquiries/{object_id}/documents/inquiry-letter"; body: never; answer: null };
  write_talk_inquiry_talk_report: { method: "GET"; path: "/casework/v1/talk-inquiries/{object_id}/documents/talk-report"; body: never; answer: null };
  list_case_documents: { method: "GET"; path: "/casework/v1/cases/{object_id}/documents"; body: never; answer: DocumentsOut };
  write_case_filing_decision: { method: "GET"; path: "/casework/v1/cases/{object_id}/documents/filing-decision"; body: never; answer: null };
  write_case_filing_notice: { method: "GET"; path: "/casework/v1/cases/{object_id}/documents/filing-notice"; body: never; answer: null };
  write_case_investigation_plan: { method: "GET"; path: "/casework/v1/cases/{object_id}/documents/investigation-plan"; body: never; answer: null };
  write_case_investigation_report: { method: "GET"; path: "/casework/v1/cases/{object_id}/documents/investigation-report"; body: never; answer: null };
  write_case_case_analysis: { method: "GET"; path: "/casework/v1/cases/{object_id}/documents/case-analysis"; body: never; answer: null };
  write_case_remedial_proposal: { method: "GET"; path: "/casework/v1/cases/{object_id}/documents/remedial-proposal"; body: never; answer: null };
  write_case_review_report: { method: "GET"; path: "/casework/v1/cases/{object_id}/documents/review-report"; body: never; answer: null };
  write_case_decision: { method: "GET"; path: "/casework/v1/cases/{object_id}/documents/decision"; body: never; answer: null };
  write_case_withdrawal_decision: { method: "GET"; path: "/casework/v1/cases/{object_id}/documents/withdrawal-decision"; body: never; answer: null };
  write_case_indictment_opinion: { method: "GET"; path: "/casework/v1/cases/{object_id}/documents/indictment-opinion"; body: never; answer: null };
  write_case_case_closing_report: { method: "GET"; path: "/casework/v1/cases/{object_id}/documents/case-closing-report"; body: never; answer: null };
  write_case_jurisdiction_handover: { method: "GET"; path: "/casework/v1/cases/{object_id}/documents/jurisdiction-handover"; body: never; answer: null };
  list_appeal_documents: { method: "GET"; path: "/casework/v1/appeals/{object_id}/documents"; body: never; answer: DocumentsOut };
  write_appeal_appeal_decision: { method: "GET"; path: "/casework/v1/appeals/{object_id}/documents/appeal-decision"; body: never; answer: null };
  list_linkage_task_documents: { method: "GET"; path: "/casework/v1/linkage-tasks/{object_id}/documents"; body: never; answer: DocumentsOut };
  write_linkage_task_linkage_declaration: { method: "GET"; path: "/casework/v1/linkage-tasks/{object_id}/documents/linkage-declaration"; body: never; answer: null };
  write_linkage_task_joint_plan: { method: "GET"; path: "/casework/v1/linkage-tasks/{object_id}/documents/joint-plan"; body: never; answer: null };
  write_linkage_task_jurisdiction_decision: { method: "GET"; path: "/casework/v1/linkage-tasks/{object_id}/documents/jurisdiction-decision"; body: never; answer: null };
  write_linkage_task_handover_record: { method: "GET"; path: "/casework/v1/linkage-tasks/{object_id}/documents/handover-record"; body: never; answer: null };
  write_linkage_task_joint_investigation_report: { method: "GET"; path: "/casework/v1/linkage-tasks/{object_id}/documents/joint-investigation-report"; body: never; answer: null };
  write_linkage_task_joint_analysis: { method: "GET"; path: "/casework/v1/linkage-tasks/{object_id}/documents/joint-analysis"; body: never; answer: null };
  write_linkage_task_joint_remedial_proposal: { method: "GET"; path: "/casework/v1/linkage-tasks/{object_id}/documents/joint-remedial-proposal"; body: never; answer: null };
  write_linkage_task_work_summary: { method: "GET"; path: "/casework/v1/linkage-tasks/{object_id}/documents/work-summary"; body: never; answer: null };
  write_linkage_task_assessment_sheet: { method: "GET"; path: "/casework/v1/linkage-tasks/{object_id}/documents/assessment-sheet"; body: never; answer: null };
  list_secondment_documents: { method: "GET"; path: "/casework/v1/secondments/{object_id}/documents"; body: never; answer: DocumentsOut };
  write_secondment_secondment_letter: { method: "GET"; path: "/casework/v1/secondments/{object_id}/documents/secondment-letter"; body: never; answer: null };
  write_secondment_secondment_appraisal: { method: "GET"; path: "/casework/v1/secondments/{object_id}/documents/secondment-appraisal"; body: never; answer: null };
  list_consultation_documents: { method: "GET"; path: "/casework/v1/consultations/{object_id}/documents"; body: never; answer: DocumentsOut };
  write_consultation_consultation_minutes: { method: "GET"; path: "/casework/v1/consultations/{object_id}/documents/consultation-minutes"; body: never; answer: null };
  list_clue_meeting_documents: { method: "GET"; path: "/casework/v1/clue-meetings/{object_id}/documents"; body: never; answer: DocumentsOut };
  write_clue_meeting_clue_meeting_minutes: { method: "GET"; path: "/casework/v1/clue-meetings/{object_id}/documents/clue-meeting-minutes"; body: never; answer: null };
  explain_clue_access: { method: "GET"; path: "/casework/v1/clues/{object_id}/access/{officer}"; body: never; answer: AccessOut };
  list_clue_readers: { method: "GET"; path: "/casework/v1/clues/{object_id}/readers"; body: never; answer: ReadersOut };
  break_clue_glass: { method: "POST"; path: "/casework/v1/clues/{object_id}/break-glass"; body: BreakTheGlass; answer: BreakGlassOut };
  explain_verification_access: { method: "GET"; path: "/casework/v1/verifications/{object_id}/access/{officer}"; body: never; answer: AccessOut };
  list_verification_readers: { method: "GET"; path: "/casework/v1/verifications/{object_id}/readers"; body: never; answer: ReadersOut };
  break_verification_glass: { method: "POST"; path: "/casework/v1/verifications/{object_id}/break-glass"; body: BreakTheGlass; answer: BreakGlassOut };
  explain_talk_inquiry_access: { method: "GET"; path: "/casework/v1/talk-inquiries/{object_id}/access/{officer}"; body: never; answer: AccessOut };
  list_talk_inquiry_readers: { method: "GET"; path: "/casework/v1/talk-inquiries/{object_id}/readers"; body: never; answer: ReadersOut };
  break_talk_inquiry_glass: { method: "POST"; path: "/casework/v1/talk-inquiries/{object_id}/break-glass"; body: BreakTheGlass; answer: BreakGlassOut };
  explain_case_access: { method: "GET"; path: "/casework/v1/cases/{object_id}/access/{officer}"; body: never; answer: AccessOut };
  list_case_readers: { method: "GET"; path: "/casework/v1/cases/{object_id}/readers"; body: never; answer: ReadersOut };
  break_case_glass: { method: "POST"; path: "/casework/v1/cases/{object_id}/break-glass"; body: BreakTheGlass; answer: BreakGlassOut };
  explain_appeal_access: { method: "GET"; path: "/casework/v1/appeals/{object_id}/access/{officer}"; body: never; answer: AccessOut };
  list_appeal_readers: { method: "GET"; path: "/casework/v1/appeals/{object_id}/readers"; body: never; answer: ReadersOut };
  break_appeal_glass: { method: "POST"; path: "/casework/v1/appeals/{object_id}/break-glass"; body: BreakTheGlass; answer: BreakGlassOut };
  explain_linkage_task_access: { method: "GET"; path: "/casework/v1/linkage-tasks/{object_id}/access/{officer}"; body: never; answer: AccessOut };
  list_linkage_task_readers: { method: "GET"; path: "/casework/v1/linkage-tasks/{object_id}/readers"; body: never; answer: ReadersOut };
  break_linkage_task_glass: { method: "POST"; path: "/casework/v1/linkage-tasks/{object_id}/break-glass"; body: BreakTheGlass; answer: BreakGlassOut };
  decide_clue_recusal: { method: "POST"; path: "/casework/v1/clues/{object_id}/recusals"; body: DecideRecusal; answer: DecidedRecusalOut };
  decide_case_recusal: { method: "POST"; path: "/casework/v1/cases/{object_id}/recusals"; body: DecideRecusal; answer: DecidedRecusalOut };
  decide_linkage_task_recusal: { method: "POST"; path: "/casework/v1/linkage-tasks/{object_id}/recusals"; body: DecideRecusal; answer: DecidedRecusalOut };
  decide_secondment_recusal: { method: "POST"; path: "/casework/v1/secondments/{object_id}/recusals"; body: DecideRecusal; answer: DecidedRecusalOut };
  list_saved_filters: { method: "GET"; path: "/casework/v1/saved-filters"; body: never; answer: SavedFiltersOut };
  save_filter: { method: "POST"; path: "/casework/v1/saved-filters"; body: SaveFilter; answer: SavedFilterOut };
  drop_saved_filter: { method: "DELETE"; path: "/casework/v1/saved-filters/{filter_id}"; body: never; answer: null };
  show_inbox: { method: "GET"; path: "/casework/v1/inbox"; body: never; answer: InboxOut };
  list_duties: { method: "GET"; path: "/casework/v1/inbox/duties"; body: never; answer: WaitingPage };
  list_deadlines: { method: "GET"; path: "/casework/v1/inbox/deadlines"; body: never; answer: DeadlinePage };
  list_sign_offs: { method: "GET"; path: "/casework/v1/sign-offs"; body: never; answer: SignOffPage };
  get_sign_off: { method: "GET"; path: "/casework/v1/sign-offs/{sign_off_id}"; body: never; answer: SignOffDetailOut };
  approve_sign_off: { method: "POST"; path: "/casework/v1/sign-offs/{sign_off_id}/approve"; body: SignBody; answer: SignOffAnswer };
  reject_sign_off: { method: "POST"; path: "/casework/v1/sign-offs/{sign_off_id}/reject"; body: SignBody; answer: SignOffAnswer };
  return_sign_off: { method: "POST"; path: "/casework/v1/sign-offs/{sign_off_id}/return"; body: SignBody; answer: SignOffAnswer };
  withdraw_sign_off: { method: "POST"; path: "/casework/v1/sign-offs/{sign_off_id}/withdraw"; body: SignBody; answer: SignOffAnswer };
  revise_sign_off: { method: "POST"; path: "/casework/v1/sign-offs/{sign_off_id}/revise"; body: ReviseBody; answer: SignOffAnswer };
  list_lifecycles: { method: "GET"; path: "/casework/v1/lifecycles"; body: never; answer: LifecyclesOut };
  get_lifecycle: { method: "GET"; path: "/casework/v1/lifecycles/{name}"; body: never; answer: LifecycleOut };
  list_vocabularies: { method: "GET"; path: "/casework/v1/vocabularies"; body: never; answer: VocabulariesOut };
  get_vocabulary: { method: "GET"; path: "/casework/v1/vocabularies/{name}"; body: never; answer: VocabularyOut };
  read_feed: { method: "GET"; path: "/casework/v1/feed"; body: never; answer: FeedOut };
  get_audit_checkpoint: { method: "GET"; path: "/casework/v1/audit/checkpoint"; body: never; answer: CheckpointOut };
  list_audit_entries: { method: "GET"; path: "/casework/v1/audit/entries"; body: never; answer: EntriesOut };
  list_problems: { method: "GET"; path: "/casework/v1/problems"; body: never; answer: CatalogueOut };
}
