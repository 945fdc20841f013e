"""Closed word classes that the actor rules lean on."""

from __future__ import annotations

SPEECH = frozenset(
    """said says say saying told tells reported reports report added adds announced claimed claims confirmed confirms
    stated states warned declared denied insisted noted acknowledged admitted alleged argued estimated quoted
    explained described recalled revealed disclosed wrote tweeted posted observed commented stressed emphasized
    emphasised vowed accused blamed condemned urged asserted maintained testified predicted mentioned remarked
    suggested documented recorded concluded calls called expressed asked""".split()
)

# What only an actor does: a country or capital before one of these is a government.
DEEDS = SPEECH | frozenset(
    """agreed rejected refused invaded attacked launched deployed sent supported supports backed backs vetoed signed
    threatened demanded promised pledged offered began started ordered imposed sought wants wanted welcomed hosted
    recognized recognised severed expelled recalled seized annexed occupied retaliated intervened withdrew bombed shelled
    struck fired responded helped gave provided armed trained regards considers views sees fears hopes plans opposes
    opposed fought declared surrendered capitulated entered joined mobilized mobilised advanced resumed suspended
    closed opened halted seeks accepts accepted denies rejects accuses blames condemns urges warns vows insists announces
    reaffirms strongly deplores strikes kills regain calls""".split()
)

LOCATIVE = frozenset(
    """in into across inside near outside throughout within around through at over onto toward towards leaving
    left entered entering reached reach north south east west northern southern eastern western central via fled
    fleeing visit visited neighbouring neighboring""".split()
)

DETERMINERS = frozenset("the a an this that these those its their his her our some several any all both each every".split())

COUNTS = frozenset(
    """one two three four five six seven eight nine ten eleven twelve dozen dozens scores hundreds thousands tens of
    million millions many few more most other others another least about around some several number numbers""".split()
)

# Adjectives that may stand between a side and its force without naming a side themselves.
QUALIFIERS = frozenset(
    """mostly largely elite special ground local allied loyal remaining hardcore heavily armed well-armed masked unidentified
    unknown suspected alleged hardline hard-line radical moderate foreign extremist so-called main other fellow senior top
    young unarmed innocent peaceful besieged trapped wounded injured fleeing displaced captured captive invading occupying
    advancing retreating attacking defending surrounding federal national regular irregular provincial regional military
    political civil current former new old existing interim transitional caretaker provisional unnamed anonymous
    cornered gathered hundreds-strong opposing rival key small large major pro-democracy anti-government anti-regime
    international global western non-combatant combined joint naval airborne armoured armored mechanised mechanized
    mountain mobile border coastal air land""".split()
)

HELD = frozenset("held controlled run ruled occupied besieged".split())
BACKED = frozenset("backed led supported allied affiliated linked aligned sponsored brokered funded trained".split())

FOLLOWING = frozenset("group groups movement organization organisation network faction factions party".split())
STAFF = frozenset(
    """staff team teams convoy convoys office offices envoy official officials spokesman spokeswoman spokesperson chief director head
    monitors observers inspectors experts investigators commander commanders leader leaders member members correspondent
    reporter photographer journalist journalists camp mission agency delegation negotiators representatives representative
    workers source sources cameraman contributor hideouts positions stronghold strongholds""".split()
)
SPEAKERS = frozenset(
    """spokesman spokeswoman spokesperson director head chief envoy representative coordinator official secretary-general
    chairman chairwoman leader president executive commissioner advisor adviser mediator founder deputy""".split()
)
REPORTERS = frozenset("correspondent reporter photographer journalist cameraman journalists reporters correspondents".split())

# Titles before a name. "office": the holder speaks as himself; "speaker": he speaks for the body named beside him.
TITLES = frozenset(
    """president vice-president premier minister chancellor governor mayor general gen lt lieutenant col colonel maj major
    brig brigadier capt captain commander commandant admiral marshal sergeant sgt cpl corporal field air
    ambassador senator congressman king queen prince princess emperor sultan emir sheikh sheik ayatollah grand imam bishop archbishop
    pope father judge justice speaker dr doctor professor prof mr mrs ms mullah maulana comandante subcomandante rear
    vice chief staff secretary secretary-general director spokesman spokeswoman spokesperson envoy chairman representative
    foreign defence defense interior prime health information deputy coordinator commissioner lawyer activist leader
    warlord field-marshal generalissimo sir lord tsar czar kaiser shah dictator strongman rabbi nurse resident""".split()
)
OFFICES = frozenset(
    """president premier minister chancellor governor mayor general gen colonel col major maj brigadier brig captain capt
    commander admiral marshal ambassador senator king queen prince emperor sultan emir speaker lieutenant lt""".split()
)

GROUP_NOUNS = frozenset(
    """brigade brigades battalion battalions front movement army militia party division regiment corps organization organisation
    council union coalition alliance committee committees command forces force group brotherhood congress league resistance guard
    guards legion liberation squadron fleet company column faction network bloc cartel gang unit militias rifles division.
    commandos rangers assembly federation association tribunal commission agency observatory centre center institute
    society foundation syndicate directorate service mission ministry
    """.split()
)
GROUP_OPENERS = frozenset(
    """jaish jaysh jeish ahrar liwa jabhat harakat kataib kata'ib katibat katiba ansar jund saraya lashkar hizb hezb faylaq failaq
    tehreek tehrik jamaat jama'at tanzim tahrik hizbul ejercito ejército frente armee armée mouvement parti""".split()
)
NAME_PARTICLES = frozenset("al el bin bint ibn ben abu abou de la del van von der den da dos du di le ad as ul u".split())
NOT_NAMES = frozenset(
    """the a an in on at by for from to of and but or as after before since until while when where who which that this these
    those it its he she they we i you his her their our my there here then also however meanwhile earlier later
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec
    according more most at least dozens scores hundreds thousands some several many few all both each another other no not
    one two three four five six seven eight nine ten only even just still now today yesterday tomorrow last next
    if so such with without within under over between among during against about around near inside outside into onto
    air car bomb bombs suicide rocket rockets missile attack attacks strike strikes airstrike airstrikes blast clashes
    death toll killed wounded injured photo image video read tags published date source news update live watch print tweet
    share views related agencies agency world region international breaking report reports middle east north south west
    islam islamic muslim muslims christian christians sunni shiite shia arab kurdish god allah english arabic french
    ramadan eid christmas easter ministry war wars civil army military police government rebels rebel state security
    northern southern eastern western central mr mrs ms dr""".split()
)
