# Words of the directory of help services: list, sheet, file.

## List

help-results-title = Find a service
help-filter-title = Choose
help-filter-situation = Situation
help-filter-need = Type of help
help-filter-audience = For whom
help-filter-topic = Theme
help-filter-language = Language spoken
help-filter-municipality = Municipality
help-filter-any = Any
help-filter-open = Answers now
help-filter-free = Free of charge
help-filter-submit = Show services
help-filter-export = Download this list (CSV)
help-results-count = { $count ->
    [0] No service
    [one] { $count } service
   *[other] { $count } services
}
help-results-none = No service is listed here yet for these choices. Remove one choice to see more.
help-results-all = See all services
help-results-talk = Talk to someone now
help-results-ignored = One of the choices does not exist here. The list leaves it out.
help-results-open-note = Based on the hours that the services publish. Those whose hours are not known do not appear.
help-file-note = The downloaded file stays on the device, where someone else may see it.
help-again-title = Page closed
help-again-button = Show the page

## Hours

help-open-always = Answers day and night.
help-open-until = Answers now, until { $when }.
help-open-by = At this moment { $name } picks up.
help-open-appointment = Open now, by appointment.
help-closed = Does not answer now.
help-closed-opens = Does not answer now. Again: { $when }.
help-hours-unknown = Hours to be confirmed with the service
help-when-today = { $time }
help-when-tomorrow = tomorrow { $time }
help-when-day = { $day } { $time }
help-day-mo = Monday
help-day-tu = Tuesday
help-day-we = Wednesday
help-day-th = Thursday
help-day-fr = Friday
help-day-sa = Saturday
help-day-su = Sunday
help-days-all = Every day
help-days-run = { $from } to { $to }
help-days-holidays = Public holidays
help-hours-row = { $days }: { $hours }
help-day-and-night = 24 hours a day
help-answered-by = { $name } picks up
help-appointment = by appointment

## Sheet

help-sheet-back = All services
help-sheet-reach = Reach this service
help-sheet-about = What is known
help-sheet-owner = Run by
help-sheet-audience = For
help-sheet-price = Price
help-sheet-eligibility = Conditions
help-sheet-coverage = Where
help-sheet-unconfirmed = To be confirmed
help-sheet-checked = Sources read in { $month }
help-sheet-confirmed = Confirmed by phone on { $day }
help-mail-note = A message you send stays in your sent folder.
help-channel-web = Website
help-channel-chat = Chat
help-channel-mail = E-mail address
help-channel-app = App
help-channel-form = The service’s form
help-channel-walk-in = In person
help-channel-online-booking = Online booking
help-field-phones = telephone
help-field-channels = other ways to make contact
help-field-schedules = hours
help-field-languages = languages
help-field-places = address
help-field-accessibility = accessibility
help-field-chat = chat
help-field-interpreters = interpreters
help-field-eligibility = conditions
help-field-existence = whether the service still exists
help-flag-open-24h = open 24 hours
help-flag-minors-accepted = minors accepted
help-flag-children-accepted = children accepted
help-flag-wheelchair = wheelchair access
help-area-country = All of Belgium

## Vocabularies

help-taxonomy-audience = Audience
help-taxonomy-audience-text = Whom the service is for
help-taxonomy-situation = Situation
help-taxonomy-situation-text = What the person lives through
help-taxonomy-need = Need
help-taxonomy-need-text = What the service gives
help-taxonomy-topic = Topic
help-taxonomy-topic-text = What it is about

## File

help-col-name = Service
help-col-organization = Organisation
help-col-description = Description
help-col-audiences = Audience
help-col-situations = Situations
help-col-needs = Needs
help-col-topics = Themes
help-col-phones = Telephone
help-col-mail = E-mail address
help-col-site = Website
help-col-languages = Languages
help-col-hours = Hours (to be confirmed with the service)
help-col-places = Address
help-col-coverage = Area
help-col-unconfirmed = To be confirmed
help-col-valid = To be checked again after
help-col-referral = How to refer (partners)

## On paper

help-brochure-title = Helplines and support services
help-brochure-subtitle = Brussels-Capital Region
help-brochure-author = safe.brussels
help-brochure-date = Made on { $day } from the directory of safe.brussels. A number may change: always take the latest version.
help-brochure-emergency = Immediate danger
help-brochure-intro = These services listen, advise, care or support, in Brussels or in the whole country.
help-brochure-give = Handing this booklet to someone? First ask whether it is safe to keep: at home, the paper may be found.
help-brochure-missing = “To be confirmed” means that the service has not confirmed this information: its site or a call gives the answer. This booklet holds no address of accommodation.
help-brochure-calls = A call stays in the call log of the telephone, even when it is free. Where nothing is said about the bill, we do not know whether the number appears on it.
help-brochure-footer = safe.brussels · { $day }
help-brochure-page = Page { $page } of { $pages }
help-chapter-home = Violence at home or in the family
help-chapter-sexual = Sexual violence
help-chapter-young = Children and young people
help-chapter-talk = Talking to someone
help-chapter-respect = Harassment, discrimination, violence online
help-chapter-exploited = Exploitation and trafficking
help-chapter-arrival = New in Belgium, residence and access to care
help-chapter-street = Homelessness and drugs
help-chapter-police = Police, theft and accident
help-chapter-worried = Worried about someone who is radicalising
help-chapter-other = Other services
help-chapter-change = For people who want to change their behaviour
