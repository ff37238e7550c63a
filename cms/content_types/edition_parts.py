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
    name = Text(localized=True, fallback=True, max_length=160)
    street = Text(max_length=160)
    city = Text(max_length=120)
    lat = Decimal(minimum=-90, maximum=90)
    lon = Decimal(minimum=-180, maximum=180)


class Discover(Embedded):
    """Invites to the region: what there is to see and do."""

    title = Text(localized=True, fallback=True, required=True, max_length=160)
    body = RichText(localized=True)
    image = File(images=True)
    link = Url()


class Registration(Embedded):
    url = Url()
    opens = WallTime()
    closes = WallTime()
    manual_state = Choice(labels.REGISTRATION_STATE, enum="RegistrationState", delivered=False)
    message = Text(localized=True, max_length=300)


class Matchmaking(Embedded):
    starts_at = WallTime(date_only=True)
    ends_at = WallTime(date_only=True)
    url = Url()
    sectors = Terms("sectors")


class EditionDocument(LabelledDocument):
    kind = Choice(labels.DOCUMENT_KINDS, enum="DocumentKind", required=True)


class Recording(Embedded):
    label = Text(localized=True, fallback=True, max_length=160)
    url = Url(required=True)


class GalleryImage(Embedded):
    image = File(images=True, required=True)


class Attendance(Embedded):
    """A number as somebody stated it; several may stand side by side, each with its basis and source."""

    number = Text(required=True, max_length=80)
    basis = Text(max_length=60)
    source = Text(max_length=500)


class Partner(Embedded):
    organisation = Reference("Organisation", required=True)
    role = Choice(labels.PARTNER_ROLES, enum="PartnerRole", required=True)


class LinkedProject(Embedded):
    name = Text(required=True, max_length=160)
    funding = Text(localized=True, fallback=True, max_length=300)
    programme_code = Text(max_length=80)
    countries = Country(many=True)
    day_label = Text(localized=True, fallback=True, max_length=40)
    description = Text(localized=True, fallback=True, max_length=2000, multiline=True)
    url = Url()


class Speaker(Embedded):
    """Role and organisation as they were at this talk."""

    person = Reference("Person", required=True)
    capacity = Choice(labels.SPEAKER_CAPACITIES, enum="SpeakerCapacity", required=True)
    role = Text(localized=True, fallback=True, max_length=160)
    organisation_name = Text(max_length=200)
    organisation = Reference("Organisation")


class Talk(Embedded):
    keyed = True

    title = Text(localized=True, fallback=True, max_length=300)
    speakers = EmbeddedList(Speaker, max_items=20)
    presentations = References("PresentationFile", max_items=10)
    recording = Url()


class Session(Embedded):
    keyed = True

    type = Choice(labels.SESSION_TYPES, enum="SessionType", required=True)
    group_title = Text(localized=True, fallback=True, max_length=160)
    title = Text(localized=True, fallback=True, required=True, max_length=300)
    start_time = ClockTime()
    end_time = ClockTime()
    moderators = EmbeddedList(Speaker, max_items=10)
    talks = EmbeddedList(Talk, max_items=60)
    children = EmbeddedList(lambda: Session, max_items=20, depth=1)


class Day(Embedded):
    keyed = True

    label = Text(localized=True, fallback=True, required=True, max_length=80)
    date = Date(required=True)
    sessions = EmbeddedList(Session, max_items=40)
