"""A user's templates: checked at the start with file and line, in a sandbox, and never a way around cleaning."""

from pathlib import Path

import pytest

from consumers.channels import templates
from consumers.words.templates import TemplatesError
from consumers.words.text import lines
from tests.consumers.making import alert

STRANGE = 'A <script>x</script> *met* @everyone\u202e "B"'


def write(folder: Path, name: str, text: str) -> str:
    file = folder / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(text)
    return str(folder)


def test_a_users_template_lies_over_the_shipped_one(tmp_path: Path) -> None:
    folder = write(tmp_path, "mail/subject.j2", "{{ alerts[0].headline if alerts else said }} / {{ kind }}")
    assert templates(folder).render("mail/subject.j2", "contact.new", [alert()], "") == "A and B met / contact.new"
    assert "A and B met" in templates(folder).render("mail/text.j2", "contact.new", [alert()], "")


def test_the_shipped_console_template_says_what_watch_says() -> None:
    shown = templates().render("console/text.j2", "contact.new", [alert()], "")
    assert shown.strip().splitlines() == lines(alert())


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("mail/subject.j2", "one\n{{ alerts[0.headline }}", r"mail/subject\.j2:2: "),
        (
            "mail/subject.j2",
            "one\n\n{{ nothing }}",
            r"mail/subject\.j2:3: fails on a contact\.new: 'nothing' is undefined",
        ),
        ("mail/subject.j2", "{% for a in alerts %}\n{{ a.nothing }}{% endfor %}", r"mail/subject\.j2:2: fails on"),
        ("mail/subject.j2", "{{ alerts[0].headline }}", r"mail/subject\.j2:1: fails on a notice"),
        ("mail/topic.j2", "x", r"no template is called mail/topic\.j2; there are: console/text\.j2, "),
        ("mail/html.j2", "{{ 'x' * 10000000 }}", r"makes 10000000 characters"),
        ("mail/text.j2", "{{ ''.__class__.__mro__ }}", r"fails on"),
        ("mail/text.j2", "{{ alerts.__init__.__globals__ }}", r"fails on"),
        ("mail/text.j2", "{% include '/etc/passwd' %}", r"fails on"),
        ("mail/text.j2", "{{ range(99999999) }}", r"fails on"),
    ],
)
def test_one_that_cannot_be_used_is_named_with_file_and_line(
    tmp_path: Path, name: str, text: str, message: str
) -> None:
    with pytest.raises(TemplatesError, match=message):
        templates(write(tmp_path, name, text))


def test_a_folder_that_is_none_is_named(tmp_path: Path) -> None:
    with pytest.raises(TemplatesError, match="TENSIONWIRE_TEMPLATES_DIR"):
        templates(str(tmp_path / "none"))


@pytest.mark.parametrize("expression", ["{{ a.headline }}", "{{ a.headline | safe }}", "{{ a.headline | upper }}"])
def test_no_template_lets_a_strangers_signs_through(tmp_path: Path, expression: str) -> None:
    text = f"{{% for a in alerts %}}{expression}{{% endfor %}}{{{{ said }}}}"
    found = alert(headline=STRANGE)
    html = templates(write(tmp_path, "mail/html.j2", text)).render("mail/html.j2", "contact.new", [found], "")
    assert "<" not in html
    assert "\u202e" not in html
    chat = templates(write(tmp_path, "apprise/body.j2", text)).render("apprise/body.j2", "contact.new", [found], "")
    assert not set("<>*@") & set(chat)
