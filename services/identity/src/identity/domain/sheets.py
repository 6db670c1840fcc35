"""The columns of the sheets that organisations and officers are imported from."""

from __future__ import annotations

from shared.sheets.columns import Column, Kind

RELATIONS = {"内设": "unit", "下级": "organ"}
"""How an organisation stands to the one above it, in the words of the sheet."""

# fmt: off
ORGANISATIONS = (
    Column("code", "机构代码", "小写字母、数字、连字符，例如 city-office-3", required=True, example="district-9-petition"),
    Column("name", "名称", "机构全称或规范简称", required=True, width=30, example="新区信访室"),
    Column("name_en", "英文名称", "可空", width=30),
    Column("parent", "上级机构代码", "可以是本表中靠前的机构", required=True, example="district-9"),
    Column("relation", "隶属方式", "内设、派驻选“内设”，否则选“下级”", required=True, vocabulary="relation", example="内设"),
    Column("kind", "机构类别", "从下拉列表选择", required=True, vocabulary="organisation_kind", width=30, example="信访室"),
    Column("host", "驻在单位代码", "仅派驻组填写"),
    Column("opened_on", "设立日期", "可空，默认当天", kind=Kind.DAY, example="2026-01-05"),
    Column("place_name", "所辖地区名称", "区（市）、镇（街道）纪委填写，供群众选择"),
    Column("place_name_en", "所辖地区英文名称", "可空"),
)
OFFICERS = (
    Column("login", "登录名", "小写字母、数字、点、连字符", required=True, example="office1.gan"),
    Column("name", "姓名", "真实姓名", required=True, example="甘棠"),
    Column("organisation", "所在机构代码", "须为已有机构", required=True, example="city-office-1"),
    Column("position", "职务", "可空", example="科员"),
    Column("joined_on", "到岗日期", "可空，默认当天", kind=Kind.DAY, example="2026-01-05"),
    Column("roles", "角色", "多个角色用顿号分隔，及于所在机构", vocabulary="role", many=True, width=40, example="承办人"),
    Column("begins_on", "角色起始日", "可空，默认当天", kind=Kind.DAY, example="2026-01-05"),
    Column("ends_on", "角色截止日", "可空，表示长期", kind=Kind.DAY),
)
# fmt: on
