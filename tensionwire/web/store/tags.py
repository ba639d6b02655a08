"""The tags of an alert: what it can be filtered by. `country:USA`, `dyad:CHN-USA`, `status:held` ..."""

from tensionwire.contracts.alert import Alert


def of_alert(alert: Alert) -> list[str]:
    """All tags of an alert, without repeats."""
    found = [f"kind:{alert.kind}", f"severity:{alert.severity}"]
    found += [f"country:{code}" for code in alert.countries]
    found += [f"country:{p.affiliation}" for p in alert.participants]
    if alert.topic:
        found.append(f"topic:{alert.topic}")
    else:
        found.append(f"dyad:{alert.subject}")
    found += [f"status:{alert.status}"] if alert.status else []
    found += [f"form:{alert.form}"] if alert.form else []
    return list(dict.fromkeys(found))
