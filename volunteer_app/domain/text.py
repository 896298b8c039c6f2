"""Names and telephone numbers as clerks write them, cleaned and masked. Total: a bad text is a fault, never raised."""

import re
from dataclasses import dataclass
from enum import StrEnum

MAX_NAME_LENGTH = 60
DEFAULT_AREA_CODE = "0370"

HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
INTERPUNCT = "\u00b7"

_CONTROLS = dict.fromkeys((*range(0x09), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0)))
_INVISIBLE = _CONTROLS | dict.fromkeys(
    (
        0x00AD,
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
        *range(0xFE00, 0xFE10),
        0xFEFF,
        *range(0xE0000, 0xE0080),
        *range(0xE0100, 0xE01F0),
    )
)
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_FULL_WIDTH_WORDS = {code: half for code, half in _FULL_WIDTH.items() if chr(half).isalnum()}

_HAN_GAP = re.compile(rf"(?<=[{HAN}])\s+(?=[{HAN}])")
_HAN_DOT = re.compile(rf"(?<=[{HAN}])\s*[·•・･．.‧∙⋅]\s*(?=[{HAN}])")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
_PLACEHOLDER_WORDS = "同上 〃 ″ ” “ 々 \" '' 同 无 空 待定 不详 未知 / - — —— … ……"
_PLACEHOLDERS = frozenset(_PLACEHOLDER_WORDS.split())

# Only surnames of two characters in use today: 张* hides everything but the surname, 欧阳* must too.
_COMPOUND_SURNAMES = """
欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠
公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁
拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 公户 公玉 公仪 梁丘 公仲 公上 公门 公山 公坚 左丘 公伯
西门 公祖 第五 公乘 贯丘 公皙 南荣 东里 东宫 仲长 子书 子桑 即墨 达奚 褚师 纳兰 完颜 叶赫 那拉
"""
COMPOUND_SURNAMES = frozenset(_COMPOUND_SURNAMES.split())


class NameChange(StrEnum):
    SPACES = "spaces"
    DOT = "dot"
    FULL_WIDTH = "full_width"


class NameFault(StrEnum):
    MISSING = "missing"
    PLACEHOLDER = "placeholder"
    GARBLED = "garbled"


@dataclass(frozen=True, slots=True)
class NameReading:
    """A cleaned name, what was changed without loss, and what is wrong with it."""

    name: str
    changes: tuple[NameChange, ...] = ()
    fault: NameFault | None = None


class PhoneChange(StrEnum):
    SEPARATORS = "separators"
    PREFIX_86 = "prefix_86"
    APOSTROPHE = "apostrophe"
    FULL_WIDTH = "full_width"
    AREA_CODE = "area_code"


class PhoneFault(StrEnum):
    TEXT = "text"
    MASKED = "masked"
    LENGTH = "length"
    PREFIX = "prefix"
    PRECISION_LOST = "precision_lost"


@dataclass(frozen=True, slots=True)
class Phone:
    """One number: `15400000001`, or a landline as `0370-2000001` with the extension apart."""

    number: str
    extension: str = ""

    @property
    def is_mobile(self) -> bool:
        return "-" not in self.number

    @property
    def text(self) -> str:
        """The number as it is stored and dialled."""
        return f"{self.number}-{self.extension}" if self.extension else self.number


@dataclass(frozen=True, slots=True)
class PhoneReading:
    """What a cell of telephone numbers holds. No phones and no fault: the cell is empty."""

    phones: tuple[Phone, ...] = ()
    changes: tuple[PhoneChange, ...] = ()
    fault: PhoneFault | None = None


def strip_invisible(text: str) -> str:
    """Without zero-width characters, direction marks, variation selectors and control codes; line breaks stay."""
    return text if text.isascii() and text.isprintable() else text.translate(_INVISIBLE)


def half_width(text: str) -> str:
    return text.translate(_FULL_WIDTH)


def squeeze(text: str) -> str:
    """Without invisible characters and without any white space: the form in which labels are compared."""
    return "".join(strip_invisible(text).split())


def _align(name: str) -> str:
    return _HAN_GAP.sub("", " ".join(strip_invisible(name).split()))


def _join_dots(name: str) -> str:
    return _HAN_DOT.sub(INTERPUNCT, name)


