### Weapons permits: words of the interface. Facts, questions and forms are in content/permits.

## Names of the section and of its pages

permits-title = Wapenvergunningen
permits-which = Welke vergunning hebt u nodig?
permits-start-questions = De vragenlijst starten
permits-start-application = Een aanvraag starten
permits-start-text = Antwoord in uw eigen tempo, voeg uw documenten toe en volg uw dossier.
permits-statistics-text = Hoeveel dossiers, hoe ze afliepen en hoelang elke stap duurde.
permits-online = Online
permits-my-files = Mijn dossiers
permits-my-permits = Mijn vergunningen
permits-who-looked = Wie heeft mijn dossier bekeken
permits-report-loss = Verlies of diefstal melden
permits-not-emergency = Onmiddellijk gevaar: bel 112 of 101. Deze site ontvangt geen noodoproepen.

## Facts shown from the dated rows

permits-fact-model = Model { $model }
permits-fact-authority = Wie beslist
permits-fact-applicants = Wie kan aanvragen
permits-fact-person = Een persoon
permits-fact-company = Een vennootschap
permits-fact-reasons = Wettige redenen
permits-fact-documents = Documenten die u bezorgt
permits-fact-document-age = Niet ouder dan { $age } op de dag van de aanvraag
permits-fact-document-conditional = Naargelang uw situatie
permits-fact-document-alternative = Kan een ander document vervangen
permits-fact-exempt = Niet gevraagd: { $reason }
permits-fact-fee = Retributie
permits-fact-fee-free = Gratis
permits-fact-fee-unconfirmed = Het bedrag moet door de wapendienst worden bevestigd.
permits-fact-fee-filing = Bij de aanvraag
permits-fact-fee-grant = Bij de toekenning
permits-fact-deadlines = Termijnen
permits-fact-advice = Gevraagde adviezen
permits-fact-advice-required = Verplicht
permits-fact-advice-optional = Mogelijk
permits-fact-advice-not-stated = Niet uitdrukkelijk bepaald
permits-fact-advice-residence = verblijfplaats
permits-fact-advice-activity = plaats van de activiteit
permits-fact-appeal = De beslissing aanvechten
permits-fact-legal-basis = Rechtsgrond
permits-fact-source = Bron
permits-fact-checked = Gecontroleerd: { $date }
permits-fact-valid-from = Geldig vanaf { $date }
permits-fact-valid-to = Geldig tot { $date }
permits-fact-retention = Bewaartermijn
permits-fact-official-only-fr-nl = De beslissing wordt genomen in het Frans of het Nederlands. Deze pagina dient ter informatie.

## How sure a row is

permits-confidence-A = Gelezen op een officiële pagina of in een wettekst
permits-confidence-B = Overgenomen uit een andere bron, te vergelijken met de officiële tekst
permits-confidence-C = Berekend of afgeleid
permits-confidence-unconfirmed = Te bevestigen door de wapendienst
permits-working-rule = Werkregel van de dienst, geen wettelijke termijn
permits-two-sources-differ = De bronnen geven twee termijnen. Wij tonen ze allebei.

## Which permit: one question at a time

permits-question-progress = Vraag { $number }
permits-question-back = Vorige vraag
permits-question-next = Verder
permits-question-restart = Opnieuw beginnen
permits-question-nothing-stored = Uw antwoorden worden niet bewaard.
permits-question-choose = Kies een antwoord
permits-outcome-title = Dit past bij uw antwoorden
permits-outcome-why = Waarom?
permits-outcome-answers = Uw antwoorden
permits-outcome-read-guide = De uitlegpagina lezen
permits-outcome-other-authority = Een andere overheid beslist
permits-outcome-file-anyway = Toch een aanvraag indienen
permits-outcome-warning = Goed om te weten voor u indient
permits-outcome-not-a-decision = Dit resultaat wijst u de weg. Het beslist niets.

## Signing in

permits-sign-in = Aanmelden
permits-sign-in-official = Met uw officiële identiteit (eID, itsme)
permits-sign-out = Afmelden
permits-demo-identity = Demo-identiteit
permits-session-ended = Uw sessie is beëindigd. Uw werk is bewaard.

