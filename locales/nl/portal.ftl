# Words of the information portal: header, footer, lists, notices, forms of the app shell.
# Terms without variables also reach the site's templates.

brand = safe.brussels
language-name = Nederlands
entrance-text = Waarschuwingen, advies en hulp in het Brussels Hoofdstedelijk Gewest

## Frame of every page

skip-to-content = Naar de inhoud
strip-label = Noodnummers
strip-112 = ziekenwagen, brandweer
strip-101 = politie
strip-without-voice = Doof of slechthorend?
search-label = Zoeken op het portaal
search-button = Zoeken
menu = Menu
nav-label = Hoofdnavigatie
nav-alerts = Waarschuwingen
nav-guides = Wat te doen?
nav-advice = Preventie
nav-help = Hulp vinden
nav-permits = Wapens en vergunningen
nav-observatory = Observatorium
nav-plans = Plannen
language-label = Taal
language-label-footer = Dit portaal in een andere taal
breadcrumbs-label = U bent hier
home = Start
footer-emergency = In een noodgeval
footer-emergency-text = Dit portaal vervangt de noodnummers niet. In gevaar? Bel rechtstreeks.
footer-be-alert = Inschrijven op BE-Alert
footer-portal = Op dit portaal
footer-about = Over ons
footer-publisher = safe.brussels, Brussels Hoofdstedelijk Gewest
link-campaigns = Campagnes
link-dossiers = Crisisdossiers
link-datasets = Cijfers en gegevens
link-projects = Gesubsidieerde projecten
link-calls = Projectoproepen
link-agenda = Agenda
link-news = Nieuws
link-areas = Gemeenten en politiezones
link-glossary = Woordenlijst
link-sitemap = Overzicht van de site
link-about = De instelling
link-observatory = Het Observatorium
link-training = Opleidingen en beroepen
link-legal = Juridische informatie
link-legal-accessibility = Toegankelijkheid
link-legal-privacy = Privacy
link-about-contact = Contact

## Front page

home-title = Waarschuwingen, preventie en hulp in Brussel
home-heading = Weten wat te doen, op het juiste moment
home-lede = De waarschuwingen van nu, de juiste reflexen en de diensten die helpen, in de negentien gemeenten van het Brussels Hoofdstedelijk Gewest.
home-receive = Waarschuwingen ontvangen
home-help = Hulp vinden
home-tasks = Wat zoekt u?
home-task-guides = Wat te doen bij gevaar?
home-task-guides-text = Korte fiches: vooraf, tijdens en achteraf.
home-task-advice = Mij beschermen
home-task-advice-text = Advies tegen diefstal, oplichting, pesterijen en andere risico’s.
home-task-help = Hulp vinden
home-task-help-text = Voor een slachtoffer, een getuige, een kind, of om het eigen gedrag te veranderen.
home-task-permits = Wapen of vergunning
home-task-permits-text = Welke procedure, welke documenten, welke termijn.
home-task-observatory = De cijfers begrijpen
home-task-observatory-text = Studies, enquêtes en gegevens van het Observatorium.
home-task-plans = De plannen volgen
home-task-plans-text = De maatregelen van het globaal veiligheids- en preventieplan.
home-guides = De juiste reflexen
home-news = In de kijker
home-publications = Recente publicaties
see-all-of = Alles bekijken: { $title }

## Alerts

alerts-title = Waarschuwingen
alerts-lede = De lopende waarschuwingen in het Gewest en die net zijn afgelopen.
alerts-now = Op dit moment
alerts-empty = Lopende waarschuwingen verschijnen hier. Zijn er geen, dan blijft deze plaats leeg.
alerts-all = Alle waarschuwingen
alerts-complement = Dit portaal vult BE-Alert, 112 en 101 aan. Het vervangt ze niet.
alerts-data = Voor andere systemen
alerts-data-text = Dezelfde waarschuwingen als open data:
alerts-guides = Wat te doen tijdens een waarschuwing?
copy-note = U bent offline. Kopie van

