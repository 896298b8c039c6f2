"""Who can open the data: slots, the printed recovery code, the key file, sealed fields."""

import json
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from volunteer_app.domain.errors import (
    FileMissing,
    FileTooNew,
    KeyFileDamaged,
    LastKeySlot,
    RecoveryCodeMistyped,
    SealBroken,
    WrongPassword,
    WrongRecoveryCode,
)
from volunteer_app.storage.ciphers import FieldCipher, KeyedDigest
from volunteer_app.storage.key_file import keys_path, read_keys, ring_from_bytes, ring_to_bytes, write_keys
from volunteer_app.storage.keys import Cost, DataKey, KeyRing, SlotKind, new_data_key, new_ring
from volunteer_app.storage.recovery_code import ALPHABET, new_recovery_code, read_recovery_code

CHEAP = Cost(memory_kib=8, passes=1, lanes=1)
ADMIN, CLERK = UUID(int=1), UUID(int=2)


@pytest.fixture(scope="module")
def key() -> DataKey:
    return new_data_key()


@pytest.fixture(scope="module")
def code() -> str:
    return new_recovery_code()


@pytest.fixture(scope="module")
def ring(key: DataKey, code: str) -> KeyRing:
    """Two operators and a printed code."""
    ring = new_ring(key).with_password(key, ADMIN, login="管理员", password="平原-01", cost=CHEAP)
    ring = ring.with_password(key, CLERK, login="Clerk", password="other", cost=CHEAP)
    return ring.with_recovery_code(key, code, cost=CHEAP)


def test_each_operator_opens_the_data_with_their_own_password(ring: KeyRing, key: DataKey) -> None:
    admin, clerk = ring.unlock("管理员", "平原-01"), ring.unlock("Clerk", "other")

    assert (admin.operator_id, clerk.operator_id) == (ADMIN, CLERK)
    assert admin.key == clerk.key == key


@pytest.mark.parametrize(("login", "password"), [("管理员", "other"), ("管理员", ""), ("nobody", "other")])
def test_a_wrong_password_and_an_unknown_operator_look_alike(ring: KeyRing, login: str, password: str) -> None:
    with pytest.raises(WrongPassword) as refusal:
        ring.unlock(login, password)

    assert refusal.value.attempts_left is None


@pytest.mark.parametrize("typed", ["平原－０１", "平原-01"])
def test_full_width_typing_of_an_input_method_is_the_same_password(ring: KeyRing, typed: str, key: DataKey) -> None:
    assert ring.unlock(" clerk ", "ｏｔｈｅｒ").key == key
    assert ring.unlock("管理员", typed).key == key


def test_the_printed_code_opens_the_data(ring: KeyRing, key: DataKey, code: str) -> None:
    assert ring.unlock_with_recovery_code(code) == key
    assert ring.unlock_with_recovery_code(code.lower().replace("-", " ")) == key


def test_a_code_of_another_database_opens_nothing(ring: KeyRing) -> None:
    with pytest.raises(WrongRecoveryCode):
        ring.unlock_with_recovery_code(new_recovery_code())


def test_a_new_print_ends_the_old_code(ring: KeyRing, key: DataKey, code: str) -> None:
    newer = ring.with_recovery_code(key, new_recovery_code(), cost=CHEAP)

    with pytest.raises(WrongRecoveryCode):
        newer.unlock_with_recovery_code(code)
    assert [slot.kind for slot in newer.slots].count(SlotKind.RECOVERY) == 1


def test_a_changed_password_ends_the_old_one_and_keeps_the_place(ring: KeyRing, key: DataKey) -> None:
    changed = ring.with_password(key, ADMIN, login="管理员", password="new", cost=CHEAP)

    assert changed.unlock("管理员", "new").key == key
    assert changed.logins == ("管理员", "Clerk")
    with pytest.raises(WrongPassword):
        changed.unlock("管理员", "平原-01")


def test_a_new_name_needs_no_password(ring: KeyRing) -> None:
    renamed = ring.renamed(CLERK, "值班室")

    assert renamed.unlock("值班室", "other").operator_id == CLERK


def test_a_removed_operator_opens_nothing(ring: KeyRing) -> None:
    left = ring.without(CLERK)

    assert left.logins == ("管理员",)
    with pytest.raises(WrongPassword):
        left.unlock("Clerk", "other")


