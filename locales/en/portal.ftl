# Words of the information portal: header, footer, lists, notices, forms of the app shell.
# Terms without variables also reach the site's templates.

brand = safe.brussels
language-name = English
entrance-text = Alerts, advice and help in the Brussels-Capital Region

## Frame of every page

skip-to-content = Skip to content
strip-label = Emergency numbers
strip-112 = ambulance, fire
strip-101 = police
strip-without-voice = Deaf or hard of hearing?
search-label = Search the portal
search-button = Search
menu = Menu
nav-label = Main navigation
nav-alerts = Alerts
nav-guides = What to do
nav-advice = Prevention
nav-help = Find help
nav-permits = Weapons and permits
nav-observatory = Observatory
nav-plans = Plans
language-label = Language
language-label-footer = This portal in another language
breadcrumbs-label = You are here
home = Home
footer-emergency = In an emergency
footer-emergency-text = This portal does not replace the emergency numbers. In danger? Call directly.
footer-be-alert = Register with BE-Alert
footer-portal = On this portal
footer-about = About
footer-publisher = safe.brussels, Brussels-Capital Region
link-campaigns = Campaigns
link-dossiers = Crisis files
link-datasets = Figures and data
link-projects = Subsidised projects
link-calls = Calls for projects
link-agenda = Events
link-news = News
link-areas = Municipalities and police zones
link-glossary = Glossary
link-sitemap = Site map
link-about = The organisation
link-observatory = The Observatory
link-training = Training and careers
link-legal = Legal information
link-legal-accessibility = Accessibility
link-legal-privacy = Privacy
link-about-contact = Contact

## Front page

home-title = Alerts, prevention and help in Brussels
home-heading = Know what to do, at the right moment
home-lede = Current alerts, the right reflexes and the services that help, in the nineteen municipalities of the Brussels-Capital Region.
home-receive = Receive alerts
home-help = Find help
home-tasks = What are you looking for?
home-task-guides = What to do in danger
home-task-guides-text = Short cards: before, during and after.
home-task-advice = Protect myself
home-task-advice-text = Advice against theft, fraud, harassment and other risks.
home-task-help = Find help
home-task-help-text = For a victim, a witness, a child, or to change one’s own behaviour.
home-task-permits = Weapon or permit
home-task-permits-text = Which procedure, which documents, how long.
home-task-observatory = Understand the figures
home-task-observatory-text = Studies, surveys and data of the Observatory.
home-task-plans = Follow the plans
home-task-plans-text = The measures of the global security and prevention plan.
home-guides = The right reflexes
home-news = Highlights
home-publications = Latest publications
see-all-of = See all: { $title }

## Alerts

alerts-title = Alerts
alerts-lede = Current alerts in the Region and those that have just ended.
alerts-now = Right now
alerts-empty = Current alerts appear here. When there are none, this place stays empty.
alerts-all = All alerts
alerts-complement = This portal complements BE-Alert, 112 and 101. It does not replace them.
alerts-data = For other systems
alerts-data-text = The same alerts as open data:
alerts-guides = What to do during an alert
copy-note = You are offline. Copy of

receive-title = Receive alerts
push-lede = A notification on your phone or computer when an alert concerns your municipalities. The message says at once what to do.
push-privacy = No account, no address, no position: we keep only your choices and the technical address your browser gives. You can stop everything here at any time.
push-no-script-title = This page needs JavaScript
push-no-script = Browser notifications do not work without JavaScript. Other ways to receive alerts are listed below.
push-unsupported-title = This browser cannot receive notifications
push-unsupported = Try another browser, or choose one of the other ways listed below.
push-ios-title = On iPhone and iPad, add the portal to the home screen first
push-ios-1 = Tap the Share button of your browser.
push-ios-2 = Choose “Add to Home Screen”, then “Add”.
push-ios-3 = Open the portal from the home screen and come back to this page.
push-denied-title = Notifications are blocked
push-denied = Your browser has blocked them for this portal. Allow them in its settings, then reload the page.
push-subscribed-title = You receive the alerts
push-subscribed = You can change your choices, try a notification or stop everything.
push-saved = Your choices are saved.
push-test-arrived = The test arrived on this device. Everything works.
push-test-sent = A test notification is on its way. Nothing after a minute? Check silent mode and the notification settings.
push-stopped = Done: you will receive no more notifications and your choices are erased.
push-failed-title = That did not work
push-failed = Check your connection and try again in a few minutes.
push-areas = Your municipalities
push-areas-hint = Home, work, school: choose all that matter to you.
push-areas-all = The whole Region
push-areas-missing = Choose at least one municipality
push-language = Language of the messages
push-severity = From which severity?
push-categories = Choose subjects
push-categories-hint = Everything is ticked to begin with. An extreme alert always arrives.
push-subscribe = Receive alerts
push-save = Save my choices
push-test = Test my phone
push-stop = Receive nothing more
push-other = Other ways to be warned
push-other-be-alert = messages from the authorities by text message, call or e-mail
push-other-page = to look at whenever you like, also offline
push-other-feed = for a feed reader
form-problem = Something is missing
severity-minor-hint = limited nuisance, good to know
severity-moderate-hint = possible danger to people or property
severity-severe-hint = significant danger
severity-extreme-hint = exceptional danger only
## Lists and pages

