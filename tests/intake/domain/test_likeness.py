from __future__ import annotations

from intake.domain.likeness import WORTH_SHOWING, Told, compare, is_one_person

GIFTS = Told("反映某单位工作人员在项目验收中收受礼金，并多次要求企业安排宴请。", (("（化名）王某", "某局"),))
RETOLD = Told("王某在验收项目的时候收受礼金，还多次要求企业安排宴请，影响很坏。", (("王某", "市某局"),))
OTHER_PERSON = Told(GIFTS.content, (("（化名）赵某某", "某镇"),))
OTHER_FACTS = Told("该同志长期迟到早退，上班时间炒股，对来办事的群众爱理不理。", (("王某", "某局"),))
LAMPS = Told("小区门口的路灯坏了两周，夜里看不清路，请尽快派人维修。")
LIFT = Told("三号楼的电梯上个月停用至今，老人上下楼十分不便，请督促物业。")


def test_the_same_told_twice_scores_a_hundred() -> None:
    assert compare(GIFTS, GIFTS).score == 100


def test_the_same_person_and_facts_in_other_words_are_shown_with_the_reasons() -> None:
    found = compare(GIFTS, RETOLD)

    assert found.score >= 70
    assert [(one.ours, one.theirs) for one in found.subjects] == [("（化名）王某", "王某")]
    assert "多次要求企业安排宴请" in found.facts


def test_the_same_facts_of_another_person_count_half() -> None:
    found = compare(GIFTS, OTHER_PERSON)

    assert (found.score, found.facts_score, found.subjects) == (50, 100, ())


def test_other_facts_of_the_same_person_are_no_repeat() -> None:
    assert compare(GIFTS, OTHER_FACTS).score < WORTH_SHOWING < compare(GIFTS, RETOLD).score
    assert compare(GIFTS, OTHER_FACTS).facts == ()


def test_two_demands_of_one_street_are_not_shown() -> None:
    assert compare(LAMPS, LIFT).score < WORTH_SHOWING


def test_whoever_tells_more_of_it_still_tells_the_same() -> None:
    longer = Told(LAMPS.content + "另外，垃圾也没有人清运，楼道里堆满了杂物，物业电话一直打不通。")

    assert compare(LAMPS, longer).score >= 90


def test_reporters_are_one_person_by_name_and_telephone_only() -> None:
    told = {"name": "（化名）李某", "phone": "0532-000 0000"}

    assert is_one_person(told, {"name": "李某", "phone": "05320000000"})
    assert not is_one_person(told, {**told, "name": "（化名）赵某"})
    assert not is_one_person(told, {**told, "phone": "05320000001"})
    assert not is_one_person({**told, "phone": ""}, {**told, "phone": ""})