receive-title = Waarschuwingen ontvangen
push-lede = Een melding op uw telefoon of computer als een waarschuwing over uw gemeenten gaat. Het bericht zegt meteen wat u moet doen.
push-privacy = Zonder account, zonder adres, zonder locatie: we bewaren alleen uw keuzes en het technische adres dat uw browser geeft. U kunt hier op elk moment alles stopzetten.
push-no-script-title = Deze pagina heeft JavaScript nodig
push-no-script = Meldingen van de browser werken niet zonder JavaScript. Andere manieren om waarschuwingen te ontvangen staan verder op deze pagina.
push-unsupported-title = Deze browser kan geen meldingen ontvangen
push-unsupported = Probeer een andere browser, of kies een van de andere manieren verder op deze pagina.
push-ios-title = Zet op iPhone en iPad het portaal eerst op het beginscherm
push-ios-1 = Tik op de deelknop van uw browser.
push-ios-2 = Kies ‘Zet op beginscherm’ en daarna ‘Voeg toe’.
push-ios-3 = Open het portaal vanaf het beginscherm en kom terug naar deze pagina.
push-denied-title = Meldingen zijn geblokkeerd
push-denied = Uw browser blokkeert ze voor dit portaal. Sta ze toe in de instellingen en laad de pagina opnieuw.
push-subscribed-title = U ontvangt de waarschuwingen
push-subscribed = U kunt uw keuzes wijzigen, een melding uitproberen of alles stopzetten.
push-saved = Uw keuzes zijn bewaard.
push-test-arrived = De test is op dit toestel aangekomen. Alles werkt.
push-test-sent = Een testmelding is onderweg. Na een minuut nog niets? Controleer de stille modus en de instellingen voor meldingen.
push-stopped = Klaar: u ontvangt geen meldingen meer en uw keuzes zijn gewist.
push-failed-title = Dat is niet gelukt
push-failed = Controleer uw verbinding en probeer het over enkele minuten opnieuw.
push-areas = Uw gemeenten
push-areas-hint = Thuis, werk, school: kies alle gemeenten die voor u tellen.
push-areas-all = Het hele Gewest
push-areas-missing = Kies minstens één gemeente
push-language = Taal van de berichten
push-severity = Vanaf welke ernst?
push-categories = Onderwerpen kiezen
push-categories-hint = Bij het begin is alles aangevinkt. Een extreme waarschuwing komt altijd aan.
push-subscribe = Waarschuwingen ontvangen
push-save = Mijn keuzes bewaren
push-test = Mijn telefoon testen
push-stop = Niets meer ontvangen
push-other = Andere manieren om verwittigd te worden
push-other-be-alert = berichten van de overheid via sms, oproep of e-mail
push-other-page = te bekijken wanneer u wilt, ook offline
push-other-feed = voor een feedlezer
form-problem = Er ontbreekt iets
severity-minor-hint = beperkte hinder, goed om te weten
severity-moderate-hint = mogelijk gevaar voor mensen of goederen
severity-severe-hint = groot gevaar
severity-extreme-hint = alleen uitzonderlijk gevaar
## Lists and pages