def _narrow_words(name: str) -> str:
    return name.translate(_FULL_WIDTH_WORDS)


_NAME_STEPS = ((NameChange.SPACES, _align), (NameChange.DOT, _join_dots), (NameChange.FULL_WIDTH, _narrow_words))


def clean_name(text: str) -> NameReading:
    """Spaces for alignment go, dots between Han characters become the interpunct; nothing else is corrected."""
    name = text
    changes: list[NameChange] = []
    for change, clean in _NAME_STEPS:
        cleaned = clean(name)
        if cleaned != name:
            changes.append(change)
        name = cleaned
    return NameReading(name, tuple(changes), _name_fault(name))


def _name_fault(name: str) -> NameFault | None:
    if not name:
        return NameFault.MISSING
    if name in _PLACEHOLDERS or name.isdigit() or len(name) > MAX_NAME_LENGTH:
        return NameFault.PLACEHOLDER
    if any(mark in name for mark in "?？□\ufffd*＊") or _PRIVATE.search(name):
        return NameFault.GARBLED
    return None


def mask_name(name: str) -> str:
    """张*, 欧阳*: the surname and one star, so that the length of the given name is not told either."""
    surname = name[:2] if name[:2] in COMPOUND_SURNAMES else name[:1]
    return f"{surname}*" if surname else ""


_STRONG_GAP = re.compile(r"[/\\、;；,，\n\r|或和]+")
_ANY_GAP = re.compile(r"[/\\、;；,，\n\r|或和\s]+")
_SEPARATOR = re.compile(r"[-–—－_.·\s()（）]+")
_ALL_SEPARATORS = re.compile(r"[-–—－_.·\s()（）/\\、;；,，|]+")
_POWER = re.compile(r"([0-9])(?:\.([0-9]+))?[eE]\+?([0-9]{1,2})")
_TAIL_ZERO = re.compile(r"([0-9]{7,})\.0+")
_NOTE = re.compile(
    r"[(（\[【]?(?:微信同号|微信同步|同微信|微信|手机号?码?|移动电话|移动|联通|电信|电话|本人|号码)[)）\]】]?[:：]?"
)
_EXTENSION = re.compile(r"(.+?)\s*(?:转|轉|分机号?|ext\.?|#)\s*[:：]?([0-9]{1,6})", re.IGNORECASE)
_DASHED_EXTENSION = re.compile(r"([(（]?0[0-9]{2,3}[)）]?[-\s]?[0-9]{7,8})[-–—]([0-9]{1,6})")
_COUNTRY = re.compile(r"[(（]?(?:\+|00)\s*86[)）]?[-\s]*")


def number_text(number: float) -> str:
    """A number cell as the clerk saw it: `15400000001`, not `15400000001.0`."""
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else str(number)


def parse_phones(text: str, area_code: str = DEFAULT_AREA_CODE) -> PhoneReading:
    """Every number in a cell, cleaned; `area_code` completes a landline written without one."""
    bare = strip_invisible(text).strip()
    changes: list[PhoneChange] = []
    if bare[:1] in ("'", "‘", "’", "`"):
        bare = bare[1:].strip()
        changes.append(PhoneChange.APOSTROPHE)
    if any("0" <= half_width(char) <= "9" for char in bare if char > "\uff00"):
        changes.append(PhoneChange.FULL_WIDTH)
    bare = half_width(bare)
    if not bare or not _ALL_SEPARATORS.sub("", bare):
        return PhoneReading()
    single = _parse_one(bare, area_code)
    several = _parse_several(bare, area_code) if single.fault else None
    chosen = several or single
    return PhoneReading(chosen.phones, (*changes, *chosen.changes), chosen.fault)


def _parse_several(text: str, area_code: str) -> PhoneReading | None:
    """Split at every sign that stands between two numbers, then at spaces too; None when the text is one number."""
    for gap in (_STRONG_GAP, _ANY_GAP):
        readings = [_parse_one(part, area_code) for part in gap.split(text) if part.strip()]
        faults = [reading.fault for reading in readings if reading.fault]
        if len(readings) > 1 and not faults:
            phones = dict.fromkeys(phone for reading in readings for phone in reading.phones)
            return PhoneReading(tuple(phones), (PhoneChange.SEPARATORS,))
        if gap is _STRONG_GAP and 0 < len(faults) < len(readings):
            return PhoneReading(fault=faults[0])
    return None


