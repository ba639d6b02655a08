"""How a receiver is reached: one struct a channel, one key each in a receiver of the rules file."""

from typing import Annotated

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


# key in a receiver: its struct. A new channel is a struct above, a line here, a field in Receiver, and its folder.
CHANNELS = {"console": Console, "webhook": Webhook}
