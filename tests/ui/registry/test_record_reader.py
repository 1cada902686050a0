"""The registry is read off the GUI thread; of questions of a kind the last is answered."""

from casebook.domain.sections.registry import Actor
from casebook.services.registry import changing
from casebook.storage.record_query import RecordQuery
from casebook.ui.registry.record_reader import RecordReader

ACTORS = "actor_records"


def test_only_the_last_question_of_a_kind_is_answered(workbench, qtbot, actor):
    reader, answers = RecordReader(workbench), []
    reader.listed.connect(lambda query, ids: answers.append((query.text, list(ids))))
    for text in ("e", "ec", "ecowas"):
        reader.list(RecordQuery(section=ACTORS, text=text))
    assert reader.listing
    qtbot.waitUntil(lambda: not workbench.tasks.running, timeout=10_000)
    assert [text for text, _ids in answers] == ["ecowas"] and actor("ECOWAS").id in answers[0][1]
    assert not reader.listing


def test_use_counts_and_groups_are_looked_up(workbench, qtbot, actor):
    twin = Actor(name="ECOMIL")
    workbench.records.do(changing([(None, twin)], "Ama"), "Twin")
    reader = RecordReader(workbench)
    answers = {}
    reader.used.connect(lambda *said: answers.update(used=said))
    reader.counted.connect(lambda *said: answers.update(counted=said))
    reader.grouped.connect(lambda *said: answers.update(grouped=said))
    reader.use(ACTORS, actor("ECOWAS").id)
    reader.use(ACTORS, actor("UNMIL").id)  # walked on at once: the first is not looked up
    reader.count(ACTORS, (actor("UNMIL").id,))
    reader.group(ACTORS)
    qtbot.waitUntil(lambda: len(answers) == 3, timeout=10_000)
    assert answers["used"][0] == actor("UNMIL").id
    assert answers["used"][2] == 1 and answers["used"][1][0].places
    assert answers["counted"][1].cases == 1
    assert [set(group.ids) for group in answers["grouped"][1]] == [{actor("ECOMIL").id, twin.id}]
    assert answers["grouped"][2][twin.id] == "ECOMIL"
