"""What every fixed choice is called in each language: {key: {locale: label}}, one table per choice, keys as stored."""

from collections.abc import Mapping

Labels = Mapping[str, Mapping[str, str]]


def _labels(en: str, cs: str, bg: str) -> dict[str, str]:
    return {"en": en, "cs": cs, "bg": bg}


def in_locale(labels: Mapping[str, str], locale: str) -> str | None:
    """The one in `locale`, or in its language; None where there is neither."""
    return labels.get(locale) or labels.get(locale.replace("_", "-").partition("-")[0])


def label(choice: Labels, key: str, locale: str) -> str:
    """The label in `locale` ("cs" and "cs-CZ" alike), else in English; a key nobody declared is its own label."""
    labels = choice.get(key, {})
    return in_locale(labels, locale) or labels.get("en") or key


EDITION_STATUS: Labels = {
    "upcoming": _labels("Upcoming", "Nadcházející", "Предстоящо"),
    "ongoing": _labels("Under way", "Právě probíhá", "Провежда се"),
    "past": _labels("Past", "Proběhlo", "Проведено"),
    "cancelled": _labels("Cancelled", "Zrušeno", "Отменено"),
}

REGISTRATION_STATE: Labels = {
    "not_announced": _labels(
        "Registration to be announced", "Registrace bude vyhlášena", "Регистрацията предстои да бъде обявена"
    ),
    "not_yet_open": _labels(
        "Registration is not open yet", "Registrace ještě není otevřena", "Регистрацията още не е отворена"
    ),
    "open": _labels("Registration is open", "Registrace je otevřena", "Регистрацията е отворена"),
    "closed": _labels("Registration is closed", "Registrace je uzavřena", "Регистрацията е приключила"),
}

CALL_STATE: Labels = {
    "not_yet_open": _labels("Opens soon", "Bude otevřena", "Предстои да бъде отворена"),
    "open": _labels("Open", "Otevřená", "Отворена"),
    "closed": _labels("Closed", "Uzavřená", "Приключила"),
}

NEWS_KINDS: Labels = {
    "news": _labels("News", "Novinka", "Новина"),
    "invitation": _labels("Invitation", "Pozvánka", "Покана"),
    "press_release": _labels("Press release", "Tisková zpráva", "Прессъобщение"),
    "event_summary": _labels("Event summary", "Shrnutí akce", "Обобщение на събитието"),
    "call": _labels("Call", "Výzva", "Покана за участие"),
    "community": _labels("Community", "Komunita", "Общност"),
}

PARTNER_ROLES: Labels = {
    "organiser": _labels("Organiser", "Pořadatel", "Организатор"),
    "on_behalf_of": _labels("On behalf of", "Jménem", "От името на"),
    "host": _labels("Host", "Hostitel", "Домакин"),
    "partner": _labels("Partner", "Partner", "Партньор"),
    "supporter": _labels("Supporter", "Podporovatel", "С подкрепата на"),
    "matchmaking_supporter": _labels(
        "Matchmaking supporter", "Podporovatel matchmakingu", "С подкрепата на (бизнес срещи)"
    ),
    "auspices": _labels("Under the auspices of", "Pod záštitou", "Под патронажа на"),
}

DOCUMENT_KINDS: Labels = {
    "agenda_draft": _labels("Draft agenda", "Návrh programu", "Проект на програма"),
    "agenda_final": _labels("Final agenda", "Konečný program", "Окончателна програма"),
    "input_paper": _labels("Input paper", "Podkladový dokument", "Работен документ"),
    "booklet": _labels("Participant booklet", "Brožura pro účastníky", "Брошура за участниците"),
    "proceedings": _labels("Proceedings", "Sborník", "Сборник с материали"),
    "other": _labels("Other document", "Další dokument", "Друг документ"),
}

