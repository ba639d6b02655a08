"""A parcel as a mail: text and HTML; what follows up answers the first mail of its record."""

from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime

from consumers.channels.base import NOTICE, TEST, Parcel, Reader
from consumers.words.safe import safe

LONGEST_SUBJECT = 200  # characters
DOMAIN = "alerts.tensionwire"  # of message ids: it need not exist, and names no machine of ours


def compose(parcel: Parcel, reader: Reader, sender: Address, to: list[Address], now: datetime) -> EmailMessage:
    """The whole mail. Its id follows from the parcel's, so a repeat is the same mail to every mailbox.

    The first mail of a record bears the record's id; a later one names it as the mail that it answers, and mail
    programs show both as one conversation, also where the first never came.
    """
    mail = EmailMessage()
    mail["From"], mail["To"] = sender, to
    mail["Date"] = format_datetime(now)
    # header values are one line by construction; the library refuses any other
    subject = " ".join(reader.render("mail/subject.j2", parcel).split())
    mail["Subject"] = subject if len(subject) <= LONGEST_SUBJECT else subject[: LONGEST_SUBJECT - 1] + "…"
    mail["Message-ID"] = f"<{_local(parcel.id)}@{DOMAIN}>"
    if len(parcel.alerts) == 1 and parcel.kind != TEST:
        alert = parcel.alerts[0]
        root = f"<{_local(alert.record)}@{DOMAIN}>"
        if alert.revision <= 1:
            mail.replace_header("Message-ID", root)
        else:
            mail["In-Reply-To"] = root
            mail["References"] = root
    mail["Auto-Submitted"] = "auto-generated"
    mail["X-Tensionwire-Id"] = _local(parcel.id)
    mail["X-Tensionwire-Kind"] = "notice" if parcel.kind == NOTICE else safe(parcel.kind)
    mail.set_content(reader.render("mail/text.j2", parcel).strip() + "\n")
    mail.add_alternative(reader.render("mail/html.j2", parcel), subtype="html")
    return mail


def address(text: str) -> Address:
    """`Desk <desk@example.org>` or a bare address. Raises ValueError for what is neither."""
    if safe(text) != text:
        raise ValueError("an address is one line of plain characters")
    name, _, rest = text.rpartition("<")
    spec = rest.removesuffix(">").strip() if name or text.startswith("<") else text.strip()
    try:
        found = Address(display_name=name.strip().strip('"'), addr_spec=spec)
    except Exception as error:  # the library raises its own errors of several kinds
        raise ValueError("no mail address") from error
    if not found.username or not found.domain:
        raise ValueError("no mail address")
    return found


def _local(identifier: str) -> str:
    """An id as the left part of a message id: ids are ours, but the topic they come from is open to others."""
    return "".join(c for c in identifier if c.isascii() and (c.isalnum() or c in "-_."))[:100] or "none"
