"""What every fixed choice is called in each language: {key: {locale: label}}, one table per choice, keys as stored."""

from collections.abc import Mapping

Labels = Mapping[str, Mapping[str, str]]


class Label(dict[str, str]):
    """{locale: label} of one option. `meaning`: what the API says of it to developers, where the label does not do."""

    def __init__(self, en: str, cs: str = "", bg: str = "", meaning: str = "") -> None:
        super().__init__({locale: label for locale, label in (("en", en), ("cs", cs), ("bg", bg)) if label})
        self.meaning = meaning


class Options(dict[str, Label]):
    """{option: its labels} of one choice. `about`: what the API says of the whole."""

    def __init__(self, about: str, options: Mapping[str, Label]) -> None:
        super().__init__(options)
        self.about = about


def about(choice: Labels) -> str:
    """What the API says of a choice: in its own words, or its labels in English."""
    return getattr(choice, "about", "") or f"One of: {', '.join(meaning(choice, key) for key in choice)}."


def meaning(choice: Labels, key: str) -> str:
    """What the API says of an option: in its own words, or its label in English."""
    return getattr(choice[key], "meaning", "") or choice[key].get("en") or key


def in_locale(labels: Mapping[str, str], locale: str) -> str | None:
    """The one in `locale`, or in its language; None where there is neither."""
    return labels.get(locale) or labels.get(locale.replace("_", "-").partition("-")[0])


def label(choice: Labels, key: str, locale: str) -> str:
    """The label in `locale` ("cs" and "cs-CZ" alike), else in English; a key nobody declared is its own label."""
    labels = choice.get(key, {})
    return in_locale(labels, locale) or labels.get("en") or key


EDITION_STATUS: Labels = Options(
    "Where an edition stands, by the clock in its own time zone.",
    {
        "upcoming": Label("Upcoming", "Nadcházející", "Предстоящо", "Its first day is ahead, or to be announced."),
        "ongoing": Label(
            "Under way",
            "Právě probíhá",
            "Провежда се",
            "From the beginning of its first day to the end of its last one.",
        ),
        "past": Label("Past", "Proběhlo", "Проведено", "Its last day is over."),
        "cancelled": Label("Cancelled", "Zrušeno", "Отменено", "It does not take place, whatever its days are."),
    },
)

REGISTRATION_STATE: Labels = Options(
    "Whether one can register for an edition: as editors set it by hand, else by the clock.",
    {
        "not_announced": Label(
            "Registration to be announced",
            "Registrace bude vyhlášena",
            "Регистрацията предстои да бъде обявена",
            "There is no address to register at yet.",
        ),
        "not_yet_open": Label(
            "Registration is not open yet",
            "Registrace ještě není otevřena",
            "Регистрацията още не е отворена",
            "Registration opens at a moment that is ahead.",
        ),
        "open": Label(
            "Registration is open",
            "Registrace je otevřena",
            "Регистрацията е отворена",
            "One can register now, at `url`.",
        ),
        "closed": Label(
            "Registration is closed",
            "Registrace je uzavřena",
            "Регистрацията е приключила",
            "Registration has ended, or the edition is over or cancelled.",
        ),
    },
)

CALL_STATE: Labels = Options(
    "Whether a call takes applications, by the clock.",
    {
        "not_yet_open": Label("Opens soon", "Bude otevřena", "Предстои да бъде отворена", "`opens` is ahead."),
        "open": Label("Open", "Otevřená", "Отворена", "Applications can be submitted."),
        "closed": Label("Closed", "Uzavřená", "Приключила", "The last cut-off, or `closes`, has passed."),
    },
)

NEWS_KINDS: Labels = Options(
    "What a news item is.",
    {
        "news": Label("News", "Novinka", "Новина", "Something new that is none of the other kinds."),
        "invitation": Label("Invitation", "Pozvánka", "Покана", "Asks readers to come to an event."),
        "press_release": Label("Press release", "Tisková zpráva", "Прессъобщение", "Written for journalists."),
        "event_summary": Label(
            "Event summary",
            "Shrnutí akce",
            "Обобщение на събитието",
            "Looks back at its `edition`; a site has at most one for each edition.",
        ),
        "call": Label("Call", "Výzva", "Покана за участие", "Asks for applications or contributions."),
        "community": Label("Community", "Komunita", "Общност", "About the people and organisations around the site."),
    },
)

PARTNER_ROLES: Labels = Options(
    "What a partner does for an edition.",
    {
        "organiser": Label("Organiser", "Pořadatel", "Организатор", "Prepares and runs it."),
        "on_behalf_of": Label("On behalf of", "Jménem", "От името на", "The one in whose name it is organised."),
        "host": Label("Host", "Hostitel", "Домакин", "Receives it in its region."),
        "partner": Label("Partner", "Partner", "Партньор", "Works on it with the organiser."),
        "supporter": Label("Supporter", "Podporovatel", "С подкрепата на", "Helps with means, work or its name."),
        "matchmaking_supporter": Label(
            "Matchmaking supporter",
            "Podporovatel matchmakingu",
            "С подкрепата на (бизнес срещи)",
            "Helps with the meetings of possible partners.",
        ),
        "auspices": Label("Under the auspices of", "Pod záštitou", "Под патронажа на", "Lends it its patronage."),
    },
)

