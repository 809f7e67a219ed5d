# Words of the programming interface and of the pages made by the server:
# problems, refused fields, the page of an alert, formats of lists and times.
# The months and the title of the alerts are in portal.ftl.

## Problems: a title, and what to do now

error-not-found = Er is niets op dit adres
error-not-found-detail = Controleer het adres of begin opnieuw op de startpagina.
error-method-not-allowed = Deze actie kan niet op dit adres
error-method-not-allowed-detail = Ga terug naar de vorige pagina en gebruik daar de knoppen of de links.
error-unsupported-media-type = Dit formaat wordt hier niet gelezen
error-unsupported-media-type-detail = Stuur de inhoud in een van de formaten van de API-beschrijving en vermeld het in ‘Content-Type’.
error-invalid = Er moet iets verbeterd worden
error-invalid-detail = Verbeter wat hieronder staat en verstuur opnieuw.
error-too-large = Wat u verstuurt, is te groot
error-too-large-detail = Verstuur een kleiner bestand of een kortere tekst.
error-unauthorised = U moet zich aanmelden
error-unauthorised-detail = Meld u aan en probeer opnieuw. Een programma moet een geldig token meesturen.
error-forbidden = U mag deze actie niet uitvoeren
error-forbidden-detail = Vraag toegang aan de persoon die de accounts beheert.
error-conflict = Deze actie kan niet meer
error-conflict-detail = De situatie is veranderd. Laad de pagina opnieuw en kijk alles na voor u verdergaat.
error-too-many = Te veel aanvragen in korte tijd
error-too-many-detail = Wacht even en probeer dan opnieuw.
error-unavailable = De dienst antwoordt op dit moment niet
error-unavailable-detail = Probeer het zo meteen opnieuw. In gevaar? Bel 112 of 101.
error-internal = Er is bij ons iets misgelopen
error-internal-detail = Probeer het zo meteen opnieuw. Blijft het fout gaan? Geef ons dan de foutcode. In gevaar? Bel 112 of 101.
error-request = Foutcode
demonstration = Demo: verzonnen waarschuwingen en dossiers

## Rules behind a refusal

rule-four-eyes = U hebt deze tekst zelf geschreven of gewijzigd, of u gaf de aanmelding aan wie hem schreef. Iemand anders moet hem goedkeuren.
rule-token-of-approver = Deze persoon mag waarschuwingen goedkeuren: alleen hij of zij kan een token op eigen naam maken.
rule-role = Uw account heeft niet de nodige rol. Vraag die aan de persoon die de accounts beheert.
rule-form-expired = Dit formulier is niet meer geldig. Laad de pagina opnieuw en verstuur het nog eens.
rule-other-site = Deze aanvraag komt van een andere site en is niet uitgevoerd. Begin opnieuw vanaf onze pagina’s.
rule-alert-not-active = Deze waarschuwing loopt niet. Laad de pagina opnieuw om te zien hoe ver ze staat.
rule-alert-not-draft = Deze waarschuwing is geen ontwerp meer. Laad de pagina opnieuw om te zien hoe ver ze staat.
rule-alert-not-open = Deze waarschuwing kan niet meer gewijzigd worden. Loopt ze nog? Maak dan een update.
rule-alert-not-submitted = Deze waarschuwing wacht niet op goedkeuring. Laad de pagina opnieuw om te zien hoe ver ze staat.
rule-changed-meanwhile = Iemand anders heeft deze waarschuwing intussen gewijzigd. Laad de pagina opnieuw en kijk alles na voor u verdergaat.
rule-text-changed = De tekst is veranderd sinds u hem hebt gelezen. Lees hem opnieuw voor u hem goedkeurt.
rule-cap-taken = Een bericht met deze identifier, afzender en verzendtijd is hier al, met een andere inhoud. Geef het gewijzigde bericht een nieuwe identifier en verstuur het opnieuw.
rule-too-many-origins = We kunnen deze meldingsdienst nu niet toevoegen. Probeer een andere browser of probeer het later opnieuw.
rule-update-other-status = Een update blijft van hetzelfde type als het eerste bericht: echte waarschuwing, of oefening en test. Voor een ander type maakt u een nieuwe waarschuwing.

## Refused fields: what is wrong and how to mend it

fault-line = { $field } – { $fault }
fault-required = Dit veld is verplicht. Vul het in.
fault-too-long = Deze tekst is te lang: { $length } tekens. Gebruik er hoogstens { $most }.
fault-text-control = Deze tekst bevat een nieuwe regel of een onzichtbaar teken dat hier niet mag. Verwijder dat.
fault-choice-missing = U hebt niets gekozen. Kies een antwoord.
fault-value-unknown = Deze waarde bestaat niet. Kies een waarde uit de lijst.
fault-language-unknown = Deze taal is hier niet beschikbaar. Kies een taal van het portaal.
fault-language-missing =
    { $lang ->
        [fr] De Franse tekst ontbreekt. Schrijf hem of vul het scenario aan.
        [nl] De Nederlandse tekst ontbreekt. Schrijf hem of vul het scenario aan.
       *[other] De tekst ontbreekt in deze taal: { $lang }. Schrijf hem of vul het scenario aan.
    }