SESSION_TYPES: Labels = {
    "opening": _labels("Opening", "Zahájení", "Откриване"),
    "keynote": _labels("Keynote", "Hlavní přednáška", "Основен доклад"),
    "panel": _labels("Panel discussion", "Panelová diskuse", "Панелна дискусия"),
    "presentation": _labels("Presentation", "Prezentace", "Презентация"),
    "pitching": _labels("Pitching session", "Krátká představení", "Кратки представяния"),
    "workshop": _labels("Workshop", "Workshop", "Работилница"),
    "round_table": _labels("Round table", "Kulatý stůl", "Кръгла маса"),
    "matchmaking": _labels("Matchmaking", "Matchmaking", "Бизнес срещи"),
    "site_visit": _labels("Site visit", "Exkurze", "Посещение на място"),
    "networking": _labels("Networking", "Networking", "Създаване на контакти"),
    "break": _labels("Break", "Přestávka", "Почивка"),
    "closing": _labels("Closing", "Závěr", "Закриване"),
    "other": _labels("Other", "Jiné", "Друго"),
}

SPEAKER_CAPACITIES: Labels = {
    "speaker": _labels("Speaker", "Přednášející", "Лектор"),
    "facilitator": _labels("Facilitator", "Facilitátor", "Фасилитатор"),
    "moderator": _labels("Moderator", "Moderátor", "Модератор"),
}

MODES: Labels = {
    "onsite": _labels("On site", "Prezenčně", "Присъствено"),
    "hybrid": _labels("Hybrid", "Hybridně", "Хибридно"),
    "online": _labels("Online", "Online", "Онлайн"),
}

APPLICATION_STATUS: Labels = {
    "draft": _labels("Draft", "Rozpracovaná", "Чернова"),
    "submitted": _labels("Submitted", "Podaná", "Подадена"),
    "under_review": _labels("Under review", "V hodnocení", "В процес на оценяване"),
    "shortlisted": _labels("Shortlisted", "V užším výběru", "В краткия списък"),
    "accepted": _labels("Accepted", "Přijatá", "Приета"),
    "rejected": _labels("Rejected", "Zamítnutá", "Отхвърлена"),
    "withdrawn": _labels("Withdrawn", "Stažená", "Оттеглена"),
}

APPLICANT_TYPES: Labels = {
    "cluster": _labels("Cluster organisation", "Klastrová organizace", "Клъстерна организация"),
    "regional_development_agency": _labels(
        "Regional development agency", "Regionální rozvojová agentura", "Агенция за регионално развитие"
    ),
    "innovation_agency": _labels("Innovation agency", "Inovační agentura", "Агенция за иновации"),
    "business_network": _labels("Business network", "Podnikatelská síť", "Бизнес мрежа"),
    "regional_authority": _labels(
        "Regional authority", "Regionální orgán veřejné správy", "Регионален орган на властта"
    ),
    "national_authority": _labels("National authority", "Ústřední orgán státní správy", "Национален орган на властта"),
    "other_sme_intermediary": _labels(
        "Other SME intermediary", "Jiný zprostředkovatel pro malé a střední podniky", "Друг посредник за МСП"
    ),
}

WORDS: Mapping[str, tuple[Mapping[str, str], Labels]] = {
    "edition_status": (_labels("Edition", "Ročník", "Издание"), EDITION_STATUS),
    "registration_state": (_labels("Registration", "Registrace", "Регистрация"), REGISTRATION_STATE),
    "call_state": (_labels("Call for hosts", "Výzva pro hostitele", "Покана за домакини"), CALL_STATE),
    "news_kind": (_labels("News", "Novinky", "Новини"), NEWS_KINDS),
    "partner_role": (_labels("Partner", "Partner", "Партньор"), PARTNER_ROLES),
    "document_kind": (_labels("Document", "Dokument", "Документ"), DOCUMENT_KINDS),
    "session_type": (_labels("Programme", "Program", "Програма"), SESSION_TYPES),
    "speaker_capacity": (_labels("Person", "Osoba", "Лице"), SPEAKER_CAPACITIES),
    "mode": (_labels("Attendance", "Způsob účasti", "Участие"), MODES),
}
"""{a name that stays: what it is about, the labels} of those that pages of sites show."""


def word_of(choice: Labels, key: str) -> str:
    """The name under which a site says a label differently: "edition_status/past"; "" for what sites do not show."""
    return next((f"{name}/{key}" for name, (_about, labels) in WORDS.items() if labels is choice), "")


def words() -> dict[str, dict[str, str]]:
    """{word: {locale: "Edition: Past"}} of all that a site may say differently."""
    return {
        f"{name}/{key}": {locale: f"{about[locale]}: {text}" for locale, text in texts.items()}
        for name, (about, labels) in WORDS.items()
        for key, texts in labels.items()
    }
