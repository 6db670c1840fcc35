"""What inspections of the demo found. Everything is invented; no unit and no person named here exists."""

from __future__ import annotations

from typing import NamedTuple


class Inspected(NamedTuple):
    """An inspected organisation of the demo, who answers for it, and what was found there."""

    organisation: str
    clerk: str
    principal: str
    first_responsible: str
    members: tuple[tuple[str, str, str], ...]
    findings: tuple[tuple[str, str, str], ...]
    unit: str | None = None


LINES, STRICT, LINE, EARLIER = (
    "party_lines_and_policies", "strict_party_governance", "organisational_line", "earlier_rectification",
)  # fmt: skip
GRAVE, PLAIN, SOME = "serious", "ordinary", "prominent"

# fmt: off
HOUSING = Inspected(
    "party-bureau-housing", "inspected1.clerk", "inspected1.principal", "（化名）贺某",
    (("（化名）王某", "党组成员、副局长", "城市更新"), ("（化名）李某", "党组成员、总工程师", "工程质量安全"),
     ("（化名）赵某", "党组成员", "物业与房屋管理")),
    (
        (LINES,   GRAVE, "老旧小区改造年度任务完成率偏低，个别项目长期停工。"),
        (LINES,   SOME,  "保障性住房分配公示不及时，群众知晓率不高。"),
        (LINES,   SOME,  "房屋安全隐患排查存在死角，台账更新滞后。"),
        (LINES,   PLAIN, "物业服务投诉办理重答复、轻解决。"),
        (LINES,   PLAIN, "历史遗留办证问题推进缓慢。"),
        (LINES,   PLAIN, "城市更新规划与街道衔接不够。"),
        (STRICT,  GRAVE, "党组研究全面从严治党工作次数不足，责任分解不具体。"),
        (STRICT,  SOME,  "工程招标投标廉政风险防控措施不细。"),
        (STRICT,  SOME,  "公务用车管理制度执行不严。"),
        (STRICT,  PLAIN, "警示教育针对性不强，未用好身边案例。"),
        (STRICT,  PLAIN, "下属单位财务报销审核把关不严。"),
        (STRICT,  PLAIN, "会议文件偏多，精文减会要求落实不到位。"),
        (LINE,    SOME,  "关键岗位人员轮岗交流不及时。"),
        (LINE,    PLAIN, "年轻干部培养缺少计划。"),
        (LINE,    PLAIN, "基层党支部组织生活记录不规范。"),
        (LINE,    PLAIN, "干部人事档案专项审核收尾工作滞后。"),
        (EARLIER, SOME,  "上轮巡察反馈的资产出租问题未整改到位。"),
        (EARLIER, PLAIN, "审计指出的往来款清理进展缓慢。"),
        (EARLIER, PLAIN, "整改台账更新不及时，个别事项以文件代替整改。"),
        (EARLIER, PLAIN, "长效机制建设不够，制度修订计划未完成。"),
    ),
    "bureau-housing",
)

HEALTH = Inspected(
    "party-bureau-health", "inspected2.clerk", "inspected2.principal", "（化名）顾某",
    (("（化名）周某", "党组成员、副主任", "基层卫生"), ("（化名）吴某", "党组成员、副主任", "医政医管")),
    (
        (LINES,   GRAVE, "分级诊疗推进不均衡，基层首诊比例偏低。"),
        (LINES,   SOME,  "公共卫生服务经费拨付不及时。"),
        (LINES,   SOME,  "部分卫生院重复检查问题整治不彻底。"),
        (LINES,   PLAIN, "家庭医生签约服务重签约、轻履约。"),
        (LINES,   PLAIN, "医疗机构价格公示不规范。"),
        (LINES,   PLAIN, "老年人健康管理数据更新滞后。"),
        (STRICT,  GRAVE, "药品耗材采购关键环节监督不到位。"),
        (STRICT,  SOME,  "对下属医院党组织的监督传导不够。"),
        (STRICT,  SOME,  "医德医风投诉处置不及时。"),
        (STRICT,  PLAIN, "学术会议费用报销审核不严。"),
        (STRICT,  PLAIN, "廉政谈话流于形式。"),
        (STRICT,  PLAIN, "设备采购论证不充分，个别设备闲置。"),
        (LINE,    SOME,  "领导班子成员分管工作调整后交接不规范。"),
        (LINE,    PLAIN, "专业技术人员招聘计划执行不到位。"),
        (LINE,    PLAIN, "党建与业务融合不够紧密。"),
        (LINE,    PLAIN, "支部换届提醒不及时。"),
        (EARLIER, SOME,  "以往巡察指出的编外用工问题仍然存在。"),
        (EARLIER, PLAIN, "审计指出的专项资金结余未及时清理。"),
        (EARLIER, PLAIN, "整改责任只落到科室，未明确到人。"),
        (EARLIER, PLAIN, "主题教育查摆问题整改缺少回访。"),
    ),
    "bureau-health",
)

EDUCATION = Inspected(
    "party-bureau-education", "inspected3.clerk", "inspected3.principal", "（化名）施某",
    (("（化名）郑某", "党组成员、副局长", "基础教育"), ("（化名）冯某", "党组成员、副局长", "财务与基建")),
    (
        (LINES,   GRAVE, "义务教育阶段学位供给与人口变化衔接不够。"),
        (LINES,   SOME,  "课后服务收费公示不规范。"),
        (LINES,   SOME,  "校园食堂食材采购监督不到位。"),
        (LINES,   PLAIN, "校外培训机构监管存在薄弱环节。"),
        (LINES,   PLAIN, "学校周边安全隐患整治联动不足。"),
        (LINES,   PLAIN, "特殊教育保障机制不健全。"),
        (STRICT,  GRAVE, "基建项目变更签证审批把关不严。"),
        (STRICT,  SOME,  "教辅材料征订管理不规范。"),
        (STRICT,  SOME,  "师德师风问题查处通报不及时。"),
        (STRICT,  PLAIN, "下属学校“三公”经费公开不完整。"),
        (STRICT,  PLAIN, "廉政风险点排查不全面。"),
        (STRICT,  PLAIN, "调研检查过多，增加学校负担。"),
        (LINE,    SOME,  "校级干部任期管理不严。"),
        (LINE,    PLAIN, "教师交流轮岗比例未达要求。"),
        (LINE,    PLAIN, "民办学校党组织覆盖不到位。"),
        (LINE,    PLAIN, "干部选拔纪实材料不齐全。"),
        (EARLIER, SOME,  "以往巡察指出的校产出租问题未销号。"),
        (EARLIER, PLAIN, "专项督查指出的安全问题重复出现。"),
        (EARLIER, PLAIN, "整改成果运用不够，未推动同类学校自查。"),
        (EARLIER, PLAIN, "建章立制数量多，执行检查少。"),
    ),
)
# fmt: on