def test_the_last_slot_stays(key: DataKey) -> None:
    alone = new_ring(key).with_password(key, ADMIN, login="a", password="a", cost=CHEAP)

    with pytest.raises(LastKeySlot):
        alone.without(ADMIN)


def test_an_edited_owner_opens_nothing(ring: KeyRing) -> None:
    """A clerk who writes the administrator's id into their own slot must not become one."""
    body = json.loads(ring_to_bytes(ring))
    body["slots"][1]["operator"] = str(ADMIN)
    body["slots"][1]["login"] = "x"
    edited = ring_from_bytes(_resealed(body), "x.keys")

    with pytest.raises(WrongPassword):
        edited.unlock("x", "other")


def test_nothing_shown_of_a_key_or_a_slot_holds_the_key(ring: KeyRing, key: DataKey) -> None:
    shown = repr(key) + repr(ring) + repr(ring.unlock("Clerk", "other"))

    assert repr(key.raw) not in shown
    assert key.raw.hex() not in shown


def test_every_purpose_has_a_key_of_its_own(key: DataKey) -> None:
    keys = {key.raw, key.file_key, *(key.derive(p) for p in ("field", "blind index", "audit", "key id"))}

    assert len(keys) == 6
    assert {len(one) for one in keys} == {32}


def test_the_file_keeps_what_the_ring_holds(tmp_path: Path, ring: KeyRing) -> None:
    path = keys_path(tmp_path / "volunteer.db")

    write_keys(path, ring)

    assert path.name == "volunteer.db.keys"
    assert read_keys(path) == ring
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_the_file_holds_neither_key_nor_password(ring: KeyRing, key: DataKey) -> None:
    content = ring_to_bytes(ring).decode()

    assert "平原-01" not in content
    assert key.raw.hex() not in content
    assert key.file_key.hex() not in content


def test_a_missing_key_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileMissing) as refusal:
        read_keys(tmp_path / "volunteer.db.keys")

    assert refusal.value.file == "volunteer.db.keys"


def test_a_ring_that_nobody_could_open_is_never_written(tmp_path: Path, key: DataKey) -> None:
    path = tmp_path / "volunteer.db.keys"
    path.write_bytes(b"what was there")

    with pytest.raises(LastKeySlot):
        write_keys(path, new_ring(key))

    assert path.read_bytes() == b"what was there"


@settings(max_examples=200)
@given(place=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_any_flipped_bit_of_the_key_file_is_damage_and_not_a_wrong_password(place: float, bit: int) -> None:
    key = DataKey(b"\x07" * 32)
    whole = ring_to_bytes(new_ring(key).with_password(key, ADMIN, login="a", password="a", cost=CHEAP))
    flipped = bytearray(whole)
    flipped[int(place * len(flipped))] ^= 1 << bit

    try:
        read_back = ring_from_bytes(bytes(flipped), "k")
    except (KeyFileDamaged, FileTooNew):
        return

    assert ring_to_bytes(read_back) == whole  # only white space between the fields may differ


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[]", b"null", b"SQLite format 3\0", b'{"format": "else"}', b"\xff\xfe"]
)
def test_other_files_are_no_key_files(content: bytes) -> None:
    with pytest.raises(KeyFileDamaged):
        ring_from_bytes(content, "k")


def test_a_truncated_key_file_is_damage(ring: KeyRing) -> None:
    whole = ring_to_bytes(ring)

    for length in range(0, len(whole), 97):
        with pytest.raises(KeyFileDamaged):
            ring_from_bytes(whole[:length], "k")


def test_a_newer_key_file_is_named_as_such(ring: KeyRing) -> None:
    body = json.loads(ring_to_bytes(ring))
    body["version"] = 2

    with pytest.raises(FileTooNew):
        ring_from_bytes(json.dumps(body).encode(), "k")


def test_a_key_file_cannot_ask_for_all_memory(ring: KeyRing) -> None:
    body = json.loads(ring_to_bytes(ring))
    body["slots"][0]["argon2id"]["memory_kib"] = 1 << 30

    with pytest.raises(KeyFileDamaged):
        ring_from_bytes(_resealed(body), "k")


def _resealed(body: dict[str, object]) -> bytes:
    """The edited body with a checksum that fits again, as an attacker would write it."""
    from volunteer_app.storage.key_file import _checksum

    body.pop("checksum")
    return json.dumps(body | {"checksum": _checksum(body)}).encode()


