"""Readings of a name, for finding it by ear: every reading of its surname, the usual one of the rest.

The library that knows the readings is large, so it is imported when a name is saved, never when the program starts.
"""

from functools import cache, lru_cache
from itertools import product

MOST_VARIANTS = 12

# Surnames whose usual reading differs from the character's first one; the first reading given is the one shown.
SURNAMES: dict[str, tuple[str, ...]] = {
    "单": ("shan", "dan"),
    "曾": ("zeng", "ceng"),
    "解": ("xie", "jie"),
    "仇": ("qiu", "chou"),
    "查": ("zha", "cha"),
    "区": ("ou", "qu"),
    "任": ("ren",),
    "华": ("hua",),
    "朴": ("piao", "pu"),
    "盖": ("ge", "gai"),
    "召": ("shao", "zhao"),
    "乐": ("yue", "le"),
    "翟": ("zhai", "di"),
    "缪": ("miao", "mou"),
    "覃": ("qin", "tan"),
    "纪": ("ji",),
    "员": ("yun", "yuan"),
    "折": ("she", "zhe"),
    "种": ("chong", "zhong"),
    "洗": ("xian", "xi"),
    "冼": ("xian",),
    "瞿": ("qu",),
    "逄": ("pang",),
    "麹": ("qu",),
    "秘": ("bi", "mi"),
    "黑": ("he", "hei"),
    "晁": ("chao",),
    "燕": ("yan",),
    "尉": ("yu", "wei"),
    "长": ("zhang", "chang"),
    "葛": ("ge",),
    "宁": ("ning",),
    "卜": ("bu",),
    "褚": ("chu",),
    "郇": ("xun", "huan"),
    "隗": ("wei", "kui"),
    "应": ("ying",),
    "谌": ("chen", "shen"),
    "沈": ("shen",),
    "车": ("che",),
    "那": ("na",),
    "万": ("wan",),
    "祭": ("zhai", "ji"),
    "郗": ("xi", "chi"),
    "过": ("guo",),
    "訾": ("zi",),
    "繁": ("po", "fan"),
    "尉迟": ("yu chi",),
    "万俟": ("mo qi",),
    "澹台": ("tan tai",),
    "单于": ("chan yu",),
    "长孙": ("zhang sun",),
    "令狐": ("ling hu",),
    "宇文": ("yu wen",),
    "欧阳": ("ou yang",),
    "司马": ("si ma",),
    "上官": ("shang guan",),
    "诸葛": ("zhu ge",),
    "皇甫": ("huang fu",),
    "慕容": ("mu rong",),
    "夏侯": ("xia hou",),
    "呼延": ("hu yan",),
}


def is_han(character: str) -> bool:
    """Whether this is a Chinese character, of any plane."""
    code = ord(character)
    return 0x3400 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or 0x20000 <= code <= 0x3FFFF or character == "〇"


def surname_length(name: str) -> int:
    return 2 if name[:2] in SURNAMES and len(name) > 2 else 1


@lru_cache(maxsize=4096)
def readings(name: str) -> tuple[tuple[str, ...], ...]:
    """Ways to read the name, one syllable a Han character, letters for the rest; the shown one first, at most 12."""
    characters = [c for c in name if is_han(c) or c.isalnum()]
    if not characters:
        return ()
    text = "".join(characters)
    split = surname_length(text)
    heads = _surname_readings(text[:split])
    rest = [_syllables(c) for c in text[split:]]
    first = tuple(options[0] for options in rest)
    found: dict[tuple[str, ...], None] = {(*head, *first): None for head in heads}
    for head, tail in product(heads, _alternatives(rest)):
        if len(found) >= MOST_VARIANTS:
            break
        found[(*head, *tail)] = None
    return tuple(found)


def _surname_readings(surname: str) -> list[tuple[str, ...]]:
    known = [tuple(reading.split()) for reading in SURNAMES.get(surname, ())]
    library = [tuple(option) for option in product(*(_syllables(c) for c in surname))]
    return list(dict.fromkeys([*known, *library]))[:MOST_VARIANTS]


def _alternatives(rest: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The given name with one character read otherwise at a time."""
    first = [options[0] for options in rest]
    return [(*first[:index], other, *first[index + 1 :]) for index, options in enumerate(rest) for other in options[1:]]


@cache
def _syllables(character: str) -> tuple[str, ...]:
    if not is_han(character):
        return (character.lower(),)
    from pypinyin import Style, pinyin

    found = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")
    return tuple(dict.fromkeys(found[0])) if found and found[0] else ("",)


def shown_pinyin(name: str) -> str:
    """The reading with tone marks, one space between syllables: `chén míng chuān`."""
    if not any(map(is_han, name)):
        return ""
    from pypinyin import Style, pinyin

    plain = readings(name)[0]
    han = [c for c in name if is_han(c) or c.isalnum()]
    marked = []
    for character, syllable in zip(han, plain, strict=True):
        options = pinyin(character, style=Style.TONE, heteronym=True, errors="default")[0] if is_han(character) else []
        marked.append(next((o for o in options if strip_tones(o) == syllable), syllable))
    return " ".join(part for part in marked if part)


def strip_tones(text: str) -> str:
    """`lǚ` becomes `lv`, `zhāng` becomes `zhang`: the letters people type."""
    return text.lower().translate(_TONES)


_TONES = str.maketrans(
    dict(zip("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ", "aaaaeeeeiiiioooouuuuvvvvvnnnm", strict=True)),
)