## Filling in

permits-task-list = Takenlijst
permits-task-not-started = Te doen
permits-task-started = Begonnen
permits-task-done = Klaar
permits-task-waiting = Wacht op andere personen
permits-task-not-needed = Niet nodig
permits-saved-at = Bewaard om { $time }
permits-saving = Bezig met bewaren
permits-save-continue = Bewaren en verdergaan
permits-save-later = Bewaren en later terugkomen
permits-resume = Hervatten
permits-add-another = Toevoegen
permits-remove = Verwijderen
permits-change = Wijzigen
permits-optional = facultatief
permits-yes = Ja
permits-no = Nee
permits-check-answers = Kijk uw antwoorden na
permits-send-file = Het dossier versturen
permits-file-sent = Uw dossier is verstuurd
permits-file-reference = Uw dossiernummer
permits-missing-items-count = Aan te vullen of te verbeteren: { $count }
permits-other-tab = Dit dossier is in een ander tabblad gewijzigd. Dit is de laatste versie.
permits-already-sent = Dit dossier is al verstuurd. Er is niets twee keer gebeurd.
permits-attest-again = Vink uw verklaringen opnieuw aan: u hebt dit dossier hervat.

## Errors. The first word says what to do

permits-error-summary = Er is iets te verbeteren
permits-error-text-too-long = Schrijf hoogstens { $max } tekens
permits-error-textarea-too-long = Schrijf hoogstens { $max } tekens
permits-error-date-invalid = Vul een bestaande datum in, bijvoorbeeld 27 3 1985
permits-error-date-future = Vul een datum in het verleden in
permits-error-date-past = Vul een datum in de toekomst in
permits-error-date-order = De laatste dag kan niet vóór de eerste vallen
permits-error-date-adult = Deze persoon is niet meerderjarig: zijn of haar akkoord is niet nodig
permits-error-email-invalid = Schrijf een volledig e-mailadres, bijvoorbeeld naam@voorbeeld.be
permits-error-email-same = Schrijf het adres van deze persoon, niet het uwe
permits-error-phone-invalid = Schrijf een volledig telefoonnummer
permits-error-national-number-invalid = Dit nummer is niet geldig. Kijk de elf cijfers na.
permits-error-enterprise-number-invalid = Dit ondernemingsnummer is niet geldig. Kijk de tien cijfers na.
permits-error-address-incomplete = Vul straat, nummer, postcode en gemeente in
permits-error-list-empty = Voeg minstens één regel toe
permits-error-list-too-many = Verwijder regels: hoogstens { $max }
permits-error-list-rows =
    { $count ->
        [one] Bij nummer { $rows } ontbreekt iets of klopt een antwoord niet: kies ‘Wijzigen’
       *[other] Bij de nummers { $rows } ontbreekt iets of klopt een antwoord niet: kies ‘Wijzigen’
    }
permits-error-in-row = Nummer { $row } – { $fault }
permits-error-choice-unknown = Kies een antwoord uit de lijst
permits-error-attestation-missing = Vink elke verklaring aan om het dossier te versturen
permits-error-not-found = Wij vinden dit dossier niet
permits-error-not-allowed = U hebt geen toegang tot deze pagina
permits-error-session = Meld u opnieuw aan en verstuur dan opnieuw. Er is niets verloren.

## Documents

