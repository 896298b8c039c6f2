"""Names and telephones of volunteer_app.domain.text: the vectors of domain.md and what hypothesis can think of."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from volunteer_app.domain.text import (
    NameChange,
    NameFault,
    Phone,
    PhoneChange,
    PhoneFault,
    clean_name,
    group_phone,
    mask_id_number,
    mask_name,
    mask_phone,
    number_text,
    parse_phones,
)

digits = st.text("0123456789", min_size=8, max_size=8)
mobiles = st.builds("{}{}".format, st.sampled_from(["154", "194"]), digits)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("张　三", "张三"),
        ("欧 阳霞", "欧阳霞"),
        ("\u00a0许梦洁", "许梦洁"),
        ("上官娜\n", "上官娜"),
        ("王\u200b五", "王五"),
        ("\u202e李四\u202c", "李四"),
        ("辻\U000e0100村", "辻村"),
        ("Anna  Maria", "Anna Maria"),
        ("阿依 Anna", "阿依 Anna"),
    ],
)
def test_alignment_and_invisible_characters_leave_a_name(written: str, name: str) -> None:
    reading = clean_name(written)

    assert reading.name == name
    assert reading.fault is None


@pytest.mark.parametrize("dot", list("•・･．.‧∙⋅"))
def test_every_dot_between_han_characters_becomes_the_interpunct(dot: str) -> None:
    reading = clean_name(f"迪丽努尔{dot}吾守尔")

    assert reading.name == "迪丽努尔·吾守尔"
    assert NameChange.DOT in reading.changes


def test_a_dot_in_a_latin_name_stays() -> None:
    assert clean_name("J. Smith").name == "J. Smith"


@pytest.mark.parametrize("name", ["张𬭎", "王䶮", "李㛃", "𠮷野", "阿卜杜热西提·买买提吐尔逊江", "〇一", "那音太"])
def test_no_name_is_refused_for_its_characters(name: str) -> None:
    reading = clean_name(name)

    assert (reading.name, reading.changes, reading.fault) == (name, (), None)


def test_compatibility_characters_are_not_unified() -> None:
    assert clean_name("\uf9d1三").name == "\uf9d1三"


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("", NameFault.MISSING),
        (" \u3000\u200b", NameFault.MISSING),
        ("同上", NameFault.PLACEHOLDER),
        ("〃", NameFault.PLACEHOLDER),
        ("12", NameFault.PLACEHOLDER),
        ("张" * 61, NameFault.PLACEHOLDER),
        ("上?", NameFault.GARBLED),
        ("陈□", NameFault.GARBLED),
        ("张*", NameFault.GARBLED),
        ("李\ue863", NameFault.GARBLED),
    ],
)
def test_what_is_no_name_is_named_as_such(written: str, fault: NameFault) -> None:
    assert clean_name(written).fault is fault


@given(st.text())
def test_cleaning_a_name_is_total_and_stable(text: str) -> None:
    once = clean_name(text)

    assert clean_name(once.name).name == once.name


@pytest.mark.parametrize(
    ("written", "number", "changes"),
    [
        ("15400110001", "15400110001", ()),
        ("194-0011-0003", "19400110003", (PhoneChange.SEPARATORS,)),
        ("154 0011 0016", "15400110016", (PhoneChange.SEPARATORS,)),
        ("+8619400110009", "19400110009", (PhoneChange.PREFIX_86,)),
        ("0086-15400150005", "15400150005", (PhoneChange.PREFIX_86,)),
        ("8615400150005", "15400150005", (PhoneChange.PREFIX_86,)),
        ("１５４００１５０００１", "15400150001", (PhoneChange.FULL_WIDTH,)),
        ("'15400150002", "15400150002", (PhoneChange.APOSTROPHE,)),
        ("15400110001（微信同号）", "15400110001", (PhoneChange.SEPARATORS,)),
        ("1.5400110001E+10", "15400110001", (PhoneChange.SEPARATORS,)),
        ("\u202d15400110001\u202c", "15400110001", ()),
        ("0370-2000109", "0370-2000109", ()),
        ("（0370）2000001", "0370-2000001", (PhoneChange.SEPARATORS,)),
        ("03702000002", "0370-2000002", (PhoneChange.SEPARATORS,)),
        ("+86 0370 2000001", "0370-2000001", (PhoneChange.PREFIX_86,)),
        ("010-62000001", "010-62000001", ()),
        ("2000327", "0370-2000327", (PhoneChange.AREA_CODE,)),
        ("0370-2000001转801", "0370-2000001-801", (PhoneChange.SEPARATORS,)),
        ("0370-2000001-801", "0370-2000001-801", ()),
    ],
)
def test_a_number_is_read_in_every_common_spelling(written: str, number: str, changes: tuple[PhoneChange, ...]) -> None:
    reading = parse_phones(written)

    assert [phone.text for phone in reading.phones] == [number]
    assert reading.changes == changes
    assert reading.fault is None


@pytest.mark.parametrize("gap", ["/", "、", ";", "；", "，", "\n", " ", " 或 "])
def test_two_numbers_in_a_cell_are_both_kept(gap: str) -> None:
    reading = parse_phones(f"15400110005{gap}0370-2000001")

    assert [phone.text for phone in reading.phones] == ["15400110005", "0370-2000001"]


def test_an_extension_has_its_own_field() -> None:
    reading = parse_phones("0370-2000001转801")

    assert reading.phones == (Phone("0370-2000001", "801"),)


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("1540016000", PhoneFault.LENGTH),
        ("154001200058", PhoneFault.LENGTH),
        ("15400", PhoneFault.LENGTH),
        ("12400160008", PhoneFault.PREFIX),
        ("25400140005", PhoneFault.PREFIX),
        ("1.54E+10", PhoneFault.PRECISION_LOST),
        ("1540015****", PhoneFault.MASKED),
        ("154xxxx0001", PhoneFault.MASKED),
        ("无", PhoneFault.TEXT),
        ("见备注", PhoneFault.TEXT),
        ("15400110001/1940011", PhoneFault.LENGTH),
    ],
)
def test_what_cannot_be_dialled_is_a_fault(written: str, fault: PhoneFault) -> None:
    reading = parse_phones(written)

    assert reading.fault is fault
    assert reading.phones == ()


@pytest.mark.parametrize("written", ["", "  ", "/", "—", "-"])
def test_an_empty_cell_is_neither_number_nor_fault(written: str) -> None:
    reading = parse_phones(written)

    assert (reading.phones, reading.fault) == ((), None)


@given(mobiles, st.sampled_from(["{}", " {} ", "+86{}", "0086-{}", "'{}", "\t{}", "{}（微信同号）", "电话：{}"]))
def test_a_mobile_number_survives_any_wrapping(number: str, wrapping: str) -> None:
    reading = parse_phones(wrapping.format(number))

    assert [phone.text for phone in reading.phones] == [number]


@given(st.text() | st.text("0123456789-+ ()/.eE转*，、\n'", max_size=40))
@example("٣٤٥٦٧٨٩٠١٢٣")
@example("+86")
@example("0")
@example("1E+99")
def test_reading_phones_never_raises_and_yields_only_ascii_numbers(text: str) -> None:
    reading = parse_phones(text)

    for phone in reading.phones:
        assert phone.text.isascii()
        assert phone.text.replace("-", "").isdigit()


@given(st.floats())
def test_any_number_cell_has_a_text(number: float) -> None:
    assert number_text(number)


def test_a_number_cell_reads_as_on_the_screen() -> None:
    assert number_text(15400110001.0) == "15400110001"


def test_masking_shows_the_ends_only() -> None:
    assert mask_phone("15400000001") == "154****0001"
    assert mask_phone("0370-2000109") == "0370-****109"
    assert mask_phone("154****0001") == "154****0001"
    assert mask_phone("") == ""
    assert mask_id_number("411499199703030117") == "411499********0117"
    assert mask_id_number("H12345678") == "H*******8"


def test_a_masked_name_keeps_a_compound_surname() -> None:
    assert mask_name("张三丰") == "张*"
    assert mask_name("欧阳霞") == "欧阳*"
    assert mask_name("") == ""


@given(mobiles)
def test_a_masked_phone_coming_back_is_never_taken_for_a_number(number: str) -> None:
    assert parse_phones(mask_phone(number)).fault is PhoneFault.MASKED


def test_a_mobile_number_is_read_aloud_in_three_groups() -> None:
    assert group_phone("15400000001") == "154 0000 0001"
    assert group_phone("0370-2000001") == "0370-2000001"
