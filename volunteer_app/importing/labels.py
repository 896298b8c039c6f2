"""What column headings mean: the synonyms of domain.md 5.1, matched whatever the spaces, brackets and stars."""

import re
from functools import lru_cache

from volunteer_app.domain.roster_file import FieldName
from volunteer_app.domain.text import half_width, squeeze

_SYNONYMS: dict[FieldName, str] = {
    FieldName.SEQ: "序号 序 排号 no no. 项次",
    FieldName.NUMBER: "编号 志愿者编号 人员编号 工号 志愿者号",
    FieldName.NAME: "姓名 名字 志愿者姓名 队员姓名 人员姓名 真实姓名 成员姓名 志愿者 队员 name",
    FieldName.GENDER: "性别 男女 性别男女",
    FieldName.BIRTH: "出生日期 出生年月 出生年月日 生日 出生时间 出生",
    FieldName.ID_NUMBER: (
        "身份证号 身份证号码 身份证 证件号 证件号码 公民身份号码 公民身份证号码 身份证件号码 身份号码 居民身份证号"
    ),
    FieldName.ID_TYPE: "证件类型 证件名称 证件种类",
    FieldName.PHONE: (
        "联系电话 手机 手机号 手机号码 电话 电话号码 联系方式 "
        "移动电话 联系方式1 联系电话1 电话1 本人电话 联系手机 常用电话"
    ),
    FieldName.PHONE2: (
        "备用电话 其他电话 联系方式2 联系电话2 电话2 家庭电话 备用手机 第二电话 备用联系方式 备用号码 备用电话座机"
    ),
    FieldName.OFFICE_PHONE: "办公电话 固话 座机 固定电话 单位电话 办公室电话 座机号码",
    FieldName.POLITICAL: "政治面貌 面貌 党派 是否党员 政治身份",
    FieldName.ETHNICITY: "民族",
    FieldName.EDUCATION: "学历 文化程度 教育程度",
    FieldName.COMMUNITY: (
        "所属社区 所在社区 社区 村居 村居社区 所在村居 居住社区 居住区域 社区名称 所属村居 村社区 所属居委会 居委会"
    ),
    FieldName.GRID: "网格 所属网格 所在网格 网格名称",
    FieldName.ADDRESS: "家庭住址 现住址 住址 地址 家庭地址 居住地址 详细地址 联系地址 现居住地",
    FieldName.DEPARTMENT: "工作单位 单位 科室 部门 科室站所 单位名称 所在单位 所属单位 工作单位及职务",
    FieldName.TEAM: (
        "所属队伍 队伍名称 队别 服务队 志愿服务队 隶属队伍 队伍 所在队伍 所属服务队 志愿服务队名称 所属志愿服务队"
    ),
    FieldName.ROLE: "职务 队内职务 岗位 队内岗位 队内分工 分工",
    FieldName.DUTY_ROLE: "带班值班 值班类别 值班身份",
    FieldName.SKILLS: "特长 技能 专业特长 专业技能 服务特长 志愿特长 服务意向 服务类别 专业能力 个人特长 特长技能",
    FieldName.JOIN_DATE: "加入时间 入队时间 注册时间 登记日期 入队日期 加入日期 注册日期 登记时间",
    FieldName.EMERGENCY_CONTACT: "紧急联系人 紧急联系人姓名 应急联系人 家属姓名",
    FieldName.EMERGENCY_PHONE: (
        "紧急联系电话 紧急联系人电话 紧急联系人手机 紧急联系人联系电话 "
        "紧急联系人联系方式 应急联系电话 家属电话 紧急电话"
    ),
    FieldName.HOURS: "服务时长 累计时长 志愿时长 服务时长小时",
    FieldName.POINTS: "积分 累计积分",
    FieldName.AGE: "年龄 周岁",
    FieldName.BLOOD: "血型",
    FieldName.HEALTH: "健康状况 身体状况",
    FieldName.CLOTHING: "衣服尺码 服装尺码 尺码",
    FieldName.WECHAT: "微信 微信号",
    FieldName.INSURED: "是否购买保险 保险 是否参保",
    FieldName.REMARK: "备注 说明 其他 备考",
}

_BY_LABEL = {label: name for name, labels in _SYNONYMS.items() for label in labels.split()}
_BRACKETED = re.compile(r"[(\[【〔〈《{][^)\]】〕〉》}]*[)\]】〕〉》}]")
_ORNAMENT = re.compile(r"[()\[\]【】〔〕〈〉《》{}*★☆※:：、,，.。\"'“”·|]")
_PARTS = re.compile(r"[/／、]")
_MAX_LABEL = 30


@lru_cache(maxsize=4096)
def field_of(label: str) -> FieldName | None:
    """The field a heading names, or None."""
    bare = half_width(squeeze(label)).lower()
    if not bare or len(bare) > _MAX_LABEL:
        return None
    plain, short = _ORNAMENT.sub("", bare), _ORNAMENT.sub("", _BRACKETED.sub("", bare))
    for candidate in (plain, short, plain.replace("/", ""), short.replace("/", "")):
        if found := _BY_LABEL.get(candidate):
            return found
    parts = {_BY_LABEL.get(_ORNAMENT.sub("", part)) for part in _PARTS.split(_BRACKETED.sub("", bare))}
    return parts.pop() if len(parts) == 1 else None


def is_mobile_label(label: str) -> bool:
    """手机 beside 电话: the mobile number is the one to ring first."""
    return "手机" in label or "移动" in label