permits-upload = Een bestand toevoegen
permits-upload-accepted = PDF, JPEG of PNG, hoogstens { $size } per bestand
permits-upload-scanning = Wordt gecontroleerd
permits-upload-continue = Het bestand wordt nog gecontroleerd. U kunt verdergaan.
permits-upload-clean = Bestand nagekeken
permits-upload-not-scanned = Bestand ontvangen
permits-upload-infected = Dit bestand is geweigerd: het bevat mogelijk een schadelijk programma. Uw andere bestanden zijn intact.
permits-upload-removed = Verwijderd: schadelijk programma
permits-upload-failed = Het versturen is gestopt. Probeer opnieuw, er is niets anders verloren.
permits-error-file-too-large = Dit bestand is te groot: hoogstens { $size }
permits-error-file-empty = Dit bestand is leeg
permits-error-file-type = Verstuur een pdf, of een foto in JPEG of PNG. Dit bestand is van een ander type.
permits-error-file-content = Kies een ander bestand: dit is geen echte pdf, JPEG of PNG.
permits-error-file-named = ‘{ $name }’ – { $fault }
permits-error-file-password = Deze pdf is met een wachtwoord beveiligd. Verstuur een versie zonder beveiliging.
permits-error-file-damaged = Dit bestand is onvolledig of beschadigd. Verstuur het opnieuw.
permits-error-file-too-many = Voeg hoogstens { $max } bestanden per document toe
permits-error-file-full = Dit bestand past niet meer in het dossier: hoogstens { $size } voor alle bestanden samen. Verwijder een bestand of stuur een kleiner bestand.
permits-error-file-unwritten = We kunnen dit bestand op dit moment niet bewaren. Er is niets anders verloren: probeer het over enkele minuten opnieuw.
permits-error-file-missing = Voeg dit document toe, of zeg waarom u het nog niet hebt
permits-document-too-old = Dit document zal te oud zijn: het mag ten vroegste van { $earliest } zijn
permits-document-expires-before = Dit document wordt te oud op { $date }. Verstuur het dossier eerder, of vraag een nieuw document.
permits-document-ok = Document in orde

## Cohabitants

permits-consent-title = Uw akkoord wordt gevraagd
permits-consent-heading = Uw akkoord
permits-consent-yes = Ik ga akkoord
permits-consent-no = Ik ga niet akkoord
permits-consent-free = U antwoordt vrij. Alleen de dienst ziet een weigering, en op een akkoord kunt u terugkomen zolang de dienst niet heeft beslist.
permits-consent-not-you = Deze uitnodiging is voor iemand anders bestemd.
permits-consent-not-you-how = Is de uitnodiging voor u, meld u dan opnieuw aan met uw eigen identiteit. Is ze voor iemand anders, meld u dan af en laat die persoon zich aanmelden. Denkt u dat er een fout is? Neem contact op met de wapendienst.
permits-consent-done = Bedankt. Uw antwoord is geregistreerd.
permits-consent-over = Uw antwoord is niet meer nodig: deze aanvraag is afgelopen. U hoeft niets te doen.
permits-consent-withdraw = U kunt op uw akkoord terugkomen zolang de dienst niet heeft beslist. Neem daarvoor contact op met de wapendienst.
permits-consent-withdrawn = De dienst heeft op { $date } genoteerd dat u op uw akkoord bent teruggekomen. Uw akkoord geldt niet meer. Is dat een vergissing, neem dan contact op met de wapendienst.
permits-consent-contact = Hoe u ons bereikt

## Payment

permits-payment-title = De retributie betalen
permits-payment-amount = Bedrag
permits-payment-account = Rekening
permits-payment-communication = Gestructureerde mededeling
permits-payment-qr = Scan deze code met de app van uw bank
permits-payment-transfer = Schrijf het bedrag over met deze gegevens. Neem de mededeling over zonder iets te veranderen.
permits-payment-frozen = Het bedrag is dat van { $date }, de dag van uw aanvraag.
permits-payment-no-refund = De retributie wordt niet terugbetaald bij een weigering.
permits-payment-stage = Deel { $number } van { $total }
permits-payment-open = Nog niet betaald
permits-payment-not-asked = Nog niet gevraagd
permits-payment-partial = Deels betaald: { $amount } ontbreekt
permits-payment-received = Betaald op { $date }
permits-payment-not-here = Op deze site betaalt u nooit met een kaart.

## The clock

permits-clock-title = Hoe deze datum is berekend
permits-clock-received = Dossier ontvangen op { $date }
permits-clock-allowance = Termijn: { $period }
permits-clock-suspended = Geschorst van { $from } tot { $to }: { $reason }
permits-clock-extended = Verlengd met { $period }, beslissing van { $date }
permits-clock-rolled = De laatste dag is geen werkdag: verschoven naar { $date }
permits-clock-due = Beslissing verwacht uiterlijk op { $date }
permits-clock-was-due = De beslissing moest uiterlijk op { $date } genomen zijn
permits-clock-days-left =
    { $count ->
        [0] Laatste dag
        [one] Nog één dag
       *[other] Nog { $count } dagen
    }