fault-scenario-unknown = Het scenario ‘{ $value }’ bestaat niet. Kies een scenario uit de lijst.
fault-param-unknown = Dit scenario heeft dit veld niet. Verwijder het.
fault-metres = Schrijf een afstand in meter: een geheel getal van 1 tot 100.000.
fault-whole-number = Schrijf een geheel getal van 0 tot 10.000.000.
fault-time = Geef een geldige dag en een geldig uur, bijvoorbeeld 2026-11-21T14:30.
fault-time-past = Dit tijdstip is al voorbij. Kies een later tijdstip.
fault-time-far = Het einde ligt te ver weg. Kies een tijdstip binnen 31 dagen.
fault-time-order = Het begin moet voor het einde komen. Verander een van beide.
fault-status-not-issued = Een bericht met deze status kan niet verschijnen. Kies ‘{ status-actual }’, ‘{ status-exercise }’ of ‘{ status-test }’.
fault-area-unknown = Deze code hoort bij geen enkele plaats in het Gewest. Gebruik een NIS-code, een postcode of de code van een politiezone.
fault-area-missing = Er is geen plaats gekozen. Kies minstens één gemeente of teken een gebied.
fault-too-many-areas = Er zijn te veel plaatsen. Kies er minder of kies het hele Gewest.
fault-shape-too-few = Er ontbreken punten. Teken minstens drie hoeken en ga terug naar de eerste.
fault-shape-too-many = Deze omtrek heeft te veel punten. Maak hem eenvoudiger: hoogstens 5.000 punten.
fault-shape-open = Deze omtrek is niet gesloten. Eindig met het eerste punt.
fault-shape-crossed = Deze omtrek kruist of raakt zichzelf, of heeft geen oppervlakte. Teken hem opnieuw.
fault-shape-swapped = De coördinaten zijn omgewisseld. Geef eerst de breedtegraad (ongeveer 50,8) en dan de lengtegraad (ongeveer 4,4).
fault-shape-outside = Deze plaats ligt niet in België. Controleer de coördinaten.
fault-shape-radius = Deze straal kan niet. Kies meer dan 0 en hoogstens 50 kilometer.
fault-shape-not-in-region = Dit gebied raakt geen enkele gemeente van het Gewest. Verplaats het of maak het groter.
fault-point-needs-both = De breedtegraad of de lengtegraad ontbreekt. Geef ze allebei, of geen van beide.
fault-degrees = Schrijf een decimaal getal in graden, met een punt: bijvoorbeeld 50.8466.
fault-endpoint = Het meldingsadres van uw browser is niet geldig. Laad de pagina opnieuw en probeer nog eens.
fault-endpoint-private = We kunnen dit meldingsadres niet bereiken op het openbare internet. Probeer een andere browser.
fault-endpoint-other = Dit meldingsadres hoort niet bij dit abonnement. Maak voor dat adres een nieuw abonnement.
fault-key = Een sleutel van uw browser is niet geldig. Laad de pagina opnieuw en probeer nog eens.
fault-receipt = Dit testbewijs is niet geldig of ouder dan tien minuten. Doe de test opnieuw.
fault-rehearsal-code = Deze oefencode klopt niet. Vraag de code aan wie de oefening organiseert, of laat het veld leeg voor echte waarschuwingen.
fault-json = Dit is geen leesbare JSON. Controleer de vorm en het inhoudstype.
fault-json-shape = Deze JSON heeft niet de verwachte vorm: { $reason }. Vergelijk met de documentatie van de interface.
fault-query = Een parameter in het adres is niet geldig: { $reason }. Verbeter hem.
fault-page = Geef een paginanummer op: een geheel getal vanaf 1.
fault-per-page = Vraag 1 tot 100 elementen per pagina.
fault-form = Het formulier kon niet gelezen worden. Laad de pagina opnieuw en verstuur het nog eens.

## Page and list of alerts

alerts-more =
    { $count ->
        [one] Bekijk nog { $count } waarschuwing
       *[other] Bekijk nog { $count } waarschuwingen
    }
alerts-as-of = Situatie om
alert-do-now = Wat nu te doen
alert-what = Wat er aan de hand is
alert-where = Waar
alert-sent = Bericht verstuurd
alert-onset = Begin
alert-ended = Afgelopen
alert-expires = Geldig tot
alert-next = Volgende informatie
alert-who = Uitgegeven door
alert-level = Niveau van crisisbeheer
alert-contact = Uw contactpunt
alert-aftercare = Opvang en hulp na een noodsituatie
alert-guide = Lees de volledige fiche
alert-receive = Waarschuwingen ontvangen
alert-other-languages = Andere talen en gegevens
alert-not-in-language = Deze waarschuwing bestaat nog niet in het Nederlands. U kunt ze lezen in:
page-home = Naar de startpagina
office-home = Terug naar de backoffice
office-sign-in = Aanmelden

## Formats
# list-comma separates names; "_" stands for a space, which cannot end a line.
# The values of distances and times arrive already formatted.

area-region = Brussels Hoofdstedelijk Gewest
list-comma = ,_
list-and = { $head } en { $last }
distance-m = { $value } meter
distance-km = { $value } kilometer
clock-time = { $hour }.{ $minute } uur
clock-date-time = { $day } { $month } { $year } om { $hour }.{ $minute } uur
clock-brief = { $day }/{ $number }, { $hour }.{ $minute } u.
