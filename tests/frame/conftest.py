import sys
from pathlib import Path

TESTS = Path(__file__).parent.parent
sys.path[:0] = [str(TESTS), str(TESTS / "export"), str(TESTS / "analysis"), str(TESTS.parent / "docs")]
