"""The services that may be reached by Apprise: those that speak HTTP from the thread that calls them.

Left out are what runs programs or writes to this machine (dbus, syslog, windows), what keeps connections of its own
outside of the guard (mqtt, xmpp, irc), and mail and plain webhooks, which are channels of their own here.
"""

SCHEMES = frozenset(
    "bark barks discord feishu flock gchat gotify gotifys guilded hassio hassios ifttt join kook lametric "
    "lametrics lark line mastodon mastodons matrix matrixs misskey misskeys mmost mmosts nctalk nctalks "
    "ncloud nclouds ntfy ntfys opsgenie pagerduty pbul pover prowl pushdeer pushy revolt ringc rocket rockets "
    "ryver signal signals signl4 slack splunk squadcast synology synologys tgram threema toot toots twilio "
    "twist victorops vonage webex wecombot whatsapp workflow workflows wxteams zoom zulip".split()
)
