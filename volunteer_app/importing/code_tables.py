"""National code tables as rosters abbreviate them: sex, political status, ethnicity. Unknown words pass unchanged."""

from functools import lru_cache

from volunteer_app.domain.text import half_width, squeeze

_GENDERS = {
    "男": "男",
    "女": "女",
    "男性": "男",
    "女性": "女",
    "1": "男",
    "2": "女",
    "m": "男",
    "f": "女",
    "先生": "男",
    "女士": "女",
}

# GB/T 4762-1984 in the wording that member lists use; on the right what clerks write for it.
_POLITICAL = {
    "中共党员": "中国共产党党员 共产党员 党员 中共 中国共产党 是 正式党员",
    "中共预备党员": "预备党员 预备 中国共产党预备党员 共产党预备党员",
    "共青团员": "团员 中国共产主义青年团团员 共青团",
    "民革党员": "民革 民革会员",
    "民盟盟员": "民盟",
    "民建会员": "民建",
    "民进会员": "民进",
    "农工党党员": "农工党 农工民主党 农工党员",
    "致公党党员": "致公党 致公党员",
    "九三学社社员": "九三学社 九三",
    "台盟盟员": "台盟",
    "无党派人士": "无党派 无党派民主人士",
    "群众": "普通群众 普通公民 人民群众 无 否 一般群众",
}
_POLITICAL_WORDS = {word: name for name, words in _POLITICAL.items() for word in (name, *words.split())}

# GB/T 3304-1991; 毛难 and 崩龙 are former spellings.
_ETHNIC_NAMES = """
汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇
柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京
塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺
"""
_ETHNICITIES = {name: f"{name}族" for name in _ETHNIC_NAMES.split()} | {"毛难": "毛南族", "崩龙": "德昂族"}


@lru_cache(maxsize=512)
def gender_name(text: str) -> str:
    """男 or 女, or nothing where the cell says neither."""
    return _GENDERS.get(half_width(squeeze(text)).lower(), "")


@lru_cache(maxsize=512)
def political_name(text: str) -> str:
    bare = half_width(squeeze(text))
    return _POLITICAL_WORDS.get(bare, bare)


@lru_cache(maxsize=512)
def ethnicity_name(text: str) -> str:
    bare = squeeze(text)
    return _ETHNICITIES.get(bare.removesuffix("族") or bare, bare)
