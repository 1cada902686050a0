"""From what is typed to what is found: checked against a slow filter over whole cases, and with nonsense."""

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.domain.case import CASE, new_case
from casebook.domain.fields import Kind, field_specs
from casebook.domain.sections.actors import Participant
from casebook.domain.sections.attachments import Attachment
from casebook.domain.sections.registry import Actor, Source
from casebook.domain.wording import Wording
from casebook.services.completing import Completing
from casebook.services.own_terms import vocabularies_of
from casebook.services.panels import BY_KEY, Panels
from casebook.services.searching import understood_in
from casebook.services.understanding import Understanding
from casebook.storage.library import Library
from casebook.storage.listing import RELEVANCE, ListQuery
from tests.builders import build_case
from tests.naive_search import counted, has_words, touches_years

BUILT = 10
ECOWAS = Actor(
    name="Economic Community of West African States", short_name="ECOWAS", aliases=("CEDEAO",), type="police"
)
REPORT = Source(
    title="Letters to the Secretary-General", authors=("Haddad, Leïla",), citation_key="un-s-2003"
)
TEXTS = {
    "ar": "وقّعت الشراكة العسكرية بين الجيش والأمم المتحدة على اتفاق لحفظ السلام، مدرسة أُنشئت",
    "zh": "联合国维持和平行动部队在蒙罗维亚解除武装",
    "ja": "国連の平和維持活動とガイドライン",
    "th": "กองทัพไทยฝึกร่วมกับพันธมิตร",
    "ko": "한국군은 평화유지군을 훈련하였다",
    "ru": "Миротворчество и её партнёры: ёлка",
    "hi": "सैन्य साझेदारी की कहानी, शांति स्थापना",
    "fr": "L’Évian cœur de l’été à Façade",
}
SPOKEN = {language: new_case(title=f"Case {language}", context=text) for language, text in TEXTS.items()}
HOLDING = new_case(
    title="Holding",
    authors=("Ama Mensah",),
    tags=("joint training", "training", "C++", "+++", 'so "called"'),
    actor_records=(ECOWAS,),
    actors=(Participant(actor=ECOWAS.id),),
    source_records=(REPORT,),
    countries=("LR",),
    attachments=(Attachment(caption="Barracks gate", file_name="IMG_0815-gate.jpg", digest="0" * 64),),
    status="in-review",
)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    with Library.create(tmp_path_factory.mktemp("asked") / "shelf.casebook", author="Ama Mensah") as library:
        library.cases.add_all(build_case(seed, 24) for seed in range(BUILT))
        library.cases.add_all((*SPOKEN.values(), HOLDING))
        yield library


@pytest.fixture(scope="module")
def cases(shelf):
    return {one: shelf.cases.load(one) for one in shelf.cases.ids(ListQuery())}


def found(library, text):
    return set(library.cases.ids(ListQuery(wanted=understood_in(library, text).wanted)))


def titles(library, text):
    return {row.title for row in library.cases.page(ListQuery(wanted=understood_in(library, text).wanted))}


TYPED = (
    *(
        "a",
        "po",
        "AND",
        "OR",
        "NOT",
        "-",
        "(",
        ")",
        '"',
        ":",
        ",",
        " ",
        " ",
        "|",
        "..",
        ">=",
        "<",
        "*",
        "^",
        "+",
    ),
    *("status:", "actor:", "year:", "grade:", "complete:", "changed:", "has:", "missing:", "region:", "is:"),
    *("tag:", "severity:", "language:", "sensitivity:", "country:", "author:", "by:", "challenges:", "draft"),
    *(
        "维持",
        "شراكة",
        "ال",
        "กอง",
        "साझे",
        "\u0301",
        "\u200b",
        "\u202e",
        "\x00",
        "\n",
        "\ud800",
        "🕊",
        "NEAR(",
    ),
    *("2003", "LR", "ß", "\\", "'"),
)
SIGNS = st.lists(st.sampled_from(TYPED), max_size=30).map("".join)


