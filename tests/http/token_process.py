"""One process of the test that shares a token file among four: ``token_process URL FILE CALLS``."""

from __future__ import annotations

import asyncio
import sys

from daftra_async import Daftra
from daftra_async._http.token_file import FileTokenStore
from daftra_async._wire.messages import Operation
from daftra_async.auth import PasswordGrant

SITE = Operation(resource="site", name="get", method="GET", base="/api2", path="/site_info.json", kind="get")


async def main(url: str, path: str, calls: int) -> None:
    auth = PasswordGrant(
        client_id="app", client_secret="app-secret", username="amal", password="pass-word", store=FileTokenStore(path)
    )
    session = Daftra(base_url=url, auth=auth, concurrency=20)._session
    print("ready", flush=True)
    await asyncio.to_thread(sys.stdin.readline)
    answers = await asyncio.gather(*(session.send(SITE.request()) for _ in range(calls)))
    await session.aclose()
    print(sorted({answer.status for answer in answers}), flush=True)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], int(sys.argv[3])))
