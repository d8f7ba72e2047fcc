"""A mail server of Debian's aiosmtpd that behaves as it is told: accept, refuse, later, stall, drop. Usage: mail_server.py FOLDER"""
import asyncio, json, pathlib, sys
from aiosmtpd.smtp import SMTP

folder = pathlib.Path(sys.argv[1])


def told():
    return (folder / "mode").read_text().strip()


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if told() == "refuse":
            return "550 There is nobody of that name here"
        if told() == "later":
            return "451 Come back later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if told() == "stall":
            await asyncio.sleep(3600)
        if told() == "drop":
            server.transport.abort()
            return "421 Gone"
        with (folder / "received").open("a") as received:
            received.write(json.dumps({"to": envelope.rcpt_tos, "mail": envelope.content.decode("utf-8", "replace")}) + "\n")
        return "250 Taken"


async def main():
    server = await asyncio.get_running_loop().create_server(lambda: SMTP(Handler(), enable_SMTPUTF8=True), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
