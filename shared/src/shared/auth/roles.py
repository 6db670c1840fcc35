"""The roles an officer or an organisation's account can hold, and which of them exclude each other.

Rule: 1.1.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Role(StrEnum):
    """A role code; the value is what tokens, tables and answers carry."""

    PETITION_OFFICER = "petition_officer"
    CASE_MANAGER = "case_manager"
    HANDLER = "handler"
    OFFICE_HEAD = "office_head"
    DEPUTY_LEADER = "deputy_leader"
    PRINCIPAL_LEADER = "principal_leader"
    STANDING_COMMITTEE = "standing_committee"
    PARTY_PRINCIPAL = "party_principal"
    SUPERIOR_COMMISSION = "superior_commission"
    CASE_REVIEWER = "case_reviewer"
    CADRE_SUPERVISOR = "cadre_supervisor"
    STATIONED_GROUP = "stationed_group"
    DISTRICT_COMMISSION = "district_commission"
    TOWN_COMMISSION = "town_commission"
    INSPECTION_OFFICE = "inspection_office"
    ORGANIZATION_DEPARTMENT = "organization_department"
    INSPECTED_ORGANIZATION = "inspected_organization"
    INSPECTION_LEADING_GROUP = "inspection_leading_group"
    COMPETENT_DEPARTMENT = "competent_department"
    TRAINING_MANAGER = "training_manager"
    STATISTICIAN = "statistician"
    SECURITY_OFFICER = "security_officer"
    SYSTEM_ADMIN = "system_admin"
    AUDITOR = "auditor"
    EVALUATOR = "evaluator"
    SOURCE_SYSTEM = "source_system"


@dataclass(frozen=True, slots=True)
class RoleLabel:
    """The role's name in the two languages of the product."""

    zh: str
    en: str


ROLE_LABELS: MappingProxyType[Role, RoleLabel] = MappingProxyType(
    {
        Role.PETITION_OFFICER: RoleLabel("信访室干部", "Petition officer"),
        Role.CASE_MANAGER: RoleLabel("案件监督管理室干部", "Case manager"),
        Role.HANDLER: RoleLabel("承办人", "Handler"),
        Role.OFFICE_HEAD: RoleLabel("承办部门主要负责人", "Head of the handling office"),
        Role.DEPUTY_LEADER: RoleLabel("分管领导", "Deputy leader in charge"),
        Role.PRINCIPAL_LEADER: RoleLabel("机关主要负责人", "Principal leader of the organ"),
        Role.STANDING_COMMITTEE: RoleLabel("纪委常委会、监委委务会", "Standing committee"),
        Role.PARTY_PRINCIPAL: RoleLabel("同级党委主要负责人", "Party committee principal"),
        Role.SUPERIOR_COMMISSION: RoleLabel("上级纪委监委", "Superior commission"),
        Role.CASE_REVIEWER: RoleLabel("案件审理室干部", "Case reviewer"),
        Role.CADRE_SUPERVISOR: RoleLabel("纪检监察干部监督室", "Supervisor of own cadres"),
        Role.STATIONED_GROUP: RoleLabel("派驻纪检监察组", "Stationed group"),
        Role.DISTRICT_COMMISSION: RoleLabel("区（市）纪委监委", "District commission"),
        Role.TOWN_COMMISSION: RoleLabel("镇（街道）纪（工）委", "Town commission"),
        Role.INSPECTION_OFFICE: RoleLabel("巡察办", "Inspection office"),
        Role.ORGANIZATION_DEPARTMENT: RoleLabel("组织部", "Organization department"),
        Role.INSPECTED_ORGANIZATION: RoleLabel("被巡察党组织", "Inspected Party organisation"),
        Role.INSPECTION_LEADING_GROUP: RoleLabel("巡察工作领导小组", "Inspection leading group"),
        Role.COMPETENT_DEPARTMENT: RoleLabel("主责部门、职能部门", "Competent department"),
        Role.TRAINING_MANAGER: RoleLabel("培训管理员", "Training manager"),
        Role.STATISTICIAN: RoleLabel("统计员", "Statistician"),
        Role.SECURITY_OFFICER: RoleLabel("保密员", "Security officer"),
        Role.SYSTEM_ADMIN: RoleLabel("系统管理员", "System administrator"),
        Role.AUDITOR: RoleLabel("安全审计员", "Security auditor"),
        Role.EVALUATOR: RoleLabel("测评人员", "Evaluator"),
        Role.SOURCE_SYSTEM: RoleLabel("来件系统", "Source system"),
    }
)

ADMINISTRATORS = frozenset({Role.SYSTEM_ADMIN, Role.SECURITY_OFFICER, Role.AUDITOR})
"""The three administrators (三员分立). None of them does business, and no person holds two of them."""


def conflicting_roles(held: Iterable[Role]) -> frozenset[Role]:
    """Name the roles in the collection that one person may not hold together; empty when all is well.

    An administrator role excludes every other role, business or administrative.
    """
    roles = frozenset(held)
    if roles & ADMINISTRATORS and len(roles) > 1:
        return roles
    return frozenset()
