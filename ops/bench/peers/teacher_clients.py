"""Asks a teacher through a client that Python pipelines use, with so many requests in flight, and prints replies a second.

    teacher_clients.py httpx|aiohttp URL REQUESTS IN_FLIGHT

Both are used as their documentation advises for many requests: one client for all, connections kept, no limit below what
is in flight. The replies are parsed, as a pipeline must.
"""

import asyncio
import json
import platform
import sys
import time


def question(number):
    return {
        "model": "fake",
        "messages": [{"role": "user", "content": "Question %d. %s" % (number, "Think step by step. " * 25)}],
        "temperature": 0.7,
        "top_p": 1.0,
        "max_tokens": 512,
    }


async def with_aiohttp(url, requests, in_flight):
    import aiohttp

    connector = aiohttp.TCPConnector(limit=in_flight)
    async with aiohttp.ClientSession(connector=connector) as session:

        async def ask(number):
            async with session.post(url, json=question(number)) as response:
                response.raise_for_status()
                return json.loads(await response.read())

        return aiohttp.__version__, await run(ask, requests, in_flight)


async def with_httpx(url, requests, in_flight):
    import httpx

    limits = httpx.Limits(max_connections=in_flight, max_keepalive_connections=in_flight)
    async with httpx.AsyncClient(limits=limits, timeout=60, trust_env=False) as client:

        async def ask(number):
            response = await client.post(url, json=question(number))
            response.raise_for_status()
            return response.json()

        return httpx.__version__, await run(ask, requests, in_flight)


async def run(ask, requests, in_flight):
    numbers = iter(range(requests))

    async def worker():
        for number in numbers:
            reply = await ask(number)
            assert reply["choices"][0]["message"]["content"]

    start = time.perf_counter()
    await asyncio.gather(*(worker() for _ in range(in_flight)))
    return time.perf_counter() - start


def main(client, url, requests, in_flight):
    clients = {"httpx": with_httpx, "aiohttp": with_aiohttp}
    version, seconds = asyncio.run(clients[client](url, int(requests), int(in_flight)))
    print(json.dumps({"seconds": seconds, "version": "%s %s, CPython %s" % (client, version, platform.python_version())}))


if __name__ == "__main__":
    main(*sys.argv[1:])
