"""Which topics an article is about, and which it only names."""

import pytest

from tensionwire.analysis import analyse
from tensionwire.contracts.article import Article
from tensionwire.lexicon import load

LEXICON = load()
FILLER = " Der Minister sprach danach über die Ernte und die Brücken der Region."


def topics(text: str, title: str | None = None) -> dict[str, float]:
    found = analyse(Article(text=text, title=title, published="2025-03-04"), LEXICON)
    return {f.topic: f.weight for f in found.flashpoints}


@pytest.mark.parametrize(
    ("topic", "text"),
    [
        ("taiwan", "Xi warnte Biden vor einem Fehler in der Taiwanfrage."),
        ("fentanyl", "Sie sprachen über Vorläuferchemikalien und den Fentanylhandel."),
        ("north-korea", "Seoul fears that the missiles from North Korea will be next."),
        ("south-china-sea", "A Philippine boat was rammed near Second Thomas Shoal."),
        ("iran", "Grossi flog zu Gesprächen über das Atomprogramm des Iran."),
        ("russia", "Russland griff in der Nacht an. Die Angriffe auf Städte befahl Moskau selbst."),
        ("ukraine", "Der Krieg in der Ukraine dauert an, Kiew bittet um Waffen."),
        ("israel-palestine", "Im Gazastreifen schweigen die Waffen. Die Hamas will Geiseln freilassen."),
        ("israel-palestine", "Israel bombed Rafah again. Netanyahu said the hostages would come home."),
        ("kashmir", "India and Pakistan traded fire in Kashmir."),
        ("eastern-congo", "Die M23 rückt auf Bukavu vor. Der Ostkongo versinkt im Krieg."),
        ("red-sea", "Die Huthi griffen ein Schiff im Roten Meer an."),
        ("trade-conflict", "Strafzölle drohen. Der Handelsstreit mit Brüssel eskaliert."),
    ],
)
def test_a_topic(topic: str, text: str) -> None:
    assert topic in topics(text + FILLER * 5)


@pytest.mark.parametrize(
    ("topic", "text"),
    [
        ("russia", "Der russische Botschafter war unter den Gästen des Balls."),
        ("russia", "Auf der Liste standen Peru, Russland, Japan, Kanada und Togo."),
        ("russia", "Er studierte in Moskau und lehrte später in Graz."),
        ("israel-palestine", "Israels Botschafter eröffnete die Messe. Der Stand Israels war groß."),
        ("israel-palestine", "Auch der Palästinenserpräsident gratulierte."),
        ("kashmir", "Sie trug einen Kaschmirpullover und Schuhe aus Leder."),
        ("sudan", "Im Südsudan wurde gewählt."),
        ("ukraine", "Der ukrainische Botschafter kam zu spät."),
    ],
)
def test_no_topic(topic: str, text: str) -> None:
    assert topic not in topics(FILLER * 4 + f" {text}" + FILLER)


def test_sport_is_no_flashpoint_but_where_the_war_is() -> None:
    match = "Im Halbfinale des Turniers schoss Taiwan zwei Tore. Der Trainer lobte den Torhüter aus Taiwan."
    assert "taiwan" not in topics(match)
    ban = "Wimbledon lässt keine Spieler aus Russland zu Turnier und Finale zu. Der Krieg Russlands sei der Grund."
    assert "russia" in topics(ban)


def test_words_beside_another_topic() -> None:
    assert "ukraine" in topics("Peking liefert keine Waffen an Russland, sagte Wang. Das gelte auch im Krieg.")
    assert "ukraine" not in topics("Peking liefert mehr Gas und Weizen nach Russland als im Vorjahr." + FILLER)


def test_the_title_says_what_it_is_about() -> None:
    text = "Keir Starmer telefonierte mit Emmanuel Macron." + FILLER * 20 + " Der Gast kam am Abend aus Russland."
    assert "russia" not in topics(text)
    assert topics(text, "Russland schickt einen Unterhändler")["russia"] >= 0.35


def test_one_sentence_never_raises_an_alert() -> None:
    assert 0 < topics("Xi warnte Biden vor einem Fehler in der Taiwanfrage." + FILLER * 9)["taiwan"] <= 0.15
    helped = "Xi warnte Biden in der Taiwanfrage. Das Festland sei geduldig. Separatisten aber werde es strafen."
    assert 0 < topics(helped)["taiwan"] <= 0.15


def test_a_long_article_must_say_more() -> None:
    said = "Vor der Küste Taiwans übt die Marine."
    assert "taiwan" in topics(said)
    assert "taiwan" not in topics(said + FILLER * 120)


def test_weights_lie_between_nothing_and_all_and_fall() -> None:
    found = list(topics("Taiwan, Taiwan. Taiwan! Iran? Taiwan. " * 20, "Taiwan").values())
    assert found == sorted(found, reverse=True)
    assert all(0 < weight <= 1 for weight in found)


def test_people_and_helping_words_add_up() -> None:
    told = "Olaf Scholz will {} anrufen. Der Krieg müsse enden, sagte er. An der Front sterben Menschen."
    told += " Eine Waffenruhe sei überfällig."
    assert {"russia", "ukraine"} <= topics(told.format("Wladimir Putin") + FILLER * 3).keys()
    assert topics(told.format("Emmanuel Macron") + FILLER * 3).keys().isdisjoint({"russia", "ukraine"})
    assert "ukraine" not in topics("Scholz gedachte der Toten. Der Krieg endete im Mai 1945." + FILLER * 3)


def test_topics_without_a_state() -> None:
    talks = "In Genf redeten Bessent und He Lifeng über Zölle. Beide Seiten senken die Abgaben auf Stahl und Soja."
    assert "trade-conflict" in topics(talks + FILLER)
    camp = "In Tunis sprach Meloni mit Präsident Saied über Boote, Schlepper und die Rückführung von Migranten."
    assert "migration" in topics(camp + FILLER)
    line = "Die Hotline zwischen den Militärs ist stumm. Austin wollte Dong Jun sprechen, in Peking hob niemand ab."
    assert "military-communication" in topics(line + FILLER)


def test_other_pages_name_states_without_being_about_them() -> None:
    kitchen = "Die Köchin stammt aus Israel. Ihr Restaurant hat neun Tische, die Speisekarte wechselt täglich."
    assert not topics(kitchen + FILLER * 3)
    obituary = "Der Clown aus Moskau ist tot. Er trat im Zirkus auf, in Russland liebten ihn die Kinder."
    assert not topics(obituary + FILLER * 3, "Der Clown aus Moskau")


def test_what_is_found_names_its_evidence() -> None:
    text = "Nordkorea feuerte eine Rakete ab. Pjöngjang schwieg." + FILLER
    found = analyse(Article(text=text, title=None, published="2025-03-04"), LEXICON).flashpoints
    assert [text[s.start : s.end] for f in found for s in f.spans] == ["Nordkorea", "Pjöngjang"]
