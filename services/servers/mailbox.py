"""A mail server that keeps what it receives: one JSON line per message on its standard output."""
import asyncio
import json
import os
import sys
from email import message_from_bytes, policy

from aiosmtpd.controller import Controller

port, folder = int(sys.argv[1]), sys.argv[2]


def asked(name):
    return os.path.exists(os.path.join(folder, name))


class Mailbox:
    async def handle_MAIL(self, server, session, envelope, address, options):
        if asked("refuse-sender"):
            return "550 5.7.1 we do not know this sender"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("gone"):
            return "550 5.1.1 no such mailbox"
        if address.startswith("full") and asked("full"):
            return "452 4.2.2 mailbox full"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        print(json.dumps({"arriving": envelope.rcpt_tos}), flush=True)
        while asked("hold"):
            await asyncio.sleep(0.05)
        if asked("later"):
            return "451 4.3.0 try again later"
        message = message_from_bytes(envelope.content, policy=policy.default)
        text = message.get_body(("plain",))
        kept = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "id": message["message-id"],
            "subject": message["subject"],
            "text": text.get_content() if text else "",
        }
        print(json.dumps({"kept": kept}), flush=True)
        return "250 OK"


async def main():
    controller = Controller(Mailbox(), hostname="127.0.0.1", port=port)
    controller.start()
    await asyncio.Event().wait()


asyncio.run(main())