@given(SIGNS | st.text(max_size=60) | st.integers(1, 4000).map(lambda n: "(a OR NOT " * n))
@settings(max_examples=50)
def test_nothing_that_can_be_typed_raises(shelf, text):
    asked = understood_in(shelf, text)
    query = ListQuery(wanted=asked.wanted, sort=RELEVANCE)
    numbers = shelf.lookup.listed(query)
    assert set(shelf.lookup.snippets(numbers[:5], query)) <= set(numbers)
    assert sum(shelf.lookup.counts(query, "sensitivity").values()) == len(numbers)
    assert all(note and note == note.strip() for note in asked.notes)
    completing = Completing(shelf, Wording(vocabularies=vocabularies_of(shelf)))
    for one in completing.suggestions(text, len(text), asked=True):
        assert 0 <= one.start <= len(text)


WORDS = (
    "patrol",
    "radio",
    "the",
    "elders",
    "trad",
    "barracks",
    "ment",
    "monrovia",
    "trained for",
    "complaints de",
)
LEAF = st.one_of(
    st.sampled_from(WORDS).map(lambda text: ("word", text.split()[0])),
    st.sampled_from(WORDS).map(lambda text: ("phrase", text)),
    st.sampled_from(("challenges", "frameworks", "timeline")).flatmap(
        lambda key: st.sampled_from(WORDS).map(lambda text: ("within", (key, text.split()[0])))
    ),
    st.sampled_from(("LR", "IQ", "ML")).map(lambda code: ("value", ("country", "countries", code))),
    st.sampled_from(("draft", "published", "approved")).map(lambda one: ("value", ("status", "status", one))),
    st.integers(1, 5).map(lambda step: ("value", ("severity", "challenges.severity", str(step)))),
    st.sampled_from(("actors", "evidence", "questions", "context")).map(
        lambda key: ("value", ("has", "has", key))
    ),
    st.tuples(st.integers(1990, 2020), st.integers(0, 9)).map(lambda y: ("years", (y[0], y[0] + y[1]))),
)
TREES = st.recursive(
    LEAF,
    lambda inner: st.one_of(
        inner.map(lambda one: ("not", one)),
        st.tuples(inner, inner).map(lambda two: ("and", two)),
        st.tuples(inner, inner).map(lambda two: ("or", two)),
    ),
    max_leaves=6,
)


def typed(tree):
    kind, part = tree
    match kind:
        case "word":
            return part
        case "phrase":
            return f'"{part}"'
        case "within":
            return f"{part[0]}:{part[1]}"
        case "value":
            return f"{part[0]}:{part[2]}"
        case "years":
            return f"year:{part[0]}..{part[1]}"
        case "not":
            return f"NOT ({typed(part)})"
        case "and":
            return f"({typed(part[0])} {typed(part[1])})"
        case _:
            return f"({typed(part[0])} OR {typed(part[1])})"


def holds(case, tree):
    """Whether a case has it, from the case alone. Words that name terms are none of those here."""
    kind, part = tree
    match kind:
        case "word":
            return has_words(case, part, whole=False)
        case "phrase":
            return has_words(case, part, whole=True)
        case "within":
            return has_words(case, part[1], whole=False, section=part[0])
        case "value":
            return part[1:] in counted(case)
        case "years":
            return touches_years(case, *part)
        case "not":
            return not holds(case, part)
        case "and":
            return holds(case, part[0]) and holds(case, part[1])
        case _:
            return holds(case, part[0]) or holds(case, part[1])


@given(TREES)
@settings(max_examples=25)
def test_a_query_finds_what_a_slow_filter_finds(shelf, cases, tree):
    own = {one.id for one in map(build_of, range(BUILT))}
    text = typed(tree)
    named = _named(text, shelf)
    expected = {one for one, case in cases.items() if holds(case, tree)}
    if not named:
        assert found(shelf, text) & own == expected & own, text