guides-title = What to do in danger
guides-lede = One card per risk: before, during, after. The cards stay readable offline on a device where you have opened the portal.
advice-title = Prevention advice
advice-lede = Avoid theft, fraud or an accident, and know what to do if it happens.
advice-online-report = Online report
advice-online-report-yes = This can be reported to the police online, on Police-on-web.
subject-theft = Theft
subject-burglary = Burglary
subject-bicycle = Bicycle
subject-fraud = Fraud
subject-cyber = Online
subject-harassment = Harassment
subject-discrimination = Discrimination and hate
subject-drugs = Drugs
subject-road = Traffic
subject-fire = Fire
subject-first-aid = First aid
subject-street = In the street
subject-home = At home
subject-trade = Trade
subject-safety-at-work = Safety at work
place-home = At home
place-street = In the street
place-public-transport = Public transport
place-online = Online
place-shop = Shop
place-school = School
place-event = Event
audience-residents = Residents
audience-seniors = Older people
audience-young = Young people
audience-parents = Parents
audience-traders = Traders
audience-firms = Companies
audience-tourists = Visitors
audience-commuters = Commuters
audience-schools = Schools
audience-victims = Victims
audience-site-managers = Site managers
moment-day = Daytime
moment-evening = Evening
moment-night = Night
moment-holidays = Holidays
publications-title = Publications
publications-lede = Reports, studies and surveys, with their figures and sources.
publication-series = Series
publication-number = Number
publication-date = Published
publication-languages = Languages of publication
publication-citation = To cite
publication-legal-deposit = Legal deposit
publication-planned = Announced
publication-datasets = Figures of this publication
series-annual-report = Annual reports
series-report = Reports
series-focus = Focus of the Observatory
series-cahier = Cahiers of the Observatory
series-flash-paper = Flash Papers
series-survey = Surveys
series-guide = Guides
series-evaluation = Evaluations
datasets-title = Figures and data
datasets-lede = Each table with its chart, its source and a file to reuse.
dataset-table = See the table
dataset-csv = Download the data (CSV)
dataset-anomaly = Contradiction in the source
dataset-period = Period: { $period }
dataset-source = Source: { $source }
dataset-publications = Publication
dataset-missing = no data
campaigns-title = Campaigns
campaigns-lede = Messages to see and to pass on.
campaign-current = Running
campaign-archived = Ended
campaign-period = Period
campaign-audiences = Audience
campaign-channels = Channels
campaign-themes = Themes
campaign-languages = Languages
campaign-kit = To pass on
campaign-kit-text = Municipalities, schools, associations: use these texts as they are.
campaign-kit-download = Download the texts
kit-short-text = Short text
kit-poster-text = Poster text
kit-card = Card
kit-leaflet = Leaflet
dossiers-title = Crisis files
dossiers-lede = What happened, the rules, the themes and useful links.
dossier-level = Level of management
dossier-authority = Authority
dossier-archived = Closed file, kept for reading.
plans-title = Security and prevention plans
plans-lede = The regional plans, measure by measure, with their sources.
plan-current = Latest plan
plan-former = Previous plan
plan-themes = Themes
plan-counts = { $themes } themes, { $measures } measures
plan-theme = Theme { $number }
plan-measure = Measure { $number }
plan-measures = Measures
plan-phase = Phase
plan-partners = Partners
plan-status = State
plan-status-planned = planned
plan-status-started = started
plan-status-done = done
plan-successor = In the other plan
plan-projects = Linked projects
plan-previous = Previous measure
plan-next = Next measure
compare-title = Compare the two plans
compare-lede = Measures on the same subject, side by side.
compare-caption = Measures on the same subject
glossary-title = Glossary
glossary-lede = The words and abbreviations of security and prevention in Brussels.
projects-title = Subsidised projects
projects-lede = Who does what, where and with which support from the Region.
project-owner = Carried out by
project-amount = Subsidy
project-year = Year
calls-title = Calls for projects
calls-lede = Open and closed calls.
call-open = Until { $date }
call-closed = Closed on { $date }
call-budget = Budget: { $amount }
agenda-title = Events
agenda-lede = Meetings, courses and days to come.
agenda-past = Past
agenda-coming = Coming up
news-title = News
news-lede = What is new.
areas-title = Municipalities and police zones
areas-lede = The nineteen municipalities of the Region and the police zone of each.
areas-map = Map of the nineteen municipalities and the police zones
areas-map-description = Each municipality has the colour of its police zone. The list below the map gives the same information.
areas-attribution = Outlines: { $source }
area-zone = Police zone
area-zone-members = Municipalities of the zone
area-postcodes = Postcodes
area-partly = Shared postcode
area-partly-text = { $codes }: for some of the streets only
area-nis = NIS code
area-projects = Projects in this municipality
sitemap-title = Site map
sitemap-lede = All pages of the portal, by section.
section-about = About safe.brussels
section-about-lede = Who does what, how and with which means.
section-emergency = Emergencies
section-emergency-lede = Which number for which situation, and how to call for help without speaking.
section-legal = Legal information
section-legal-lede = Accessibility, privacy and terms of use.
section-observatory = Observatory
section-observatory-lede = How the figures are gathered and read.
section-training = Training and careers
section-training-lede = Training in prevention, security and rescue, and making it a career.
section-help-pages = Understand and prepare
section-more = In this section
page-updated = Updated on { $date }
page-checked = checked on { $date }
page-sources = Sources
page-source-document = { $title }, { $count ->
    [one] line { $lines }
   *[other] lines { $lines }
}
page-links = Useful links
page-timeline = Timeline
page-related = See also
page-draft = Draft
page-draft-text = This text is still being prepared and nobody has reviewed it.
fallback-title = This page does not exist in this language yet
fallback-text = It is shown below in { $language }. It exists in:
list-in-language = in { $language }
document-000 = BPS, annual report 2020
document-001 = safe.brussels, annual report 2022
document-002 = Global Security and Prevention Plan 2017-2020
document-003 = Presentation to the Brussels Parliament, February 2017
document-004 = Security and society contract 2018-2019, City of Brussels