guides-title = Wat te doen bij gevaar?
guides-lede = Eén fiche per risico: vooraf, tijdens, achteraf. De fiches blijven offline leesbaar op een toestel waarop u het portaal hebt geopend.
advice-title = Preventieadvies
advice-lede = Diefstal, oplichting of een ongeval voorkomen, en weten wat te doen als het toch gebeurt.
advice-online-report = Online aangifte
advice-online-report-yes = U kunt dit feit online bij de politie melden, op Police-on-web.
subject-theft = Diefstal
subject-burglary = Inbraak
subject-bicycle = Fiets
subject-fraud = Oplichting
subject-cyber = Online
subject-harassment = Pesterijen en intimidatie
subject-discrimination = Discriminatie en haat
subject-drugs = Drugs
subject-road = Verkeer
subject-fire = Brand
subject-first-aid = Eerste hulp
subject-street = Op straat
subject-home = Thuis
subject-trade = Handel
subject-safety-at-work = Veiligheid op het werk
place-home = Thuis
place-street = Op straat
place-public-transport = Openbaar vervoer
place-online = Online
place-shop = Winkel
place-school = School
place-event = Evenement
audience-residents = Bewoners
audience-seniors = Ouderen
audience-young = Jongeren
audience-parents = Ouders
audience-traders = Handelaars
audience-firms = Bedrijven
audience-tourists = Bezoekers
audience-commuters = Pendelaars
audience-schools = Scholen
audience-victims = Slachtoffers
audience-site-managers = Beheerders van gebouwen en terreinen
moment-day = Overdag
moment-evening = ’s Avonds
moment-night = ’s Nachts
moment-holidays = Vakantie
publications-title = Publicaties
publications-lede = Verslagen, studies en enquêtes, met hun cijfers en bronnen.
publication-series = Reeks
publication-number = Nummer
publication-date = Verschenen
publication-languages = Talen van de uitgave
publication-citation = Verwijzing
publication-legal-deposit = Wettelijk depot
publication-planned = Aangekondigd
publication-datasets = Cijfers uit deze publicatie
series-annual-report = Jaarverslagen
series-report = Verslagen
series-focus = Focus van het Observatorium
series-cahier = Cahiers van het Observatorium
series-flash-paper = Flash Papers
series-survey = Enquêtes
series-guide = Gidsen
series-evaluation = Evaluaties
datasets-title = Cijfers en gegevens
datasets-lede = Elke tabel met grafiek, bron en een bestand om te hergebruiken.
dataset-table = De tabel bekijken
dataset-csv = Gegevens downloaden (CSV)
dataset-anomaly = Tegenstrijdigheid in de bron
dataset-period = Periode: { $period }
dataset-source = Bron: { $source }
dataset-publications = Publicatie
dataset-missing = geen gegeven
campaigns-title = Campagnes
campaigns-lede = Boodschappen om te bekijken en door te geven.
campaign-current = Lopend
campaign-archived = Afgelopen
campaign-period = Periode
campaign-audiences = Doelgroep
campaign-channels = Kanalen
campaign-themes = Thema’s
campaign-languages = Talen
campaign-kit = Om door te geven
campaign-kit-text = Gemeenten, scholen, verenigingen: neem deze teksten ongewijzigd over.
campaign-kit-download = De teksten downloaden
kit-short-text = Korte tekst
kit-poster-text = Affichetekst
kit-card = Kaartje
kit-leaflet = Folder
dossiers-title = Crisisdossiers
dossiers-lede = Wat er gebeurde, de regels, de thema’s en nuttige links.
dossier-level = Beheersniveau
dossier-authority = Overheid
dossier-archived = Afgesloten dossier, bewaard ter informatie.
plans-title = Veiligheids- en preventieplannen
plans-lede = De gewestelijke plannen, maatregel per maatregel, met hun bronnen.
plan-current = Recentste plan
plan-former = Vorig plan
plan-themes = Thema’s
plan-counts = { $themes } thema’s, { $measures } maatregelen
plan-theme = Thema { $number }
plan-measure = Maatregel { $number }
plan-measures = Maatregelen
plan-phase = Fase
plan-partners = Partners
plan-status = Stand
plan-status-planned = gepland
plan-status-started = gestart
plan-status-done = uitgevoerd
plan-successor = In het andere plan
plan-projects = Gekoppelde projecten
plan-previous = Vorige maatregel
plan-next = Volgende maatregel
compare-title = De twee plannen vergelijken
compare-lede = Maatregelen over hetzelfde onderwerp, naast elkaar.
compare-caption = Maatregelen over hetzelfde onderwerp
glossary-title = Woordenlijst
glossary-lede = De woorden en afkortingen van veiligheid en preventie in Brussel.
projects-title = Gesubsidieerde projecten
projects-lede = Wie doet wat, waar en met welke steun van het Gewest.
project-owner = Uitvoerder
project-amount = Subsidie
project-year = Jaar
calls-title = Projectoproepen
calls-lede = Open en afgesloten oproepen.
call-open = Tot { $date }
call-closed = Afgesloten op { $date }
call-budget = Budget: { $amount }
agenda-title = Agenda
agenda-lede = Ontmoetingen, opleidingen en dagen die eraan komen.
agenda-past = Voorbij
agenda-coming = Binnenkort
news-title = Nieuws
news-lede = Wat nieuw is.
areas-title = Gemeenten en politiezones
areas-lede = De negentien gemeenten van het Gewest en hun politiezone.
areas-map = Kaart van de negentien gemeenten en de politiezones
areas-map-description = Elke gemeente heeft de kleur van haar politiezone. De lijst onder de kaart geeft dezelfde informatie.
areas-attribution = Omtrekken: { $source }
area-zone = Politiezone
area-zone-members = Gemeenten van de zone
area-postcodes = Postcodes
area-partly = Gedeelde postcode
area-partly-text = { $codes }: alleen voor een deel van de straten
area-nis = NIS-code
area-projects = Projecten in deze gemeente
sitemap-title = Overzicht van de site
sitemap-lede = Alle pagina’s van het portaal, per rubriek.
section-about = Over safe.brussels
section-about-lede = Wie doet wat, hoe en met welke middelen.
section-emergency = Noodgevallen
section-emergency-lede = Welk nummer voor welke situatie, en hoe u hulp vraagt zonder te spreken.
section-legal = Juridische informatie
section-legal-lede = Toegankelijkheid, privacy en gebruiksvoorwaarden.
section-observatory = Observatorium
section-observatory-lede = Hoe de cijfers worden verzameld en gelezen.
section-training = Opleidingen en beroepen
section-training-lede = Leren over preventie, veiligheid en hulpverlening, en er een beroep van maken.
section-help-pages = Begrijpen en voorbereiden
section-more = In deze rubriek
page-updated = Bijgewerkt op { $date }
page-checked = gecontroleerd op { $date }
page-sources = Bronnen
page-source-document = { $title }, { $count ->
    [one] regel { $lines }
   *[other] regels { $lines }
}
page-links = Nuttige links
page-timeline = Tijdlijn
page-related = Zie ook
page-draft = Ontwerptekst
page-draft-text = Deze tekst is nog in voorbereiding en niet nagelezen.
fallback-title = Deze pagina bestaat nog niet in deze taal
fallback-text = Hieronder leest u ze in het { $language }. Ze bestaat in:
list-in-language = in het { $language }
document-000 = BPV, jaarverslag 2020
document-001 = safe.brussels, jaarverslag 2022
document-002 = Globaal veiligheids- en preventieplan 2017-2020
document-003 = Voorstelling in het Brussels Parlement, februari 2017
document-004 = Veiligheids- en samenlevingscontract 2018-2019, Stad Brussel