def build_of(seed):
    return build_case(seed, 24)


def _named(text, shelf):
    """Whether a word of it also names a term or a country."""
    return any(one.values for one in _words(understood_in(shelf, text).wanted))


def _words(wanted):
    if hasattr(wanted, "words") and hasattr(wanted, "values"):
        yield wanted
    for part in getattr(wanted, "parts", (wanted.part,) if hasattr(wanted, "part") else ()):
        yield from _words(part)


@pytest.mark.parametrize(
    ("language", "queries"),
    [
        (
            "ar",
            [
                "شراكة",
                "الشراكة",
                "الشراكه",
                "الشِّراكَةُ",
                "جيش",
                "والجيش OR الجيش",
                "الامم",
                "أمم",
                "مدرسه",
                "انشئت",
                "عسكر",
                "السلام",
                '"الشراكة العسكرية"',
            ],
        ),
        ("zh", ["维持和平", "和平", "解除", "蒙罗维亚", "联合国 武装", '"和平行动"', "维"]),
        ("ja", ["平和", "維持", "ガイド", "カイド", "国連"]),
        ("th", ["กองทัพ", "ไทย", "พันธมิตร", "ฝึก"]),
        ("ko", ["한국", "평화유지군", "훈련"]),
        ("ru", ["миротвор", "МИРОТВОРЧЕСТВО", "партнеры", "елка", "ЁЛКА", "её"]),
        ("hi", ["साझेदारी", "साझे", "कहानी", "शांति", '"साझेदारी की"']),
        ("fr", ["evian", "EVIAN", "coeur", "œuvre OR cœur", "ete", "facade", "l'ete"]),
    ],
)
def test_real_texts_are_found_as_a_reader_types(shelf, language, queries):
    for text in queries:
        assert SPOKEN[language].id in found(shelf, text), text


@pytest.mark.parametrize("text", ["平维", "持维", '"平和行动"', "दारी", "творчество", "راكة", "vian"])
def test_what_no_text_has_is_not_found(shelf, text):
    assert not found(shelf, text) & {case.id for case in SPOKEN.values()}


@pytest.mark.parametrize(
    "text",
    [
        "actor:ecowas",
        "actor:CEDEAO",
        "actor:economic",
        'actor:"west african"',
        "ecowas",
        "cedeao",
        '"West African States"',
        "source:secretary-general",
        "source:haddad",
        "source:un-s-2003",
        "leila",
        "barracks gate",
        "IMG_0815-gate.jpg",
        "img_0815",
        "author:mensah",
        "author:ama",
        "tag:joint",
        'tag:"joint training"',
        'tag:"+++"',
        "tag:C++,joint",
        'tag:C++,"joint training"',
        'status:"in review"',
        "country:liberia",
        "country:LBR",
        'country:"Republic of Liberia"',
        "region:western-africa",
        "liberia",
        "in-review type:police",
        "has:attachment",
        "missing:lesson",
        "by:mensah",
        "has:actor has:source",
        "changed:1",
        "complete:>=0",
        "sensitivity:<=internal",
    ],
)
def test_a_case_is_found_under_all_its_names(shelf, text):
    asked = understood_in(shelf, text)
    assert asked.notes == ()
    assert HOLDING.id in found(shelf, text)


@pytest.mark.parametrize(
    "text", ["tag:train", "author:mens", "has:lesson", "missing:source", 'tag:"training joint"']
)
def test_what_a_condition_does_not_mean(shelf, text):
    assert (HOLDING.id in found(shelf, text)) == (text in ("tag:train", "author:mens"))


def test_a_tag_is_itself_before_it_is_part_of_others(shelf):
    shelf_tags = understood_in(shelf, "tag:training").wanted
    assert shelf_tags.values == frozenset({"training"})