## Help

help-title = Find help
help-lede = For yourself or for someone else. Choose what is closest to your situation.
help-notice = If someone may be looking at your screen, use another device instead. Leaving this page does not erase the history, and spyware sees everything.
help-neutral-title = safe.brussels – information
help-phone = Telephone
help-call = Call
help-services = Services
help-services-lede = Help services, by audience and by need.
help-services-find = Search all services
help-in-call-log = The number stays in your phone’s call log.
help-cost-free = free of charge
help-cost-not-on-bill = does not show on the bill
help-cost-on-bill = shows on the bill
help-cost-bill-unknown = we do not know whether the number shows on the bill
help-to-confirm = To be confirmed with the service
help-hours = Hours
help-hours-all = day and night, every day
help-languages = Languages
help-site = The service’s website
help-places = Address
help-mail = E-mail address
help-check-by-phone = This information is no longer recent: check by phone.
help-emergency = Immediate danger: call 112 or 101.
help-cost-not-free = charged
help-part-victims = To understand and act
help-part-change = To change one’s own behaviour
help-part-professionals = For professionals
help-part-project = Projects
exit-leave = Leave this page
exit-hint = or press Esc twice

## Permits

permits-lede = Which procedure for which weapon, which documents, how long it takes and who decides.
permits-procedures = Procedures
permits-apply = Which procedure is mine?
permits-apply-text = A few questions are enough to find the procedure and the authority that decides.
permits-facts = Rules
permits-reasons = Legitimate reasons
permits-authorities = Who does what
permits-retention = How long data are kept
permits-fees = Fee
permits-day-count = How days are counted
permits-to-confirm = to be confirmed by the service
permits-secondary = from a secondary source
permits-article = { $act }, art. { $article }
permits-model = Model
permits-authority = Authority that decides
permits-legal-basis = Legal basis
permits-essentials = In brief
permits-documents = Documents
permits-deadlines = Time limits
permits-appeal = Appeal
permits-age = at most { $length } old
permits-only-for = only for: { $reasons }
permits-need-required = required
permits-need-optional = optional
permits-need-alternative = instead of another document
permits-stage-filing = on application
permits-stage-grant = on grant
permits-amount-unknown = amount to be confirmed by the service
permits-unit-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
permits-unit-weeks = { $count ->
    [one] { $count } week
   *[other] { $count } weeks
}
permits-unit-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
permits-unit-years = { $count ->
    [one] { $count } year
   *[other] { $count } years
}

## Other pages

shell-title = Page
not-found-title = This page does not exist
not-found-text = Its address may have changed. Use the search or start from the front page.

## Numbers and dates

number-decimal = .
number-group = ,
number-euro = €{ $amount }
date-long = { $day } { $month } { $year }
date-month = { $month } { $year }
date-period = { $from } to { $until }
date-since = since { $from }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
