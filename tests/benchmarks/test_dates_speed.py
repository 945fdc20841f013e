from tests.benchmarks.bench_dates import read_texts, time_ours


def test_dates_are_found_at_160_kilobytes_a_second() -> None:
    texts = read_texts([])
    best = min(time_ours(texts)[0] for _ in range(3))
    assert sum(map(len, texts)) / 1000 / best >= 160
