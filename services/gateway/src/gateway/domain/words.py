"""What the pages call the parties of a process and the units of a deadline, in both languages."""

from __future__ import annotations

CAPACITIES = {
    "addressed": ("被督办单位", "body addressed"),
    "addressee": ("受文单位", "addressee"),
    "assessor": ("评分单位", "assessor"),
    "assigned": ("交办件承办机关", "organ it was assigned to"),
    "assigned_body": ("任务承担单位", "body the task is given to"),
    "assignee": ("任务承担人", "officer the task is given to"),
    "authority": ("有权机关", "competent authority"),
    "breaker": ("紧急查阅人", "who broke the glass"),
    "checking": ("核查单位", "body that checks"),
    "competent": ("主责部门", "competent department"),
    "confirming": ("确认单位", "body that confirms"),
    "evaluating": ("评估单位", "evaluating body"),
    "handling": ("承办单位", "handling body"),
    "home_body": ("派出单位", "home body"),
    "inspected": ("被巡察单位", "inspected body"),
    "ledger": ("线索集中管理", "keeper of the ledger"),
    "member": ("成员", "member"),
    "participant": ("参加单位", "participant"),
    "receiver": ("接收单位", "receiver"),
    "review": ("审理", "review"),
    "reviewing": ("复查复核机关", "reviewing organ"),
    "supervising": ("监督单位", "supervising body"),
    "unread_above": ("待阅知的上级信访部门", "petition office above, which has not read it yet"),
    "unread_by_party": ("待阅知的同级党委", "Party committee of the same level, which has not read it yet"),
    "unread_by_superior": ("待阅知的上级纪委监委", "superior commission, which has not read it yet"),
}
"""Who somebody is to an object, where that is not simply its holder."""

UNITS = {
    "working_day": ("个工作日", "working days"),
    "calendar_day": ("日", "days"),
    "month": ("个月", "months"),
    "hour": ("小时", "hours"),
    "quarter": ("季度", "quarters"),
}