@pytest.mark.parametrize(("text", "code"), [("republic", "LR"), ("are", "AE"), ("islamic", "AF")])
def test_formal_names_and_codes_of_countries_are_no_words(shelf, text, code):
    assert ("countries", code) not in understood_in(shelf, text).wanted.values


def test_a_phrase_names_only_what_is_called_so(shelf):
    assert understood_in(shelf, "liber").wanted.values
    assert understood_in(shelf, '"liberia"').wanted.values == (("countries", "LR"),)
    assert understood_in(shelf, '"liberi"').wanted.values == ()


@pytest.mark.parametrize(
    "text",
    ["", "   ", "status:", "NOT status:", "-actor:", "()", "NOT ()", "?", "NOT ?", '""', "? OR status:"],
)
def test_what_asks_nothing_narrows_nothing(shelf, text):
    assert len(found(shelf, text)) == BUILT + len(SPOKEN) + 1


@pytest.mark.parametrize(
    "text", ["evian OR status:", "evian NOT ?", "evian ?", "evian ()", "(evian OR) tag:", 'evian "']
)
def test_what_asks_nothing_adds_nothing(shelf, text):
    asked = understood_in(shelf, text)
    assert found(shelf, text) == {SPOKEN["fr"].id}
    assert asked.notes


@pytest.mark.parametrize(
    "text",
    [
        "status:zzz",
        "actor:?",
        "year:soon",
        "grade:Z9",
        "changed:never",
        "region:atlantis",
        "severity:high",
        "has:zzz",
        "is:zzz",
    ],
)
def test_a_value_that_is_none_finds_nothing_and_says_so(shelf, text):
    asked = understood_in(shelf, text)
    assert found(shelf, text) == set()
    assert any("Nothing is called" in note for note in asked.notes)


def test_every_text_of_every_section_is_found(tmp_path):
    case = _with_a_word_in_every_text()
    with Library.create(tmp_path / "all.casebook") as library:
        library.cases.save(None, case)
        records = [case, *(case.section(key)[0] for key in CASE.sections)]
        words = [word for record in records for word in _written(record)]
        assert len(words) > 80
        for word in words:
            query = ListQuery(wanted=understood_in(library, word).wanted)
            numbers = library.lookup.listed(query)
            (shown,) = library.lookup.snippets(numbers, query).values()
            assert (word, True) in shown.parts


def _written(record):
    """The words that were put into a record's texts."""
    for spec in field_specs(type(record)):
        if spec.kind in (Kind.LINE, Kind.PROSE, Kind.URL, Kind.CHIPS):
            value = getattr(record, spec.name)
            yield (value[0] if spec.many else value).split("/")[-1]


def _with_a_word_in_every_text():
    case, count = build_case(1, 40), iter(range(10**6))

    def filled(record):
        given = {}
        for spec in field_specs(type(record)):
            word = f"quux{next(count):05d}"
            if spec.kind in (Kind.LINE, Kind.PROSE):
                given[spec.name] = word
            elif spec.kind is Kind.URL:
                given[spec.name] = f"https://example.org/{word}"
            elif spec.kind is Kind.CHIPS:
                given[spec.name] = (word,)
        return attrs.evolve(record, **given)

    sections = {key: case.section(key) for key in CASE.sections}
    first = {key: (filled(held[0]), *held[1:]) for key, held in sections.items()}
    return attrs.evolve(filled(case), **first)


def test_names_are_read_in_the_language_of_the_window_and_in_english(shelf):
    reading = Understanding(
        CASE, Wording(vocabularies=vocabularies_of(shelf), language="fr"), shelf.lookup.values
    )
    for text in ("country:Allemagne", "country:Germany", "country:DE", "country:deu"):
        assert reading.read(text).wanted.values == frozenset({"DE"}), text
    assert Panels(Wording(vocabularies={})).groups(BY_KEY["tag"]) == {}