permits-clock-first-day-out = De dag van ontvangst telt niet mee
permits-clock-first-day-in = De dag van ontvangst telt mee
permits-clock-added = Met { $period }: { $date }
permits-clock-month-end = Die maand heeft geen { $day }e dag: we tellen tot de laatste dag, { $date }
permits-clock-still = De termijn staat stil sinds { $date }
permits-clock-reason-items = wij wachten op documenten
permits-clock-overdue = Die termijn is verstreken
permits-clock-holiday = Feestdag: { $name }
permits-period-days =
    { $count ->
        [one] { $count } dag
       *[other] { $count } dagen
    }
permits-period-weeks =
    { $count ->
        [one] { $count } week
       *[other] { $count } weken
    }
permits-period-months =
    { $count ->
        [one] { $count } maand
       *[other] { $count } maanden
    }
permits-period-years =
    { $count ->
        [one] { $count } jaar
       *[other] { $count } jaar
    }
permits-period-at-most = hoogstens { $period }

## State of a file, as the applicant sees it

permits-state-draft = Ontwerp
permits-state-submitted = Verstuurd
permits-state-completeness = De dienst kijkt of het dossier volledig is
permits-state-missing-items = Wij wachten op documenten van u
permits-state-advice = Er worden adviezen gevraagd
permits-state-notice = U kunt reageren vóór de beslissing
permits-state-drafting = De beslissing wordt voorbereid
permits-state-granted = Toegekend
permits-state-granted-conditions = Toegekend onder voorwaarden
permits-state-refused = Geweigerd
permits-state-inadmissible = Onontvankelijk
permits-state-withdrawn = Aanvraag ingetrokken
permits-state-appealed = Beroep ingesteld

## State of a permit: the word is said of the permit, not of the file

permits-state-lapsed = Vervallen
permits-state-expired = Afgelopen
permits-state-revoked = Ingetrokken
permits-state-suspended = Geschorst
permits-state-active = Geldig

## Steps of a procedure

permits-step-police-first = Naar de politie gaan
permits-step-police-slip = Het voorlopige document krijgen
permits-step-choice = Kiezen wat er met het wapen gebeurt
permits-step-agreement = De overeenkomst ondertekenen
permits-step-exam = Slagen voor het examen
permits-step-invitation = De uitnodiging krijgen
permits-step-file = Invullen en versturen
permits-step-completeness = Controle van het dossier
permits-step-fee = Betalen
permits-step-fee-grant = Het tweede deel betalen
permits-step-advice = Adviezen gevraagd
permits-step-notice = Reageren, indien nodig
permits-step-decision = Beslissing
permits-step-delivery = Het document krijgen
permits-step-acquisition = Het wapen verwerven
permits-step-control = Periodieke controle
permits-step-expiry = Einde van de geldigheid
permits-step-register = Inschrijving

## After the decision

permits-decision-download = De beslissing downloaden (pdf)
permits-decision-verify = Een beslissing controleren
permits-verify-match = Dit document stemt overeen met een geregistreerde beslissing.
permits-verify-no-match = Dit document stemt met geen enkele geregistreerde beslissing overeen.
permits-verify-privacy = Deze pagina toont alleen of het document echt is.
permits-appeal-open = U kunt de beslissing aanvechten tot en met { $date }
permits-appeal-closed = De termijn om aan te vechten is voorbij
permits-appeal-not-suspensive = Het beroep schorst de beslissing niet.
permits-appeal-letter = Mijn brief voorbereiden
permits-acquisition-until = Mogelijk tot en met { $date }
permits-acquisition-confirm = De verwerving bevestigen
permits-part-a = Deel A (houder)
permits-part-b = Deel B (overheid)
permits-access-log-empty = Nog niemand heeft uw dossier bekeken.
permits-access-log-row = { $date }: { $service }, voor { $purpose }

permits-statistics-title = Wapenvergunningen in cijfers
