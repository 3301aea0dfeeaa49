"""A product for the tests: speaks the doors' JSON lines and gives the answers and hits that stand in a file.

Run as `python fake_product.py SCRIPT.json ask|search|status …`, SCRIPT.json being {"ask": {id: answer}, "search": …}.
"""

import json
import sys
from pathlib import Path

script = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
door = sys.argv[2]
if door == "status":
    sys.stdout.write(json.dumps({"product": "fake 1"}))
    sys.exit()
for line in sys.stdin:
    asked = json.loads(line)["id"]
    if asked not in script[door]:
        sys.exit(1)
    given = script[door][asked]
    reply = {"id": asked, **given} if door == "ask" else {"id": asked, "hits": given}
    sys.stdout.write(json.dumps(reply) + "\n")