class TestRecoveryCode:
    def test_it_has_no_look_alikes(self) -> None:
        assert len(ALPHABET) == 31
        assert not set("OILUZ") & set(ALPHABET)

    def test_two_codes_differ(self) -> None:
        assert new_recovery_code() != new_recovery_code()

    @given(st.sampled_from(["{}", " {} ", "\t{}\n"]))
    def test_it_is_read_as_it_was_printed(self, frame: str) -> None:
        printed = new_recovery_code()

        assert read_recovery_code(frame.format(printed)) == printed
        assert read_recovery_code(printed.replace("-", "").lower()) == printed

    @given(st.integers(0, 5), st.integers(0, 4), st.sampled_from(ALPHABET))
    def test_one_wrong_character_names_its_group(self, group: int, place: int, wrong: str) -> None:
        groups = new_recovery_code().split("-")
        if groups[group][place] == wrong:
            return
        groups[group] = groups[group][:place] + wrong + groups[group][place + 1 :]

        with pytest.raises(RecoveryCodeMistyped) as refusal:
            read_recovery_code("-".join(groups))

        assert refusal.value.group == group + 1

    @given(st.integers(0, 5), st.integers(0, 3))
    def test_swapped_neighbours_are_found(self, group: int, place: int) -> None:
        groups = new_recovery_code().split("-")
        text = groups[group]
        swapped = text[:place] + text[place + 1] + text[place] + text[place + 2 :]
        if swapped == text:
            return

        with pytest.raises(RecoveryCodeMistyped):
            read_recovery_code("-".join([*groups[:group], swapped, *groups[group + 1 :]]))

    def test_exchanged_groups_are_found(self) -> None:
        groups = new_recovery_code().split("-")

        with pytest.raises(RecoveryCodeMistyped) as refusal:
            read_recovery_code("-".join([groups[1], groups[0], *groups[2:]]))

        assert refusal.value.group == 1

    def test_letters_typed_for_digits_are_forgiven(self) -> None:
        printed = new_recovery_code()

        assert read_recovery_code(printed.replace("0", "o").replace("1", "l").replace("2", "z")) == printed

    @pytest.mark.parametrize("groups", [0, 1, 5, 7])
    def test_a_wrong_length_is_told(self, groups: int) -> None:
        printed = new_recovery_code().split("-")
        typed = "-".join((printed * 2)[:groups])

        with pytest.raises(RecoveryCodeMistyped) as refusal:
            read_recovery_code(typed)

        assert refusal.value.group == 0


class TestSealedFields:
    @given(st.text(max_size=60))
    def test_a_field_opens_in_its_own_row_only(self, text: str) -> None:
        cipher, row, other = FieldCipher(b"f" * 32), uuid4(), uuid4()
        sealed = cipher.seal(text, row_id=row, field="id_number")

        assert cipher.open(sealed, row_id=row, field="id_number") == text
        for row_id, field in ((other, "id_number"), (row, "bank_account")):
            with pytest.raises(SealBroken):
                cipher.open(sealed, row_id=row_id, field=field)

    def test_the_same_text_is_never_sealed_to_the_same_bytes(self) -> None:
        cipher, row = FieldCipher(b"f" * 32), uuid4()

        assert cipher.seal("x", row_id=row, field="f") != cipher.seal("x", row_id=row, field="f")

    def test_a_sealed_value_says_how_it_was_sealed(self) -> None:
        sealed = FieldCipher(b"f" * 32).seal("x", row_id=uuid4(), field="f")

        assert sealed.startswith(b"v1:aes256gcm:")

    @pytest.mark.parametrize("sealed", [b"", b"v2:sm4gcm:123456789012abc", b"v1:aes256gcm:", b"v1:aes256gcm:short"])
    def test_a_value_sealed_in_another_way_is_named(self, sealed: bytes) -> None:
        with pytest.raises(SealBroken):
            FieldCipher(b"f" * 32).open(sealed, row_id=uuid4(), field="f")

    def test_another_key_opens_nothing(self) -> None:
        row = uuid4()
        sealed = FieldCipher(b"f" * 32).seal("x", row_id=row, field="f")

        with pytest.raises(SealBroken):
            FieldCipher(b"g" * 32).open(sealed, row_id=row, field="f")

    def test_the_blind_index_is_the_same_for_the_same_text_and_key_only(self) -> None:
        ours, theirs = KeyedDigest(b"a" * 32), KeyedDigest(b"b" * 32)

        assert ours.of("411499") == ours.of("411499")
        assert len({ours.of("411499"), ours.of("411498"), theirs.of("411499")}) == 3