DOCUMENT_KINDS: Labels = Options(
    "What a document of an edition is.",
    {
        "agenda_draft": Label(
            "Draft agenda",
            "Návrh programu",
            "Проект на програма",
            "Draft agenda; not delivered once there is a final one.",
        ),
        "agenda_final": Label(
            "Final agenda", "Konečný program", "Окончателна програма", "Final agenda; takes the place of the draft."
        ),
        "input_paper": Label(
            "Input paper", "Podkladový dokument", "Работен документ", "Prepares participants for the subject."
        ),
        "booklet": Label(
            "Participant booklet",
            "Brožura pro účastníky",
            "Брошура за участниците",
            "Practical information for participants.",
        ),
        "proceedings": Label(
            "Proceedings", "Sborník", "Сборник с материали", "What was said, written down afterwards."
        ),
        "other": Label("Other document", "Další dokument", "Друг документ", "None of these."),
    },
)

SESSION_TYPES: Labels = Options(
    "What happens in a session.",
    {
        "opening": Label("Opening", "Zahájení", "Откриване", "Welcome and first words."),
        "keynote": Label("Keynote", "Hlavní přednáška", "Основен доклад", "The main talk."),
        "panel": Label("Panel discussion", "Panelová diskuse", "Панелна дискусия", "A few discuss before all others."),
        "presentation": Label("Presentation", "Prezentace", "Презентация", "One talk or several."),
        "pitching": Label(
            "Pitching session",
            "Krátká představení",
            "Кратки представяния",
            "Short introductions of ideas or organisations.",
        ),
        "workshop": Label("Workshop", "Workshop", "Работилница", "Participants work on something together."),
        "round_table": Label("Round table", "Kulatý stůl", "Кръгла маса", "All who sit there discuss."),
        "matchmaking": Label("Matchmaking", "Matchmaking", "Бизнес срещи", "Meetings of possible partners."),
        "site_visit": Label("Site visit", "Exkurze", "Посещение на място", "Participants go to see a place."),
        "networking": Label("Networking", "Networking", "Създаване на контакти", "Time to get to know each other."),
        "break": Label("Break", "Přestávka", "Почивка", "A pause, such as lunch."),
        "closing": Label("Closing", "Závěr", "Закриване", "Conclusions and last words."),
        "other": Label("Other", "Jiné", "Друго", "None of these."),
    },
)

SPEAKER_CAPACITIES: Labels = Options(
    "As what a person takes part in a session or talk.",
    {
        "speaker": Label("Speaker", "Přednášející", "Лектор", "Gives a talk or takes part in a discussion."),
        "facilitator": Label("Facilitator", "Facilitátor", "Фасилитатор", "Helps a group to work together."),
        "moderator": Label("Moderator", "Moderátor", "Модератор", "Leads through a session."),
    },
)

MODES: Labels = Options(
    "How people take part in an edition.",
    {
        "onsite": Label("On site", "Prezenčně", "Присъствено", "All take part at the place."),
        "hybrid": Label("Hybrid", "Hybridně", "Хибридно", "Some take part at the place, others over the network."),
        "online": Label("Online", "Online", "Онлайн", "All take part over the network."),
    },
)

APPLICATION_STATUS: Labels = Options(
    "Where an application stands.",
    {
        "draft": Label("Draft", "Rozpracovaná", "Чернова", "Being filled in, or sent back to be completed."),
        "submitted": Label("Submitted", "Podaná", "Подадена", "Handed in; the review has not begun."),
        "under_review": Label("Under review", "V hodnocení", "В процес на оценяване", "Reviewers are reading it."),
        "shortlisted": Label(
            "Shortlisted", "V užším výběru", "В краткия списък", "On the short list; the decision is ahead."
        ),
        "accepted": Label("Accepted", "Přijatá", "Приета", "The applicant will host an edition."),
        "rejected": Label("Rejected", "Zamítnutá", "Отхвърлена", "Not accepted."),
        "withdrawn": Label("Withdrawn", "Stažená", "Оттеглена", "Taken back by the applicant."),
    },
)

APPLICANT_TYPES: Labels = {
    "cluster": Label("Cluster organisation", "Klastrová organizace", "Клъстерна организация"),
    "regional_development_agency": Label(
        "Regional development agency", "Regionální rozvojová agentura", "Агенция за регионално развитие"
    ),
    "innovation_agency": Label("Innovation agency", "Inovační agentura", "Агенция за иновации"),
    "business_network": Label("Business network", "Podnikatelská síť", "Бизнес мрежа"),
    "regional_authority": Label("Regional authority", "Regionální orgán veřejné správy", "Регионален орган на властта"),
    "national_authority": Label("National authority", "Ústřední orgán státní správy", "Национален орган на властта"),
    "other_sme_intermediary": Label(
        "Other SME intermediary", "Jiný zprostředkovatel pro malé a střední podniky", "Друг посредник за МСП"
    ),
}

WORDS: Mapping[str, tuple[Mapping[str, str], Labels]] = {
    "edition_status": (Label("Edition", "Ročník", "Издание"), EDITION_STATUS),
    "registration_state": (Label("Registration", "Registrace", "Регистрация"), REGISTRATION_STATE),
    "call_state": (Label("Call for hosts", "Výzva pro hostitele", "Покана за домакини"), CALL_STATE),
    "news_kind": (Label("News", "Novinky", "Новини"), NEWS_KINDS),
    "partner_role": (Label("Partner", "Partner", "Партньор"), PARTNER_ROLES),
    "document_kind": (Label("Document", "Dokument", "Документ"), DOCUMENT_KINDS),
    "session_type": (Label("Programme", "Program", "Програма"), SESSION_TYPES),
    "speaker_capacity": (Label("Person", "Osoba", "Лице"), SPEAKER_CAPACITIES),
    "mode": (Label("Attendance", "Způsob účasti", "Участие"), MODES),
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