## Help

help-title = Hulp vinden
help-lede = Voor uzelf of voor iemand anders. Kies wat het meest op uw situatie lijkt.
help-notice = Kan iemand meekijken op uw scherm? Gebruik dan liever een ander toestel. Deze pagina verlaten wist de geschiedenis niet, en spionagesoftware ziet alles.
help-neutral-title = safe.brussels – informatie
help-phone = Telefoon
help-call = Bellen
help-services = Diensten
help-services-lede = De hulpdiensten, per doelgroep en per behoefte.
help-services-find = Zoeken in alle diensten
help-in-call-log = Het nummer blijft in de oproeplijst van uw telefoon staan.
help-cost-free = gratis
help-cost-not-on-bill = staat niet op de factuur
help-cost-on-bill = staat op de factuur
help-cost-bill-unknown = we weten niet of het nummer op de factuur staat
help-to-confirm = Te bevestigen bij de dienst
help-hours = Uren
help-hours-all = dag en nacht, elke dag
help-languages = Talen
help-site = Website van de dienst
help-places = Adres
help-mail = E-mailadres
help-check-by-phone = Deze informatie is niet meer recent: vraag het telefonisch na.
help-emergency = Onmiddellijk gevaar: bel 112 of 101.
help-cost-not-free = betalend
help-part-victims = Om te begrijpen en te handelen
help-part-change = Om het eigen gedrag te veranderen
help-part-professionals = Voor professionals
help-part-project = Projecten
exit-leave = Deze pagina verlaten
exit-hint = of twee keer de Esc-toets

## Permits

permits-lede = Welke procedure voor welk wapen, welke documenten, welke termijnen en wie beslist.
permits-procedures = Procedures
permits-apply = Welke procedure voor mij?
permits-apply-text = Enkele vragen volstaan om de procedure en de bevoegde overheid te kennen.
permits-facts = Regels
permits-reasons = Wettige redenen
permits-authorities = Wie doet wat
permits-retention = Bewaartermijn
permits-fees = Retributie
permits-day-count = Hoe dagen worden geteld
permits-to-confirm = te bevestigen door de dienst
permits-secondary = volgens een secundaire bron
permits-article = { $act }, art. { $article }
permits-model = Model
permits-authority = Overheid die beslist
permits-legal-basis = Rechtsgrond
permits-essentials = In het kort
permits-documents = Documenten
permits-deadlines = Termijnen
permits-appeal = Beroep
permits-age = hoogstens { $length } oud
permits-only-for = alleen voor: { $reasons }
permits-need-required = verplicht
permits-need-optional = facultatief
permits-need-alternative = in plaats van een ander document
permits-stage-filing = bij de aanvraag
permits-stage-grant = bij de toekenning
permits-amount-unknown = bedrag te bevestigen door de dienst
permits-unit-days = { $count ->
    [one] { $count } dag
   *[other] { $count } dagen
}
permits-unit-weeks = { $count ->
    [one] { $count } week
   *[other] { $count } weken
}
permits-unit-months = { $count ->
    [one] { $count } maand
   *[other] { $count } maanden
}
permits-unit-years = { $count ->
    [one] { $count } jaar
   *[other] { $count } jaar
}

## Other pages

shell-title = Pagina
not-found-title = Deze pagina bestaat niet
not-found-text = Misschien is het adres veranderd. Gebruik de zoekfunctie of vertrek van de startpagina.

## Numbers and dates

number-decimal = ,
number-group = .
number-euro = { $amount } €
date-long = { $day } { $month } { $year }
date-month = { $month } { $year }
date-period = van { $from } tot { $until }
date-since = sinds { $from }
month-1 = januari
month-2 = februari
month-3 = maart
month-4 = april
month-5 = mei
month-6 = juni
month-7 = juli
month-8 = augustus
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december
