"""The parts of an edition: venue, partners, projects, documents, and the programme of days, sessions and talks."""

from cms.content.fields import (
    Choice,
    ClockTime,
    Country,
    Date,
    Decimal,
    Embedded,
    EmbeddedList,
    File,
    Reference,
    References,
    RichText,
    Terms,
    Text,
    Url,
    WallTime,
)
from cms.content.rules import labels
from cms.content_types.parts import LabelledDocument


class Venue(Embedded):
    """The place of an edition within its city."""

    name = Text(localized=True, fallback=True, max_length=160, description="Of the building or hall.")
    street = Text(max_length=160, description="With the number of the house, as on a letter.")
    city = Text(max_length=120, description="Where it differs from the city of the edition.")
    lat = Decimal(minimum=-90, maximum=90, description="Degrees north, WGS 84, from -90 to 90.")
    lon = Decimal(minimum=-180, maximum=180, description="Degrees east, WGS 84, from -180 to 180.")


class Discover(Embedded):
    """Invites to the region: what there is to see and do."""

    title = Text(localized=True, fallback=True, required=True, max_length=160, description="The heading.")
    body = RichText(localized=True, description="What there is to see and do.")
    image = File(images=True, description="Null where there is none, or the file is not public.")
    link = Url(description="An absolute address that leads on.")


class Registration(Embedded):
    url = Url()
    opens = WallTime()
    closes = WallTime()
    manual_state = Choice(labels.REGISTRATION_STATE, enum="RegistrationState", delivered=False)
    message = Text(localized=True, max_length=300)


class Matchmaking(Embedded):
    """Meetings that participants of an edition arrange with each other."""

    starts_at = WallTime(
        date_only=True,
        description="A `LocalDateTime` in the zone of the edition, or a `Date` where the hour is not known.",
    )
    ends_at = WallTime(
        date_only=True,
        description="A `LocalDateTime` in the zone of the edition, or a `Date` where the hour is not known.",
    )
    url = Url(description="The absolute address where participants arrange them.")
    sectors = Terms("sectors", description="Terms of the vocabulary `sectors`.")


class EditionDocument(LabelledDocument):
    kind = Choice(
        labels.DOCUMENT_KINDS, enum="DocumentKind", required=True, description="What it is, such as `AGENDA_FINAL`."
    )


class Recording(Embedded):
    """A recording of an edition, published elsewhere."""

    label = Text(
        localized=True,
        fallback=True,
        max_length=160,
        description="What was recorded; null where editors left it empty.",
    )
    url = Url(required=True, description="Its absolute address.")


class GalleryImage(Embedded):
    """A picture in the gallery of an edition."""

    image = File(images=True, required=True, description="Null while the file is not public.")


class Attendance(Embedded):
    """A number as somebody stated it; several may stand side by side, each with its basis and source."""

    number = Text(required=True, max_length=80, description="As stated, such as `120` or `more than 100`.")
    basis = Text(max_length=60, description="What was counted, such as registrations.")
    source = Text(max_length=500, description="Who stated it, or where.")


class Partner(Embedded):
    """An organisation and what it does for an edition."""

    organisation = Reference("Organisation", required=True, description="Null while it is not public.")
    role = Choice(
        labels.PARTNER_ROLES,
        enum="PartnerRole",
        required=True,
        description="The same organisation may stand there in several roles.",
    )


class LinkedProject(Embedded):
    """A project that an edition is connected with."""

    name = Text(required=True, max_length=160, description="Its name or acronym.")
    funding = Text(localized=True, fallback=True, max_length=300, description="Who pays for it, as text.")
    programme_code = Text(max_length=80, description="The code of the funding programme.")
    countries = Country(many=True, description="Where it is carried out.")
    day_label = Text(
        localized=True,
        fallback=True,
        max_length=40,
        description="On which day of the edition it is presented, as text.",
    )
    description = Text(
        localized=True,
        fallback=True,
        max_length=2000,
        multiline=True,
        description="Plain text, which may have several lines.",
    )
    url = Url(description="The absolute address of its website.")


class Speaker(Embedded):
    """Role and organisation as they were at this talk."""

    person = Reference("Person", required=True, description="Null while the person is not public.")
    capacity = Choice(
        labels.SPEAKER_CAPACITIES, enum="SpeakerCapacity", required=True, description="As what the person takes part."
    )
    role = Text(localized=True, fallback=True, max_length=160, description="The position of the person at that time.")
    organisation_name = Text(max_length=200)
    organisation = Reference("Organisation", description="Null where it is no item of the CMS, or not public.")


class Talk(Embedded):
    """A contribution to a session."""

    keyed = True

    title = Text(
        localized=True, fallback=True, max_length=300, description="Null where the session says what it is about."
    )
    speakers = EmbeddedList(Speaker, max_items=20, description="In the order of the programme.")
    presentations = References(
        "PresentationFile", max_items=10, description="The files shown; null in the place of one that is not public."
    )
    recording = Url(description="The absolute address of its recording.")


class Session(Embedded):
    keyed = True

    type = Choice(labels.SESSION_TYPES, enum="SessionType", required=True, description="What happens in it.")
    group_title = Text(
        localized=True,
        fallback=True,
        max_length=160,
        description="The heading that it shares with its neighbours, such as a track.",
    )
    title = Text(
        localized=True, fallback=True, required=True, max_length=300, description="What it is called in the programme."
    )
    start_time = ClockTime(description="In the zone of the edition, on the date of its day.")
    end_time = ClockTime(description="In the zone of the edition, on the date of its day.")
    moderators = EmbeddedList(Speaker, max_items=10, description="Of the session as a whole.")
    talks = EmbeddedList(Talk, max_items=60, description="In the order of the programme.")
    children = EmbeddedList(
        lambda: Session, max_items=20, depth=1, description="Sessions within it, which have none of their own."
    )


class Day(Embedded):
    """A day of the programme of an edition."""

    keyed = True

    label = Text(
        localized=True,
        fallback=True,
        required=True,
        max_length=80,
        description="What the day is called, such as `Day 1`.",
    )
    date = Date(required=True, description="Within the dates of the edition.")
    sessions = EmbeddedList(Session, max_items=40, description="In the order of the programme.")
