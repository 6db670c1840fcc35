"""What people of the demo bring in. Everything is invented; nobody and nothing here exists."""

from __future__ import annotations

from typing import NamedTuple


class Demand(NamedTuple):
    """A demand and how far it has come."""

    region: str
    field: str
    content: str
    until: str


class Report(NamedTuple):
    """A report, who it is about, whether it is signed, and how far it has come."""

    category: str
    region: str
    content: str
    subject: str
    named: bool
    until: str


# fmt: off
DEMANDS = [
    Demand("district-1",  "housing_registration", "（演示）某小区住户反映办理产权登记等待时间过长，希望明确办结日期。", "closed"),
    Demand("district-1",  "education",            "（演示）家长反映某小学课后服务收费没有公示，希望公开收费标准。", "answered"),
    Demand("district-1",  "urban_environment",    "（演示）居民反映某菜市场周边垃圾清运不及时，夏天气味很大。", "forwarded"),
    Demand("district-2",  "labour_wages",         "（演示）工人反映某工地拖欠三个月工资，包工头电话已经打不通。", "forwarded"),
    Demand("district-2",  "medical_insurance",    "（演示）老人反映异地就医报销材料反复退回，跑了四趟仍未办成。", "classified"),
    Demand("district-3",  "transport_utilities",  "（演示）村民反映公交末班车提前停运，学生放学后无法回家。", "classified"),
    Demand("district-3",  "social_assistance",    "（演示）残疾人家属反映护理补贴连续两个月没有到账。", "registered"),
    Demand("district-4",  "rural_collective",     "（演示）村民反映集体鱼塘承包合同从未公开，租金去向不明。", "registered"),
    Demand("district-4",  "food_drug_safety",     "（演示）居民反映某学校食堂食材存放不规范，希望检查。", "received"),
    Demand("district-5",  "ecology",              "（演示）居民反映河道夜间有污水排入，向有关部门反映后仍未解决。", "received"),
    Demand("district-6",  "law_enforcement_service", "（演示）商户反映办事窗口一次性告知不到位，同一事项来回补件。", "received"),
    Demand("district-7",  "medical_health",       "（演示）患者反映某卫生院重复检查收费，要求说明理由。", "forwarded"),
    Demand("district-8",  "housing_registration", "（演示）安置户反映交付延期一年，过渡费发放标准不清楚。", "answered"),
    Demand("district-9",  "urban_environment",    "（演示）小区电梯长期停用，老人上下楼困难，物业称无维修资金。", "classified"),
    Demand("district-10", "education",            "（演示）家长反映入学材料要求前后不一致，咨询电话无人接听。", "received"),
]

REPORTS = [
    Report("accusation", "district-1",  "（演示）反映某单位工作人员在验收工作中收受礼品，具体时间地点可以当面说明。", "（化名）甲某", True,  "transferred"),
    Report("accusation", "district-1",  "（演示）反映某村负责人将集体房屋低价出租给亲属，合同没有经过村民会议。", "（化名）乙某", False, "transferred"),
    Report("accusation", "district-2",  "（演示）反映某工作人员利用公车接送家人，周末也在使用。", "（化名）丙某", False, "screened"),
    Report("accusation", "district-2",  "（演示）反映某站所办事拖拉，暗示要给好处才肯办理。", "（化名）丁某", True,  "screened"),
    Report("accusation", "district-3",  "（演示）反映某单位违规发放补贴，名目是加班但并没有加班。", "（化名）戊某", False, "registered"),
    Report("accusation", "district-4",  "（演示）反映某干部大操大办升学宴，邀请管理服务对象参加。", "（化名）己某", True,  "registered"),
    Report("accusation", "district-5",  "（演示）反映某项目招标前已经内定，标书参数明显倾向一家公司。", "（化名）庚某", False, "received"),
    Report("appeal",     "district-6",  "（演示）本人对某处理决定不服，认为认定的事实与实际情况不符，申请复查。", "", True, "registered"),
    Report("suggestion", "district-7",  "（演示）建议在村务公开栏增加集体合同的公示内容，并定期更新。", "", False, "received"),
    Report("accusation", "district-8",  "（演示）反映某工作人员对群众态度生硬，推诿扯皮，拒绝说明理由。", "（化名）辛某", False, "declined"),
    Report("accusation", "district-9",  "（演示）反映某单位虚报合作社补助人数，名单中有人早已外出务工。", "（化名）壬某", True,  "transferred"),
    Report("accusation", "district-10", "（演示）反映某负责人接受管理对象宴请，饭后还有其他安排。", "（化名）癸某", False, "received"),
]
# fmt: on
