"""How a receiver is reached: one struct a channel, one key each in a receiver of the rules file."""

from typing import Annotated, Literal

import msgspec

from alerts.rules.words import Problem, is_web_address


class Console(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Prints to standard output."""

    def problems(self, receiver: str) -> list[Problem]:
        """Nothing can be wrong here."""
        return []


class Webhook(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Posts to `url`, signed. The secret stands in a variable or file, never here.

    `allow` lists hosts, or networks, of this machine's own side of the world that may be called in spite of the guard.
    """

    url: Annotated[str, msgspec.Meta(description="https:// or http:// address that takes alerts")]
    secret_env: Annotated[str | None, msgspec.Meta(description="variable that holds the signing secret")] = None
    secret_file: Annotated[str | None, msgspec.Meta(description="file that holds the signing secret")] = None
    allow: Annotated[list[str], msgspec.Meta(description="inner hosts or networks that may be called")] = []

    def problems(self, receiver: str) -> list[Problem]:
        """What no type can say: the address, and where the secret stands."""
        found = []
        if not is_web_address(self.url):
            found.append(
                Problem(".url", f"the url of {receiver!r} must begin with https:// or http://, and name a host")
            )
        if (self.secret_env is None) == (self.secret_file is None):
            found.append(Problem("", f"{receiver!r} needs `secret_env` or `secret_file` (one of them)"))
        return found


class Mail(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Mail by SMTP. The password stands in a variable or file, never here. `allow` as for a webhook."""

    host: Annotated[str, msgspec.Meta(description="the mail server that takes our mail")]
    sender: Annotated[str, msgspec.Meta(description="address that mail comes from")]
    to: Annotated[list[str], msgspec.Meta(description="addresses that get it")]
    security: Annotated[
        Literal["starttls", "tls", "none"], msgspec.Meta(description="none only for a server that you trust the way to")
    ] = "starttls"
    port: Annotated[int | None, msgspec.Meta(description="left out: 587, with tls 465, with none 25")] = None
    user: Annotated[str | None, msgspec.Meta(description="name to log in with; left out: no login")] = None
    password_env: Annotated[str | None, msgspec.Meta(description="variable that holds the password")] = None
    password_file: Annotated[str | None, msgspec.Meta(description="file that holds the password")] = None
    allow: Annotated[list[str], msgspec.Meta(description="inner hosts or networks that may be called")] = []

    def problems(self, receiver: str) -> list[Problem]:
        """What no type can say: addresses, the server's name, and where the password stands."""
        found = []
        if not self.host.strip() or "/" in self.host or any(c.isspace() for c in self.host):
            found.append(Problem(".host", f"the host of {receiver!r} must be a name or address, like smtp.example.org"))
        for place, address in enumerate([self.sender, *self.to]):
            if "@" not in address or not address.isprintable():
                where = f".to[{place - 1}]" if place else ".sender"
                found.append(Problem(where, f"{receiver!r} needs a mail address here, like desk@example.org"))
        if not self.to:
            found.append(Problem(".to", f"{receiver!r} needs at least one address under `to`"))
        given = (self.password_env is not None) + (self.password_file is not None)
        if given != (self.user is not None):
            found.append(
                Problem("", f"{receiver!r} needs `user` with `password_env` or `password_file`, or none of them")
            )
        if self.user is not None and self.security == "none":
            found.append(Problem(".security", f"{receiver!r} would send its password unprotected: use starttls or tls"))
        return found


class Apprise(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A chat, push or paging service by its Apprise address, like `slack://...`.

    The address holds keys, so it stands in a variable or file, never here. `allow` as for a webhook.
    """

    url_env: Annotated[str | None, msgspec.Meta(description="variable that holds the Apprise address")] = None
    url_file: Annotated[str | None, msgspec.Meta(description="file that holds the Apprise address")] = None
    allow: Annotated[list[str], msgspec.Meta(description="inner hosts or networks that may be called")] = []

    def problems(self, receiver: str) -> list[Problem]:
        """What no type can say: where the address stands."""
        if (self.url_env is None) == (self.url_file is None):
            return [Problem("", f"{receiver!r} needs `url_env` or `url_file` (one of them)")]
        return []


# key in a receiver: its struct. A new channel is a struct above, a line here, a field in Receiver, and its folder.
CHANNELS = {"console": Console, "webhook": Webhook, "mail": Mail, "apprise": Apprise}