def _parse_one(text: str, area_code: str) -> PhoneReading:
    if "*" in text or re.search(r"\d[xX×•●]{2,}", text):
        return PhoneReading(fault=PhoneFault.MASKED)
    if power := _POWER.fullmatch(text):
        return _parse_power(power, area_code)
    tail = _TAIL_ZERO.fullmatch(text)
    bare = tail[1] if tail else _NOTE.sub("", text).strip()
    country = _COUNTRY.match(bare) or (re.match("86", bare) if re.fullmatch(r"861[3-9]\d{9}", bare) else None)
    if country:
        bare = bare[country.end() :]
    bare, extension = _split_extension(bare)
    digits = _SEPARATOR.sub("", bare)
    if not re.fullmatch("[0-9]+", digits):
        return PhoneReading(fault=PhoneFault.TEXT)
    return _judge(digits, text, area_code, extension=extension, country=country is not None)


def _split_extension(text: str) -> tuple[str, str]:
    found = _EXTENSION.fullmatch(text) or _DASHED_EXTENSION.fullmatch(text)
    return (found[1], found[2]) if found else (text, "")


def _parse_power(power: re.Match[str], area_code: str) -> PhoneReading:
    whole, fraction, exponent = power[1], power[2] or "", int(power[3])
    if len(fraction) < exponent:
        return PhoneReading(fault=PhoneFault.PRECISION_LOST)
    return _judge(whole + fraction[:exponent], power[0], area_code, extension="", country=False)


def _judge(digits: str, written: str, area_code: str, *, extension: str, country: bool) -> PhoneReading:
    if country and digits[:1] not in ("0", "1"):
        digits = f"0{digits}"
    if len(digits) == 11 and digits[0] == "1":
        if digits[1] < "3":
            return PhoneReading(fault=PhoneFault.PREFIX)
        return PhoneReading((Phone(digits),), _changes(written, digits, country=country))
    if digits[0] == "0":
        return _judge_landline(digits, written, extension, country=country)
    if len(digits) == (8 if len(area_code) == 3 else 7) and digits[0] > "1":
        number = Phone(f"{area_code}-{digits}", extension)
        return PhoneReading((number,), (PhoneChange.AREA_CODE,))
    return PhoneReading(fault=PhoneFault.PREFIX if len(digits) == 11 else PhoneFault.LENGTH)


def _judge_landline(digits: str, written: str, extension: str, *, country: bool) -> PhoneReading:
    split = 3 if digits[1:2] in ("1", "2") else 4
    area, local = digits[:split], digits[split:]
    if len(local) not in (7, 8):
        return PhoneReading(fault=PhoneFault.LENGTH)
    if local[0] < "2":
        return PhoneReading(fault=PhoneFault.PREFIX)
    phone = Phone(f"{area}-{local}", extension)
    return PhoneReading((phone,), _changes(written, phone.text, country=country))


def _changes(written: str, canonical: str, *, country: bool) -> tuple[PhoneChange, ...]:
    if country:
        return (PhoneChange.PREFIX_86,)
    return () if written == canonical else (PhoneChange.SEPARATORS,)


def group_phone(number: str) -> str:
    """A mobile number in groups of 3-4-4, as it is read aloud; anything else as it is."""
    if len(number) == 11 and number.isdigit() and number[0] == "1":
        return f"{number[:3]} {number[3:7]} {number[7:]}"
    return number


def mask_phone(number: str) -> str:
    """154****0001; of a landline the area code and the last three digits stay."""
    if not number or "*" in number:
        return number
    area, dash, local = number.partition("-")
    if dash:
        return f"{area}-****{local[-3:]}" if len(local) > 6 else f"{area}-****"
    return f"{number[:3]}****{number[-4:]}" if len(number) >= 10 else "****"


def mask_id_number(number: str) -> str:
    """The first six and the last four characters; shorter papers show only their ends."""
    if len(number) >= 15:
        return f"{number[:6]}{'*' * (len(number) - 10)}{number[-4:]}"
    return f"{number[:1]}{'*' * (len(number) - 2)}{number[-1:]}" if len(number) > 2 else "*" * len(number)
