# Words of the directory of help services: list, sheet, file.

## List

help-results-title = Een dienst vinden
help-filter-title = Kiezen
help-filter-situation = Situatie
help-filter-need = Soort hulp
help-filter-audience = Voor wie
help-filter-topic = Thema
help-filter-language = Gesproken taal
help-filter-municipality = Gemeente
help-filter-any = Maakt niet uit
help-filter-open = Nu bereikbaar
help-filter-free = Gratis
help-filter-submit = Diensten tonen
help-filter-export = Deze lijst downloaden (CSV)
help-results-count = { $count ->
    [0] Geen dienst
    [one] { $count } dienst
   *[other] { $count } diensten
}
help-results-none = Voor deze keuzes staat hier nog geen dienst. Laat een keuze weg om er meer te zien.
help-results-all = Alle diensten bekijken
help-results-talk = Nu met iemand praten
help-results-ignored = Een van de keuzes bestaat hier niet. De lijst houdt er geen rekening mee.
help-results-open-note = Volgens de uren die de diensten zelf bekendmaken. Diensten waarvan we de uren niet kennen, staan er niet bij.
help-file-note = Het gedownloade bestand blijft op het toestel staan, waar iemand anders het kan zien.
help-again-title = Pagina gesloten
help-again-button = Pagina tonen

## Hours

help-open-always = Dag en nacht bereikbaar.
help-open-until = Nu bereikbaar, tot { $when }.
help-open-by = Op dit moment neemt { $name } op.
help-open-appointment = Nu open, op afspraak.
help-closed = Nu niet bereikbaar.
help-closed-opens = Nu niet bereikbaar. Opnieuw: { $when }.
help-hours-unknown = Uren nog niet bevestigd door de dienst
help-when-today = { $time }
help-when-tomorrow = morgen { $time }
help-when-day = { $day } { $time }
help-day-mo = maandag
help-day-tu = dinsdag
help-day-we = woensdag
help-day-th = donderdag
help-day-fr = vrijdag
help-day-sa = zaterdag
help-day-su = zondag
help-days-all = Elke dag
help-days-run = { $from } tot { $to }
help-days-holidays = Feestdagen
help-hours-row = { $days }: { $hours }
help-day-and-night = 24 uur per dag
help-answered-by = { $name } neemt op
help-appointment = op afspraak

## Sheet

help-sheet-back = Alle diensten
help-sheet-reach = Deze dienst bereiken
help-sheet-about = Wat we weten
help-sheet-owner = Beheerd door
help-sheet-audience = Voor
help-sheet-price = Prijs
help-sheet-eligibility = Voorwaarden
help-sheet-coverage = Waar
help-sheet-unconfirmed = Te bevestigen
help-sheet-checked = Bronnen gelezen in { $month }
help-sheet-confirmed = Telefonisch bevestigd op { $day }
help-mail-note = Een verzonden bericht blijft in uw map met verzonden items staan.
help-channel-web = Website
help-channel-chat = Chat
help-channel-mail = E-mailadres
help-channel-app = App
help-channel-form = Formulier van de dienst
help-channel-walk-in = Ter plaatse
help-channel-online-booking = Online afspraak
help-field-phones = telefoon
help-field-channels = andere contactwegen
help-field-schedules = uren
help-field-languages = talen
help-field-places = adres
help-field-accessibility = toegankelijkheid
help-field-chat = chat
help-field-interpreters = tolken
help-field-eligibility = voorwaarden
help-field-existence = of de dienst nog bestaat
help-flag-open-24h = 24 uur per dag open
help-flag-minors-accepted = minderjarigen welkom
help-flag-children-accepted = kinderen welkom
help-flag-wheelchair = toegankelijk met rolstoel
help-area-country = Heel België

## Vocabularies

help-taxonomy-audience = Doelgroep
help-taxonomy-audience-text = Voor wie de dienst er is
help-taxonomy-situation = Situatie
help-taxonomy-situation-text = Wat de persoon meemaakt
help-taxonomy-need = Behoefte
help-taxonomy-need-text = Wat de dienst biedt
help-taxonomy-topic = Onderwerp
help-taxonomy-topic-text = Waarover het gaat

## File

help-col-name = Dienst
help-col-organization = Organisatie
help-col-description = Beschrijving
help-col-audiences = Doelgroep
help-col-situations = Situaties
help-col-needs = Behoeften
help-col-topics = Thema’s
help-col-phones = Telefoon
help-col-mail = E-mailadres
help-col-site = Website
help-col-languages = Talen
help-col-hours = Uren (te bevestigen bij de dienst)
help-col-places = Adres
help-col-coverage = Gebied
help-col-unconfirmed = Te bevestigen
help-col-valid = Opnieuw na te kijken na
help-col-referral = Hoe doorverwijzen (partners)

## On paper

help-brochure-title = Nummers en diensten voor hulp
help-brochure-subtitle = Brussels Hoofdstedelijk Gewest
help-brochure-author = safe.brussels
help-brochure-date = Deze brochure is op { $day } gemaakt uit de hulpgids van safe.brussels. Een nummer kan veranderen: neem altijd de laatste versie.
help-brochure-emergency = Onmiddellijk gevaar
help-brochure-intro = Deze diensten luisteren, geven advies, verzorgen of begeleiden, in Brussel of in het hele land.
help-brochure-give = Geeft u deze brochure aan iemand? Vraag eerst of ze veilig bewaard kan worden: thuis kan iemand het papier vinden.
help-brochure-missing = ‘Te bevestigen’ betekent dat de dienst deze informatie niet bevestigd heeft: de site van de dienst of een telefoontje geeft het antwoord. In deze brochure staat geen enkel opvangadres.
help-brochure-calls = Een oproep blijft in de oproeplijst van de telefoon staan, ook als hij gratis is. Staat er niets over de factuur, dan weten we niet of het nummer erop verschijnt.
help-brochure-footer = safe.brussels · { $day }
help-brochure-page = Pagina { $page } van { $pages }
help-chapter-home = Geweld thuis of in de familie
help-chapter-sexual = Seksueel geweld
help-chapter-young = Kinderen en jongeren
help-chapter-talk = Met iemand praten
help-chapter-respect = Intimidatie, discriminatie, geweld online
help-chapter-exploited = Uitbuiting en mensenhandel
help-chapter-arrival = Nieuw in België, verblijf en toegang tot zorg
help-chapter-street = Dakloosheid en drugs
help-chapter-police = Politie, diefstal en ongeval
help-chapter-worried = Bezorgd om iemand die radicaliseert
help-chapter-other = Andere diensten
help-chapter-change = Wie zijn gedrag wil veranderen
